/** What a calendar says of days on which its place is closed: nothing of it takes place then. All pure. */
import { dateInWords } from "../danish/wording.ts";
import { cancelDate } from "../schedule/change-dates.ts";
import { occurrencesOf } from "../schedule/schedule.ts";
import type { ScheduleEntry } from "../shared/schedule-entry.ts";
import { addDays, instantOf, localClock } from "../shared/time.ts";
import type { Remark } from "../texts/exchange.ts";

const DAYS_AHEAD = 366;
/** More dates than anybody reads. */
const MOST_TOLD = 5;

/** When, and what the calendar calls it. */
export interface Closing {
  title: string;
  schedule: readonly ScheduleEntry[];
}

/** The schedule with all that falls within such days called off, a year ahead, and what to say of it. */
export function withClosings(
  schedule: ScheduleEntry[],
  closings: readonly Closing[],
  today: string,
): { schedule: ScheduleEntry[]; notes: Remark[] } {
  const window = { from: instantOf(today, "00:00"), to: instantOf(addDays(today, DAYS_AHEAD), "00:00") };
  const shut = closings.flatMap((closing) =>
    occurrencesOf(closing.schedule, window).map(({ start, end }) => ({ start, end, title: closing.title })),
  );
  const hit = occurrencesOf(shut.length > 0 ? schedule : [], window).flatMap((occurrence) => {
    const by = shut.find(({ start, end }) => occurrence.start < end && start < occurrence.end);
    return by && !occurrence.cancelled ? [{ ...occurrence, title: by.title }] : [];
  });
  const shutDown = hit.reduce((left, { key, start }) => {
    const atItsClock = cancelDate(left, key, localClock(start));
    return JSON.stringify(atItsClock) === JSON.stringify(left) ? cancelDate(left, key) : atItsClock;
  }, schedule);
  const notes = [...Map.groupBy(hit, ({ title }) => title)].map(([title, days]): Remark => {
    const told = days.slice(0, MOST_TOLD).map(({ key }) => dateInWords(key, today));
    return ["closedDays", title, told.join(", ") + (days.length > MOST_TOLD ? " …" : "")];
  });
  return { schedule: shutDown, notes };
}
