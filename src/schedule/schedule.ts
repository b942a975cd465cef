/** When an activity takes place: entries as people state them, and the occurrences that follow from them. All pure. */
import { addDays, daysBetween, instantOf, isoWeek, localDate, nextWeekday } from "../shared/time.ts";
import type {
  DatedEntry,
  DateRange,
  MovedDate,
  RuleEntry,
  ScheduleEntry,
  SeriesEntry,
  WeeklyEntry,
} from "../shared/schedule-entry.ts";
import { parseRule, ruleDates, ruleEnd } from "./rule.ts";

export interface Occurrence {
  /** UTC epoch milliseconds. */
  start: number;
  end: number;
  cancelled: boolean;
  /** The local date on which it was planned; stays when the date is moved. */
  key: string;
}

/** How far ahead occurrences are kept, and how far ahead the next one is looked for. */
const WEEKS_AHEAD = 26;
const YEARS_AHEAD = 5;
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

/**
 * Calls off what is planned on the date `key`; with `start` only what begins at that clock. Unchanged when nothing is
 * planned then.
 */
export function cancelDate(schedule: readonly ScheduleEntry[], key: string, start?: string): ScheduleEntry[] {
  return changePlanned(
    schedule,
    key,
    start,
    (entry) => ({ ...entry, cancelled: withDate(entry.cancelled, key) }),
    (entry) => ({ ...entry, cancelled: true }),
  );
}

/** Takes back that a date was called off or excepted; a move of the date stays. */
export function restoreDate(schedule: readonly ScheduleEntry[], key: string, start?: string): ScheduleEntry[] {
  return changePlanned(
    schedule,
    key,
    start,
    (entry) => ({ ...entry, cancelled: withoutDate(entry.cancelled, key), except: withoutDate(entry.except, key) }),
    (entry) => ({ ...entry, cancelled: undefined }),
  );
}

/**
 * Moves a planned date to another date or hour, and takes back that it was called off. Moving it to where it was
 * planned undoes the move.
 */
export function moveDate(
  schedule: readonly ScheduleEntry[],
  key: string,
  to: { date: string; start: string; end: string },
  start?: string,
): ScheduleEntry[] {
  const move = <T extends SeriesEntry>(entry: T): T => {
    const others = (entry.moved ?? []).filter(({ from }) => from !== key);
    const home = to.date === key && to.start === entry.start && to.end === entry.end;
    const moved = home ? others : [...others, { from: key, date: to.date, start: to.start, end: to.end }];
    return { ...entry, cancelled: withoutDate(entry.cancelled, key), moved: moved.length > 0 ? moved : undefined };
  };
  return changePlanned(schedule, key, start, move, () => ({ date: to.date, start: to.start, end: to.end }));
}

/** The instants of a stay from one clock to another; an end at or before the start is the next day. */
export function hoursOn(date: string, start: string, end: string): { start: number; end: number } {
  return { start: instantOf(date, start), end: instantOf(end > start ? date : addDays(date, 1), end) };
}

/** The dates that a series plans between two dates, both inclusive, before exceptions, cancellations and moves. */
export function plannedDates(entry: SeriesEntry, dates: { from: string; to: string }): string[] {
  const from = dates.from > entry.from ? dates.from : entry.from;
  const to = entry.until && entry.until < dates.to ? entry.until : dates.to;
  if (to < from) return [];
  return "rrule" in entry ? ruleEntryDates(entry, { from, to }) : weeklyDates(entry, from, to);
}

/** The last date that a series plans, before exceptions, cancellations and moves; null when it has no end. */
export function plannedEnd(entry: SeriesEntry): string | null {
  return "rrule" in entry ? endOfRule(entry) : endOfWeekly(entry);
}

export function isDated(entry: ScheduleEntry): entry is DatedEntry {
  return "date" in entry;
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

/** The moves of a series that still count: of dates that are planned and not excepted. */
export function movedDates(entry: SeriesEntry): MovedDate[] {
  return (entry.moved ?? []).filter(({ from }) => !entry.except?.includes(from) && isPlanned(entry, from));
}

export function isPlanned(entry: SeriesEntry, date: string): boolean {
  return plannedDates(entry, { from: date, to: date }).length > 0;
}

function weeklyDates(entry: WeeklyEntry, from: string, to: string): string[] {
  const dates: string[] = [];
  for (let date = nextWeekday(from, entry.weekday); date <= to; date = addDays(date, 7)) {
    if (!entry.weeks || (isoWeek(date).week % 2 === 1) === (entry.weeks === "odd")) dates.push(date);
  }
  return dates;
}

function ruleEntryDates(entry: RuleEntry, dates: { from: string; to: string }): string[] {
  const rule = parseRule(entry.rrule);
  if (!rule) throw new RangeError(`Not a rule: ${entry.rrule}`);
  return ruleDates(rule, entry.from, entry.start, dates);
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

function endOfRule(entry: RuleEntry): string | null {
  const rule = parseRule(entry.rrule);
  const end = rule ? ruleEnd(rule, entry.from, entry.start) : entry.from;
  if (!entry.until || (end !== null && end <= entry.until)) return end;
  const last = plannedDates(entry, { from: addDays(entry.until, -YEARS_AHEAD * 366), to: entry.until }).at(-1);
  return last ?? entry.from;
}

function endOfWeekly(entry: WeeklyEntry): string | null {
  if (!entry.until) return null;
  const weeks = daysBetween(entry.from, entry.until) > 28 ? addDays(entry.until, -28) : entry.from;
  return plannedDates(entry, { from: weeks, to: entry.until }).at(-1) ?? entry.until;
}

function changePlanned(
  schedule: readonly ScheduleEntry[],
  key: string,
  start: string | undefined,
  series: <T extends SeriesEntry>(entry: T) => T,
  dated: (entry: DatedEntry) => DatedEntry,
): ScheduleEntry[] {
  return schedule.map((entry) => {
    if (start !== undefined && entry.start !== start) return entry;
    if (!isDated(entry)) return isPlanned(entry, key) ? series(entry) : entry;
    return entry.date === key ? dated(entry) : entry;
  });
}

function withDate(dates: readonly string[] | undefined, date: string): string[] {
  return [...new Set([...(dates ?? []), date])].sort();
}

function withoutDate(dates: readonly string[] | undefined, date: string): string[] | undefined {
  const left = (dates ?? []).filter((other) => other !== date);
  return left.length > 0 ? left : undefined;
}
