/** A recurrence rule (RFC 5545 RRULE) read with suspicion. */
import { isDate } from "../shared/time.ts";
import { type Frequency, type Rule, RULE_DAYS } from "./rule.ts";

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
const MAX_COUNT = 5000;
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
    const day = RULE_DAYS.find((one) => one === found?.[2]);
    if (!day || Math.abs(order) > 53 || (found?.[1] && order === 0)) return null;
    days.push({ order, day });
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

/** The date of an UNTIL as others write it: `20261231T225959Z` is `2026-12-31`. */
export function dashed(until: string): string {
  return `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`;
}
