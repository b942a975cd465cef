/** Reads a schedule that somebody else wrote, and names every fault instead of throwing. */
import { WEEKDAYS } from "../shared/week.ts";
import { addDays, isClock, isDate } from "../shared/time.ts";
import { parseRule } from "./parse-rule.ts";
import { ruleDates } from "./rule-dates.ts";
import type { Rule } from "./rule.ts";
import type { ScheduleProblem } from "../shared/schedule-entry.ts";

const MAX_ENTRIES = 200;
const MAX_DATES = 500;
/** A rule that does not happen within this many days of its anchor is taken for a mistake. */
const FIRST_WITHIN_DAYS = 5 * 366;

/**
 * The faults of an untrusted schedule; none when it can be used as `ScheduleEntry[]`. Unknown fields are left alone.
 */
export function checkSchedule(entries: unknown): ScheduleProblem[] {
  if (!Array.isArray(entries) || entries.length === 0) return [{ index: -1, field: "schedule", why: "empty" }];
  if (entries.length > MAX_ENTRIES) return [{ index: -1, field: "schedule", why: "tooMany" }];
  return entries.flatMap((entry: unknown, index) => faultsOf(entry).map(({ field, why }) => ({ index, field, why })));
}

type Fault = Omit<ScheduleProblem, "index">;
type Fields = Record<string, unknown>;

function faultsOf(entry: unknown): Fault[] {
  if (!isFields(entry)) return [{ field: "schedule", why: "badEntry" }];
  const kinds = ["weekday", "date", "rrule"].filter((kind) => entry[kind] !== undefined);
  if (kinds.length !== 1) return [{ field: "schedule", why: "badEntry" }];
  const clocks = [...clockFault(entry, "start"), ...clockFault(entry, "end")];
  if (kinds[0] === "date") return [...dateFault(entry, "date"), ...clocks, ...flagFault(entry)];
  const shared = [
    ...clocks,
    ...spanFaults(entry),
    ...datesFaults(entry, "except"),
    ...datesFaults(entry, "cancelled"),
    ...movedFaults(entry),
  ];
  if (kinds[0] === "weekday") return [...weekdayFaults(entry), ...shared];
  return shared.length > 0 ? shared : ruleFault(entry);
}

function weekdayFaults(entry: Fields): Fault[] {
  const faults: Fault[] = [];
  if (!WEEKDAYS.some((weekday) => weekday === entry["weekday"]))
    faults.push({ field: "weekday", why: "unknownWeekday" });
  if (entry["weeks"] !== undefined && entry["weeks"] !== "odd" && entry["weeks"] !== "even")
    faults.push({ field: "weeks", why: "badWeeks" });
  return faults;
}

/** Last, when all else holds: the rule is expanded from its anchor to see whether it ever happens. */
function ruleFault(entry: Fields): Fault[] {
  const rule = typeof entry["rrule"] === "string" ? parseRule(entry["rrule"]) : null;
  return rule && happens({ ...rule, count: null }, String(entry["from"]), String(entry["start"]))
    ? []
    : [{ field: "rrule", why: "badRule" }];
}

/** Looks near first: most rules happen soon, and a dense one has many dates in five years. */
function happens(rule: Rule, from: string, start: string): boolean {
  try {
    return [31, FIRST_WITHIN_DAYS].some(
      (days) => ruleDates(rule, from, start, { from, to: addDays(from, days) }).length > 0,
    );
  } catch {
    return false;
  }
}

function spanFaults(entry: Fields): Fault[] {
  const from = dateFault(entry, "from");
  if (entry["until"] === undefined) return from;
  const faults = [...from, ...dateFault(entry, "until")];
  if (faults.length > 0) return faults;
  return String(entry["until"]) < String(entry["from"]) ? [{ field: "until", why: "untilBeforeFrom" }] : [];
}

function datesFaults(entry: Fields, field: string): Fault[] {
  const dates = entry[field];
  if (dates === undefined) return [];
  if (!Array.isArray(dates)) return [{ field, why: "badDate" }];
  if (dates.length > MAX_DATES) return [{ field, why: "tooMany" }];
  return dates.every((date) => typeof date === "string" && isDate(date)) ? [] : [{ field, why: "badDate" }];
}

function movedFaults(entry: Fields): Fault[] {
  const moved = entry["moved"];
  if (moved === undefined) return [];
  if (!Array.isArray(moved)) return [{ field: "moved", why: "badEntry" }];
  if (moved.length > MAX_DATES) return [{ field: "moved", why: "tooMany" }];
  return moved
    .flatMap((move: unknown) => (isFields(move) ? movedFault(move) : [{ field: "moved", why: "badEntry" as const }]))
    .slice(0, 1);
}

function movedFault(move: Fields): Fault[] {
  const faults = [
    ...dateFault(move, "from"),
    ...dateFault(move, "date"),
    ...clockFault(move, "start"),
    ...clockFault(move, "end"),
  ];
  return faults.map(({ why }) => ({ field: "moved", why }));
}

function flagFault(entry: Fields): Fault[] {
  return entry["cancelled"] === undefined || typeof entry["cancelled"] === "boolean"
    ? []
    : [{ field: "cancelled", why: "badEntry" }];
}

function dateFault(entry: Fields, field: string): Fault[] {
  const date = entry[field];
  return typeof date === "string" && isDate(date) ? [] : [{ field, why: "badDate" }];
}

function clockFault(entry: Fields, field: string): Fault[] {
  const clock = entry[field];
  return typeof clock === "string" && isClock(clock) ? [] : [{ field, why: "badClock" }];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
