import { endByNo, takeBack, takeBackTold } from "../casework/consents.ts";
import { introductionsOf, trialsAhead } from "../casework/introductions/view.ts";
import { consentsInForce } from "../casework/yes.ts";
import { caseOfNextToken } from "../casework/code.ts";
import { wordsBehind } from "../casework/consent-words.ts";
import { detailOf } from "../casework/store.ts";
import { and, asc, eq } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import {
  activities,
  caseEvents,
  type AttemptResult,
  type CloseReason,
  type ConsentKind,
  type ReferralState,
  users,
} from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import { refuse } from "../texts/refusal.ts";
import type { KeyRing } from "../shared/seal.ts";
import { looksLikeCpr } from "../shared/cpr.ts";
import { help } from "../texts/help.ts";
import { hear } from "../casework/hear.ts";
import { listOf } from "../casework/talk/list.ts";
import { askedNow } from "../casework/following/note.ts";
import { groupsOf, type OwnGroup } from "../casework/practices.ts";
import { isLate, isOpen } from "../casework/open.ts";
import { lastDayOf } from "../casework/promise.ts";
import { mayWithdraw } from "../casework/rules.ts";
import { closingDay } from "../casework/notice.ts";
import { openTasks, type TaskRow } from "../casework/tasks.ts";
import { addTextEvent, type CaseRow, caseOfToken, openCasesOf } from "../casework/store.ts";
import { caseKey, openPerson, openText } from "../casework/vault.ts";

/** What a citizen sees of the own request: no name, since a link can be seen by others. */
export interface OwnCase {
  reference: string;
  teamId: string;
  state: ReferralState;
  closeReason: CloseReason | null;
  /** The date on which we have called at the latest. */
  lastDay: string;
  late: boolean;
  /** First name of the brobygger who has it. */
  brobygger: string | null;
  /** The last time that we tried. */
  attempt: { result: AttemptResult; at: number } | null;
  spoken: boolean;
  /** The last two digits of the number that we call. */
  phoneEnd: string | null;
  notes: { text: string; at: number }[];
  mayWithdraw: boolean;
  /** The day (`YYYY-MM-DD`) on which it is closed unless the citizen is heard of; null: no notice stands. */
  closesOn: string | null;
  /** What was agreed and is still to come. */
  trials: ReturnType<typeof trialsAhead>;
  /** Who was told of the citizen, by a yes that holds. */
  told: { id: number; title: string; who: string; at: number }[];
  /** Whether the citizen is asked today how it goes. */
  isAsked: boolean;
  /** The øvefællesskaber in which the citizen takes part, with their dates. */
  groups: OwnGroup[];
  /** What was put aside to choose among. */
  list: { title: string; slug: string | null; about: string }[];
  /** What was said yes to, and not taken back. */
  consents: {
    kind: ConsentKind;
    givenAt: number;
    /** The words that were said yes to; null: another passed the yes on. */
    words: string | null;
  }[];
}

/** The case behind a citizen's link; null for a link that does not work, or no longer. */
export function ownCase(db: Db, keys: KeyRing, token: string, now: number): OwnCase | null {
  const stored = caseOfToken(db, token);
  const key = stored && caseKey(keys, stored);
  if (!stored || !key) return null;
  const events = db
    .select()
    .from(caseEvents)
    .where(eq(caseEvents.caseId, stored.id))
    .orderBy(asc(caseEvents.happenedAt))
    .all();
  const attempt = events.findLast((event) => event.kind === "attempt");
  const tried = attempt && detailOf(attempt, "attempt");
  return {
    reference: stored.reference,
    teamId: stored.teamId,
    state: isRepeat(stored) && now < stored.dueAt ? "new" : stored.state,
    closeReason: isRepeat(stored) ? null : stored.closeReason,
    lastDay: lastDayOf(stored.dueAt),
    late: isLate(stored, now),
    brobygger: brobyggerOf(db, stored),
    attempt: tried ? { result: tried.result, at: attempt.happenedAt } : null,
    spoken: stored.firstContactAt !== null,
    phoneEnd: openPerson(keys, stored)?.phone?.slice(-2) ?? null,
    notes: events.flatMap((event) =>
      event.kind === "citizen-note" && event.sealedText
        ? [{ text: openText(key, event, event.sealedText), at: event.happenedAt }]
        : [],
    ),
    mayWithdraw: mayWithdraw(stored),
    closesOn: closingDay(db, stored.id),
    trials: trialsAhead(db, keys, stored, now),
    told: toldOf(db, keys, stored, now),
    isAsked: askedNow(db, stored, now) !== null,
    groups: groupsOf(db, stored.id, now),
    list: isOpen(stored.state) ? offersOf(db, keys, stored) : [],
    consents: consentsInForce(db, stored.id, now).map((yes) => ({
      kind: yes.kind,
      givenAt: yes.givenAt,
      words: yes.how === "relative" ? null : wordsBehind(db, yes),
    })),
  };
}

