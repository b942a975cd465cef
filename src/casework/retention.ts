import { and, type Column, eq, inArray, isNotNull, isNull, lte, not, or, sql } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { cases, type CloseReason } from "../../db/schema.ts";
import { readSettings } from "../../db/settings.ts";
import { DAY } from "../shared/time.ts";
import { isOpen } from "./open.ts";
import { addEvent, type CaseRow } from "./store.ts";
import { destroyKeys } from "./vault.ts";

/** A twelfth of a year of 365.25 days. */
const MONTH = 30.4375 * DAY;

const CASES_A_STEP = 50;

/**
 * Erases the persons of cases whose time is up, by the settings of the people who run the site; the first 50 of them.
 * Answers how many. Whoever was never reached is closed as well.
 */
export function eraseWhatIsDue(db: Db, now: number): number {
  return db.transaction((tx) => {
    const due = dueForErasure(tx, now);
    erase(tx, due, "not-reached", now);
    return due.length;
  });
}

/**
 * Erases the persons of cases whose keys nobody can open any more. Those that were open are closed: nobody can be
 * called.
 */
export function eraseUnreadable(db: Db, caseIds: readonly string[], now: number): void {
  db.transaction((tx) => erase(tx, tx.select().from(cases).where(among(cases.id, caseIds)).all(), "other", now));
}

function erase(db: Db, rows: readonly CaseRow[], reason: CloseReason, now: number): void {
  for (const { id } of rows.filter((row) => isOpen(row.state))) {
    db.update(cases).set({ state: "closed", closeReason: reason, closedAt: now }).where(eq(cases.id, id)).run();
    addEvent(db, { caseId: id, kind: "closed", actorId: null, detail: { reason } }, now);
  }
  destroyKeys(
    db,
    rows.map(({ id }) => id),
    now,
  );
}

/** Somebody wrote, and nobody has answered yet. */
const waitsForAnswer = sql`EXISTS (SELECT 1 FROM case_tasks WHERE case_id = ${cases.id} AND kind = 'answer' AND done_at IS NULL)`;

/** Who wrote or called begins a new wait, and nobody is erased who waits for an answer. */
function dueForErasure(db: Db, now: number): CaseRow[] {
  const { retentionUnreachedDays, retentionClosedMonths, retentionWithdrawnDays } = readSettings(db, [
    "retentionUnreachedDays",
    "retentionClosedMonths",
    "retentionWithdrawnDays",
  ]);
  const relativeNo = and(eq(cases.door, "relative"), eq(cases.closeReason, "does-not-wish"));
  const saidNo = or(
    eq(cases.state, "withdrawn"),
    and(eq(cases.state, "closed"), or(relativeNo, inArray(cases.closeReason, ["nonsense", "repeat"]))),
  );
  const silentSince = (at: Column, ms: number) =>
    and(lte(at, ms), or(isNull(cases.lastHeardAt), lte(cases.lastHeardAt, ms)), not(waitsForAnswer));
  const unreached = and(
    isNull(cases.firstContactAt),
    silentSince(cases.lastAttemptAt, now - retentionUnreachedDays * DAY),
  );
  const longClosed = and(eq(cases.state, "closed"), silentSince(cases.closedAt, now - retentionClosedMonths * MONTH));
  return db
    .select()
    .from(cases)
    .where(
      and(
        isNotNull(cases.wrappedKey),
        or(and(saidNo, lte(cases.closedAt, now - retentionWithdrawnDays * DAY)), unreached, longClosed),
      ),
    )
    .limit(CASES_A_STEP)
    .all();
}
