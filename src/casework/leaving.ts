/** Nobody's cases stay with somebody who is gone, and nobody is forgotten. */
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { cases, caseTasks } from "../../db/schema.ts";
import { DAY, localDate } from "../shared/time.ts";
import { askOnce, stepWithin } from "./tasks.ts";

/** Whether whoever has the case works in its team no more, in SQL. */
export const isLeft = sql<number>`(${cases.brobyggerId} IS NOT NULL AND ${cases.state} = 'taken' AND NOT EXISTS (
  SELECT 1 FROM memberships m WHERE m.user_id = ${cases.brobyggerId} AND m.scope = ${cases.teamId} AND m.role IN ('brobygger', 'lead')))`;

/**
 * Takes the steps from those who have lost their place in the team without handing over, as the municipality's own
 * sign-in can do: its lead is told anew. Answers how many cases.
 */
export function releaseSteps(db: Db): number {
  return db.transaction((tx) => {
    const left = tx
      .selectDistinct({ id: cases.id })
      .from(cases)
      .innerJoin(caseTasks, and(eq(caseTasks.caseId, cases.id), eq(caseTasks.doerId, cases.brobyggerId)))
      .where(and(isLeft, isNull(caseTasks.doneAt)))
      .all()
      .map(({ id }) => id);
    tx.update(caseTasks)
      .set({ doerId: null })
      .where(and(among(caseTasks.caseId, left), isNull(caseTasks.doneAt)))
      .run();
    tx.update(cases).set({ lateToldAt: null }).where(among(cases.id, left)).run();
    return left.length;
  });
}

const CASES_A_STEP = 10;
/** So long nothing happens in a case before somebody is asked what becomes of it. */
const UNTOUCHED = 60 * DAY;

/**
 * Asks what becomes of each open case in which nothing has happened for two months and nothing is planned, once; the
 * first ten.
 */
export function raiseUntouched(db: Db, now: number): number {
  const since = now - UNTOUCHED;
  const touchedSince = sql`EXISTS (SELECT 1 FROM case_events e WHERE e.case_id = ${cases.id} AND e.recorded_at > ${since})`;
  const planned = sql`EXISTS (SELECT 1 FROM case_tasks t WHERE t.case_id = ${cases.id} AND t.done_at IS NULL AND (t.made_at > ${since} OR t.due_on > ${localDate(since)}))`;
  const asked = sql`EXISTS (SELECT 1 FROM case_tasks t WHERE t.case_id = ${cases.id} AND t.kind = 'untouched' AND (t.done_at IS NULL OR t.made_at > ${since}))`;
  const rows = db
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        eq(cases.state, "taken"),
        isNotNull(cases.wrappedKey),
        sql`NOT ${touchedSince}`,
        sql`NOT ${planned}`,
        sql`NOT ${asked}`,
      ),
    )
    .limit(CASES_A_STEP)
    .all();
  for (const { id } of rows) askOnce(db, id, stepWithin("untouched", 5, now), null, now);
  return rows.length;
}
