/** Dates that people name by a week, a month or an order: *uge 7*, *september til april*, *første onsdag i februar*. */
import { addDays, addMonths, isoWeek, nextWeekday } from "../shared/time.ts";
import type { DateRange } from "../shared/schedule-entry.ts";
import type { Weekday } from "../shared/week.ts";

/** The seven dates of the first ISO week of that number that ends on or after a date; none when there is no such week. */
export function datesOfWeek(week: number, earliest: string): string[] {
  for (let monday = addDays(nextWeekday(earliest, "soen"), -6), i = 0; i < 54 * 7; i++, monday = addDays(monday, 7))
    if (isoWeek(monday).week === week) return Array.from({ length: 7 }, (_, day) => addDays(monday, day));
  return [];
}

/** From the Monday of one week to the Sunday of another: the season that ends next. Null when there is no such week. */
export function betweenWeeks(first: number, last: number, today: string): DateRange | null {
  const until = datesOfWeek(last, today).at(-1);
  const from = until && datesOfWeek(first, addDays(until, -364))[0];
  return from && from <= until ? { from, until } : null;
}

/** From the first day of one month (1-12) to the last of another: the season that ends next. */
export function betweenMonths(first: number, last: number, today: string): DateRange {
  const until = addDays(addMonths(monthFrom(last, today), 1), -1);
  const from = monthFrom(first, addDays(until, -364));
  return { from, until };
}

/** The first, second … (-1: last) such weekday of the first such month that is not over on a date, or of a year. */
export function dayOfMonth(order: number, weekday: Weekday, month: number, year: number, earliest: string): string {
  const first = year > 0 ? `${year}-${String(month).padStart(2, "0")}-01` : monthFrom(month, earliest);
  return order > 0
    ? addDays(nextWeekday(first, weekday), 7 * (order - 1))
    : addDays(nextWeekday(addDays(addMonths(first, 1), -7), weekday), 0);
}

/** The first day of the first such month that is not over on a date. */
function monthFrom(month: number, earliest: string): string {
  const inYear = `${earliest.slice(0, 4)}-${String(month).padStart(2, "0")}-01`;
  return addMonths(inYear, 1) > earliest ? inYear : addMonths(inYear, 12);
}
