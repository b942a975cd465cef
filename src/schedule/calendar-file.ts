/** Activities as a calendar file (iCalendar, RFC 5545) that says the same as `occurrencesOf`. */
import ICAL from "ical.js";
import { addDays, daysBetween, instantOf, isoInstant, localDate, MINUTE, ZONE } from "../shared/time.ts";
import { parseRule, RULE_DAYS, writeRule } from "./rule.ts";
import type { Rule } from "./rule.ts";
import { hoursOn, isDated, isPaused, isPlanned, movedDates, plannedDates, plannedEnd } from "./schedule.ts";
import type { DatedEntry, DateRange, ScheduleEntry, SeriesEntry, WeeklyEntry } from "../shared/schedule-entry.ts";
import { WEEKDAYS } from "../shared/week.ts";

export interface CalendarActivity {
  id: string;
  slug: string;
  title: string;
  description: string;
  /** Null when nobody may know; of a private home only what is public. */
  place: { name?: string | null; address?: string | null; postcode?: string | null; town?: string | null } | null;
  /** WGS84 degrees; left out for a private home and online. */
  lat?: number | null | undefined;
  lng?: number | null | undefined;
  schedule: readonly ScheduleEntry[];
  /** Epoch milliseconds of the last change. */
  updatedAt: number;
  url: string;
  pauses?: readonly DateRange[] | undefined;
}

/** One recurring event of the file: the planned dates it stands for, by a rule or one by one. */
interface Run {
  name: string;
  first: string;
  last: string | null;
  rrule: string | null;
  dates: string[];
}

/** A local date with its hours. */
interface When {
  date: string;
  start: string;
  end: string;
}

type Property = [name: string, parameters: Record<string, string>, type: string, ...values: unknown[]];
type Component = [name: string, properties: Property[], components: Component[]];

/** How far ahead lists of dates reach where no rule can say them. */
const DAYS_AHEAD = 5 * 366;
/** SEQUENCE must grow and fit 31 bits: seconds since then. */
const SEQUENCE_START = Date.UTC(2020, 0, 1);

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
 * By planned date, in order: what is moved, cancelled, or longer or shorter than the others because the clocks change
 * meanwhile.
 */
