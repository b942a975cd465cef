import { sayRoom, writeAgreement } from "../casework/agreements.ts";
import { askCompanion, noteCompany, noteHelped } from "../casework/introductions/company.ts";
import { listedIn, receiverFor, writeRemark } from "../casework/introductions/contact.ts";
import {
  accompaniedForm,
  agreementForm,
  companionForm,
  contactForm,
  helpedForm,
  linkAnswerForm,
  linkForm,
  notedAnswerForm,
  remarkForm,
  roomForm,
  trialForm,
  trialRowForm,
  wentForm,
} from "../casework/introductions/forms.ts";
import { introduce, noteAnswer } from "../casework/introductions/introduce.ts";
import { answerByLink, showIntroduced } from "../casework/introductions/link.ts";
import { bookTrial, callOffTrial, noteTrial } from "../casework/introductions/trials.ts";
import { paths } from "../shared/paths.ts";
import { told } from "../texts/notices.ts";
import { refuse } from "../texts/refusal.ts";
import { act } from "./act.ts";
import { boxOf } from "./box.ts";

export const introductions = {
  /** Who is written to is what stands on the page: the agreement's or the activity's own contact, unless another was typed. */
  contact: act({
    who: "brobygger",
    schema: contactForm,
    async run({ listed, way, yes, answer, agreed, name, phone, email }, { runtime, viewer, now }) {
      const caseId = await runtime.write((db) => {
        const { stored, offer } = listedIn(db, runtime.keys, viewer, listed) ?? refuse("notYourCase");
        const known = receiverFor(db, offer.activityId, now);
        const receiver = { name: name || known.name, phone: phone ?? known.phone, email: email ?? known.email };
        const words = { title: offer.title, receiver, agreed };
        const told = { to: "association", way, activityId: offer.activityId, companionId: null } as const;
        introduce(db, boxOf(runtime), viewer, stored.id, { ...told, words, yes, answer }, now);
        return stored.id;
      });
      return told(`${paths.case(caseId)}#paa-vej`, way === "mail" ? "tovholder-skrevet" : "kontakt-noteret");
    },
  }),

  remark: act({
    who: "brobygger",
    schema: remarkForm,
    async run({ listed, remark }, { runtime, viewer, now }) {
      await runtime.write((db) => {
        const { stored, offer } = listedIn(db, runtime.keys, viewer, listed) ?? refuse("notYourCase");
        if (offer.activityId) writeRemark(db, viewer, stored.teamId, offer.activityId, remark, now);
      });
      return told(paths.contact(String(listed)), "note-gemt");
    },
  }),

  noteAnswer: act({
    who: "brobygger",
    schema: notedAnswerForm,
    async run({ id, introduction, answer }, { runtime, viewer, now }) {
      await runtime.write((db) => noteAnswer(db, viewer, id, introduction, answer, now));
      return told(`${paths.case(id)}#paa-vej`, "svar-noteret");
    },
  }),

  book: act({
    who: "brobygger",
    schema: trialForm,
    async run({ id, introduction, start, meets, bring, company, companion, reminder }, { runtime, viewer, now }) {
      const how = {
        introductionId: introduction,
        start,
        plan: { meets, bring },
        company,
        companionId: companion,
        reminder,
      };
      await runtime.write((db) => bookTrial(db, runtime.keys, viewer, id, how, now));
      return told(`${paths.case(id)}#paa-vej`, "proevetime-aftalt");
    },
  }),

  callOff: act({
    who: "brobygger",
    schema: trialRowForm,
    async run({ id, trial }, { runtime, viewer, now }) {
      await runtime.write((db) => callOffTrial(db, viewer, id, trial, now));
      return told(`${paths.case(id)}#paa-vej`, "proevetime-aflyst");
    },
  }),

  went: act({
    who: "brobygger",
    schema: wentForm,
    async run({ id, trial, went }, { runtime, viewer, now }) {
      await runtime.write((db) => noteTrial(db, runtime.keys, viewer, id, trial, went, now));
      return told(`${paths.case(id)}#paa-vej`, "proevetime-noteret");
    },
  }),

  askCompanion: act({
    who: "brobygger",
    schema: companionForm,
    async run({ id, companion, ...asked }, { runtime, viewer, now }) {
      const box = boxOf(runtime);
      await runtime.write((db) => askCompanion(db, box, viewer, id, { companionId: companion, ...asked }, now));
      return told(`${paths.case(id)}#paa-vej`, asked.way === "mail" ? "foelge-spurgt" : "kontakt-noteret");
    },
  }),

  accompanied: act({
    who: "brobygger",
    schema: accompaniedForm,
    async run({ id, company, on }, { runtime, viewer, now }) {
      await runtime.write((db) => noteCompany(db, viewer, id, { kind: company, on }, now));
      return told(`${paths.case(id)}#paa-vej`, "foelge-noteret");
    },
  }),

  helped: act({
    who: "brobygger",
    schema: helpedForm,
    async run({ id, ...helped }, { runtime, viewer }) {
      await runtime.write((db) => noteHelped(db, viewer, id, helped));
      return told(paths.case(id), "hjaelp-noteret");
    },
  }),

  agree: act({
    who: "brobygger",
    schema: agreementForm,
    async run({ organisation, ...said }, { runtime, viewer, now }) {
      await runtime.write((db) => writeAgreement(db, viewer, organisation, said, now));
      return told(paths.brobygger.association(organisation), "aftale-gemt");
    },
  }),

  sayRoom: act({
    who: "contact",
    schema: roomForm,
    async run({ organisation, ...room }, { runtime, viewer, now }) {
      await runtime.write((db) => sayRoom(db, viewer, organisation, room, now));
      return told(paths.host.room(organisation), "plads-gemt");
    },
  }),

  /** Whoever has the link: opening the page shows nobody, for programs that scan mails open it too. */
  show: act({
    who: "anyone",
    schema: linkForm,
    async run({ token }, { runtime, now }) {
      const { firstName, phone, agreed } = await runtime.write((db) => showIntroduced(db, runtime.keys, token, now));
      return { once: [firstName, phone ?? "", agreed] };
    },
  }),

  answer: act({
    who: "anyone",
    schema: linkAnswerForm,
    async run({ token, ...said }, { runtime, now }) {
      await runtime.write((db) => answerByLink(db, runtime.keys, token, said, now));
      return told(paths.introduction(token), "tovholder-svaret");
    },
  }),
};
