/** An open case in which nothing happens is asked about, and ended when its citizen was told so before (`notice.ts`). */
import {
  and,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  not,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Db } from "../../db/client.ts";
import { cases, caseTasks, type TaskKind } from "../../db/schema.ts";
import { DAY, localDate } from "../shared/time.ts";
import { dropPlanned } from "./following/planning.ts";
import { endIntroductions } from "./introductions/ending.ts";
import { addEvent, type CaseRow } from "./store.ts";
import { askOnce, endTasks, NOTICES, stepWithin } from "./tasks.ts";

const CASES_A_STEP = 10;
/** So long nothing happens in a case before somebody is asked what becomes of it. */
export const UNTOUCHED_DAYS = 60;
/** While one of these waits it is our turn, not the citizen's. */
const OURS: TaskKind[] = ["answer", "taken-over"];

/**
 * Asks what becomes of each open case in which nothing has happened for two months and nothing is planned, once; the
 * first ten.
 */
export function raiseUntouched(db: Db, now: number): number {
  const since = now - UNTOUCHED_DAYS * DAY;
  const touchedSince = sql`EXISTS (SELECT 1 FROM case_events e WHERE e.case_id = ${cases.id} AND e.kind <> 'fed-back' AND e.recorded_at > ${since})`;
  const planned = sql`EXISTS (SELECT 1 FROM case_tasks t WHERE t.case_id = ${cases.id} AND t.done_at IS NULL AND (t.made_at > ${since} OR t.due_on > ${localDate(since)}))`;
  const asked = sql`EXISTS (SELECT 1 FROM case_tasks t WHERE t.case_id = ${cases.id}
    AND ((t.done_at IS NULL AND t.kind IN ('untouched', 'give-notice', 'closes-soon')) OR (t.kind = 'untouched' AND t.made_at > ${since})))`;
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

/** Closes the cases whose day has come and of whose citizens nothing was heard. The first ten; answers how many. */
export function closeSilent(db: Db, now: number): number {
  return db.transaction((tx) => {
    const rows = silentCases(tx, "closes-soon", lte(caseTasks.dueOn, localDate(now)), now);
    for (const { id } of rows) {
      tx.update(cases).set({ state: "closed", closeReason: "silent", closedAt: now }).where(eq(cases.id, id)).run();
      endTasks(tx, id, null, now);
      endIntroductions(tx, id, null, now, { withTrials: true });
      dropPlanned(tx, id, null, now);
      addEvent(tx, { caseId: id, kind: "closed", actorId: null, detail: { reason: "silent" } }, now);
    }
    return rows.length;
  });
}

/** Whether a task is of that kind and not done, in SQL. */
export const isOpenTask = (kind: TaskKind) => and(isNull(caseTasks.doneAt), eq(caseTasks.kind, kind));

/**
 * The first ten cases of citizens whom we have talked with, that still wait with such a task: nobody has planned
 * anything since, and nobody waits for us.
 */
export function silentCases(db: Db, kind: TaskKind, which: SQL | undefined, now: number): CaseRow[] {
  const other = alias(caseTasks, "other");
  const goesOn = db
    .select({ id: other.id })
    .from(other)
    .where(
      and(
        eq(other.caseId, cases.id),
        isNull(other.doneAt),
        ne(other.id, caseTasks.id),
        or(
          inArray(other.kind, OURS),
          and(
            notInArray(other.kind, [...NOTICES]),
            or(gt(other.madeAt, caseTasks.madeAt), gt(other.dueOn, localDate(now))),
          ),
        ),
      ),
    );
  return db
    .select({ row: cases })
    .from(caseTasks)
    .innerJoin(cases, eq(cases.id, caseTasks.caseId))
    .where(
      and(
        isOpenTask(kind),
        which,
        eq(cases.state, "taken"),
        isNotNull(cases.wrappedKey),
        isNotNull(cases.firstContactAt),
        not(exists(goesOn)),
      ),
    )
    .limit(CASES_A_STEP)
    .all()
    .map(({ row }) => row);
}
