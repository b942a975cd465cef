/** The link behind the mail to an association or a companion: whom it is about, for a time, and one button to answer. */
import { eq } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { introductions } from "../../../db/schema.ts";
import { hashToken } from "../../shared/ids.ts";
import type { KeyRing } from "../../shared/seal.ts";
import { refuse } from "../../texts/refusal.ts";
import { refuseCpr } from "../deeds.ts";
import { addEvent, addTextEvent, type CaseRow, findCase } from "../store.ts";
import { askAbout, stepWithin } from "../tasks.ts";
import { openPerson } from "../vault.ts";
import { holdsYesTo, type IntroductionRow, openWords, sealWords, settle } from "./introduce.ts";
import { type LINK_ANSWERS, showsPerson } from "./rules.ts";

export type LinkAnswer = (typeof LINK_ANSWERS)[number];

/** What a link says before anybody has pressed a button: nothing of the citizen, nor of who referred. */
export interface LinkView {
  to: IntroductionRow["to"];
  title: string;
  teamId: string;
  answer: IntroductionRow["answer"];
  linkUntil: number;
  /** Whether the button shows anybody: after a no it does not. */
  mayShow: boolean;
}

/** Whom it is about. */
export interface Introduced {
  firstName: string;
  phone: string | null;
  agreed: string;
}

/** The introduction behind a link; null for one that does not work, or no longer: its time or the citizen's yes is over. */
export function linkView(db: Db, keys: KeyRing, token: string, now: number): LinkView | null {
  const found = liveLink(db, token, now);
  const words = found && openWords(keys, found.stored, found.row);
  if (!found || !words) return null;
  const { row, stored } = found;
  return {
    to: row.to,
    title: words.title,
    teamId: stored.teamId,
    answer: row.answer,
    linkUntil: row.linkUntil ?? now,
    mayShow: showsPerson(row, now),
  };
}

/** First name, number and what was agreed, for whoever pressed the button; each time is noted in the case. */
export function showIntroduced(db: Db, keys: KeyRing, token: string, now: number): Introduced {
  return db.transaction((tx) => {
    const found = liveLink(tx, token, now);
    const person = found && openPerson(keys, found.stored);
    const words = found && openWords(keys, found.stored, found.row);
    if (!found || !person || !words || !showsPerson(found.row, now)) return refuse("introductionOver");
    const { row } = found;
    if (row.shownAt === null) tx.update(introductions).set({ shownAt: now }).where(eq(introductions.id, row.id)).run();
    const event = { kind: "introduction-shown", actorId: null, detail: { to: row.to } } as const;
    addEvent(tx, { caseId: row.caseId, ...event }, now);
    return { firstName: person.name.split(" ")[0] ?? "", phone: person.phone, agreed: words.agreed };
  });
}

/** The receiver answers; the brobygger is to tell the citizen. Words of their own are sealed in the case. */
export function answerByLink(
  db: Db,
  keys: KeyRing,
  token: string,
  { answer, words }: { answer: LinkAnswer; words: string },
  now: number,
): void {
  refuseCpr(words, "words");
  db.transaction((tx) => {
    const { row, stored } = liveLink(tx, token, now) ?? refuse("introductionOver");
    if (row.answer === answer && words === "") return;
    settle(tx, row, answer, null, now);
    const before = openWords(keys, stored, row);
    if (before) {
      const sealedWords = sealWords(keys, stored, { ...before, reply: words }, row.madeAt);
      tx.update(introductions).set({ sealedWords }).where(eq(introductions.id, row.id)).run();
    }
    const event = { kind: "introduction-answered", actorId: null, detail: { to: row.to, answer } } as const;
    addTextEvent(tx, keys, stored, event, words, now);
    askAbout(tx, row.caseId, { ...stepWithin("answered", 1, now), about: row.id }, null, now);
  });
}

function liveLink(db: Db, token: string, now: number): { row: IntroductionRow; stored: CaseRow } | null {
  const row = db
    .select()
    .from(introductions)
    .where(eq(introductions.tokenHash, hashToken(token)))
    .get();
  if (!row || (row.linkUntil ?? 0) <= now) return null;
  const stored = findCase(db, row.caseId);
  if (!stored?.wrappedKey || stored.state !== "taken") return null;
  return holdsYesTo(db, row, now) ? { row, stored } : null;
}
