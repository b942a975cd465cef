/** Dates of a series that a calendar must be told one by one: their hours are not those of the others. */
import { MINUTE } from "../shared/time.ts";
import { hoursOn } from "./schedule.ts";
import { isPlanned, movedDates, plannedDates } from "./planned-dates.ts";
import type { SeriesEntry } from "../shared/schedule-entry.ts";

/** A local date with its hours. */
export interface When {
  date: string;
  start: string;
  end: string;
}

/**
 * By planned date, in order: what is moved, cancelled, or longer or shorter than the others because the clocks change
 * meanwhile.
 */
export function datesThatDiffer(entry: SeriesEntry, gone: ReadonlySet<string>, horizon: string): [string, When][] {
  const atHome = [
    ...(entry.cancelled ?? []).filter((date) => isPlanned(entry, date)),
    ...stretchedDates(entry, horizon),
  ];
  const different = new Map(
    [
      ...atHome.map((date): [string, When] => [date, homeOn(entry, date)]),
      ...movedDates(entry).map(({ from, date, start, end }): [string, When] => [from, { date, start, end }]),
    ].filter(([date]) => !gone.has(date)),
  );
  return [...different].sort(([a], [b]) => (a < b ? -1 : 1));
}

function stretchedDates(entry: SeriesEntry, horizon: string): string[] {
  if (entry.end > entry.start && entry.start >= "03:00") return [];
  return plannedDates(entry, { from: entry.from, to: horizon }).filter((date) => isStretched(homeOn(entry, date)));
}

/** Whether the clocks change between start and end, so that it lasts longer or shorter than the clocks say. */
export function isStretched({ date, start, end }: When): boolean {
  const hours = hoursOn(date, start, end);
  return hours.end - hours.start !== lengthByClock(start, end) * MINUTE;
}

/** Minutes from one clock to the next time that the other is shown. */
export function lengthByClock(start: string, end: string): number {
  const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const length = minutes(end) - minutes(start);
  return length > 0 ? length : length + 24 * 60;
}

/** A planned date with the hours of its series. */
export function homeOn(entry: SeriesEntry, date: string): When {
  return { date, start: entry.start, end: entry.end };
}
