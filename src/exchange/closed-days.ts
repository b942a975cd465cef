/** What a calendar says of days on which its place is closed: nothing of it takes place then. All pure. */
import { dateInWords } from "../danish/wording.ts";
import { isDated, plannedDates } from "../schedule/planned-dates.ts";
import { occurrencesOf } from "../schedule/schedule.ts";
import type { ScheduleEntry } from "../shared/schedule-entry.ts";
import { addDays, instantOf, localClock, MINUTE } from "../shared/time.ts";
import type { Remark } from "../texts/exchange.ts";
import { MOST_CHANGES } from "./event-series.ts";

const DAYS_AHEAD = 366;
/** More dates than anybody reads. */
const MOST_TOLD = 5;

/** When, and what the calendar calls it. */
export interface Closing {
  title: string;
  schedule: readonly ScheduleEntry[];
}

/** A stretch of time in which the place is closed; epoch milliseconds. */
export interface Closed {
  start: number;
  end: number;
  title: string;
}

/** A planned date that falls within such a time, the clock at which it begins, and what the calendar calls it. */
interface Hit {
  key: string;
  clock: string;
  title: string;
}

/** When the place is closed, a year ahead, in order; what touches is one stretch. */
export function closedAhead(closings: readonly Closing[], today: string): Closed[] {
  const stretches = closings
    .flatMap(({ title, schedule }) =>
      occurrencesOf(schedule, windowOf(today)).map(({ start, end }): Closed => ({ start, end, title })),
    )
    .sort((a, b) => a.start - b.start);
  const merged: Closed[] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    if (last && stretch.start <= last.end + MINUTE) last.end = Math.max(last.end, stretch.end);
    else merged.push(stretch);
  }
  return merged;
}

/** The schedule with all that falls within such times called off, and what to say of it. */
export function withClosings(
  schedule: ScheduleEntry[],
  closed: readonly Closed[],
  today: string,
): { schedule: ScheduleEntry[]; notes: Remark[] } {
  if (closed.length === 0) return { schedule, notes: [] };
  let at = 0;
  const hit = occurrencesOf(schedule, windowOf(today)).flatMap((occurrence): Hit[] => {
    while (at < closed.length && closed[at]!.end <= occurrence.start) at++;
    const by = closed[at];
    return by && by.start < occurrence.end && !occurrence.cancelled
      ? [{ key: occurrence.key, clock: localClock(occurrence.start), title: by.title }]
      : [];
  });
  const notes = [...Map.groupBy(hit, ({ title }) => title)].map(([title, days]): Remark => {
    const told = days.slice(0, MOST_TOLD).map(({ key }) => dateInWords(key, today));
    return ["closedDays", title, told.join(", ") + (days.length > MOST_TOLD ? " …" : "")];
  });
  return { schedule: schedule.map((entry) => calledOff(entry, hit)), notes };
}

function calledOff(entry: ScheduleEntry, hit: readonly Hit[]): ScheduleEntry {
  if (hit.length === 0) return entry;
  if (isDated(entry)) {
    const isHit = hit.some(({ key, clock }) => key === entry.date && clock === entry.start);
    return isHit ? { ...entry, cancelled: true } : entry;
  }
  const keys = hit.map(({ key }) => key).sort();
  const planned = new Set(plannedDates(entry, { from: keys[0]!, to: keys.at(-1)! }));
  const moved = new Set(entry.moved?.map(({ from }) => from));
  const mine = hit.filter(({ key, clock }) => planned.has(key) && (clock === entry.start || moved.has(key)));
  const cancelled = [...new Set([...(entry.cancelled ?? []), ...mine.map(({ key }) => key)])].sort();
  return mine.length > 0 ? { ...entry, cancelled: cancelled.slice(-MOST_CHANGES) } : entry;
}

function windowOf(today: string): { from: number; to: number } {
  return { from: instantOf(today, "00:00"), to: instantOf(addDays(today, DAYS_AHEAD), "00:00") };
}
