/** A schedule said back in plain Danish, so that hosts and citizens see that it was understood. */
import { WEEKDAYS } from "../shared/week.ts";
import type { Weekday } from "../shared/week.ts";
import {
  dateInWords,
  dayAndMonth,
  dayInWords,
  hoursInWords,
  inList,
  monthName,
  weekdayName,
} from "../danish/wording.ts";
import { addDays, daysBetween, isoWeek, weekdayOf } from "../shared/time.ts";
import { parseRule, RULE_DAYS } from "./rule.ts";
import type { Rule } from "./rule.ts";
import { isDated, isPlanned, movedDates, plannedDates, plannedEnd } from "./schedule.ts";
import type { DatedEntry, ScheduleEntry, SeriesEntry } from "../shared/schedule-entry.ts";

/** What repeats: weekdays of weeks, or something else in words; null when no words would be sure to be right. */
type Pattern =
  | { kind: "weeks"; days: Weekday[]; every: number; weeks: "odd" | "even" | null; months: number[] }
  | { kind: "words"; long: string; short: string };

/** Series that are one line: the same hours, span and weeks on several weekdays. */
interface Line {
  pattern: Pattern | null;
  entries: SeriesEntry[];
}

const ORDINALS = ["første", "anden", "tredje", "fjerde", "femte"] as const;
const LAST_ORDINALS = ["sidste", "næstsidste", "tredjesidste", "fjerdesidste", "femtesidste"] as const;
/** Longer lists are summed up. */
const MOST_DATES = 12;
const MOST_EXCEPTIONS = 6;

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
 * A few words for a card: `hver tirsdag`, `ulige uger`, `hver første tirsdag i måneden`, `bare denne dag`, `flere
 * datoer`.
 */
export function shortSchedule(schedule: readonly ScheduleEntry[]): string {
  const series = schedule.filter((entry): entry is SeriesEntry => !isDated(entry) && onlyDate(entry) === null);
  if (series.length === 0) return schedule.length === 1 ? "bare denne dag" : "flere datoer";
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
  const [entry] = entries as [SeriesEntry];
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

/**
 * Exceptions, cancelled and moved dates from today on. Whole weeks are said as weeks where the series goes by weeks.
 */
function sayChanges(entries: readonly SeriesEntry[], today: string, byWeeks: boolean): string[] {
  const planned = (entry: SeriesEntry, dates: readonly string[] | undefined): string[] =>
    (dates ?? []).filter((date) => date >= today && isPlanned(entry, date));
  const except = unique(entries.flatMap((entry) => planned(entry, entry.except)));
  const cancelled = unique(
    entries.flatMap((entry) => planned(entry, entry.cancelled).filter((date) => !entry.except?.includes(date))),
  );
  const moved = entries.flatMap((entry) =>
    movedDates(entry).filter(({ from, date }) => from >= today || date >= today),
  );
  const weeks = byWeeks ? emptyWeeks(entries, except, today) : [];
  const days = except.filter((date) => !weeks.includes(date));
  return [
    ...(weeks.length > 0 ? [`ikke i uge ${sayWeekNumbers(weeks)}`] : []),
    ...(days.length > 0 ? [`ikke den ${someDates(days, today)}`] : []),
    ...(cancelled.length > 0 ? [`aflyst den ${someDates(cancelled, today)}`] : []),
    ...moved.map(({ from, date, start, end }) => {
      const hours = `kl. ${hoursInWords(start, end)}`;
      return from === date
        ? `den ${sayDay(from, today)} ${hours}`
        : `den ${sayDay(from, today)} er flyttet til ${sayDate(date, today)} ${hours}`;
    }),
  ];
}

/**
 * The excepted dates that leave a whole week empty: of several weekdays all, of one weekday when it is three weeks or
 * more in a row. Within half a year.
 */
function emptyWeeks(entries: readonly SeriesEntry[], except: readonly string[], today: string): string[] {
  const near = except.filter((date) => daysBetween(today, date) <= 183);
  const inWeek = (date: string): string[] => {
    const monday = addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)));
    return entries.flatMap((entry) => plannedDates(entry, { from: monday, to: addDays(monday, 6) }));
  };
  const empty = near.filter((date) => inWeek(date).every((planned) => near.includes(planned)));
  const several = empty.filter((date) => inWeek(date).length > 1);
  const single = empty.filter((date) => inWeek(date).length === 1);
  return [...several, ...runsOfThree(single)].sort();
}

function runsOfThree(dates: readonly string[]): string[] {
  const has = (date: string, weeks: number): boolean => dates.includes(addDays(date, 7 * weeks));
  return dates.filter(
    (date) => (has(date, -1) && has(date, 1)) || (has(date, 1) && has(date, 2)) || (has(date, -1) && has(date, -2)),
  );
}

