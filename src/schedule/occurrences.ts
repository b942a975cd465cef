import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { type HolidayRow, holidays, type PauseKind } from "../../db/schema.ts";
import { pausesAround } from "./pauses.ts";
import type { DateRange, ScheduleEntry } from "../shared/schedule-entry.ts";
import { rollingOccurrences } from "./schedule.ts";

interface Scheduled {
  id: string;
  schedule: readonly ScheduleEntry[];
}
type Row = [start: number, end: number, cancelled: number];

/**
 * Brings the occurrences of activities in line with their schedules and pauses: 26 weeks ahead, at least the next one,
 * nothing that has ended. Answers the ids of those that changed.
 */
export function writeOccurrences(db: Db, scheduled: readonly Scheduled[], now: number): string[] {
  const before = keptRows(
    db,
    scheduled.map(({ id }) => id),
  );
  const pauses = pausesById(db, scheduled, now);
  const changed = scheduled
    .map(({ id, schedule }) => ({ id, rows: rowsOf(schedule, now, pauses.get(id)) }))
    .filter(({ id, rows }) => JSON.stringify(rows) !== JSON.stringify(before.get(id) ?? []));
  const ids = changed.map(({ id }) => id);
  dropOccurrences(
    db,
    ids.filter((id) => before.has(id)),
  );
  const rows = JSON.stringify(changed.flatMap(({ id, rows }) => rows.map((row) => [id, ...row])));
  if (rows !== "[]")
    db.run(
      sql`INSERT INTO occurrences (activity_id, start, "end", cancelled) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${rows})`,
    );
  return ids;
}

/** Takes all dates of these activities away. */
export function dropOccurrences(db: Db, ids: readonly string[]): void {
  if (ids.length > 0)
    db.run(sql`DELETE FROM occurrences WHERE activity_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
}

/** The dates on which an activity holds free, as its schedule needs them. */
export function pauseDates(
  db: Db,
  { pauses, schedule }: { pauses: readonly PauseKind[]; schedule: readonly ScheduleEntry[] },
  now: number,
): DateRange[] {
  return pauses.length === 0 ? [] : pausesAround(pauses, readHolidays(db), schedule, now);
}

/** The holidays that an editor keeps. */
export function readHolidays(db: Db): HolidayRow[] {
  return db.select().from(holidays).all();
}

/** By activity; those without pauses are left out. */
function pausesById(db: Db, scheduled: readonly Scheduled[], now: number): Map<string, DateRange[]> {
  const schedules = new Map(scheduled.map(({ id, schedule }) => [id, schedule]));
  const rows = db.all<{ id: string; pauses: string }>(
    sql`SELECT a.id, a.pauses FROM json_each(${JSON.stringify([...schedules.keys()])}) w JOIN activities a ON a.id = w.value WHERE a.pauses <> '[]'`,
  );
  const kept = rows.length > 0 ? readHolidays(db) : [];
  return new Map(
    rows.map(({ id, pauses }) => [id, pausesAround(JSON.parse(pauses), kept, schedules.get(id) ?? [], now)]),
  );
}

function rowsOf(schedule: readonly ScheduleEntry[], now: number, pauses?: readonly DateRange[]): Row[] {
  return rollingOccurrences(schedule, now, pauses).map(({ start, end, cancelled }) => [start, end, Number(cancelled)]);
}

function keptRows(db: Db, ids: readonly string[]): Map<string, Row[]> {
  const kept = new Map<string, Row[]>();
  const rows = db.all<{ id: string; start: number; end: number; cancelled: number }>(
    sql`SELECT o.activity_id AS id, o.start, o."end", o.cancelled FROM json_each(${JSON.stringify(ids)}) w JOIN occurrences o ON o.activity_id = w.value ORDER BY o.activity_id, o.start`,
  );
  for (const { id, start, end, cancelled } of rows) kept.set(id, [...(kept.get(id) ?? []), [start, end, cancelled]]);
  return kept;
}
