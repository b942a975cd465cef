import type { Db } from "../../db/client.ts";
import type { LinkKind } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { cancelDate, moveDate, restoreDate, withdraw } from "../activities/publishing.ts";
import { arrange } from "../upkeep/arranging.ts";
import { sayComing, takeBack } from "../upkeep/arrivals.ts";
import { confirm } from "../upkeep/confirming.ts";
import * as forms from "../upkeep/forms.ts";
import { sendHostLink } from "../upkeep/hostlink.ts";
import { linkHolder, readLink } from "../upkeep/links.ts";
import { chooseMonthlyMail, monthlyReader } from "../upkeep/monthly.ts";
import { merge } from "../upkeep/duplicates.ts";
import { answer, ask, hide, questionsFor } from "../upkeep/questions.ts";
import { handle, report, reportsOf } from "../upkeep/reports.ts";
import { close, pickUp, suggest } from "../upkeep/suggestions.ts";
import { undo, undoByLink } from "../activities/undoing.ts";
import { importBorders, saveNicknames } from "../editing/areas.ts";
import { bordersForm, holidayDeed, holidayForm, nicknamesForm, wordsForm } from "../editing/forms.ts";
import { leave } from "../organisations/contacts.ts";
import { addHoliday, removeHoliday } from "../editing/holidays.ts";
import { groupsIn, saveWordGroups } from "../editing/words.ts";
import { refuse } from "../shared/refusal.ts";
import { act, type Poster } from "./act.ts";
import { boxOf } from "./box.ts";

