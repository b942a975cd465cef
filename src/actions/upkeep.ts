import { paths } from "../shared/paths.ts";
import { arrange } from "../upkeep/arranging.ts";
import { sayComing, takeBack } from "../upkeep/coming.ts";
import { confirm } from "../upkeep/confirming.ts";
import { merge } from "../upkeep/duplicates.ts";
import * as forms from "../upkeep/forms.ts";
import { sendHostLink } from "../upkeep/hostlink.ts";
import { chooseMonthlyMail, monthlyReader } from "../upkeep/monthly.ts";
import { answer, ask, hide } from "../upkeep/questions.ts";
import { handle, report } from "../upkeep/reports.ts";
import { close, pickUp, suggest } from "../upkeep/suggestions.ts";
import { refuse } from "../texts/refusal.ts";
import { act } from "./act.ts";
import { boxOf } from "./box.ts";
import { here } from "./here.ts";
import { told } from "../texts/notices.ts";

export const upkeep = {
  // Anyone, on the page of an activity; the monthly mail's reader, by the link in it.
  report: act({
    who: "anyone",
    schema: forms.reportForm,
    limit: "form",
    async run({ id, hvad, besked }, by) {
      await by.runtime.write((db) => report(db, boxOf(by.runtime), id, { reason: hvad, text: besked }, by.now));
      return here(by, "fejl-meldt");
    },
  }),
  ask: act({
    who: "anyone",
    schema: forms.questionForm,
    limit: "form",
    async run({ id, spoergsmaal }, by) {
      await by.runtime.write((db) => ask(db, boxOf(by.runtime), id, spoergsmaal, by.now));
      return here(by, "spurgt");
    },
  }),
  come: act({
    who: "anyone",
    schema: forms.comingForm,
    limit: "form",
    async run({ id, fornavn, gang, alene, mail }, by) {
      const token = await by.runtime.write((db) =>
        sayComing(db, boxOf(by.runtime), id, { name: fornavn, start: gang, alone: alene, email: mail }, by.now),
      );
      by.runtime.seen.add("coming", [id], by.now);
      return told(paths.arrival(token), "kommer");
    },
  }),
  takeBack: act({
    who: "anyone",
    schema: forms.linkDeed,
    limit: "form",
    async run({ token }, by) {
      await by.runtime.write((db) => takeBack(db, boxOf(by.runtime), token, by.now));
      return told(paths.arrival(token), "kommer-ikke");
    },
  }),
  hostLink: act({
    who: "anyone",
    schema: forms.hostLinkForm,
    limit: "form",
    async run({ id }, by) {
      await by.runtime.write((db) => sendHostLink(db, boxOf(by.runtime), id, by.now));
      return here(by, "link-sendt");
    },
  }),
  suggest: act({
    who: "anyone",
    schema: forms.suggestionForm,
    limit: "form",
    async run({ oenske, omraade, tema, kontakt }, by) {
      await by.runtime.write((db) =>
        suggest(db, by.runtime.keys, { wish: oenske, area: omraade, theme: tema, contact: kontakt }, by.now),
      );
      return `${paths.suggest}?sendt=1`;
    },
  }),
  monthlyMail: act({
    who: "anyone",
    schema: forms.monthlyForm,
    async run({ token, vil }, by) {
      await by.runtime.write((db) => {
        const { id } = monthlyReader(db, by.runtime.keys, token) ?? refuse("linkOver");
        chooseMonthlyMail(db, id, vil);
      });
      return paths.monthlyMail(token);
    },
  }),

  // Contacts at their desk.
  ownMonthlyMail: act({
    who: "contact",
    schema: forms.ownMonthlyForm,
    async run({ vil }, by) {
      await by.runtime.write((db) => chooseMonthlyMail(db, by.viewer.id, vil));
      return `${paths.host.desk}#maanedsmail`;
    },
  }),
  confirm: act({
    who: "contact",
    schema: forms.activityDeed,
    async run({ id }, by) {
      await by.runtime.write((db) => confirm(db, by.viewer, id, by.now));
      return here(by, "bekraeftet");
    },
  }),
  arrange: act({
    who: "contact",
    schema: forms.arrangeForm,
    async run({ id, ...wanted }, by) {
      await by.runtime.write((db) => arrange(db, by.viewer, id, wanted, by.now));
      return told(paths.host.health(id), "ordnet");
    },
  }),
  answer: act({
    who: "contact",
    schema: forms.answerForm,
    async run({ id, spoergsmaal, svar }, by) {
      await by.runtime.write((db) => answer(db, by.viewer, id, spoergsmaal, svar, by.now));
      return here(by, "svaret");
    },
  }),
  hide: act({
    who: "contact",
    schema: forms.hideForm,
    async run({ spoergsmaal }, by) {
      await by.runtime.write((db) => hide(db, by.viewer, spoergsmaal));
      return here(by, "skjult");
    },
  }),
  handle: act({
    who: "contact",
    schema: forms.reportDeed,
    async run({ besked }, by) {
      await by.runtime.write((db) => handle(db, by.viewer, besked, by.now));
      return here(by, "klaret");
    },
  }),
  pickUp: act({
    who: "contact",
    schema: forms.pickUpForm,
    async run({ oenske, forening }, by) {
      await by.runtime.write((db) => pickUp(db, by.viewer, oenske, forening));
      return told(paths.host.missed, "taget-op");
    },
  }),

  // Editors.
  merge: act({
    who: "editor",
    schema: forms.mergeForm,
    async run({ behold, fjern }, by) {
      await by.runtime.write((db) => merge(db, by.viewer, behold, fjern, by.now));
      return told(paths.editor.duplicates, "lagt-sammen");
    },
  }),
  closeSuggestion: act({
    who: "editor",
    schema: forms.suggestionDeed,
    async run({ oenske }, by) {
      await by.runtime.write((db) => close(db, by.viewer, oenske, by.now));
      return told(paths.editor.wishes, "klaret");
    },
  }),
};
