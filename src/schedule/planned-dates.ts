/** The dates on which a series is planned, and where they are moved to. All pure. */
import { addDays, daysBetween, isoWeek, nextWeekday } from "../shared/time.ts";
import type {
  DatedEntry,
  MovedDate,
  RuleEntry,
  ScheduleEntry,
  SeriesEntry,
  WeeklyEntry,
} from "../shared/schedule-entry.ts";
import { parseRule } from "./parse-rule.ts";
import { ruleDates, ruleEnd } from "./rule-dates.ts";

/** How far ahead the next date is looked for. */
export const YEARS_AHEAD = 5;

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

/** Whether it is a day of its own, no series. */
export function isDated(entry: ScheduleEntry): entry is DatedEntry {
  return "date" in entry;
}

/** The moves of a series that still count: of dates that are planned and not excepted. */
export function movedDates(entry: SeriesEntry): MovedDate[] {
  return (entry.moved ?? []).filter(({ from }) => !entry.except?.includes(from) && isPlanned(entry, from));
}

/** Whether a series is planned on that date. */
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
