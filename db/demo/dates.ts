import type { Weekday } from "./types.ts";

const DAY = 86_400_000;

export const weekdays: readonly Weekday[] = ["man", "tir", "ons", "tor", "fre", "loer", "soen"];

/** The ISO date `days` after `date` (before, when negative). */
export function addDays(date: string, days: number): string {
  return new Date(dayNumber(date) * DAY + days * DAY).toISOString().slice(0, 10);
}

/** Days from 1970-01-01 to the ISO date. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

export function weekdayOf(date: string): Weekday {
  return weekdays[(dayNumber(date) + 3) % 7]!;
}

/** The first such weekday on or after the ISO date. */
export function onOrAfter(date: string, weekday: Weekday): string {
  const ahead = (weekdays.indexOf(weekday) - weekdays.indexOf(weekdayOf(date)) + 7) % 7;
  return addDays(date, ahead);
}

/** ISO 8601 week number, 1-53: the week of a date is that of its Thursday. */
export function isoWeek(date: string): number {
  const thursday = addDays(date, 3 - weekdays.indexOf(weekdayOf(date)));
  const newYear = `${thursday.slice(0, 4)}-01-01`;
  return Math.floor((dayNumber(thursday) - dayNumber(newYear)) / 7) + 1;
}

/** The nth such weekday of the date's month; nth -1 is the last. */
export function nthOfMonth(date: string, nth: number, weekday: Weekday): string {
  if (nth > 0) return addDays(onOrAfter(`${date.slice(0, 7)}-01`, weekday), 7 * (nth - 1));
  const nextMonth = `${addDays(`${date.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
  return addDays(onOrAfter(nextMonth, weekday), -7);
}