function toldOf(db: Db, keys: KeyRing, stored: CaseRow, now: number): OwnCase["told"] {
  return introductionsOf(db, keys, stored, now)
    .filter(({ isTakenBack, way }) => !isTakenBack && way !== "self")
    .map(({ id, words, madeAt }) => ({ id, title: words.title, who: words.receiver.name, at: madeAt }));
}

function offersOf(db: Db, keys: KeyRing, stored: CaseRow): OwnCase["list"] {
  const offers = listOf(db, keys, stored);
  const ids = offers.flatMap(({ activityId }) => activityId ?? []);
  const rows = db
    .select({ id: activities.id, slug: activities.slug })
    .from(activities)
    .where(and(among(activities.id, ids), eq(activities.audience, "all")))
    .all();
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  return offers.map(({ title, activityId, where, when, call, about }) => ({
    title,
    slug: slugs.get(activityId ?? "") ?? null,
    about: [where, when, call, about].filter(Boolean).join(", "),
  }));
}

/** What a citizen sees who came back by a code: what comes next, and nothing that was said before. */
export interface NextCase {
  teamId: string;
  state: ReferralState;
  /** First name of the brobygger who has it. */
  brobygger: string | null;
  /** The nearest thing that the citizen has part in. */
  task: TaskRow | null;
  /** Whether the citizen is asked today how it goes. */
  isAsked: boolean;
  mayWithdraw: boolean;
}

/** The case behind a link that a code gave; null for a link that does not work, or no longer. */
export function nextCase(db: Db, token: string, now: number): NextCase | null {
  const stored = caseOfNextToken(db, token);
  if (!stored?.wrappedKey) return null;
  return {
    teamId: stored.teamId,
    state: stored.state,
    brobygger: brobyggerOf(db, stored),
    task: openTasks(db, stored.id).find(({ kind }) => kind !== "told") ?? null,
    isAsked: askedNow(db, stored, now) !== null,
    mayWithdraw: mayWithdraw(stored),
  };
}

/** The citizen takes back the yes to one who was told, on the page of the own link; twice is once. */
export function takeBackOne(db: Db, token: string, introduction: number, now: number): void {
  db.transaction((tx) => {
    const stored = caseOfToken(tx, token);
    if (!stored?.wrappedKey || stored.state === "withdrawn") return refuse("linkGone");
    takeBackTold(tx, stored, introduction, now);
  });
}

/** The citizen adds something, also after the end; who asked again adds it to the first case, that is called. */
export function addOwnNote(db: Db, keys: KeyRing, token: string, text: string, now: number): void {
  if (looksLikeCpr(text)) refuse("cpr", "note");
  if (text.length > readSetting(db, "helpTextMax")) refuse("tooLong", "note");
  db.transaction((tx) => {
    const stored = ownRow(tx, token);
    if (stored.state === "withdrawn") refuse("linkGone");
    const [called] = calledInstead(tx, keys, stored);
    if (called) addTextEvent(tx, keys, stored, { kind: "citizen-note", actorId: null }, text, now);
    if (!hear(tx, keys, called ?? stored, text, now)) refuse("manyNotes", "note");
  });
}

/**
 * The citizen says no: nobody calls, nobody reads it any more, and the retention job erases it. Saying it twice is
 * saying it once. Who asked again from a number that has open cases says it for this one; the brobygger who calls about
 * the first reads it there, for a number can be another's.
 */
export function withdraw(db: Db, keys: KeyRing, token: string, now: number): void {
  db.transaction((tx) => {
    const stored = ownRow(tx, token);
    if (!mayWithdraw(stored)) return;
    for (const one of calledInstead(tx, keys, stored)) hear(tx, keys, one, help.saidNoAgain, now);
    endByNo(tx, stored.id, null, now);
  });
}

/** The citizen takes one yes back, on the page of the own link; twice is once. */
export function takeBackYes(db: Db, keys: KeyRing, token: string, kind: ConsentKind, now: number): void {
  db.transaction((tx) => {
    const stored = caseOfToken(tx, token);
    if (!stored?.wrappedKey || stored.state === "withdrawn") return refuse("linkGone");
    takeBack(tx, keys, stored, kind, null, now);
  });
}

function brobyggerOf(db: Db, { brobyggerId }: CaseRow): string | null {
  const found = brobyggerId && db.select({ name: users.name }).from(users).where(eq(users.id, brobyggerId)).get();
  return found ? (found.name.split(" ")[0] ?? null) : null;
}

/** Of the citizen's link, or of the one that a code gave: both may write and say no. */
function ownRow(db: Db, token: string): CaseRow {
  const stored = caseOfToken(db, token) ?? caseOfNextToken(db, token);
  return stored?.wrappedKey ? stored : refuse("linkGone");
}

/** Of somebody who asked again: the first case that is open, where the brobygger reads it. */
function calledInstead(db: Db, keys: KeyRing, stored: CaseRow): CaseRow[] {
  return isRepeat(stored) ? openCasesOf(db, keys, stored).slice(0, 1) : [];
}

function isRepeat({ state, closeReason }: CaseRow): boolean {
  return state === "closed" && closeReason === "repeat";
}
