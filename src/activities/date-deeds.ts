/** Calling off and moving single dates of an activity. */
import type { Db } from "../../db/client.ts";
import type { Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import { looksLikeCpr } from "../shared/cpr.ts";
import { HOUR, localClock, localDate } from "../shared/time.ts";
import { pauseDates } from "../schedule/occurrences.ts";
import type { DateRange, ScheduleEntry } from "../shared/schedule-entry.ts";
import * as dates from "../schedule/change-dates.ts";
import * as schedules from "../schedule/schedule.ts";
import type { Deed } from "../../db/schema.ts";
import { change } from "./change.ts";

/** Calls off the occurrence that begins at `start` (epoch ms). Refuses a start at which nothing is planned. */
export function cancelDate(db: Db, viewer: Viewer | null, activityId: string, start: number, now: number): void {
  changeDate(db, viewer, activityId, start, "cancelDate", now, dates.cancelDate);
}

/** Takes back that the occurrence at `start` (epoch ms) was called off. */
export function restoreDate(db: Db, viewer: Viewer | null, activityId: string, start: number, now: number): void {
  changeDate(db, viewer, activityId, start, "restoreDate", now, dates.restoreDate);
}

/**
 * Moves the occurrence at `start` (epoch ms) to another local date or hour. Refuses a start at which nothing is
 * planned, a date that is over, and one on which the activity holds free.
 */
export function moveDate(
  db: Db,
  viewer: Viewer | null,
  activityId: string,
  start: number,
  to: { date: string; start: string; end: string },
  now: number,
): void {
  changeDate(db, viewer, activityId, start, "moveDate", now, (schedule, key, clock, free) => {
    if (schedules.hoursOn(to.date, to.start, to.end).end <= now) refuse("dateOver", "dato");
    if (schedules.isPaused(to.date, free)) refuse("datePaused", "dato");
    return dates.moveDate(schedule, key, to, clock);
  });
}

/**
 * Says of the occurrence at `start` (epoch ms) that it is elsewhere, or why it is otherwise; nothing said takes it away.
 * What was said of days that are over goes. Refuses a start at which nothing is planned, and a CPR number.
 */
export function noteDay(
  db: Db,
  viewer: Viewer | null,
  activityId: string,
  start: number,
  { place, text }: { place: string | null; text: string | null },
  now: number,
): void {
  change(db, viewer, activityId, "noteDay", now, ({ schedule, pauses, dayNotes }) => {
    const free = pauseDates(db, { schedule, pauses }, now);
    const planned = schedules.occurrencesOf(schedule, { from: start, to: start + HOUR }, free);
    if (!planned.some((one) => one.start === start)) refuse("dateNotPlanned");
    if (looksLikeCpr(`${place} ${text}`)) refuse("cpr", "hvorfor");
    const day = localDate(start);
    const kept = Object.entries(dayNotes).filter(([date]) => date !== day && date >= localDate(now));
    const said = place || text ? [[day, { ...(place && { place }), ...(text && { text }) }] as const] : [];
    return { dayNotes: Object.fromEntries([...kept, ...said]) };
  });
}

type ChangeSchedule = (
  schedule: readonly ScheduleEntry[],
  key: string,
  start: string | undefined,
  free: readonly DateRange[],
) => ScheduleEntry[];

function changeDate(
  db: Db,
  viewer: Viewer | null,
  activityId: string,
  start: number,
  name: Deed,
  now: number,
  deed: ChangeSchedule,
): void {
  change(db, viewer, activityId, name, now, ({ schedule, pauses }) => {
    const free = pauseDates(db, { schedule, pauses }, now);
    const occurrence =
      schedules.occurrencesOf(schedule, { from: start, to: start + HOUR }, free).find((one) => one.start === start) ??
      refuse("dateNotPlanned");
    const atItsHour = deed(schedule, occurrence.key, localClock(start), free);
    // A date that was moved to another hour is known by the hour that was planned.
    const isMoved = JSON.stringify(atItsHour) === JSON.stringify(schedule);
    return { schedule: isMoved ? deed(schedule, occurrence.key, undefined, free) : atItsHour };
  });
}
