/** When an activity takes place: entries as people state them, and the occurrences that follow from them. All pure. */
import { addDays, instantOf, localDate } from "../shared/time.ts";
import type { DateRange, ScheduleEntry } from "../shared/schedule-entry.ts";
import { isDated, plannedDates, movedDates, YEARS_AHEAD, plannedEnd } from "./planned-dates.ts";

export interface Occurrence {
  /** UTC epoch milliseconds. */
  start: number;
  end: number;
  cancelled: boolean;
  /** The local date on which it was planned; stays when the date is moved. */
  key: string;
}

/** How far ahead occurrences are kept. */
const WEEKS_AHEAD = 26;
const NO_PAUSES: readonly DateRange[] = [];

/**
 * The occurrences that end after `window.from` and start before `window.to` (epoch milliseconds), by start, one for
 * each start. What would take place on a date within a pause is not planned.
 */
export function occurrencesOf(
  schedule: readonly ScheduleEntry[],
  window: { from: number; to: number },
  pauses: readonly DateRange[] = NO_PAUSES,
): Occurrence[] {
  const dates = { from: addDays(localDate(window.from), -1), to: localDate(window.to) };
  const found = schedule.flatMap((entry) => occurrencesOfEntry(entry, dates, pauses));
  return onePerStart(found.filter(({ start, end }) => end > window.from && start < window.to));
}

/**
 * What is kept of a schedule: 26 weeks ahead and what is running; always at least the next one that is not cancelled,
 * if there is one within 5 years.
 */
export function rollingOccurrences(
  schedule: readonly ScheduleEntry[],
  now: number,
  pauses: readonly DateRange[] = NO_PAUSES,
): Occurrence[] {
  const to = instantOf(addDays(localDate(now), 7 * WEEKS_AHEAD + 1), "00:00");
  const near = occurrencesOf(schedule, { from: now, to }, pauses);
  if (near.some(({ cancelled }) => !cancelled)) return near;
  const next = firstOffered(schedule, to, pauses);
  return next ? [...near, next] : near;
}

/** The earliest occurrence that is not cancelled and has not ended; null when there is none within 5 years. */
export function nextOccurrence(
  schedule: readonly ScheduleEntry[],
  now: number,
  pauses: readonly DateRange[] = NO_PAUSES,
): Occurrence | null {
  return firstOffered(schedule, now, pauses);
}

/** The last local date on which something is planned; null when a series has no end, or nothing is planned. */
export function seriesEnd(schedule: readonly ScheduleEntry[]): string | null {
  let last: string | null = null;
  for (const entry of schedule) {
    const end = endOfEntry(entry);
    if (end === null) return null;
    if (last === null || end > last) last = end;
  }
  return last;
}

/** The instants of a stay from one clock to another; an end at or before the start is the next day. */
export function hoursOn(date: string, start: string, end: string): { start: number; end: number } {
  return { start: instantOf(date, start), end: instantOf(end > start ? date : addDays(date, 1), end) };
}

export function isPaused(date: string, pauses: readonly DateRange[]): boolean {
  return pauses.some((pause) => pause.from <= date && date <= pause.until);
}

function occurrencesOfEntry(
  entry: ScheduleEntry,
  dates: { from: string; to: string },
  pauses: readonly DateRange[],
): Occurrence[] {
  if (isDated(entry)) {
    if (entry.date < dates.from || entry.date > dates.to || isPaused(entry.date, pauses)) return [];
    return [{ ...hoursOn(entry.date, entry.start, entry.end), cancelled: entry.cancelled === true, key: entry.date }];
  }
  const cancelled = new Set(entry.cancelled);
  const away = new Set([...(entry.except ?? []), ...(entry.moved ?? []).map(({ from }) => from)]);
  const atHome = plannedDates(entry, dates)
    .filter((date) => !away.has(date) && !isPaused(date, pauses))
    .map((date) => ({ ...hoursOn(date, entry.start, entry.end), cancelled: cancelled.has(date), key: date }));
  const moved = movedDates(entry)
    .filter(({ date }) => date >= dates.from && date <= dates.to && !isPaused(date, pauses))
    .map(({ from, date, start, end }) => ({ ...hoursOn(date, start, end), cancelled: cancelled.has(from), key: from }));
  return [...atHome, ...moved];
}

function onePerStart(occurrences: Occurrence[]): Occurrence[] {
  occurrences.sort((a, b) => a.start - b.start || Number(a.cancelled) - Number(b.cancelled) || b.end - a.end);
  return occurrences.filter((occurrence, i) => i === 0 || occurrence.start !== occurrences[i - 1]?.start);
}

/** Looks on year by year, so that a dense series is not spread out over all five. */
function firstOffered(
  schedule: readonly ScheduleEntry[],
  after: number,
  pauses: readonly DateRange[],
): Occurrence | null {
  const day = localDate(after);
  let from = after;
  for (let weeks = 4; from < instantOf(addDays(day, YEARS_AHEAD * 366), "00:00"); weeks = 52) {
    const to = instantOf(addDays(localDate(from), 7 * weeks), "00:00");
    const found = occurrencesOf(schedule, { from, to }, pauses).find(({ cancelled }) => !cancelled);
    if (found) return found;
    from = to;
  }
  return null;
}

function endOfEntry(entry: ScheduleEntry): string | null {
  if (isDated(entry)) return entry.date;
  const ends = movedDates(entry).map(({ date }) => date);
  const planned = plannedEnd(entry);
  return planned === null ? null : [planned, ...ends].reduce((a, b) => (a > b ? a : b));
}
