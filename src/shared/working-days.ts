/** Working days: Monday to Friday, no holiday. */
import { localClock, localDate, instantOf, addDays, weekdayOf } from "./time.ts";
import type { Weekday } from "./week.ts";

const WEEKEND: readonly Weekday[] = ["loer", "soen"];

/**
 * Whole working days that have passed: the highest `n` for which `addWorkingDays(fromMs, n)` is not after `toMs`, at
 * least 0.
 */
export function workingDaysBetween(fromMs: number, toMs: number, isHoliday: (date: string) => boolean): number {
  const start = workingStart(fromMs, isHoliday);
  const clock = localClock(start);
  let passed = 0;
  for (
    let date = nextWorkingDay(localDate(start), isHoliday);
    instantOf(date, clock) <= toMs;
    date = nextWorkingDay(date, isHoliday)
  )
    passed += 1;
  return passed;
}

/**
 * The same clock `n` working days (Monday to Friday, no holiday) later. What comes on a day off counts from midnight
 * before the next working day.
 */
export function addWorkingDays(ms: number, n: number, isHoliday: (date: string) => boolean): number {
  const start = workingStart(ms, isHoliday);
  let date = localDate(start);
  for (let i = 0; i < n; i += 1) date = nextWorkingDay(date, isHoliday);
  return n > 0 ? instantOf(date, localClock(start)) : start;
}

function workingStart(ms: number, isHoliday: (date: string) => boolean): number {
  const date = localDate(ms);
  return isWorkingDay(date, isHoliday) ? ms : instantOf(nextWorkingDay(date, isHoliday), "00:00");
}

function nextWorkingDay(date: string, isHoliday: (date: string) => boolean): string {
  let next = addDays(date, 1);
  while (!isWorkingDay(next, isHoliday)) next = addDays(next, 1);
  return next;
}

/** Whether a date (`YYYY-MM-DD`) is Monday to Friday, and no holiday. */
export function isWorkingDay(date: string, isHoliday: (date: string) => boolean): boolean {
  return !WEEKEND.includes(weekdayOf(date)) && !isHoliday(date);
}
