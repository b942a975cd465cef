/** Dates in Danish: one by one, gathered by month, or summed up. */
import { dateInWords, dayInWords, hoursInWords, inList } from "../danish/wording.ts";
import { daysBetween } from "../shared/time.ts";
import type { DatedEntry } from "../shared/schedule-entry.ts";

/** Longer lists are summed up. */
const MOST_DATES = 12;
const MOST_EXCEPTIONS = 6;

/** Dates with the same hours, at least one, as one line. */
export function sayDates(entries: readonly DatedEntry[], today: string): string {
  const first = entries[0]!;
  const hours = `kl. ${hoursInWords(first.start, first.end)}`;
  if (entries.length === 1) return `${sayDate(first.date, today)} ${hours}${first.cancelled ? ", aflyst" : ""}`;
  const dates = unique(entries.map(({ date }) => date));
  const cancelled = unique(entries.filter((entry) => entry.cancelled).map(({ date }) => date));
  const list =
    dates.length > MOST_DATES
      ? `${dates.length} datoer fra ${sayDay(dates[0]!, today)} til ${sayDay(dates.at(-1)!, today)}`
      : listDates(dates, today);
  return `${list} ${hours}${cancelled.length > 0 ? `, aflyst den ${someDates(cancelled, today)}` : ""}`;
}

/** The first few of many dates. */
export function someDates(dates: readonly string[], today: string): string {
  return inList([
    ...dateGroups(dates.slice(0, MOST_EXCEPTIONS), today),
    ...(dates.length > MOST_EXCEPTIONS ? ["nogle flere datoer"] : []),
  ]);
}

/** `3., 10. og 24. december og 7. januar` */
function listDates(dates: readonly string[], today: string): string {
  return inList(dateGroups(dates, today));
}

/** `3., 10. og 24. december`: a text for each month. */
export function dateGroups(dates: readonly string[], today: string): string[] {
  const months = Map.groupBy(dates, (date) => sayDay(date, today).replace(/^\d+\. /, ""));
  return [...months].map(([month, days]) => `${inList(days.map((date) => `${Number(date.slice(8))}.`))} ${month}`);
}

/** `31. maj`, with the year when it is not near. */
export function sayDay(date: string, today: string): string {
  return sayDate(date, today).replace(/^.* den /, "");
}

/** `tirsdag den 1. december`, with the year when it is not near. */
export function sayDate(date: string, today: string): string {
  const near = daysBetween(today, date) >= 0 && daysBetween(today, date) <= 6;
  return near ? dayInWords(date) : dateInWords(date, today);
}

/** Each date once, in order. */
export function unique(dates: readonly string[]): string[] {
  return [...new Set(dates)].sort();
}
