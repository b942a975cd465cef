import { sql } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { HOUR, localDate } from "../../shared/time.ts";

/** The activities were pointed to once more: by month, without persons. */
export function countPointed(db: Db, ids: readonly string[], now: number): void {
  db.run(sql`
    INSERT INTO activity_counts (activity_id, month, kind, count) SELECT value, ${localDate(now).slice(0, 7)}, 'pointed', 1 FROM json_each(${JSON.stringify(ids)}) WHERE true
    ON CONFLICT (activity_id, month, kind) DO UPDATE SET count = count + 1`);
}

/** A shortlist was opened from its short link or QR code. */
export function countOpening(db: Db, code: string): void {
  db.run(sql`UPDATE shortlists SET opened = opened + 1 WHERE code = ${code}`);
}

/** A search was opened from paper: by hour and channel word. */
export function countChannel(db: Db, channel: string, now: number): void {
  db.run(sql`
    INSERT INTO search_counts (hour, kind, key, count) VALUES (${Math.floor(now / HOUR) * HOUR}, 'channel', ${channel}, 1)
    ON CONFLICT (hour, kind, key) DO UPDATE SET count = count + 1`);
}
