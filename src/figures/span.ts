/** What figures are of: whole months inside the team, whole quarters and years that are over for what leaves it. */
import { instantOf, isoMonth, localDate } from "../shared/time.ts";

/** Months as `YYYY-MM`, both included. */
export interface Span {
  from: string;
  until: string;
}

/** A quarter, or a year where it names none. */
export interface Period {
  year: number;
  quarter: Quarter | null;
}
export const QUARTERS = [1, 2, 3, 4] as const;
export type Quarter = (typeof QUARTERS)[number];

const USUAL_MONTHS = 12;
const MOST_MONTHS = 120;
const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;
const PERIOD = /^(20\d\d)(?:-K([1-4]))?$/;

/** The last twelve whole months and this one. */
export function usualSpan(now: number): Span {
  const until = isoMonth(localDate(now));
  return { from: addMonths(until, -USUAL_MONTHS), until };
}

/**
 * The span that an address names (`fra`, `til`); the usual one where it names none. Null: what it says is no month, ends
 * before it begins, is to come, or is longer than ten years.
 */
export function spanIn(params: URLSearchParams, now: number): Span | null {
  const usual = usualSpan(now);
  const from = params.get("fra") || usual.from;
  const until = params.get("til") || usual.until;
  if (!MONTH.test(from) || !MONTH.test(until) || from > until || until > usual.until) return null;
  return addMonths(from, MOST_MONTHS) > until ? { from, until } : null;
}

/** What a span is held against: the same months a year before, or as many just before it. */
export const COMPARED_WITH = ["year", "before"] as const;
export type ComparedWith = (typeof COMPARED_WITH)[number];

export function spanBefore({ from, until }: Span, how: ComparedWith): Span {
  const back = how === "year" ? 12 : monthsIn({ from, until });
  return { from: addMonths(from, -back), until: addMonths(until, -back) };
}

/** The year that a span is, from January to December; null: it is none. */
export function wholeYearOf({ from, until }: Span): number | null {
  return from.endsWith("-01") && monthsIn({ from, until }) === 12 ? Number(from.slice(0, 4)) : null;
}

function monthsIn({ from, until }: Span): number {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return number(until) - number(from) + 1;
}

/** A quarter (`2026-K3`) or a year (`2026`) that is over; null: it is neither, or is not over yet. */
export function periodIn(text: string, now: number): Period | null {
  const [, year, quarter] = PERIOD.exec(text) ?? [];
  if (year === undefined) return null;
  const period = { year: Number(year), quarter: quarter === undefined ? null : (Number(quarter) as Quarter) };
  return spanOf(period).until < isoMonth(localDate(now)) ? period : null;
}

/** As an address says it. */
export function keyOfPeriod({ year, quarter }: Period): string {
  return quarter === null ? String(year) : `${year}-K${quarter}`;
}

/** The months of a period. */
export function spanOf({ year, quarter }: Period): Span {
  const month = (number: number) => `${year}-${String(number).padStart(2, "0")}`;
  return quarter === null
    ? { from: month(1), until: month(12) }
    : { from: month(quarter * 3 - 2), until: month(quarter * 3) };
}

/** The quarters and years of the last years that are over, the newest first. */
export function periodsBefore(now: number, years = 5): Period[] {
  const thisYear = Number(localDate(now).slice(0, 4));
  const all = Array.from({ length: years }, (_, back) => thisYear - back).flatMap((year) =>
    [null, ...QUARTERS.toReversed()].map((quarter) => ({ year, quarter })),
  );
  return all.filter((period) => periodIn(keyOfPeriod(period), now) !== null);
}

export function quarterOf(month: string): Quarter {
  return Math.ceil(Number(month.slice(5)) / 3) as Quarter;
}

/** The month `n` months later; earlier when negative. */
export function addMonths(month: string, n: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + n;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/** When a span begins, and when what comes after it does: epoch ms. */
export function instantsOf({ from, until }: Span): { from: number; until: number } {
  return { from: instantOf(`${from}-01`, "00:00"), until: instantOf(`${addMonths(until, 1)}-01`, "00:00") };
}

/** This month and those before it, the newest first. */
export function monthsBefore(now: number, many = 60): string[] {
  const last = isoMonth(localDate(now));
  return Array.from({ length: many }, (_, back) => addMonths(last, -back));
}
