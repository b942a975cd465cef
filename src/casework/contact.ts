import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { type AttemptResult, cases, type ContactWay } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import type { MailBox } from "../mail/outbox.ts";
import { isPublicHoliday } from "../shared/holidays.ts";
import type { KeyRing } from "../shared/seal.ts";
import { refuse } from "../texts/refusal.ts";
import { sendLink } from "./citizen-link.ts";
import { refuseWithoutOwnYes } from "./yes.ts";
import { caseFor, refuseCpr } from "./deeds.ts";
import { noteInformed, refuseUninformed } from "./first-talk.ts";
import { type Next, nextAfter, noteNext } from "./next.ts";
import { waitedDays } from "./promise.ts";
import { addTextEvent, type CaseRow } from "./store.ts";
import { addTask, CALLS, endSettled, endTasks } from "./tasks.ts";

export interface Attempt {
  result: AttemptResult;
  way: ContactWay;
  note: string;
  /** Whether the citizen was told who we are and what is kept. */
  informed: boolean;
  /** Epoch ms; not in the future. */
  happenedAt: number;
  /** What comes next; null: what follows from the result. */
  next: Next | null;
}

/**
 * Notes a call, a visit or a mail, and what comes next. When the citizen was reached for the first time and has no link
 * yet, it goes out by mail.
 */
export function logAttempt(
  db: Db,
  box: MailBox,
  viewer: Viewer,
  id: string,
  { result, way, note, informed, happenedAt, next }: Attempt,
  now: number,
): void {
  if (happenedAt > now) refuse("notYet", "date");
  refuseCpr(note, "note");
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", id);
    const reached = result === "reached";
    if (note) refuseWithoutOwnYes(tx, stored, "note");
    if (informed && reached) noteInformed(tx, viewer, id, now);
    else if (note && reached) refuseUninformed(stored, "note");
    const first = reached && stored.firstContactAt === null;
    noteAttempt(tx, stored, happenedAt);
    if (first) tx.update(cases).set({ firstContactAt: happenedAt }).where(eq(cases.id, id)).run();
    addTextEvent(
      tx,
      box.keys,
      stored,
      { kind: "attempt", actorId: viewer.id, detail: { result, way }, happenedAt },
      note,
      now,
    );
    if (reached) endSettled(tx, id, viewer.id, next === null, now);
    else endTasks(tx, id, viewer.id, now, CALLS);
    const following = nextAfter(result, now);
    if (next) noteNext(tx, viewer, id, next, now);
    else if (following) addTask(tx, id, following, viewer.id, now);
    if (first && stored.door !== "site") sendLink(tx, box, stored, now);
  });
}

/** Notes when somebody was tried; the first attempt settles for good whether the promise was kept. */
export function noteAttempt(db: Db, stored: CaseRow, at: number): void {
  const { id, door, createdAt, dueAt, firstAttemptAt, lastAttemptAt } = stored;
  db.update(cases)
    .set({
      firstAttemptAt: Math.min(firstAttemptAt ?? at, at),
      lastAttemptAt: Math.max(lastAttemptAt ?? at, at),
      ...(firstAttemptAt === null && {
        waitedDays: waitedDays(createdAt, Math.max(createdAt, at), isPublicHoliday),
        // Whoever stood in a sheet was promised nothing here.
        promiseKept: door === "sheet" ? null : at <= dueAt,
      }),
    })
    .where(eq(cases.id, id))
    .run();
}

/** Writes a note, in a case of one's own. */
export function addNote(db: Db, keys: KeyRing, viewer: Viewer, id: string, text: string, now: number): void {
  if (!text) refuse("required", "note");
  refuseCpr(text, "note");
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", id);
    refuseWithoutOwnYes(tx, stored, "note");
    refuseUninformed(stored, "note");
    addTextEvent(tx, keys, stored, { kind: "note", actorId: viewer.id }, text, now);
  });
}
