/** When an activity holds free: the holidays that its host has ticked, as dates and in words. All pure. */
import type { HolidayRow, PauseKind } from "../../db/schema.ts";
import { publicHolidays } from "../shared/holidays.ts";
import { inList } from "../danish/wording.ts";
import { addDays, localDate } from "../shared/time.ts";
import type { DateRange, ScheduleEntry } from "../shared/schedule-entry.ts";
import { isDated } from "./planned-dates.ts";

export type { HolidayRow, PauseKind };

/** The kinds in the order in which they are offered and said. */
export const PAUSE_KINDS = [
  "school",
  "christmas",
  "easter",
  "summer",
  "public",
] as const satisfies readonly PauseKind[];

/** How far ahead the next date is looked for, and a calendar is written. */
const DAYS_AHEAD = 5 * 366 + 1;
/** How far back a calendar can be told what was free. */
const DAYS_BACK = 2 * 366;
const EASTER_MONDAY = "Anden påskedag";
const SAID: Record<PauseKind, string> = {
  school: "i skolernes ferier",
  christmas: "fra 23. december til 1. januar",
  easter: "i påsken",
  summer: "i juli",
  public: "på helligdage",
};

/**
 * The dates of these kinds that touch `from`–`until` (local dates, both included), by first day: the holidays that an
 * editor keeps as `rows`, and those of the calendar: 23 December to 1 January, the Saturday before Palm Sunday to
 * Easter Monday, July, the public holidays.
 */
export function pausesOf(
  kinds: readonly PauseKind[],
  rows: readonly Omit<HolidayRow, "id">[],
  from: string,
  until: string,
): DateRange[] {
  if (kinds.length === 0) return [];
  const kept = rows.filter(({ kind }) => kinds.includes(kind)).map((row) => ({ from: row.from, until: row.until }));
  const years: number[] = [];
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(until.slice(0, 4)); year++) years.push(year);
  return [...kept, ...years.flatMap((year) => kinds.flatMap((kind) => inYear(kind, year)))]
    .filter((range) => range.until >= from && range.from <= until)
    .sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1));
}

/** The pauses that matter for a schedule now: from its first day, at most two years back, to five years ahead. */
export function pausesAround(
  kinds: readonly PauseKind[],
  rows: readonly Omit<HolidayRow, "id">[],
  schedule: readonly ScheduleEntry[],
  now: number,
): DateRange[] {
  if (kinds.length === 0) return [];
  const today = localDate(now);
  const earliest = addDays(today, -DAYS_BACK);
  const first = schedule
    .map((entry) => (isDated(entry) ? entry.date : entry.from))
    .reduce((a, b) => (a < b ? a : b), addDays(today, -1));
  return pausesOf(kinds, rows, first > earliest ? first : earliest, addDays(today, DAYS_AHEAD));
}

/** `Holder fri i skolernes ferier og på helligdage`; null when there are no pauses. */
export function sayPauses(kinds: readonly PauseKind[]): string | null {
  const said = PAUSE_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => SAID[kind]);
  if (said.length === 0) return null;
  return `Holder fri ${inList(said)}`;
}

function inYear(kind: PauseKind, year: number): DateRange[] {
  if (kind === "christmas") return [{ from: `${year}-12-23`, until: `${year + 1}-01-01` }];
  if (kind === "summer") return [{ from: `${year}-07-01`, until: `${year}-07-31` }];
  if (kind === "public") return publicHolidays(year).map(({ date }) => ({ from: date, until: date }));
  if (kind === "easter")
    return publicHolidays(year).flatMap(({ name, date }) =>
      name === EASTER_MONDAY ? [{ from: addDays(date, -9), until: date }] : [],
    );
  return [];
}
