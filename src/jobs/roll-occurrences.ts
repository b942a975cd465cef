import { eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { readMark, writeMark } from "../../db/marks.ts";
import { noteChanged } from "../../db/outbox.ts";
import { activities } from "../../db/schema.ts";
import { letOthersWrite } from "../../db/write.ts";
import { writeOccurrences } from "../schedule/occurrences.ts";
import { localDate } from "../shared/time.ts";

const MARK = "occurrences-rolled";
const ACTIVITIES_A_TRANSACTION = 20;

/**
 * Keeps the dates of published activities 26 weeks ahead, and at least the next one; takes away what has ended.
 * Looks at all of them once a local day, else only at those of which a date has ended. Answers how many changed.
 */
export async function rollOccurrences(db: Db, now: number): Promise<number> {
  const today = localDate(now);
  const isNewDay = readMark(db, MARK) !== today;
  const ids = (isNewDay ? allPublished(db) : withEndedDates(db, now)).map(({ id }) => id);
  let changed = 0;
  for (let at = 0; at < ids.length; at += ACTIVITIES_A_TRANSACTION) {
    changed += rollSome(db, ids.slice(at, at + ACTIVITIES_A_TRANSACTION), now);
    await letOthersWrite();
  }
  if (isNewDay) writeMark(db, MARK, today);
  return changed;
}

function rollSome(db: Db, ids: string[], now: number): number {
  return db.transaction((tx) => {
    const rows = tx
      .select({ id: activities.id, schedule: activities.schedule })
      .from(activities)
      .where(inArray(activities.id, ids))
      .all();
    const changed = writeOccurrences(tx, rows, now);
    noteChanged(tx, changed);
    return changed.length;
  });
}

function allPublished(db: Db): { id: string }[] {
  return db.select({ id: activities.id }).from(activities).where(eq(activities.state, "published")).all();
}

function withEndedDates(db: Db, now: number): { id: string }[] {
  return db.all<{ id: string }>(
    sql`SELECT DISTINCT a.id FROM occurrences o JOIN activities a ON a.id = o.activity_id WHERE o.start < ${now} AND o."end" <= ${now} AND a.state = 'published'`,
  );
}
