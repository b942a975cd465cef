/** Recurrence rules (RFC 5545 RRULE) of whole dates: read with suspicion, expanded within bounds. */
import { RRuleTemporal } from "rrule-temporal";
import { addDays, daysBetween, instantOf, isDate, localDate } from "../shared/time.ts";

export type Frequency = "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
export type RuleDay = "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";

/** A rule as read: `order` of a day is 1 for the first, -1 for the last of the month (or year), 0 for every. */
export interface Rule {
  freq: Frequency;
  interval: number;
  count: number | null;
  /** As written in the rule, date or date-time. */
  until: string | null;
  days: { order: number; day: RuleDay }[];
  monthDays: number[];
  months: number[];
  positions: number[];
  weekNumbers: number[];
  yearDays: number[];
  weekStart: RuleDay;
}

export const RULE_DAYS: readonly RuleDay[] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const FREQUENCIES: readonly Frequency[] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
const PARTS = [
  "FREQ",
  "INTERVAL",
  "COUNT",
  "UNTIL",
  "BYDAY",
  "BYMONTHDAY",
  "BYMONTH",
  "BYSETPOS",
  "BYWEEKNO",
  "BYYEARDAY",
  "WKST",
];
const MAX_LENGTH = 200;
const MAX_COUNT = 1000;
const MAX_INTERVAL = 1000;

/**
 * Reads a rule; null when it is malformed, contradicts itself, repeats within a day, or uses what this site does not
 * know (hours, RSCALE).
 */
export function parseRule(text: string): Rule | null {
  const parts = partsOf(text);
  if (!parts) return null;
  const freq = FREQUENCIES.find((known) => known === parts.get("FREQ"));
  const weekStart = RULE_DAYS.find((day) => day === (parts.get("WKST") ?? "MO"));
  const interval = oneNumber(parts.get("INTERVAL") ?? "1", MAX_INTERVAL);
  const count = parts.has("COUNT") ? oneNumber(parts.get("COUNT") ?? "", MAX_COUNT) : null;
  const days = daysIn(parts.get("BYDAY"));
  const monthDays = numbersIn(parts.get("BYMONTHDAY"), 31, true);
  const months = numbersIn(parts.get("BYMONTH"), 12, false);
  const positions = numbersIn(parts.get("BYSETPOS"), 366, true);
  const weekNumbers = numbersIn(parts.get("BYWEEKNO"), 53, true);
  const yearDays = numbersIn(parts.get("BYYEARDAY"), 366, true);
  const until = parts.get("UNTIL") ?? null;
  if (!freq || !weekStart || !interval || count === 0 || (until && !isUntil(until))) return null;
  if (!days || !monthDays || !months || !positions || !weekNumbers || !yearDays) return null;
  const rule: Rule = {
    freq,
    interval,
    count,
    until,
    days,
    monthDays,
    months,
    positions,
    weekNumbers,
    yearDays,
    weekStart,
  };
  return isConsistent(rule) ? rule : null;
}

/**
 * The dates of a rule between two dates, both inclusive, anchored at `from`. `start` is the clock that UNTIL is held
 * against.
 */
export function ruleDates(rule: Rule, from: string, start: string, window: { from: string; to: string }): string[] {
  const until = lastDateAllowed(rule, start);
  const to = until && until < window.to ? until : window.to;
  const after = window.from > from ? window.from : from;
  if (to < after) return [];
  if (isPlainDaily(rule)) return dailyDates(rule, from, { from: after, to });
  return expansion(rule, from)
    .between(new Date(utcMidnight(after)), new Date(utcMidnight(to)), true)
    .map((found) => new Date(found.epochMilliseconds).toISOString().slice(0, 10));
}

/**
 * The last date of a rule that ends (of a COUNT within 20 years); null when it does not end. The anchor when it never
 * happens.
 */
export function ruleEnd(rule: Rule, from: string, start: string): string | null {
  const until = lastDateAllowed(rule, start);
  if (until) return lastOnOrBefore(rule, from, start, until);
  if (rule.count === null) return null;
  return ruleDates(rule, from, start, { from, to: addDays(from, 20 * 366) }).at(-1) ?? from;
}

/** The rule as RRULE text without COUNT and UNTIL. */
export function writeRule(rule: Rule): string {
  const list = (name: string, values: readonly (number | string)[]): string[] =>
    values.length > 0 ? [`${name}=${values.join(",")}`] : [];
  return [
    `FREQ=${rule.freq}`,
    ...(rule.interval > 1 ? [`INTERVAL=${rule.interval}`] : []),
    ...list("BYMONTH", rule.months),
    ...list("BYWEEKNO", rule.weekNumbers),
    ...list("BYYEARDAY", rule.yearDays),
    ...list("BYMONTHDAY", rule.monthDays),
    ...list(
      "BYDAY",
      rule.days.map(({ order, day }) => `${order || ""}${day}`),
    ),
    ...list("BYSETPOS", rule.positions),
    ...(rule.weekStart === "MO" ? [] : [`WKST=${rule.weekStart}`]),
  ].join(";");
}

