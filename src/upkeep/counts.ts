/** How often an activity was seen and used, by month, without persons: gathered in memory and written now and then. */
import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import type { CountKind } from "../../db/schema.ts";
import { localDate } from "../shared/time.ts";

export const COUNT_KINDS = ["shown", "opened", "pointed", "coming", "helped"] as const satisfies readonly CountKind[];
/** A number below this is not told: it could point to somebody (docs/domain.md, L3). */
export const TOLD_FROM = 5;

/** How often, by activity, month and kind: `<id> 2026-11 opened`. */
export type Seen = Map<string, number>;

/** What this process has counted and nobody has written yet. */
export interface Tally {
  add(kind: CountKind, activityIds: readonly string[], now: number): void;
  /** Takes all of it, and begins anew. */
  take(): Seen;
}

export type Counts = Record<CountKind, number>;

export function openTally(): Tally {
  let counted: Seen = new Map();
  return {
    add(kind, activityIds, now) {
      const month = monthOf(now);
      for (const id of activityIds) {
        const key = `${id} ${month} ${kind}`;
        counted.set(key, (counted.get(key) ?? 0) + 1);
      }
    },
    take() {
      const taken = counted;
      counted = new Map();
      return taken;
    },
  };
}

/** Adds what was counted to what is written. Activities that are gone are left out. */
export function writeSeen(db: Db, seen: Seen): void {
  const rows = JSON.stringify([...seen].map(([key, n]) => [...key.split(" "), n]));
  db.run(sql`
    INSERT INTO activity_counts (activity_id, month, kind, count)
    SELECT w.value ->> 0, w.value ->> 1, w.value ->> 2, w.value ->> 3 FROM json_each(${rows}) w JOIN activities a ON a.id = w.value ->> 0
    WHERE true ON CONFLICT (activity_id, month, kind) DO UPDATE SET count = count + excluded.count`);
}

/** The id of the activity at a slug, or none. */
export function idsAt(db: Db, slug: string): string[] {
  return db.all<{ id: string }>(sql`SELECT id FROM activities WHERE slug = ${slug}`).map(({ id }) => id);
}

/** The local month of an instant, `YYYY-MM`. */
export function monthOf(now: number): string {
  return localDate(now).slice(0, 7);
}

/** The month before a month. */
export function monthBefore(month: string): string {
  const before = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 2;
  return `${Math.floor(before / 12)}-${String((before % 12) + 1).padStart(2, "0")}`;
}

/**
 * The counts of an activity in these months, 0 where there are none. Who may see them is the page's viewer's matter.
 */
export function countsOf(db: Db, activityId: string, months: readonly string[]): Map<string, Counts> {
  const rows = db.all<{ month: string; kind: CountKind; count: number }>(
    sql`SELECT month, kind, count FROM activity_counts WHERE activity_id = ${activityId} AND month IN (SELECT value FROM json_each(${JSON.stringify(months)}))`,
  );
  return new Map(months.map((month) => [month, sumsOf(rows.filter((row) => row.month === month))]));
}

/** Sums by kind. */
export function sumsOf(rows: readonly { kind: CountKind; count: number }[]): Counts {
  const counts: Counts = { shown: 0, opened: 0, pointed: 0, coming: 0, helped: 0 };
  for (const { kind, count } of rows) counts[kind] += count;
  return counts;
}