/** `7`, `52 og 53`, `27–32 og 42` */
function sayWeekNumbers(dates: readonly string[]): string {
  const mondays = unique(dates.map((date) => addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)))));
  const runs: string[][] = [];
  for (const monday of mondays) {
    const run = runs.at(-1);
    const follows = run && addDays(run.at(-1)!, 7) === monday && isoWeek(monday).week > 1;
    if (follows) run.push(monday);
    else runs.push([monday]);
  }
  const number = (monday: string | undefined): string => String(isoWeek(monday!).week);
  return inList(
    runs.flatMap((run) => (run.length > 2 ? [`${number(run[0])}–${number(run.at(-1))}`] : run.map(number))),
  );
}

function sayDates(entries: readonly DatedEntry[], today: string): string {
  const [first] = entries as [DatedEntry];
  const hours = `kl. ${hoursInWords(first.start, first.end)}`;
  if (entries.length === 1) return `${sayDate(first.date, today)} ${hours}${first.cancelled ? ", aflyst" : ""}`;
  const dates = unique(entries.map(({ date }) => date));
  const cancelled = unique(entries.filter((entry) => entry.cancelled).map(({ date }) => date));
  const list =
    dates.length > MOST_DATES
      ? `${dates.length} datoer fra ${sayDay(dates[0]!, today)} til ${sayDay(dates.at(-1)!, today)}`
      : listDates(dates, today);
  return `${list} ${hours}${cancelled.length > 0 ? `, aflyst den ${someDates(cancelled, today)}` : ""}`;
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

function patternOf(entry: SeriesEntry): Pattern | null {
  if (!("rrule" in entry))
    return { kind: "weeks", days: [entry.weekday], every: 1, weeks: entry.weeks ?? null, months: [] };
  const rule = parseRule(entry.rrule);
  return rule && patternOfRule(rule, entry.from);
}

function patternOfRule(rule: Rule, from: string): Pattern | null {
  if (rule.weekNumbers.length + rule.yearDays.length > 0) return null;
  if (rule.freq === "MONTHLY") return monthlyPattern(rule, from);
  if (rule.freq === "YEARLY") return yearlyPattern(rule, from);
  if (rule.positions.length + rule.monthDays.length > 0) return null;
  const days = rule.days.map(({ day }) => WEEKDAYS[RULE_DAYS.indexOf(day)]!);
  if (rule.freq === "WEEKLY")
    return weekPattern(days.length > 0 ? days : [weekdayOf(from)], rule.interval, rule.months);
  if (days.length > 0) return rule.interval === 1 ? weekPattern(days, 1, rule.months) : null;
  return words(`${sayEvery(rule.interval, "dag")}${inMonths(rule.months)}`);
}

function monthlyPattern(rule: Rule, from: string): Pattern | null {
  const plainDays = rule.days.length > 0 && rule.days.every(({ order }) => order === 0);
  if (plainDays && rule.positions.length + rule.monthDays.length === 0) {
    return rule.interval === 1
      ? weekPattern(
          rule.days.map(({ day }) => WEEKDAYS[RULE_DAYS.indexOf(day)]!),
          1,
          rule.months,
        )
      : null;
  }
  const day = dayOfMonth(rule, from);
  if (!day) return null;
  if (rule.interval > 1)
    return rule.months.length > 0
      ? null
      : words(`${day} ${sayEvery(rule.interval, "måned")}`, sayEvery(rule.interval, "måned"));
  return words(`${day} i ${rule.months.length > 0 ? inList(rule.months.map(monthName)) : "måneden"}`);
}

function yearlyPattern(rule: Rule, from: string): Pattern | null {
  if (rule.interval > 1) return null;
  const anyPart = rule.days.length + rule.monthDays.length + rule.positions.length > 0;
  if (!anyPart && rule.months.length === 0) return words(`hvert år den ${dayAndMonth(from)}`, "hvert år");
  const day = dayOfMonth(rule, from);
  if (!day || rule.months.length === 0) return null;
  const isDay = rule.monthDays.length > 0 || rule.days.length === 0;
  const months = inList([...rule.months].sort((a, b) => a - b).map(monthName));
  if (isDay && rule.monthDays.some((n) => n < 0)) return null;
  return words(`hvert år ${day}${isDay ? "" : " i"} ${months}`, "hvert år");
}

/** `den første tirsdag`, `den 1. og 15.`, `den sidste hverdag`; null when the rule picks days in another way. */
function dayOfMonth(rule: Rule, from: string): string | null {
  if (rule.days.length > 0 && rule.monthDays.length > 0) return null;
  if (rule.positions.length > 0) return positionOfMonth(rule);
  if (rule.days.length === 0) return daysByNumber(rule.monthDays.length > 0 ? rule.monthDays : [Number(from.slice(8))]);
  const names = new Map<string, string[]>();
  for (const { order, day } of sortedOrders(rule.days)) {
    const ordinal = sayOrdinal(order);
    const name = weekdayName(WEEKDAYS[RULE_DAYS.indexOf(day)]!);
    if (!ordinal) return null;
    names.set(name, [...(names.get(name) ?? []), ordinal]);
  }
  return inList([...names].map(([name, ordinals]) => `den ${inList(ordinals)} ${name}`));
}

function positionOfMonth(rule: Rule): string | null {
  const [position, ...others] = rule.positions;
  const ordinal = sayOrdinal(position ?? 0);
  if (!ordinal || others.length > 0 || rule.monthDays.length > 0 || rule.days.some(({ order }) => order !== 0))
    return null;
  const days = new Set(rule.days.map(({ day }) => day));
  if (days.size === 7) return `den ${ordinal} dag`;
  if (days.size === 5 && !days.has("SA") && !days.has("SU")) return `den ${ordinal} hverdag`;
  const [day] = days;
  return day && days.size === 1 ? `den ${ordinal} ${weekdayName(WEEKDAYS[RULE_DAYS.indexOf(day)]!)}` : null;
}

function daysByNumber(numbers: readonly number[]): string | null {
  if (numbers.length === 1 && numbers[0] === -1) return "den sidste dag";
  if (numbers.some((n) => n < 0)) return null;
  return `den ${inList([...numbers].sort((a, b) => a - b).map((n) => `${n}.`))}`;
}

function sayOrdinal(order: number): string | undefined {
  return order > 0 ? ORDINALS[order - 1] : LAST_ORDINALS[-order - 1];
}

function sortedOrders(days: Rule["days"]): Rule["days"] {
  const place = (order: number): number => (order > 0 ? order : 10 + order);
  return [...days].sort((a, b) => place(a.order) - place(b.order));
}

function weekPattern(days: Weekday[], every: number, months: number[]): Pattern {
  return { kind: "weeks", days, every, weeks: null, months };
}

function words(long: string, short = long.replace(/^den (?=\D)/, "hver ")): Pattern {
  return { kind: "words", long, short };
}

function sayWeeks(pattern: Extract<Pattern, { kind: "weeks" }>): string {
  const { days, every, weeks, months } = pattern;
  const which = weeks ? ` i ${weeks === "odd" ? "ulige" : "lige"} uger` : every > 1 ? ` ${sayEvery(every, "uge")}` : "";
  return `${sayWeekdays(days, which === "")}${which}${inMonths(months)}`;
}

/** `hver tirsdag`, `mandag og onsdag`, `mandag til fredag`, `hver dag` */
function sayWeekdays(days: readonly Weekday[], alone: boolean): string {
  const numbers = [...new Set(days.map((day) => WEEKDAYS.indexOf(day)))].sort((a, b) => a - b);
  const names = numbers.map((n) => weekdayName(WEEKDAYS[n]!));
  if (names.length === 7) return alone ? "hver dag" : "alle dage";
  if (names.length === 1) return alone ? `hver ${names[0]}` : names[0]!;
  const inARow = numbers.at(-1)! - numbers[0]! === numbers.length - 1;
  return names.length > 2 && inARow ? `${names[0]} til ${names.at(-1)}` : inList(names);
}

function sayEvery(interval: number, unit: "dag" | "uge" | "måned"): string {
  if (interval === 1) return `hver ${unit}`;
  return `hver ${ORDINALS[interval - 1] ?? `${interval}.`} ${unit}`;
}

function inMonths(months: readonly number[]): string {
  return months.length > 0 ? ` i ${inList([...months].sort((a, b) => a - b).map(monthName))}` : "";
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
  return [...groupBy(sorted, ({ start, end }) => `${start} ${end}`).values()];
}

function someDates(dates: readonly string[], today: string): string {
  return inList([
    ...dateGroups(dates.slice(0, MOST_EXCEPTIONS), today),
    ...(dates.length > MOST_EXCEPTIONS ? ["nogle flere datoer"] : []),
  ]);
}

/** `3., 10. og 24. december og 7. januar` */
function listDates(dates: readonly string[], today: string): string {
  return inList(dateGroups(dates, today));
}

function dateGroups(dates: readonly string[], today: string): string[] {
  const months = groupBy(dates, (date) => sayDay(date, today).replace(/^\d+\. /, ""));
  return [...months].map(([month, days]) => `${inList(days.map((date) => `${Number(date.slice(8))}.`))} ${month}`);
}

/** `31. maj`, with the year when it is not near. */
function sayDay(date: string, today: string): string {
  return sayDate(date, today).replace(/^.* den /, "");
}

/** `tirsdag den 1. december`, with the year when it is not near. */
function sayDate(date: string, today: string): string {
  const near = daysBetween(today, date) >= 0 && daysBetween(today, date) <= 6;
  return near ? dayInWords(date) : dateInWords(date, today);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function unique(dates: readonly string[]): string[] {
  return [...new Set(dates)].sort();
}