export const trust = {
  // Anyone, on the page of an activity.
  report: act({
    who: "anyone",
    schema: forms.reportForm,
    limit: "form",
    async run({ id, hvad, besked }, by) {
      await by.runtime.write((db) => report(db, boxOf(by.runtime), id, { reason: hvad, text: besked }, by.now));
      return (here(by, "fejl-meldt"));
    },
  }),
  ask: act({
    who: "anyone",
    schema: forms.questionForm,
    limit: "form",
    async run({ id, spoergsmaal }, by) {
      await by.runtime.write((db) => ask(db, boxOf(by.runtime), id, spoergsmaal, by.now));
      return (here(by, "spurgt"));
    },
  }),
  come: act({
    who: "anyone",
    schema: forms.comingForm,
    limit: "form",
    async run({ id, fornavn, gang, alene }, by) {
      const token = await by.runtime.write((db) => sayComing(db, boxOf(by.runtime), id, { name: fornavn, start: gang, alone: alene }, by.now));
      by.runtime.seen.add("coming", [id], by.now);
      return (`/kommer/${token}?besked=kommer`);
    },
  }),
  takeBack: act({
    who: "anyone",
    schema: forms.linkDeed,
    limit: "form",
    async run({ token }, by) {
      await by.runtime.write((db) => takeBack(db, boxOf(by.runtime), token, by.now));
      return (`/kommer/${token}?besked=kommer-ikke`);
    },
  }),
  hostLink: act({
    who: "anyone",
    schema: forms.hostLinkForm,
    limit: "form",
    async run({ id }, by) {
      await by.runtime.write((db) => sendHostLink(db, boxOf(by.runtime), id, by.now));
      return (here(by, "link-sendt"));
    },
  }),
  suggest: act({
    who: "anyone",
    schema: forms.suggestionForm,
    limit: "form",
    async run({ oenske, omraade, tema, kontakt }, by) {
      await by.runtime.write((db) => suggest(db, by.runtime.keys, { wish: oenske, area: omraade, theme: tema, contact: kontakt }, by.now));
      return "/foreslaa?sendt=1";
    },
  }),

  // Whoever holds a link from a mail: what the link is for, and nothing else.
  linkConfirm: act({
    who: "anyone",
    schema: forms.linkDeed,
    run: ({ token }, by) => withLink(by, token, ["confirm"], "bekraeftet", (db, holder, id) => confirm(db, holder, id, by.now)),
  }),
  linkTakeDown: act({
    who: "anyone",
    schema: forms.linkDeed,
    run: ({ token }, by) => withLink(by, token, ["confirm"], "aktivitet-taget-ned", (db, holder, id) => withdraw(db, holder, id, by.now)),
  }),
  linkHandle: act({
    who: "anyone",
    schema: forms.linkReport,
    run: ({ token, besked }, by) =>
      withLink(by, token, ["confirm"], "klaret", (db, holder, id) => {
        if (!reportsOf(db, by.runtime.keys, holder, id).some((one) => one.id === besked)) refuse("notPossibleNow");
        handle(db, holder, besked, by.now);
      }),
  }),
  linkCancel: act({
    who: "anyone",
    schema: forms.linkDate,
    run: ({ token, start }, by) => withLink(by, token, ["cancel"], "dato-aflyst", (db, holder, id) => cancelDate(db, holder, id, start, by.now)),
  }),
  linkRestoreDate: act({
    who: "anyone",
    schema: forms.linkDate,
    run: ({ token, start }, by) => withLink(by, token, ["cancel"], "dato-igen", (db, holder, id) => restoreDate(db, holder, id, start, by.now)),
  }),
  linkMove: act({
    who: "anyone",
    schema: forms.linkMove,
    run: ({ token, start, dato, fra, til }, by) =>
      withLink(by, token, ["cancel"], "dato-flyttet", (db, holder, id) => moveDate(db, holder, id, start, { date: dato, start: fra, end: til }, by.now)),
  }),
  linkUndo: act({
    who: "anyone",
    schema: forms.linkUndo,
    run: ({ token, version }, by) => withLink(by, token, ["confirm", "cancel"], "fortrudt", (db, holder, id) => undoByLink(db, holder, id, version, by.now)),
  }),
  linkAnswer: act({
    who: "anyone",
    schema: forms.linkAnswer,
    run: ({ token, spoergsmaal, svar }, by) =>
      withLink(by, token, ["questions"], "svaret", (db, holder, id) => {
        if (!questionsFor(db, holder, id).some((one) => one.id === spoergsmaal)) refuse("notPossibleNow");
        answer(db, holder, spoergsmaal, svar, by.now);
      }),
  }),
  linkSkip: act({
    who: "anyone",
    schema: forms.linkQuestion,
    run: ({ token, spoergsmaal }, by) =>
      withLink(by, token, ["questions"], "skjult", (db, holder, id) => {
        if (!questionsFor(db, holder, id).some((one) => one.id === spoergsmaal)) refuse("notPossibleNow");
        hide(db, holder, spoergsmaal);
      }),
  }),
  monthlyMail: act({
    who: "anyone",
    schema: forms.monthlyForm,
    async run({ token, vil }, by) {
      await by.runtime.write((db) => {
        const { id } = monthlyReader(db, by.runtime.keys, token) ?? refuse("linkOver");
        chooseMonthlyMail(db, id, vil);
      });
      return `/maanedsmail/${token}`;
    },
  }),

  // Contacts at their desk.
  ownMonthlyMail: act({
    who: "contact",
    schema: forms.ownMonthlyForm,
    async run({ vil }, by) {
      await by.runtime.write((db) => chooseMonthlyMail(db, by.viewer.id, vil));
      return "/forening#maanedsmail";
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
  moveDate: act({
    who: "contact",
    schema: forms.moveForm,
    async run({ id, start, dato, fra, til }, by) {
      await by.runtime.write((db) => moveDate(db, by.viewer, id, start, { date: dato, start: fra, end: til }, by.now));
      return here(by, "dato-flyttet-bord");
    },
  }),
  undo: act({
    who: "contact",
    schema: forms.undoForm,
    async run({ id, version }, by) {
      await by.runtime.write((db) => undo(db, by.viewer, id, version, by.now));
      return `/forening/aktivitet/${id}/historik?besked=fortrudt`;
    },
  }),
  arrange: act({
    who: "contact",
    schema: forms.arrangeForm,
    async run({ id, ...wanted }, by) {
      await by.runtime.write((db) => arrange(db, by.viewer, id, wanted, by.now));
      return `/forening/aktivitet/${id}/gaar?besked=ordnet`;
    },
  }),
  answer: act({
    who: "contact",
    schema: forms.answerForm,
    async run({ id, spoergsmaal, svar }, by) {
      await by.runtime.write((db) => answer(db, by.viewer, spoergsmaal, svar, by.now));
      return `/forening/aktivitet/${id}/gaar?besked=svaret`;
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
      return "/forening/savnes?besked=taget-op";
    },
  }),
  leave: act({
    who: "contact",
    schema: forms.leaveForm,
    async run({ forening }, by) {
      await by.runtime.write((db) => leave(db, by.viewer, forening, by.now));
      return "/?besked=holdt-op";
    },
  }),

  // Editors.
  merge: act({
    who: "editor",
    schema: forms.mergeForm,
    async run({ behold, fjern }, by) {
      await by.runtime.write((db) => merge(db, by.viewer, behold, fjern, by.now));
      return "/redaktion/tavle/dubletter?besked=lagt-sammen";
    },
  }),
  closeSuggestion: act({
    who: "editor",
    schema: forms.suggestionDeed,
    async run({ oenske }, by) {
      await by.runtime.write((db) => close(db, by.viewer, oenske, by.now));
      return "/redaktion/tavle/oensker?besked=klaret";
    },
  }),
  saveWords: act({
    who: "editor",
    schema: wordsForm,
    async run({ ord }, by) {
      await by.runtime.write((db) => saveWordGroups(db, by.viewer, groupsIn(ord)));
      return "/redaktion/tavle/ord?besked=ord-gemt";
    },
  }),
  addHoliday: act({
    who: "editor",
    schema: holidayForm,
    async run({ slags, navn, foerste, sidste }, by) {
      await by.runtime.write((db) => addHoliday(db, by.viewer, { kind: slags, name: navn, from: foerste, until: sidste }));
      return "/redaktion/tavle/ferier?besked=ferie-gemt";
    },
  }),
  removeHoliday: act({
    who: "editor",
    schema: holidayDeed,
    async run({ id }, by) {
      await by.runtime.write((db) => removeHoliday(db, by.viewer, id));
      return "/redaktion/tavle/ferier?besked=ferie-slettet";
    },
  }),
  importBorders: act({
    who: "editor",
    schema: bordersForm,
    async run({ fil }, by) {
      const borders = await by.runtime.work.do("borders", { file: new Uint8Array(await fil.arrayBuffer()) });
      await by.runtime.write((db) => importBorders(db, by.viewer, borders));
      by.runtime.jobs.areasChanged();
      return "/redaktion/tavle/omraader?besked=graenser-gemt";
    },
  }),
  saveNicknames: act({
    who: "editor",
    schema: nicknamesForm,
    async run(wanted, by) {
      await by.runtime.write((db) => saveNicknames(db, by.viewer, wanted));
      return "/redaktion/tavle/omraader?besked=omraader-gemt";
    },
  }),
};

/** Does a deed for whoever holds the link, when the link is for it, and comes back to the link's page. */
async function withLink(
  by: Poster,
  token: string,
  kinds: readonly LinkKind[],
  notice: string,
  deed: (db: Db, holder: Viewer, activityId: string) => void,
): Promise<string> {
  await by.runtime.write((db) => {
    const link = readLink(db, token, by.now);
    if (!link || !kinds.includes(link.kind)) refuse("linkOver");
    deed(db, linkHolder(link), link.activityId);
  });
  return `/b/${token}?besked=${notice}`;
}

/** Back to the page that the form stood on. */
function here({ context }: Poster, notice: string): string {
  return `/${context.url.pathname.replace(/^\/+/, "")}?besked=${notice}#indhold`;
}
