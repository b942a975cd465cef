/** A series as the recurring events that common calendars can read. */
import { addDays, daysBetween } from "../shared/time.ts";
import { parseRule } from "./parse-rule.ts";
import { RULE_DAYS, writeRule } from "./rule.ts";
import type { Rule } from "./rule.ts";
import { plannedDates, plannedEnd } from "./planned-dates.ts";
import type { SeriesEntry, WeeklyEntry } from "../shared/schedule-entry.ts";
import { WEEKDAYS } from "../shared/week.ts";

/** One recurring event of the file: the planned dates it stands for, by a rule or one by one. */
export interface Run {
  name: string;
  first: string;
  last: string | null;
  rrule: string | null;
  dates: string[];
}

/** The events that stand for a series without what is gone; lists of dates reach to the horizon. */
export function runsOf(entry: SeriesEntry, gone: ReadonlySet<string>, horizon: string): Run[] {
  if ("rrule" in entry) {
    const rule = parseRule(entry.rrule);
    if (!rule) throw new RangeError(`Not a rule: ${entry.rrule}`);
    return isPortable(rule) ? ruleRun(entry, writeRule(rule), gone, horizon) : listRun(entry, gone, horizon);
  }
  const day = RULE_DAYS[WEEKDAYS.indexOf(entry.weekday)]!;
  return entry.weeks
    ? fortnightRuns(entry, day, gone, horizon)
    : ruleRun(entry, `FREQ=WEEKLY;BYDAY=${day}`, gone, horizon);
}

function ruleRun(entry: SeriesEntry, rrule: string, gone: ReadonlySet<string>, horizon: string): Run[] {
  const first = firstDate(entry, gone, horizon);
  return first ? [{ name: "", first, last: plannedEnd(entry), rrule, dates: [] }] : [];
}

function listRun(entry: SeriesEntry, gone: ReadonlySet<string>, horizon: string): Run[] {
  const dates = plannedDates(entry, { from: entry.from, to: horizon }).filter((date) => !gone.has(date));
  const [first] = dates;
  return first ? [{ name: "", first, last: dates.at(-1) ?? first, rrule: null, dates }] : [];
}

/**
 * Runs of every second week, named by the year they begin in. A run ends with a 53-week year, where weeks 53 and 1 are
 * both odd.
 */
function fortnightRuns(entry: WeeklyEntry, day: string, gone: ReadonlySet<string>, horizon: string): Run[] {
  const runs: string[][] = [];
  for (const date of plannedDates(entry, { from: entry.from, to: horizon })) {
    const run = runs.at(-1);
    if (run && daysBetween(run.at(-1)!, date) === 14) run.push(date);
    else runs.push([date]);
  }
  return runs.flatMap((dates, i) => {
    const first = dates.find((date) => !gone.has(date));
    const name = i === 0 ? "" : dates[0]!.slice(0, 4);
    return first ? [{ name, first, last: dates.at(-1)!, rrule: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day}`, dates: [] }] : [];
  });
}

function firstDate(entry: SeriesEntry, gone: ReadonlySet<string>, horizon: string): string | null {
  for (let days = 62; days < 62 * 1000; days *= 8) {
    const to = addDays(entry.from, days);
    const first = plannedDates(entry, { from: entry.from, to }).find((date) => !gone.has(date));
    if (first) return first;
    if (to > horizon) return null;
  }
  return null;
}

/** Rules that common calendars read alike, and that do not change when they start at a later one of their dates. */
function isPortable(rule: Rule): boolean {
  if (rule.weekNumbers.length + rule.yearDays.length > 0 || rule.weekStart !== "MO") return false;
  if (rule.freq === "YEARLY")
    return (
      rule.months.length > 0 && rule.positions.length === 0 && (rule.monthDays.length === 0 || rule.days.length === 0)
    );
  return true;
}