function isPlainDaily({ freq, days, monthDays, months, positions, weekNumbers, yearDays }: Rule): boolean {
  return (
    freq === "DAILY" && [days, monthDays, months, positions, weekNumbers, yearDays].every(({ length }) => length === 0)
  );
}

/** By counting: a calendar may hold hundreds of such rules, and a library goes through them day by day. */
function dailyDates({ interval, count }: Rule, from: string, window: { from: string; to: string }): string[] {
  const first = Math.ceil(daysBetween(from, window.from) / interval);
  const last = Math.min(Math.floor(daysBetween(from, window.to) / interval), (count ?? Infinity) - 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => addDays(from, (first + i) * interval));
}

function lastOnOrBefore(rule: Rule, from: string, start: string, until: string): string {
  for (let back = 64; back <= 64 * 1024; back *= 32) {
    const last = ruleDates(rule, from, start, { from: addDays(until, -back), to: until }).at(-1);
    if (last) return last;
  }
  return from;
}

/** Dates only: the rule runs over midnights in UTC, where no day is longer than another. */
function expansion(rule: Rule, from: string): RRuleTemporal {
  const count = rule.count === null ? "" : `;COUNT=${rule.count}`;
  const rruleString = `DTSTART:${from.replaceAll("-", "")}T000000Z\nRRULE:${writeRule(rule)}${count}`;
  return new RRuleTemporal({ rruleString, maxIterations: 20_000, maxCandidateEvaluations: 200_000 });
}

function utcMidnight(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The last local date whose start is not after UNTIL (a date, a local time, or an instant ending in Z). */
function lastDateAllowed(rule: Rule, start: string): string | null {
  if (!rule.until) return null;
  const date = dashed(rule.until);
  if (rule.until.length === 8) return date;
  const clock = `${rule.until.slice(9, 11)}:${rule.until.slice(11, 13)}`;
  const instant = rule.until.endsWith("Z") ? Date.parse(`${date}T${clock}:00Z`) : instantOf(date, clock);
  const local = localDate(instant);
  return instantOf(local, start) <= instant ? local : addDays(local, -1);
}

function partsOf(text: string): Map<string, string> | null {
  const rule = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .replace(/;$/, "");
  if (rule.length > MAX_LENGTH) return null;
  const parts = new Map<string, string>();
  for (const part of rule.split(";")) {
    const [name, value, ...rest] = part.split("=");
    if (!name || !value || rest.length > 0 || !PARTS.includes(name) || parts.has(name)) return null;
    parts.set(name, value);
  }
  return parts;
}

/** 0 when it is no number from 1 to `max`. */
function oneNumber(text: string, max: number): number {
  const n = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return n <= max ? n : 0;
}

function numbersIn(text: string | undefined, max: number, negative: boolean): number[] | null {
  if (text === undefined) return [];
  const numbers = text.split(",").map((part) => (/^[+-]?\d{1,3}$/.test(part) ? Number(part) : 0));
  const fits = (n: number): boolean => n !== 0 && Math.abs(n) <= max && (negative || n > 0);
  return numbers.every(fits) ? [...new Set(numbers)] : null;
}

function daysIn(text: string | undefined): Rule["days"] | null {
  if (text === undefined) return [];
  const days: Rule["days"] = [];
  for (const part of text.split(",")) {
    const found = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(part);
    const order = Number(found?.[1] ?? 0);
    if (!found || Math.abs(order) > 53 || (found[1] && order === 0)) return null;
    days.push({ order, day: found[2] as RuleDay });
  }
  return days;
}

function isUntil(text: string): boolean {
  return /^\d{8}(T([01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?$/.test(text) && isDate(dashed(text));
}

/** RFC 5545, 3.3.10: which parts may stand together. */
function isConsistent(rule: Rule): boolean {
  const long = rule.freq === "MONTHLY" || rule.freq === "YEARLY";
  const ordered = rule.days.some(({ order }) => order !== 0);
  const selects =
    rule.days.length + rule.monthDays.length + rule.months.length + rule.weekNumbers.length + rule.yearDays.length > 0;
  if (rule.count !== null && rule.until) return false;
  if (ordered && (!long || rule.weekNumbers.length > 0)) return false;
  if (rule.freq === "MONTHLY" && rule.days.some(({ order }) => Math.abs(order) > 5)) return false;
  if (rule.freq === "WEEKLY" && rule.monthDays.length > 0) return false;
  if (rule.freq !== "YEARLY" && rule.weekNumbers.length + rule.yearDays.length > 0) return false;
  return rule.positions.length === 0 || selects;
}

function dashed(until: string): string {
  return `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`;
}
