/**
 * Schedules in one form, so that the same dates are the same text: known fields in one order, dates in order and once,
 * nothing empty. All pure.
 */
import type { ScheduleEntry } from "../shared/schedule-entry.ts";
import { recordOf } from "../shared/record.ts";

const FIELDS = [
  "weekday",
  "date",
  "rrule",
  "start",
  "end",
  "from",
  "until",
  "weeks",
  "except",
  "cancelled",
  "moved",
] as const;

/** A schedule in its one form. What is no list of objects comes back as it is, for the check to refuse. */
export function tidySchedule(schedule: readonly ScheduleEntry[]): ScheduleEntry[] {
  return schedule.map((entry) => (isObject(entry) ? tidyEntry(entry) : entry));
}

/** The first field of an untrusted schedule that means nothing. */
export function unknownKey(entries: readonly unknown[]): { index: number; key: string } | null {
  for (const [index, entry] of entries.entries()) {
    const key = isObject(entry) && Object.keys(entry).find((name) => !FIELDS.some((known) => known === name));
    if (key) return { index, key };
  }
  return null;
}

function tidyEntry(entry: ScheduleEntry): ScheduleEntry {
  const fields = recordOf(entry);
  return Object.fromEntries(
    FIELDS.flatMap((name) => (isEmpty(fields[name]) ? [] : [[name, tidyDates(fields[name])]])),
  ) as unknown as ScheduleEntry;
}

function tidyDates(value: unknown): unknown {
  return Array.isArray(value) && value.every((date) => typeof date === "string") ? [...new Set(value)].sort() : value;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
