/** Activities as a calendar file (iCalendar, RFC 5545) that says the same as `occurrencesOf`. */
import ICAL from "ical.js";
import { addDays, instantOf, isoInstant, localDate } from "../shared/time.ts";
import { ZONE } from "../shared/clock-changes.ts";
import { isDated, isPlanned, movedDates, plannedDates } from "./planned-dates.ts";
import { isPaused } from "./schedule.ts";
import type { DatedEntry, DateRange, SeriesEntry } from "../shared/schedule-entry.ts";
import { type Component, oneLine, COPENHAGEN, local, type Property, compact } from "./calendar-format.ts";
import { datesThatDiffer, homeOn } from "./calendar-hours.ts";
import { runsOf, type Run } from "./calendar-runs.ts";
import { type CalendarActivity, event } from "./calendar-event.ts";

/** RFC 5545, 3.1: a line is at most 75 octets; ical.js leaves out the space with which a folded one goes on. */
ICAL.foldLength = 74;

/** How far ahead lists of dates reach where no rule can say them. */
const DAYS_AHEAD = 5 * 366;

/**
 * The calendar of one or more activities. Every series is a rule on the Copenhagen wall clock; cancelled dates stay,
 * called *Aflyst*. Odd and even weeks are runs of every second week that break where a year has 53. `now` (epoch ms)
 * only bounds lists of dates: 5 years ahead.
 */
export function calendarOf(
  activities: readonly CalendarActivity[],
  { name, siteUrl, now }: { name: string; siteUrl: string; now: number },
): string {
  const horizon = addDays(localDate(now), DAYS_AHEAD);
  const host = new URL(siteUrl).hostname;
  const events = activities.flatMap((activity) => eventsOf(activity, host, horizon));
  const calendar: Component = [
    "vcalendar",
    [
      ["version", {}, "text", "2.0"],
      ["prodid", {}, "text", "-//Faellesbro//Kalender//DA"],
      ["calscale", {}, "text", "GREGORIAN"],
      ["method", {}, "text", "PUBLISH"],
      ["name", {}, "unknown", oneLine(name)],
      ["x-wr-calname", {}, "unknown", oneLine(name)],
      ["x-wr-timezone", {}, "unknown", ZONE],
      ["refresh-interval", {}, "duration", "PT6H"],
      ["x-published-ttl", {}, "unknown", "PT6H"],
    ],
    [COPENHAGEN, ...events],
  ];
  return `${ICAL.stringify(calendar)}\r\n`;
}

function eventsOf(activity: CalendarActivity, host: string, horizon: string): Component[] {
  const names = new Map<string, number>();
  return activity.schedule.flatMap((entry) => {
    const kind = isDated(entry) ? entry.date : "rrule" in entry ? "regel" : entry.weekday;
    const count = (names.get(kind) ?? 0) + 1;
    names.set(kind, count);
    const uid = (run: string): string =>
      [activity.id, kind, ...(count > 1 ? [count] : []), ...(run ? [run] : [])].join("-") + `@${host}`;
    return isDated(entry) ? datedEvent(activity, entry, uid("")) : seriesEvents(activity, entry, uid, horizon);
  });
}

function datedEvent(activity: CalendarActivity, entry: DatedEntry, uid: string): Component[] {
  if (isPaused(entry.date, activity.pauses ?? [])) return [];
  return [event(activity, uid, { date: entry.date, start: entry.start, end: entry.end }, entry.cancelled === true, [])];
}

function seriesEvents(
  activity: CalendarActivity,
  entry: SeriesEntry,
  uid: (run: string) => string,
  horizon: string,
): Component[] {
  const gone = goneDates(entry, activity.pauses ?? [], horizon);
  const different = datesThatDiffer(entry, gone, horizon);
  const cancelled = new Set(entry.cancelled);
  return runsOf(entry, gone, horizon).flatMap((run) => {
    const within = (date: string): boolean => date >= run.first && (run.last === null || date <= run.last);
    const series = event(
      activity,
      uid(run.name),
      homeOn(entry, run.first),
      false,
      recurrence(entry, run, [...gone].filter(within).sort()),
    );
    const overrides = different
      .filter(([date]) => within(date))
      .map(([date, when]) =>
        event(activity, uid(run.name), when, cancelled.has(date), [local("recurrence-id", [date], entry.start)]),
      );
    return [series, ...overrides];
  });
}

/**
 * Planned dates on which nothing is planned after all: exceptions, and what a pause takes away where it would take
 * place.
 */
function goneDates(entry: SeriesEntry, pauses: readonly DateRange[], horizon: string): Set<string> {
  const moved = movedDates(entry);
  const away = new Set(moved.map(({ from }) => from));
  const paused = pauses.flatMap(({ from, until }) =>
    plannedDates(entry, { from, to: until < horizon ? until : horizon }),
  );
  return new Set([
    ...(entry.except ?? []).filter((date) => isPlanned(entry, date)),
    ...paused.filter((date) => !away.has(date)),
    ...moved.filter(({ date }) => isPaused(date, pauses)).map(({ from }) => from),
  ]);
}

/** A list of dates repeats the first one, since not every calendar counts DTSTART in. */
function recurrence(entry: SeriesEntry, run: Run, gone: string[]): Property[] {
  if (!run.rrule) return [local("rdate", run.dates, entry.start)];
  const until = run.last ? `;UNTIL=${compact(isoInstant(instantOf(run.last, entry.start)))}` : "";
  const rule: Property = ["rrule", {}, "recur", ICAL.Recur.fromString(run.rrule + until).toJSON()];
  return gone.length > 0 ? [rule, local("exdate", gone, entry.start)] : [rule];
}
