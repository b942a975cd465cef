/** When a calendar's event takes place, with its changes, as a schedule. */
import { addDays, daysBetween, localClock, localDate, MINUTE } from "../shared/time.ts";
import type { Remark } from "../texts/exchange.ts";
import type { DatedEntry, ScheduleEntry } from "../shared/schedule-entry.ts";
import { dayByDay } from "./day-by-day.ts";
import { DAY_MINUTES, danish, hours, minutesOf } from "./event-hours.ts";
import { type Planned, readRule } from "./event-rule.ts";
import { series } from "./event-series.ts";
import type { ExtraDate, IcsEvent } from "./ics-event.ts";
import { instantOfMoment, type Moment } from "./moments.ts";
import { isDanishTime } from "./zones.ts";

const MOST_ALL_DAYS = 14;
/** A summer. */
const MOST_CLOSED_DAYS = 120;

/** One that names nothing more. */
type RemarkKey = Extract<Remark, string>;

/** A rule whose dates cannot be found within bounds is one that cannot be read. */
export function tryScheduleOf(
  ...[event, changes, today, notes]: Parameters<typeof scheduleOf>
): ScheduleEntry[] | RemarkKey {
  try {
    return scheduleOf(event, changes, today, notes);
  } catch (thrown) {
    if (thrown instanceof RangeError || (thrown instanceof Error && /iteration|candidate/i.test(thrown.message)))
      return "badRule";
    throw thrown;
  }
}

/** The schedule, or why there is none. */
function scheduleOf(
  written: IcsEvent,
  changes: readonly IcsEvent[],
  today: string,
  notes: Set<Remark>,
): ScheduleEntry[] | RemarkKey {
  const event = inWholeDays(written);
  const newest = newestOf(changes);
  const { start } = event;
  const minutes = minutesOf(event);
  for (const value of event.unread) notes.add(["unreadDate", value]);
  if (event.unknownZone) notes.add("unknownZone");
  if (minutes < 0) return "endsBefore";
  if (start.clock === null && event.rule === null && minutes > MOST_ALL_DAYS * DAY_MINUTES) return "closed";
  if (start.clock === null) notes.add("allDay");
  else if (minutes > DAY_MINUTES) return "lastsDays";
  else if (minutes === 0) notes.add("noEnd");
  if (event.rule === null) {
    const own = beside([{ start, minutes: null }, ...event.extra], event, newest, minutes);
    return [...own.entries, ...strayed(event, newest, [own], today)];
  }
  if (start.clock === null && minutes > DAY_MINUTES) return "lastsDays";
  const read = readRule(event);
  if (!read) return "badRule";
  const isLocal = start.clock === null || start.zone === null || isDanishTime(start.zone, Number(today.slice(0, 4)));
  if (!isLocal) notes.add("otherZone");
  const planned =
    (isLocal ? series(event, read, newest, minutes, today, notes) : null) ??
    dayByDay(event, read, newest, minutes, today);
  const extra = beside(
    [...(read.startsBeside ? [{ start, minutes: null }] : []), ...event.extra],
    event,
    newest,
    minutes,
  );
  return [...planned.entries, ...extra.entries, ...strayed(event, newest, [planned, extra], today)];
}

/** From midnight to midnight is a whole day, also where the calendar writes clocks. */
function inWholeDays(event: IcsEvent): IcsEvent {
  const { start, end } = event;
  if (!end || start.clock === null || end.clock === null) return event;
  const [first, last] = [danish(start), danish(end)];
  if (first.clock !== "00:00" || last.clock !== "00:00" || last.date <= first.date) return event;
  if (event.rule !== null && first.date !== start.date) return event;
  const day = (date: string): Moment => ({ date, clock: null, zone: null });
  return { ...event, start: day(first.date), end: day(last.date) };
}

/** Of several changes of one date the newest. */
function newestOf(changes: readonly IcsEvent[]): IcsEvent[] {
  return [...new Map(changes.map((change) => [`${change.andLater} ${instantOfMoment(change.of!)}`, change])).values()];
}

/** Dates that no rule names, as the exceptions and changes leave them. */
function beside(
  dates: readonly ExtraDate[],
  event: IcsEvent,
  changes: readonly IcsEvent[],
  minutes: number,
): Planned & { entries: DatedEntry[] } {
  const used = new Set<IcsEvent>();
  const entries = dates.flatMap(({ start, minutes: own }): DatedEntry[] => {
    const planned = {
      ...start,
      clock: start.clock ?? event.start.clock,
      zone: start.clock ? start.zone : event.start.zone,
    };
    if (event.exceptions.some((exception) => isSame(exception, planned))) return [];
    const change = changes.find(({ of, andLater }) => of && !andLater && isSame(of, planned));
    if (change) used.add(change);
    return change
      ? datesOf(change, minutesOf(change) || minutes)
      : datesOf({ ...event, start: planned }, own ?? minutes);
  });
  return { entries, used };
}

/** Changes of dates that the series does not have are dates of their own. */
function strayed(
  event: IcsEvent,
  changes: readonly IcsEvent[],
  planned: readonly Planned[],
  today: string,
): DatedEntry[] {
  const month = `${today.slice(0, 7)}-01`;
  const left = changes.filter(
    (change) =>
      !change.andLater && !change.cancelled && !change.closed && !planned.some(({ used }) => used.has(change)),
  );
  return left
    .filter(({ of }) => !event.exceptions.some((exception) => isSame(exception, of!)))
    .flatMap((change) => datesOf(change, minutesOf(change)))
    .filter(({ date }) => date >= month);
}

/** The day, or each of the whole days, of one event. */
function datesOf(event: Pick<IcsEvent, "start" | "cancelled" | "closed">, minutes: number): DatedEntry[] {
  const days = event.start.clock === null ? Math.min(MOST_ALL_DAYS, Math.ceil(minutes / DAY_MINUTES)) : 1;
  const first = danish(event.start);
  return Array.from({ length: Math.max(1, days) }, (_, i) => ({
    date: addDays(first.date, i),
    ...hours(event.start, minutes),
    ...((event.cancelled || event.closed) && { cancelled: true }),
  }));
}

/** Whether both name one date of a series; a date without a clock names all of it. */
function isSame(a: Moment, b: Moment): boolean {
  if (a.clock === null || b.clock === null) return daysBetween(danish(a).date, danish(b).date) === 0;
  return instantOfMoment(a) === instantOfMoment(b);
}

/** The days from start to end of what is closed once, also when they are many; null for what recurs. */
export function closedSpan(event: IcsEvent): DatedEntry[] | null {
  const minutes = minutesOf(event);
  if (event.rule !== null || minutes <= 0) return null;
  const isWhole = event.start.clock === null;
  const start = danish(event.start);
  const at = instantOfMoment(event.start) + (isWhole ? minutes - 1 : minutes) * MINUTE;
  const end = { date: localDate(at), clock: isWhole ? "23:59" : localClock(at) };
  const days = Math.min(MOST_CLOSED_DAYS, daysBetween(start.date, end.date));
  return Array.from({ length: days + 1 }, (_, i) => ({
    date: addDays(start.date, i),
    start: i === 0 ? start.clock : "00:00",
    end: i === days ? end.clock : "23:59",
  })).filter((day) => day.start < day.end);
}
