/** What erased cases were to the figures stays, as counts by month. */
import { eq, sql } from "drizzle-orm";
import { among } from "../../../db/among.ts";
import type { Db } from "../../../db/client.ts";
import { cases, keptCounts } from "../../../db/schema.ts";
import { addUp, type Count, countsOfCourse, type FigureCode } from "./counts.ts";
import { readAttempts, readCourses } from "./read.ts";

/** Adds what these cases are to the figures of each team that had them to its kept counts, once. */
export function keepCounts(db: Db, caseIds: readonly string[], now: number): void {
  const counts = [
    ...readCourses(db, { caseIds }, now).flatMap(({ teamId, month, course }) =>
      (course ? countsOfCourse(course) : [leftOut(month)]).map((count) => ({ teamId, ...count })),
    ),
    ...readAttempts(db, { caseIds }),
  ];
  for (const [teamId, own] of Map.groupBy(counts, (count) => count.teamId))
    for (const { month, figure, key, count } of addUp(own))
      db.insert(keptCounts)
        .values({ teamId, month, figure, key, count })
        .onConflictDoUpdate({
          target: [keptCounts.teamId, keptCounts.month, keptCounts.figure, keptCounts.key],
          set: { count: sql`${keptCounts.count} + ${count}` },
        })
        .run();
  db.update(cases).set({ isCounted: true }).where(among(cases.id, caseIds)).run();
}

/** The counts of a team that stay of erased cases. */
export function readKept(db: Db, teamId: string): Count[] {
  const { month, figure, key, count } = keptCounts;
  return db
    .select({ month, figure: sql<FigureCode>`${figure}`, key, count })
    .from(keptCounts)
    .where(eq(keptCounts.teamId, teamId))
    .all();
}

/** Something that came and was no referral. */
export function leftOut(month: string): Count {
  return { month, figure: "left-out", key: "", count: 1 };
}
