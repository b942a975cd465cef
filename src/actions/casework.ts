import { finish, setNext } from "../casework/next.ts";
import { addNote, logAttempt } from "../casework/contact.ts";
import { noteNo, noteYes } from "../casework/consents.ts";
import { makeCode } from "../casework/code.ts";
import { close, reopen, take } from "../casework/deeds.ts";
import { noteFedBack } from "../casework/feedback.ts";
import { handOver, reassign, reassignAll } from "../casework/giving.ts";
import { endCover, setCover } from "../casework/cover.ts";
import { endPlacement, place } from "../casework/placements.ts";
import { deliver, receiptOf } from "../casework/delivery.ts";
import { register } from "../casework/register.ts";
import {
  attemptForm,
  caseForm,
  closeForm,
  coverForm,
  deliverForm,
  correctForm,
  endCoverForm,
  endPlacementForm,
  findForm,
  giveAllForm,
  giveForm,
  nextForm,
  noticeForm,
  noForm,
  noteForm,
  placeForm,
  registerForm,
  strikeForm,
  taskForm,
  worryForm,
  yesForm,
} from "../casework/forms.ts";
import { correct, leaveMessage, strike } from "../casework/correct.ts";
import { readInEmergency } from "../casework/emergency.ts";
import { openCase } from "../casework/view.ts";
import { vocabularyOf } from "../places/vocabulary.ts";
import { noteNotice } from "../casework/notice.ts";
import { noteWorry } from "../casework/worry.ts";
import { who5Form } from "../casework/wellbeing/forms.ts";
import { noteWho5 } from "../casework/wellbeing/note.ts";
import { find, readSought } from "../casework/find.ts";
import { paths } from "../shared/paths.ts";
import { refuse } from "../texts/refusal.ts";
import { instantOf, localClock, localDate } from "../shared/time.ts";
import { act } from "./act.ts";
import { boxOf } from "./box.ts";
import { told } from "../texts/notices.ts";

