/** What differs from the plan of a series, in plain Danish. */
import { WEEKDAYS } from "../shared/week.ts";
import { hoursInWords, inList } from "../danish/wording.ts";
import { addDays, daysBetween, isoWeek, weekdayOf } from "../shared/time.ts";
import { isPlanned, movedDates, plannedDates } from "./planned-dates.ts";
import type { SeriesEntry } from "../shared/schedule-entry.ts";
import { unique, someDates, sayDay, sayDate } from "./say-dates.ts";

/**
 * Exceptions, cancelled and moved dates from today on. Whole weeks are said as weeks where the series goes by weeks.
 */
export function sayChanges(entries: readonly SeriesEntry[], today: string, byWeeks: boolean): string[] {
  const planned = (entry: SeriesEntry, dates: readonly string[] | undefined): string[] =>
    (dates ?? []).filter((date) => date >= today && isPlanned(entry, date));
  const except = unique(entries.flatMap((entry) => planned(entry, entry.except)));
  const cancelled = unique(
    entries.flatMap((entry) => planned(entry, entry.cancelled).filter((date) => !entry.except?.includes(date))),
  );
  const moved = entries.flatMap((entry) =>
    movedDates(entry).filter(({ from, date }) => from >= today || date >= today),
  );
  const weeks = byWeeks ? emptyWeeks(entries, except, today) : [];
  const days = except.filter((date) => !weeks.includes(date));
  return [
    ...(weeks.length > 0 ? [`ikke i uge ${sayWeekNumbers(weeks)}`] : []),
    ...(days.length > 0 ? [`ikke den ${someDates(days, today)}`] : []),
    ...(cancelled.length > 0 ? [`aflyst den ${someDates(cancelled, today)}`] : []),
    ...moved.map(({ from, date, start, end }) => {
      const hours = `kl. ${hoursInWords(start, end)}`;
      return from === date
        ? `den ${sayDay(from, today)} ${hours}`
        : `den ${sayDay(from, today)} er flyttet til ${sayDate(date, today)} ${hours}`;
    }),
  ];
}

/**
 * The excepted dates that leave a whole week empty: of several weekdays all, of one weekday when it is three weeks or
 * more in a row. Within half a year.
 */
function emptyWeeks(entries: readonly SeriesEntry[], except: readonly string[], today: string): string[] {
  const near = except.filter((date) => daysBetween(today, date) <= 183);
  const inWeek = (date: string): string[] => {
    const monday = addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)));
    return entries.flatMap((entry) => plannedDates(entry, { from: monday, to: addDays(monday, 6) }));
  };
  const empty = near.filter((date) => inWeek(date).every((planned) => near.includes(planned)));
  const several = empty.filter((date) => inWeek(date).length > 1);
  const single = empty.filter((date) => inWeek(date).length === 1);
  return [...several, ...runsOfThree(single)].sort();
}

function runsOfThree(dates: readonly string[]): string[] {
  const has = (date: string, weeks: number): boolean => dates.includes(addDays(date, 7 * weeks));
  return dates.filter(
    (date) => (has(date, -1) && has(date, 1)) || (has(date, 1) && has(date, 2)) || (has(date, -1) && has(date, -2)),
  );
}

/** `7`, `52 og 53`, `27–32 og 42` */
function sayWeekNumbers(dates: readonly string[]): string {
  const mondays = unique(dates.map((date) => addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)))));
  const runs: string[][] = [];
  for (const monday of mondays) {
    const run = runs.at(-1);
    const follows = run && addDays(run.at(-1)!, 7) === monday && isoWeek(monday).week > 1;
    if (follows) run.push(monday);
    else runs.push([monday]);
  }
  const number = (monday: string | undefined): string => String(isoWeek(monday!).week);
  return inList(
    runs.flatMap((run) => (run.length > 2 ? [`${number(run[0])}–${number(run.at(-1))}`] : run.map(number))),
  );
}
