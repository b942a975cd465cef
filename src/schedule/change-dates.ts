/** Calling off and moving single dates of a schedule. All pure. */
import type { DatedEntry, ScheduleEntry, SeriesEntry } from "../shared/schedule-entry.ts";
import { isDated, isPlanned } from "./planned-dates.ts";

/**
 * Calls off what is planned on the date `key`; with `start` only what begins at that clock. Unchanged when nothing is
 * planned then.
 */
export function cancelDate(schedule: readonly ScheduleEntry[], key: string, start?: string): ScheduleEntry[] {
  return changePlanned(
    schedule,
    key,
    start,
    (entry) => ({ ...entry, cancelled: withDate(entry.cancelled, key) }),
    (entry) => ({ ...entry, cancelled: true }),
  );
}

/** Takes back that a date was called off or excepted; a move of the date stays. */
export function restoreDate(schedule: readonly ScheduleEntry[], key: string, start?: string): ScheduleEntry[] {
  return changePlanned(
    schedule,
    key,
    start,
    (entry) => ({ ...entry, cancelled: withoutDate(entry.cancelled, key), except: withoutDate(entry.except, key) }),
    (entry) => ({ ...entry, cancelled: undefined }),
  );
}

/**
 * Moves a planned date to another date or hour, and takes back that it was called off. Moving it to where it was
 * planned undoes the move.
 */
export function moveDate(
  schedule: readonly ScheduleEntry[],
  key: string,
  to: { date: string; start: string; end: string },
  start?: string,
): ScheduleEntry[] {
  const move = <T extends SeriesEntry>(entry: T): T => {
    const others = (entry.moved ?? []).filter(({ from }) => from !== key);
    const home = to.date === key && to.start === entry.start && to.end === entry.end;
    const moved = home ? others : [...others, { from: key, date: to.date, start: to.start, end: to.end }];
    return { ...entry, cancelled: withoutDate(entry.cancelled, key), moved: moved.length > 0 ? moved : undefined };
  };
  return changePlanned(schedule, key, start, move, () => ({ date: to.date, start: to.start, end: to.end }));
}

function changePlanned(
  schedule: readonly ScheduleEntry[],
  key: string,
  start: string | undefined,
  series: <T extends SeriesEntry>(entry: T) => T,
  dated: (entry: DatedEntry) => DatedEntry,
): ScheduleEntry[] {
  return schedule.map((entry) => {
    if (start !== undefined && entry.start !== start) return entry;
    if (!isDated(entry)) return isPlanned(entry, key) ? series(entry) : entry;
    return entry.date === key ? dated(entry) : entry;
  });
}

function withDate(dates: readonly string[] | undefined, date: string): string[] {
  return [...new Set([...(dates ?? []), date])].sort();
}

function withoutDate(dates: readonly string[] | undefined, date: string): string[] | undefined {
  const left = (dates ?? []).filter((other) => other !== date);
  return left.length > 0 ? left : undefined;
}
