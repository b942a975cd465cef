/** What figures read of how citizens were: coded, and of nobody. */
import { and, eq, isNotNull } from "drizzle-orm";
import { among } from "../../../db/among.ts";
import type { Db } from "../../../db/client.ts";
import { who5 } from "../../../db/schema.ts";

/** 0-100 each; null: not asked, not whole, or the yes was taken back. */
export interface Scores {
  before: number | null;
  after: number | null;
}

/** The scores of these cases by case; a case without any is not in it. */
export function who5Scores(db: Db, caseIds: readonly string[]): Map<string, Scores> {
  const rows = db
    .select({ caseId: who5.caseId, phase: who5.phase, score: who5.score })
    .from(who5)
    .where(and(among(who5.caseId, caseIds), isNotNull(who5.score)))
    .all();
  return new Map(
    [...Map.groupBy(rows, ({ caseId }) => caseId)].map(([caseId, own]) => {
      const of = (phase: "before" | "after") => own.find((row) => row.phase === phase)?.score ?? null;
      return [caseId, { before: of("before"), after: of("after") }];
    }),
  );
}

/** Takes the scores of a case out of every count: the yes that they rest on was taken back. */
export function uncount(db: Db, caseId: string): void {
  db.update(who5).set({ score: null }).where(eq(who5.caseId, caseId)).run();
}
