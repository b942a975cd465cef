/** A year is closed by a copy of its figures, which nothing changes any more; what comes later is shown beside it. */
import { and, eq, min } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { cases, frozenYears, teams } from "../../db/schema.ts";
import type { Count, FigureCode } from "../casework/course/counts.ts";
import { localDate } from "../shared/time.ts";
import { readCounted } from "./read.ts";
import { spanOf } from "./span.ts";

export interface Frozen {
  counts: Count[];
  frozenAt: number;
}

type KeptCount = (typeof frozenYears.$inferInsert)["counts"][number];

/** A year is closed when its January is over: until then what is late is noted. */
export function lastClosedYear(now: number): number {
  const today = localDate(now);
  return Number(today.slice(0, 4)) - (today.slice(5) >= "02-01" ? 1 : 2);
}

/** Closes each year of each team that is over and is not closed yet. Answers how many. */
export function freezeYears(db: Db, now: number): number {
  const last = lastClosedYear(now);
  return db.transaction((tx) => {
    const first = tx
      .select({ teamId: cases.teamId, at: min(cases.createdAt) })
      .from(cases)
      .groupBy(cases.teamId)
      .all();
    const open = tx
      .select({ teamId: teams.id })
      .from(teams)
      .all()
      .flatMap(({ teamId }) => {
        const since = first.find((one) => one.teamId === teamId)?.at;
        if (since == null) return [];
        const from = Number(localDate(since).slice(0, 4));
        const years = Array.from({ length: Math.max(0, last - from + 1) }, (_, nth) => from + nth);
        return years.filter((year) => readFrozen(tx, teamId, year) === null).map((year) => ({ teamId, year }));
      });
    for (const { teamId, year } of open) {
      const { counts } = readCounted(tx, teamId, spanOf({ year, quarter: null }), now);
      const kept = counts.map((one): KeptCount => [one.month, one.figure, one.key, one.count]);
      tx.insert(frozenYears).values({ teamId, year, counts: kept, frozenAt: now }).run();
    }
    return open.length;
  });
}

/** The closed year of a team; null: it is not closed. */
export function readFrozen(db: Db, teamId: string, year: number): Frozen | null {
  const row = db
    .select()
    .from(frozenYears)
    .where(and(eq(frozenYears.teamId, teamId), eq(frozenYears.year, year)))
    .get();
  if (!row) return null;
  const counts = row.counts.map(([month, figure, key, count]) => ({
    month,
    figure: figure as FigureCode,
    key,
    count,
  }));
  return { counts, frozenAt: row.frozenAt };
}
