import { eq, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { occurrences } from "../../db/schema.ts";
import { rollingOccurrences, type ScheduleEntry } from "./schedule.ts";

/** Brings the occurrences of an activity in line with its schedule: 26 weeks ahead, at least the next one, nothing that has ended. Answers whether any row changed. */
export function writeOccurrences(db: Db, activityId: string, schedule: readonly ScheduleEntry[], now: number): boolean {
  const wanted = JSON.stringify(rollingOccurrences(schedule, now).map(({ start, end, cancelled }) => [start, end, Number(cancelled)]));
  if (wanted === JSON.stringify(kept(db, activityId))) return false;
  dropOccurrences(db, activityId);
  db.run(sql`INSERT INTO occurrences (activity_id, start, "end", cancelled) SELECT ${activityId}, value ->> 0, value ->> 1, value ->> 2 FROM json_each(${wanted})`);
  return true;
}

/** Takes all dates of an activity away. */
export function dropOccurrences(db: Db, activityId: string): void {
  db.delete(occurrences).where(eq(occurrences.activityId, activityId)).run();
}

function kept(db: Db, activityId: string): [number, number, number][] {
  return db
    .all<{ start: number; end: number; cancelled: number }>(sql`SELECT start, "end", cancelled FROM occurrences WHERE activity_id = ${activityId} ORDER BY start`)
    .map(({ start, end, cancelled }) => [start, end, cancelled]);
}
