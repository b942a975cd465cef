/** Nobody's cases stay with somebody who is gone. */
import { and, eq, isNull, sql } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { cases, caseTasks } from "../../db/schema.ts";

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
