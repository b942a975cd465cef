import type { Db } from "../../db/client.ts";
import type { LinkKind } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { cancelDate, moveDate, restoreDate } from "../activities/date-deeds.ts";
import { withdraw } from "../activities/publishing.ts";
import { undoByLink } from "../activities/undoing.ts";
import { paths } from "../shared/paths.ts";
import { takeNameAway } from "../upkeep/named.ts";
import { confirm } from "../upkeep/confirming.ts";
import * as forms from "../upkeep/forms.ts";
import { linkHolder, readLink } from "../upkeep/links.ts";
import { answer, hide } from "../upkeep/questions.ts";
import { handle } from "../upkeep/reports.ts";
import { refuse } from "../texts/refusal.ts";
import { boxOf } from "./box.ts";
import { act, type Poster } from "./act.ts";
import { type NoticeKey, told } from "../texts/notices.ts";

/** What whoever holds a link from a mail may do: what the link is for, and nothing else. */
export const links = {
  confirm: act({
    who: "anyone",
    schema: forms.linkDeed,
    run: ({ token }, by) =>
      withLink(by, token, ["confirm"], "bekraeftet", (db, holder, id) => confirm(db, holder, id, by.now)),
  }),
  takeDown: act({
    who: "anyone",
    schema: forms.linkDeed,
    run: ({ token }, by) =>
      withLink(by, token, ["confirm"], "er-taget-ned", (db, holder, id) => void withdraw(db, holder, id, by.now)),
  }),
  handle: act({
    who: "anyone",
    schema: forms.linkReport,
    run: ({ token, besked }, by) =>
      withLink(by, token, ["confirm"], "klaret", (db, holder, id) => handle(db, holder, besked, by.now, id)),
  }),
  cancel: act({
    who: "anyone",
    schema: forms.linkDate,
    run: ({ token, start }, by) =>
      withLink(by, token, ["cancel"], "dato-aflyst", (db, holder, id) => cancelDate(db, holder, id, start, by.now)),
  }),
  restoreDate: act({
    who: "anyone",
    schema: forms.linkDate,
    run: ({ token, start }, by) =>
      withLink(by, token, ["cancel"], "dato-igen", (db, holder, id) => restoreDate(db, holder, id, start, by.now)),
  }),
  move: act({
    who: "anyone",
    schema: forms.linkMove,
    run: ({ token, start, dato, fra, til }, by) =>
      withLink(by, token, ["cancel"], "dato-flyttet", (db, holder, id) =>
        moveDate(db, holder, id, start, { date: dato, start: fra, end: til }, by.now),
      ),
  }),
  undo: act({
    who: "anyone",
    schema: forms.linkUndo,
    run: ({ token, version }, by) =>
      withLink(by, token, ["confirm", "cancel"], "fortrudt", (db, holder, id) =>
        undoByLink(db, holder, id, version, by.now),
      ),
  }),
  takeNameAway: act({
    who: "anyone",
    schema: forms.linkDeed,
    run: ({ token }, by) =>
      withLink(by, token, ["named"], "navn-vaek", (db, holder, id) =>
        takeNameAway(db, boxOf(by.runtime), holder, id, by.now),
      ),
  }),
  answer: act({
    who: "anyone",
    schema: forms.linkAnswer,
    run: ({ token, spoergsmaal, svar }, by) =>
      withLink(by, token, ["questions"], "svaret", (db, holder, id) =>
        answer(db, holder, id, spoergsmaal, svar, by.now),
      ),
  }),
  skip: act({
    who: "anyone",
    schema: forms.linkQuestion,
    run: ({ token, spoergsmaal }, by) =>
      withLink(by, token, ["questions"], "skjult", (db, holder, id) => hide(db, holder, spoergsmaal, id)),
  }),
};

/** Does a deed for whoever holds the link, when the link is for it, and comes back to the link's page. */
async function withLink(
  by: Poster,
  token: string,
  kinds: readonly LinkKind[],
  notice: NoticeKey,
  deed: (db: Db, holder: Viewer, activityId: string) => void,
): Promise<string> {
  await by.runtime.write((db) => {
    const link = readLink(db, token, by.now);
    if (!link || !kinds.includes(link.kind)) refuse("linkOver");
    deed(db, linkHolder(link), link.activityId);
  });
  return told(paths.hostLink(token), notice);
}
