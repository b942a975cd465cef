import { dateInWords, dayInWords } from "../danish/wording.ts";
import { addDays, localDate } from "../shared/time.ts";
import { addWorkingDays, workingDaysBetween } from "../shared/working-days.ts";

type IsHoliday = (date: string) => boolean;

/** When the promise runs out: so many working days after the request. */
export function dueAt(createdAt: number, promiseDays: number, isHoliday: IsHoliday): number {
  return addWorkingDays(createdAt, promiseDays, isHoliday);
}

/**
 * The last date on which a call still keeps the promise: a request of the weekend is due when a working day has passed,
 * at midnight.
 */
export function lastDayOf(due: number): string {
  return localDate(due - 1);
}

/** Whole working days that a request has waited. */
export function waitedDays(createdAt: number, now: number, isHoliday: IsHoliday): number {
  return workingDaysBetween(createdAt, now, isHoliday);
}

/** The last day of a promise, to stand after "senest": `i dag`, `i morgen`, `onsdag den 25. november`. */
export function lastDayInWords(lastDay: string, now: number): string {
  const today = localDate(now);
  return lastDay === today || lastDay === addDays(today, 1) ? dateInWords(lastDay, today) : dayInWords(lastDay);
}