function datesThatDiffer(entry: SeriesEntry, gone: ReadonlySet<string>, horizon: string): [string, When][] {
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
function isStretched({ date, start, end }: When): boolean {
  const hours = hoursOn(date, start, end);
  return hours.end - hours.start !== lengthByClock(start, end) * MINUTE;
}

/** Minutes from one clock to the next time that the other is shown. */
function lengthByClock(start: string, end: string): number {
  const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const length = minutes(end) - minutes(start);
  return length > 0 ? length : length + 24 * 60;
}

function homeOn(entry: SeriesEntry, date: string): When {
  return { date, start: entry.start, end: entry.end };
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

function runsOf(entry: SeriesEntry, gone: ReadonlySet<string>, horizon: string): Run[] {
  if ("rrule" in entry) {
    const rule = parseRule(entry.rrule);
    if (!rule) throw new RangeError(`Not a rule: ${entry.rrule}`);
    return isPortable(rule) ? ruleRun(entry, writeRule(rule), gone, horizon) : listRun(entry, gone, horizon);
  }
  const day = RULE_DAYS[WEEKDAYS.indexOf(entry.weekday)] as string;
  return entry.weeks
    ? fortnightRuns(entry, day, gone, horizon)
    : ruleRun(entry, `FREQ=WEEKLY;BYDAY=${day}`, gone, horizon);
}

function ruleRun(entry: SeriesEntry, rrule: string, gone: ReadonlySet<string>, horizon: string): Run[] {
  const first = firstDate(entry, gone, horizon);
  return first ? [{ name: "", first, last: plannedEnd(entry), rrule, dates: [] }] : [];
}

function listRun(entry: SeriesEntry, gone: ReadonlySet<string>, horizon: string): Run[] {
  const dates = plannedDates(entry, { from: entry.from, to: horizon }).filter((date) => !gone.has(date));
  const [first] = dates;
  return first ? [{ name: "", first, last: dates.at(-1) ?? first, rrule: null, dates }] : [];
}

/**
 * Runs of every second week, named by the year they begin in. A run ends with a 53-week year, where weeks 53 and 1 are
 * both odd.
 */
function fortnightRuns(entry: WeeklyEntry, day: string, gone: ReadonlySet<string>, horizon: string): Run[] {
  const runs: string[][] = [];
  for (const date of plannedDates(entry, { from: entry.from, to: horizon })) {
    const run = runs.at(-1);
    if (run && daysBetween(run.at(-1)!, date) === 14) run.push(date);
    else runs.push([date]);
  }
  return runs.flatMap((dates, i) => {
    const first = dates.find((date) => !gone.has(date));
    const name = i === 0 ? "" : dates[0]!.slice(0, 4);
    return first ? [{ name, first, last: dates.at(-1)!, rrule: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day}`, dates: [] }] : [];
  });
}

function firstDate(entry: SeriesEntry, gone: ReadonlySet<string>, horizon: string): string | null {
  for (let days = 62; days < 62 * 1000; days *= 8) {
    const to = addDays(entry.from, days);
    const first = plannedDates(entry, { from: entry.from, to }).find((date) => !gone.has(date));
    if (first) return first;
    if (to > horizon) return null;
  }
  return null;
}

/** Rules that common calendars read alike, and that do not change when they start at a later one of their dates. */
function isPortable(rule: Rule): boolean {
  if (rule.weekNumbers.length + rule.yearDays.length > 0 || rule.weekStart !== "MO") return false;
  if (rule.freq === "YEARLY")
    return (
      rule.months.length > 0 && rule.positions.length === 0 && (rule.monthDays.length === 0 || rule.days.length === 0)
    );
  return true;
}

/** A list of dates repeats the first one, since not every calendar counts DTSTART in. */
function recurrence(entry: SeriesEntry, run: Run, gone: string[]): Property[] {
  if (!run.rrule) return [local("rdate", run.dates, entry.start)];
  const until = run.last ? `;UNTIL=${compact(isoInstant(instantOf(run.last, entry.start)))}` : "";
  const rule: Property = ["rrule", {}, "recur", ICAL.Recur.fromString(run.rrule + until).toJSON()];
  return gone.length > 0 ? [rule, local("exdate", gone, entry.start)] : [rule];
}

function event(
  activity: CalendarActivity,
  uid: string,
  when: When,
  cancelled: boolean,
  recurring: Property[],
): Component {
  const changed = isoInstant(activity.updatedAt);
  const place = placeText(activity);
  const hasPoint = typeof activity.lat === "number" && typeof activity.lng === "number";
  return [
    "vevent",
    [
      ["uid", {}, "text", uid],
      ["dtstamp", {}, "date-time", changed],
      ["last-modified", {}, "date-time", changed],
      ["sequence", {}, "integer", Math.max(0, Math.floor((activity.updatedAt - SEQUENCE_START) / 1000))],
      ...recurring.filter(([name]) => name === "recurrence-id"),
      local("dtstart", [when.date], when.start),
      ending(when, recurring),
      ...recurring.filter(([name]) => name !== "recurrence-id"),
      ["summary", {}, "text", plain(cancelled ? `Aflyst: ${activity.title}` : activity.title)],
      ["description", {}, "text", plain(`${activity.description}\n\n${activity.url}`)],
      ...(place ? [["location", {}, "text", plain(place)] as Property] : []),
      ...(hasPoint ? [["geo", {}, "float", [activity.lat, activity.lng]] as Property] : []),
      ["url", {}, "uri", oneLine(activity.url)],
      ["status", {}, "text", cancelled ? "CANCELLED" : "CONFIRMED"],
    ],
    [],
  ];
}

/** A series states how long it lasts when its first date is not like the others; all else states when it ends. */
function ending(when: When, recurring: Property[]): Property {
  const isSeries = recurring.some(([name]) => name === "rrule" || name === "rdate");
  if (isSeries && isStretched(when)) return ["duration", {}, "duration", `PT${lengthByClock(when.start, when.end)}M`];
  return local("dtend", [when.end > when.start ? when.date : addDays(when.date, 1)], when.end);
}

function placeText({ place }: CalendarActivity): string {
  if (!place) return "";
  const town = [place.postcode, place.town].filter(Boolean).join(" ");
  return [place.name, place.address, town].filter(Boolean).join(", ");
}

function local(name: string, dates: string[], clock: string): Property {
  return [name, { tzid: ZONE }, "date-time", ...dates.map((date) => `${date}T${clock}:00`)];
}

/** Text without control characters; line breaks stay. */
function plain(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\P{Cc}\n]/gu, " ")
    .trim();
}

/** For values that are written as they are. */
function oneLine(text: string): string {
  return plain(text).replaceAll("\n", " ");
}

function compact(instant: string): string {
  return instant.replaceAll(/[-:]/g, "");
}

/** Summer time as the EU has kept it since 1996 (directive 2000/84/EC). */
const COPENHAGEN: Component = [
  "vtimezone",
  [["tzid", {}, "text", ZONE]],
  [
    zoneChange("daylight", "1996-03-31T02:00:00", "+01:00", "+02:00", "CEST", 3),
    zoneChange("standard", "1996-10-27T03:00:00", "+02:00", "+01:00", "CET", 10),
  ],
];

function zoneChange(
  name: string,
  from: string,
  before: string,
  after: string,
  letters: string,
  month: number,
): Component {
  return [
    name,
    [
      ["dtstart", {}, "date-time", from],
      ["rrule", {}, "recur", { freq: "YEARLY", bymonth: month, byday: "-1SU" }],
      ["tzoffsetfrom", {}, "utc-offset", before],
      ["tzoffsetto", {}, "utc-offset", after],
      ["tzname", {}, "text", letters],
    ],
    [],
  ];
}
