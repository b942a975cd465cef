/** Dates and clocks of a calendar's event as they are in Denmark. */
import { daysBetween, localClock, localDate, MINUTE } from "../shared/time.ts";
import type { IcsEvent } from "./ics-event.ts";
import { instantOfMoment, type Moment } from "./moments.ts";

/** A whole day. */
export const DAY_MINUTES = 24 * 60;

type Danish = { date: string; clock: string };

/** How long it lasts: 0 when the calendar does not say; whole days in minutes. */
export function minutesOf({ start, end, duration }: Pick<IcsEvent, "start" | "end" | "duration">): number {
  if (duration !== null) return duration;
  if (!end) return start.clock === null ? DAY_MINUTES : 0;
  if (start.clock === null || end.clock === null) return Math.max(1, daysBetween(start.date, end.date)) * DAY_MINUTES;
  return Math.round((instantOfMoment(end) - instantOfMoment(start)) / MINUTE);
}

/** The clocks of a stay; what has no end lasts an hour, a whole day from midnight to midnight. */
export function hours(start: Moment, minutes: number): { start: string; end: string } {
  if (start.clock === null) return { start: "00:00", end: "23:59" };
  const at = instantOfMoment(start);
  return { start: localClock(at), end: localClock(at + (minutes || 60) * MINUTE) };
}

/** The local date and clock of a moment; a whole day begins at midnight. */
export function danish(moment: Moment): Danish {
  if (moment.clock === null) return { date: moment.date, clock: "00:00" };
  const at = instantOfMoment(moment);
  return { date: localDate(at), clock: localClock(at) };
}
