/** The dates of a recurrence rule, expanded within bounds. */
import { RRuleTemporal } from "rrule-temporal";
import { addDays, daysBetween, instantOf, localDate } from "../shared/time.ts";
import { type Rule, writeRule } from "./rule.ts";
import { dashed } from "./parse-rule.ts";

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
