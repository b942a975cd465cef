/** How something repeats, in plain Danish: weekdays, weeks, days of months and years. */
import { WEEKDAYS } from "../shared/week.ts";
import type { Weekday } from "../shared/week.ts";
import { dayAndMonth, inList, monthName, weekdayName } from "../danish/wording.ts";
import { weekdayOf } from "../shared/time.ts";
import { parseRule } from "./parse-rule.ts";
import { RULE_DAYS } from "./rule.ts";
import type { Rule } from "./rule.ts";
import type { SeriesEntry } from "../shared/schedule-entry.ts";

/** What repeats: weekdays of weeks, or something else in words; null when no words would be sure to be right. */
export type Pattern =
  | { kind: "weeks"; days: Weekday[]; every: number; weeks: "odd" | "even" | null; months: number[] }
  | { kind: "words"; long: string; short: string };

const ORDINALS = ["første", "anden", "tredje", "fjerde", "femte"] as const;
const LAST_ORDINALS = ["sidste", "næstsidste", "tredjesidste", "fjerdesidste", "femtesidste"] as const;

/** How a series repeats. */
export function patternOf(entry: SeriesEntry): Pattern | null {
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

function words(long: string, short = long): Pattern {
  return { kind: "words", long, short };
}

/** `hver tirsdag i ulige uger`, `mandag og onsdag i juni` */
export function sayWeeks(pattern: Extract<Pattern, { kind: "weeks" }>): string {
  const { days, every, weeks, months } = pattern;
  const which = weeks ? ` i ${weeks === "odd" ? "ulige" : "lige"} uger` : every > 1 ? ` ${sayEvery(every, "uge")}` : "";
  return `${sayWeekdays(days, which === "")}${which}${inMonths(months)}`;
}

/** `hver tirsdag`, `mandag og onsdag`, `mandag til fredag`, `hver dag` */
export function sayWeekdays(days: readonly Weekday[], alone: boolean): string {
  const numbers = [...new Set(days.map((day) => WEEKDAYS.indexOf(day)))].sort((a, b) => a - b);
  const names = numbers.map((n) => weekdayName(WEEKDAYS[n]!));
  if (names.length === 7) return alone ? "hver dag" : "alle dage";
  if (names.length === 1) return alone ? `hver ${names[0]}` : names[0]!;
  const inARow = numbers.at(-1)! - numbers[0]! === numbers.length - 1;
  return names.length > 2 && inARow ? `${names[0]} til ${names.at(-1)}` : inList(names);
}

/** `hver uge`, `hver anden måned` */
export function sayEvery(interval: number, unit: "dag" | "uge" | "måned"): string {
  if (interval === 1) return `hver ${unit}`;
  return `hver ${ORDINALS[interval - 1] ?? `${interval}.`} ${unit}`;
}

function inMonths(months: readonly number[]): string {
  return months.length > 0 ? ` i ${inList([...months].sort((a, b) => a - b).map(monthName))}` : "";
}
