/**
 * Dates, clocks and lists as one says them in Danish. Instants are UTC epoch milliseconds, dates `YYYY-MM-DD`, clocks
 * `HH:MM`.
 */
import { daysBetween, localClock, localDate, MINUTE, weekdayOf } from "../shared/time.ts";
import type { Weekday } from "../shared/week.ts";

const MONTHS = [
  "januar",
  "februar",
  "marts",
  "april",
  "maj",
  "juni",
  "juli",
  "august",
  "september",
  "oktober",
  "november",
  "december",
] as const;
const WEEKDAY_NAMES: Record<Weekday, string> = {
  man: "mandag",
  tir: "tirsdag",
  ons: "onsdag",
  tor: "torsdag",
  fre: "fredag",
  loer: "lørdag",
  soen: "søndag",
};
const SHORT_MONTHS = [
  "jan.",
  "feb.",
  "mar.",
  "apr.",
  "maj",
  "jun.",
  "jul.",
  "aug.",
  "sep.",
  "okt.",
  "nov.",
  "dec.",
] as const;

/** `a, b og c` */
export function inList(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} og ${words.at(-1)}`;
}

/**
 * `i dag`, `i morgen`, `på tirsdag` (the next 6 days), else `tirsdag den 1. december`, with the year when neither this
 * year nor the next half year.
 */
export function dateInWords(date: string, today: string): string {
  const ahead = daysBetween(today, date);
  if (ahead === 0) return "i dag";
  if (ahead === 1) return "i morgen";
  if (ahead > 1 && ahead <= 6) return `på ${weekdayName(weekdayOf(date))}`;
  const near = date.slice(0, 4) === today.slice(0, 4) || (ahead > 0 && ahead <= 183);
  return near ? dayInWords(date) : longDate(date);
}

/** `10:00` is `10`, `09:30` is `9.30`. */
export function clockInWords(clock: string): string {
  const [hours, minutes] = clock.split(":");
  return minutes === "00" ? String(Number(hours)) : `${Number(hours)}.${minutes}`;
}

/** A night that is longer than this is said to end the day after. */
const NIGHT_HOURS = 9;

/** From one clock to another: `10–12`, `17–19.30`, `22–2`; an end at midnight is `24`, a long way on the day after. */
export function hoursInWords(start: string, end: string): string {
  const isNextDay = end <= start && end !== "00:00";
  if (isNextDay && 24 - Number(start.slice(0, 2)) + Number(end.slice(0, 2)) > NIGHT_HOURS)
    return `${clockInWords(start)} til næste dag kl. ${clockInWords(end)}`;
  return `${clockInWords(start)}–${end === "00:00" ? "24" : clockInWords(end)}`;
}

/** When something is, seen from now: `på tirsdag kl. 10–12`. */
export function whenInWords(startMs: number, endMs: number, nowMs: number): string {
  return `${dateInWords(localDate(startMs), localDate(nowMs))} kl. ${hoursInWords(localClock(startMs), localClock(endMs))}`;
}

/** `tirsdag den 1. december`: a date whose year nobody doubts. */
export function dayInWords(date: string): string {
  return `${weekdayName(weekdayOf(date))} den ${dayAndMonth(date)}`;
}

/** `tirsdag den 24. november kl. 10–12`: written out, where nobody knows when it is read. */
export function dayAndHours({ start, end }: { start: number; end: number }): string {
  return `${dayInWords(localDate(start))} kl. ${hoursInWords(localClock(start), localClock(end))}`;
}

/** `tirsdag den 1. december 2026` */
export function longDate(date: string): string {
  return `${dayInWords(date)} ${date.slice(0, 4)}`;
}

/** `1. december` */
export function dayAndMonth(date: string): string {
  return `${Number(date.slice(8))}. ${monthName(Number(date.slice(5, 7)))}`;
}

/** `tirsdag` for `tir`. */
export function weekdayName(weekday: Weekday): string {
  return WEEKDAY_NAMES[weekday];
}

/** The name of month 1-12. */
export function monthName(month: number): string {
  return MONTHS[month - 1]!;
}

/** The three lines of a date on a card: `tir`, `1`, `dec.` */
export function shortDate(date: string): { weekday: string; day: string; month: string } {
  return {
    weekday: weekdayName(weekdayOf(date)).slice(0, 3),
    day: String(Number(date.slice(8))),
    month: SHORT_MONTHS[Number(date.slice(5, 7)) - 1]!,
  };
}

/**
 * How long ago an instant was: `lige nu`, `for 5 minutter siden`, `i går`, `for 3 måneder siden`. The future is `lige
 * nu`.
 */
export function agoInWords(ms: number, nowMs: number): string {
  const minutes = Math.floor((nowMs - ms) / MINUTE);
  const days = daysBetween(localDate(ms), localDate(nowMs));
  if (minutes < 1) return "lige nu";
  if (minutes < 60) return ago(minutes, "et minut", "minutter");
  if (days < 1 || minutes < 12 * 60) return ago(Math.floor(minutes / 60), "en time", "timer");
  if (days === 1) return "i går";
  if (days < 14) return ago(days, "en dag", "dage");
  if (days < 60) return ago(Math.floor(days / 7), "en uge", "uger");
  if (days < 365) return ago(Math.floor(days / 30.4), "en måned", "måneder");
  return ago(Math.floor(days / 365.2425) || 1, "et år", "år");
}

function ago(n: number, one: string, many: string): string {
  return `for ${n === 1 ? one : `${n} ${many}`} siden`;
}
