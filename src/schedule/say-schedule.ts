/** A schedule said back in plain Danish, so that hosts and citizens see that it was understood. */
import { hoursInWords, inList } from "../danish/wording.ts";
import { addDays, daysBetween } from "../shared/time.ts";
import { isDated, plannedDates, plannedEnd } from "./planned-dates.ts";
import type { DatedEntry, ScheduleEntry, SeriesEntry } from "../shared/schedule-entry.ts";
import { type Pattern, patternOf, sayEvery, sayWeeks, sayWeekdays } from "./say-pattern.ts";
import { sayDates, sayDay, dateGroups } from "./say-dates.ts";
import { sayChanges } from "./say-changes.ts";

/** Series that are one line: the same hours, span and weeks on several weekdays. */
interface Line {
  pattern: Pattern | null;
  entries: SeriesEntry[];
}

/**
 * One line for each thing that repeats and each set of dates with the same hours. What is over is left out, unless all
 * is. `today` is a local date.
 */
export function saySchedule(schedule: readonly ScheduleEntry[], today: string): string[] {
  const series = schedule.flatMap((entry) => (isDated(entry) || onlyDate(entry) ? [] : [entry]));
  const dates = schedule.flatMap((entry) => (isDated(entry) ? [entry] : (onlyDate(entry) ?? [])));
  const running = series.filter((entry) => !entry.until || entry.until >= today);
  const coming = dates.filter(({ date }) => date >= today);
  const isOver = running.length + coming.length === 0;
  return [
    ...linesOf(isOver ? series : running, today).map((line) => sayLine(line, today)),
    ...byHours(isOver ? dates : coming).map((group) => sayDates(group, today)),
  ];
}

/**
 * A few words for a card: `hver tirsdag`, `ulige uger`, `den første tirsdag i måneden`, `kun denne dag`, `flere
 * datoer`.
 */
export function shortSchedule(schedule: readonly ScheduleEntry[]): string {
  const series = schedule.filter((entry): entry is SeriesEntry => !isDated(entry) && onlyDate(entry) === null);
  if (series.length === 0) return schedule.length === 1 ? "kun denne dag" : "flere datoer";
  if (series.length < schedule.length) return "flere datoer";
  const patterns = series.map(patternOf);
  const [first] = patterns;
  if (first && patterns.length === 1) return shortPattern(first);
  return mergedWeeks(patterns) ?? "flere datoer";
}

function shortPattern(pattern: Pattern): string {
  if (pattern.kind === "words") return pattern.short;
  if (pattern.weeks) return pattern.weeks === "odd" ? "ulige uger" : "lige uger";
  return pattern.every > 1 ? sayEvery(pattern.every, "uge") : sayWeeks(pattern);
}

/** Several series on one card: their weekdays, or that all are in odd or in even weeks; null when they differ. */
function mergedWeeks(patterns: readonly (Pattern | null)[]): string | null {
  const weekly = patterns.flatMap((pattern) =>
    pattern?.kind === "weeks" && pattern.every === 1 && pattern.months.length === 0 ? [pattern] : [],
  );
  const [first] = weekly;
  if (!first || weekly.length < patterns.length || weekly.some(({ weeks }) => weeks !== first.weeks)) return null;
  return first.weeks
    ? shortPattern(first)
    : sayWeekdays(
        weekly.flatMap(({ days }) => days),
        true,
      );
}

function sayLine({ pattern, entries }: Line, today: string): string {
  const entry = entries[0]!;
  const hours = `kl. ${hoursInWords(entry.start, entry.end)}`;
  const repeats = pattern ? (pattern.kind === "words" ? pattern.long : sayWeeks(pattern)) : null;
  if (!repeats) return [sayNextDates(entry, hours, today), ...sayChanges(entries, today, false)].join(", ");
  return [`${repeats} ${hours}${saySpan(entry, today)}`, ...sayChanges(entries, today, pattern?.kind === "weeks")].join(
    ", ",
  );
}

function saySpan(entry: SeriesEntry, today: string): string {
  const until = "rrule" in entry ? plannedEnd(entry) : entry.until;
  const from = entry.from > today ? ` fra ${sayDay(entry.from, today)}` : "";
  return `${from}${until ? ` til og med ${sayDay(until, today)}` : ""}`;
}

/** What cannot be put in words is said by its dates. */
function sayNextDates(entry: SeriesEntry, hours: string, today: string): string {
  const dates = plannedDates(entry, { from: today, to: addDays(today, 5 * 366) }).filter(
    (date) => !entry.except?.includes(date),
  );
  if (dates.length === 0) return `udvalgte dage ${hours}${saySpan(entry, today)}`;
  return `${inList([...dateGroups(dates.slice(0, 4), today), ...(dates.length > 4 ? ["flere datoer"] : [])])} ${hours}`;
}

function linesOf(series: readonly SeriesEntry[], today: string): Line[] {
  const lines = new Map<string, Line>();
  for (const [i, entry] of series.entries()) {
    const pattern = patternOf(entry);
    const merges = pattern?.kind === "weeks" && pattern.every === 1 && !("rrule" in entry);
    const from = entry.from > today ? entry.from : "";
    const key = merges ? [pattern.weeks, entry.start, entry.end, from, entry.until].join(" ") : String(i);
    const line = lines.get(key);
    if (line?.pattern?.kind === "weeks" && pattern?.kind === "weeks") {
      line.pattern.days.push(...pattern.days);
      line.entries.push(entry);
    } else lines.set(key, { pattern, entries: [entry] });
  }
  return [...lines.values()];
}

/** A series of one date is a date. */
function onlyDate(entry: SeriesEntry): DatedEntry | null {
  const end = plannedEnd(entry);
  if (end === null || daysBetween(entry.from, end) > 35 || entry.moved) return null;
  const [date, ...more] = plannedDates(entry, { from: entry.from, to: end });
  if (!date || more.length > 0 || entry.except?.includes(date)) return null;
  return { date, start: entry.start, end: entry.end, ...(entry.cancelled?.includes(date) ? { cancelled: true } : {}) };
}

function byHours(dates: readonly DatedEntry[]): DatedEntry[][] {
  const sorted = [...dates].sort((a, b) => (a.date + a.start < b.date + b.start ? -1 : 1));
  return [...Map.groupBy(sorted, ({ start, end }) => `${start} ${end}`).values()];
}
