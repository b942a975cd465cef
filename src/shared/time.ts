/**
 * Time as people in Denmark read it. Instants are UTC epoch milliseconds, dates `YYYY-MM-DD` and clocks `HH:MM` on the
 * wall in Copenhagen. All of it is arithmetic on the table of `clock-changes.ts`.
 */
import { WEEKDAYS } from "./week.ts";
import type { TimeOfDay, Weekday } from "./week.ts";
import { offsetOfLocal, offsetAt } from "./clock-changes.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** 24 hours; a local day may be 23 or 25, so add dates with `addDays`. */
export const DAY = 24 * HOUR;

/**
 * The instant of a local date and clock. A clock that is skipped in spring is moved an hour on; one that comes twice in
 * autumn is the first.
 */
export function instantOf(date: string, clock: string): number {
  const local = dayNumber(date) * DAY + minutesOfClock(clock) * MINUTE;
  return local - offsetOfLocal(local);
}

/** The local date of an instant. */
export function localDate(ms: number): string {
  return dateOfDay(Math.floor((ms + offsetAt(ms)) / DAY));
}

/** The local clock of an instant, `HH:MM`. */
export function localClock(ms: number): string {
  return clockOfMinutes(localMinutes(ms));
}

/** Minutes on the local wall clock since 1970-01-01T00:00. */
export function localMinutes(ms: number): number {
  return Math.floor((ms + offsetAt(ms)) / MINUTE);
}

/** The instant at which the minute of an instant began: what is told to the minute is the same within it. */
export function startOfMinute(ms: number): number {
  return Math.floor(ms / MINUTE) * MINUTE;
}

/** An instant as the API writes it: `2026-11-24T09:00:00Z`, whole seconds. */
export function isoInstant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** The weekday of a date. */
export function weekdayOf(date: string): Weekday {
  return WEEKDAYS[weekdayIndex(dayNumber(date))]!;
}

/** morgen 05-09, formiddag 09-12, eftermiddag 12-17, aften 17-05; the first minute belongs to the part that begins. */
export function timeOfDay(clock: string): TimeOfDay {
  const minutes = minutesOfClock(clock);
  if (minutes < 5 * 60 || minutes >= 17 * 60) return "aften";
  if (minutes < 9 * 60) return "morgen";
  return minutes < 12 * 60 ? "formiddag" : "eftermiddag";
}

/** The ISO week that holds a date; its year may differ from the date's around New Year. */
export function isoWeek(date: string): { year: number; week: number } {
  const day = dayNumber(date);
  const thursday = day - weekdayIndex(day) + 3;
  const year = new Date(thursday * DAY).getUTCFullYear();
  return { year, week: Math.floor((thursday - firstDayOfYear(year)) / 7) + 1 };
}

/** The date `n` days later (earlier when negative). */
export function addDays(date: string, n: number): string {
  return dateOfDay(dayNumber(date) + n);
}

/** The same day `n` months later, or the last of a month that is too short for it. */
export function addMonths(date: string, n: number): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + n, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(day, last)).padStart(2, "0")}`;
}

/** Days from `a` to `b`; negative when `b` comes first. */
export function daysBetween(a: string, b: string): number {
  return dayNumber(b) - dayNumber(a);
}

/** The first such weekday on or after the date: the date itself counts. */
export function nextWeekday(date: string, weekday: Weekday): string {
  const day = dayNumber(date);
  return dateOfDay(day + ((WEEKDAYS.indexOf(weekday) - weekdayIndex(day) + 7) % 7));
}

/** The month of a date, `YYYY-MM`. */
export function isoMonth(date: string): string {
  return date.slice(0, 7);
}

/** Whether a text is a date of the calendar, `YYYY-MM-DD`, in the years 1900-2199. */
export function isDate(text: string): boolean {
  return /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && isCalendarDay(text);
}

/** Whether a text is a clock, `00:00` to `23:59`. */
export function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Days since 1970-01-01; throws a RangeError on what is no date. */
function dayNumber(date: string): number {
  const day = date.length === 10 ? Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / DAY : Number.NaN;
  if (Number.isNaN(day)) throw new RangeError(`Not a date: ${date}`);
  return day;
}

function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function isCalendarDay(date: string): boolean {
  return dateOfDay(dayNumber(date)) === date;
}

/** 0 is Monday; 1970-01-01 was a Thursday. */
function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function firstDayOfYear(year: number): number {
  return Date.UTC(year, 0, 1) / DAY;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function monthOf(date: string): number {
  return twoDigits(date, 5);
}

function dayOf(date: string): number {
  return twoDigits(date, 8);
}

function minutesOfClock(clock: string): number {
  const minutes = clock.length === 5 ? twoDigits(clock, 0) * 60 + twoDigits(clock, 3) : Number.NaN;
  if (Number.isNaN(minutes)) throw new RangeError(`Not a clock: ${clock}`);
  return minutes;
}

function clockOfMinutes(minutes: number): string {
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(ofDay / 60)).padStart(2, "0")}:${String(ofDay % 60).padStart(2, "0")}`;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
