import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { HOUR, localDate } from "../shared/time.ts";

/** The activities were pointed to once more: by month, without persons. */
export function countPointed(db: Db, ids: readonly string[], now: number): void {
  db.run(sql`
    INSERT INTO activity_counts (activity_id, month, kind, count) SELECT value, ${localDate(now).slice(0, 7)}, 'pointed', 1 FROM json_each(${JSON.stringify(ids)}) WHERE true
    ON CONFLICT (activity_id, month, kind) DO UPDATE SET count = count + 1`);
}

/** A shortlist was opened from its short link or QR code: counted for itself, and with all that hang where it does. */
export function countOpening(db: Db, { code, channel }: { code: string; channel: string | null }, now: number): void {
  db.transaction((tx) => {
    tx.run(sql`UPDATE shortlists SET opened = opened + 1 WHERE code = ${code}`);
    countChannel(tx, channel ?? "", now);
  });
}

/** Something was opened from a code: by hour and channel word, "" where none was chosen. */
export function countChannel(db: Db, channel: string, now: number): void {
  db.run(sql`
    INSERT INTO search_counts (hour, kind, key, count) VALUES (${Math.floor(now / HOUR) * HOUR}, 'channel', ${channel}, 1)
    ON CONFLICT (hour, kind, key) DO UPDATE SET count = count + 1`);
}

/** How often codes were opened, by month (`YYYY-MM`, the newest first) and channel word; nothing under `fewest`. */
export function channelOpenings(
  db: Db,
  since: number,
  fewest: number,
): { month: string; channel: string; count: number }[] {
  const hours = db.all<{ hour: number; key: string; count: number }>(
    sql`SELECT hour, key, count FROM search_counts WHERE kind = 'channel' AND hour >= ${since} ORDER BY hour DESC`,
  );
  const sums = new Map<string, { month: string; channel: string; count: number }>();
  for (const { hour, key: channel, count } of hours) {
    const month = localDate(hour).slice(0, 7);
    const before = sums.get(`${month} ${channel}`)?.count ?? 0;
    sums.set(`${month} ${channel}`, { month, channel, count: before + count });
  }
  return [...sums.values()]
    .filter(({ count }) => count >= fewest)
    .sort((a, b) => b.month.localeCompare(a.month) || b.count - a.count);
}
