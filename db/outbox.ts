import { sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import { outboxLog } from "./schema.ts";

/** Notes, in the same transaction as the change, that these activities' search documents may have changed. */
export function noteChanged(db: Db, activityIds: readonly string[]): void {
  for (let at = 0; at < activityIds.length; at += 500) {
    db.insert(outboxLog)
      .values(activityIds.slice(at, at + 500).map((activityId) => ({ activityId })))
      .run();
  }
}

/** For a change that touches every activity: an area's name, a theme. */
export function noteAllChanged(db: Db): void {
  db.run(sql`INSERT INTO outbox_log (activity_id) SELECT id FROM activities`);
}