export const casework = {
  take: act({
    who: "brobygger",
    schema: caseForm,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((db) => take(db, viewer, id, now));
      return told(paths.case(id), "sag-taget");
    },
  }),

  logAttempt: act({
    who: "brobygger",
    schema: attemptForm,
    async run({ id, date, clock, fromDesk, ...attempt }, { runtime, viewer, now }) {
      const happenedAt = date || clock ? instantOf(date || localDate(now), clock || localClock(now)) : now;
      await runtime.write((db) => logAttempt(db, boxOf(runtime), viewer, id, { ...attempt, happenedAt }, now));
      return told(fromDesk ? paths.brobygger.today : paths.case(id), "forsoeg-noteret");
    },
  }),

  setNext: act({
    who: "brobygger",
    schema: nextForm,
    async run({ id, next }, { runtime, viewer, now }) {
      await runtime.write((db) => setNext(db, viewer, id, next ?? refuse("chooseNext", "next"), now));
      return told(paths.case(id), "skridt-gemt");
    },
  }),

  finishTask: act({
    who: "brobygger",
    schema: taskForm,
    async run({ task }, { runtime, viewer, now }) {
      await runtime.write((db) => finish(db, viewer, task, now));
      return told(paths.brobygger.today, "opgave-gjort");
    },
  }),

  addNote: act({
    who: "brobygger",
    schema: noteForm,
    async run({ id, note }, { runtime, viewer, now }) {
      await runtime.write((db) => addNote(db, runtime.keys, viewer, id, note, now));
      return told(paths.case(id), "note-gemt");
    },
  }),

  noteYes: act({
    who: "brobygger",
    schema: yesForm,
    async run({ id, ...yes }, { runtime, viewer, now }) {
      await runtime.write((db) => noteYes(db, runtime.keys, viewer, id, yes, now));
      return told(paths.case(id), "ja-gemt");
    },
  }),

  noteNo: act({
    who: "brobygger",
    schema: noForm,
    async run({ id, kind }, { runtime, viewer, now }) {
      await runtime.write((db) => noteNo(db, runtime.keys, viewer, id, kind, now));
      return kind === "call-and-store"
        ? told(paths.brobygger.mine, "nej-gemt")
        : told(paths.case(id), "ja-taget-tilbage");
    },
  }),

  makeCode: act({
    who: "brobygger",
    schema: caseForm,
    async run({ id }, { runtime, viewer, now }) {
      return { once: [await runtime.write((db) => makeCode(db, runtime.keys, viewer, id, now))] };
    },
  }),

  handOver: act({
    who: "brobygger",
    schema: giveForm,
    async run({ id, to }, { runtime, viewer, now }) {
      await runtime.write((db) => handOver(db, viewer, id, to, now));
      return told(paths.brobygger.mine, "sag-givet");
    },
  }),

  reassign: act({
    who: "lead",
    schema: giveForm,
    async run({ id, to }, { runtime, viewer, now }) {
      await runtime.write((db) => reassign(db, viewer, id, to, now));
      return told(paths.brobygger.share, "sag-givet");
    },
  }),

  reassignAll: act({
    who: "lead",
    schema: giveAllForm,
    async run(given, { runtime, viewer, now }) {
      await runtime.write((db) => reassignAll(db, viewer, given, now));
      return told(paths.brobygger.share, "sager-givet");
    },
  }),

  setCover: act({
    who: "brobygger",
    schema: coverForm,
    async run(cover, { runtime, viewer, now }) {
      await runtime.write((db) => setCover(db, boxOf(runtime), viewer, cover, now));
      return told(paths.brobygger.cover, "vikar-sat");
    },
  }),

  endCover: act({
    who: "brobygger",
    schema: endCoverForm,
    async run({ cover }, { runtime, viewer, now }) {
      await runtime.write((db) => endCover(db, viewer, cover, now));
      return told(paths.brobygger.cover, "vikar-slut");
    },
  }),

  noteWorry: act({
    who: "brobygger",
    schema: worryForm,
    async run({ id, ...worry }, { runtime, viewer, now }) {
      await runtime.write((db) => noteWorry(db, runtime.keys, viewer, id, worry, now));
      return told(paths.case(id), "bekymring-skrevet");
    },
  }),

  noteNotice: act({
    who: "brobygger",
    schema: noticeForm,
    async run({ id, ...notice }, { runtime, viewer, now }) {
      await runtime.write((db) => noteNotice(db, viewer, id, notice, now));
      return told(paths.case(id), "besked-givet");
    },
  }),

  place: act({
    who: "brobygger",
    schema: placeForm,
    async run({ id, ...begun }, { runtime, viewer, now }) {
      await runtime.write((db) => place(db, runtime.keys, viewer, id, begun, now));
      return told(paths.case(id), "sted-begyndt");
    },
  }),

  endPlacement: act({
    who: "brobygger",
    schema: endPlacementForm,
    async run({ id, placement, endedOn }, { runtime, viewer, now }) {
      await runtime.write((db) => endPlacement(db, viewer, id, placement, endedOn, now));
      return told(paths.case(id), "sted-slut");
    },
  }),

  deliver: act({
    who: "brobygger",
    schema: deliverForm,
    async run({ id, seen }, { runtime, viewer, now }) {
      const { db, keys, work } = runtime;
      const view = await runtime.write((tx) => openCase(tx, keys, viewer, id, now));
      if (!view) return refuse("notYourCase");
      const receipt = await receiptOf(view, vocabularyOf(db), (paper) => work.do("paper", { paper }));
      await runtime.write((tx) => deliver(tx, viewer, id, { seen, receipt }, now));
      return told(paths.case(id), "forloeb-afleveret");
    },
  }),

  readInEmergency: act({
    who: "lead",
    schema: noteForm,
    async run({ id, note }, { runtime, viewer, now }) {
      await runtime.write((db) => readInEmergency(db, runtime.keys, viewer, id, note, now));
      return told(paths.case(id), "laest-i-noed");
    },
  }),

  close: act({
    who: "brobygger",
    schema: closeForm,
    async run({ id, ...end }, { runtime, viewer, now }) {
      await runtime.write((db) => close(db, runtime.keys, viewer, id, end, now));
      return told(paths.case(id), "sag-lukket");
    },
  }),

  reopen: act({
    who: "brobygger",
    schema: caseForm,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((db) => reopen(db, viewer, id, now));
      return told(paths.case(id), "sag-aabnet");
    },
  }),

  register: act({
    who: "brobygger",
    schema: registerForm,
    async run({ omraade, ...person }, { runtime, viewer, now }) {
      const id = await runtime.write((db) => register(db, boxOf(runtime), viewer, { ...person, area: omraade }, now));
      return told(paths.case(id), "borger-skrevet-op");
    },
  }),

  /** Who somebody is stays out of addresses, so it is posted. */
  find: act({
    who: "brobygger",
    schema: findForm,
    run({ sought }, { runtime: { db, keys }, viewer }) {
      const [found = refuse("noCaseFound", "sought"), ...others] = find(db, keys, viewer, readSought(sought));
      if (others.some(({ readable }) => readable))
        return { once: [found, ...others].filter(({ readable }) => readable).map(({ id }) => id) };
      return found.readable ? paths.case(found.id) : paths.brobygger.message(found.id);
    },
  }),

  leaveMessage: act({
    who: "brobygger",
    schema: noteForm,
    async run({ id, note }, { runtime, viewer, now }) {
      await runtime.write((db) => leaveMessage(db, runtime.keys, viewer, id, note, now));
      return told(paths.brobygger.today, "besked-lagt");
    },
  }),

  correct: act({
    who: "brobygger",
    schema: correctForm,
    async run({ id, omraade, ...said }, { runtime, viewer, now }) {
      await runtime.write((db) => correct(db, runtime.keys, viewer, id, { ...said, area: omraade }, now));
      return told(paths.case(id), "oplysninger-rettet");
    },
  }),

  noteWho5: act({
    who: "brobygger",
    schema: who5Form,
    async run({ id, ...noted }, { runtime, viewer, now }) {
      await runtime.write((db) => noteWho5(db, runtime.keys, viewer, id, noted, now));
      return told(`${paths.case(id)}#trivsel`, "trivsel-gemt");
    },
  }),

  fedBack: act({
    who: "brobygger",
    schema: caseForm,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((db) => noteFedBack(db, viewer, id, now));
      return told(paths.case(id), "svar-skrevet");
    },
  }),

  strike: act({
    who: "brobygger",
    schema: strikeForm,
    async run({ id, event }, { runtime, viewer, now }) {
      await runtime.write((db) => strike(db, viewer, id, event, now));
      return told(paths.case(id), "note-streget");
    },
  }),
};
