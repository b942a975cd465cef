/** When a calendar's event takes place, with its changes, as a schedule. */
import { addDays } from "../shared/time.ts";
import type { Remark } from "../texts/exchange.ts";
import { parseRule } from "../schedule/parse-rule.ts";
import type { Rule } from "../schedule/rule.ts";
import { ruleDates } from "../schedule/rule-dates.ts";
import type { DatedEntry, ScheduleEntry } from "../shared/schedule-entry.ts";
import type { IcsEvent, Moment } from "./ics-event.ts";
import { COPENHAGEN, isDanishTime } from "./zones.ts";
import { minutesOf, DAY_MINUTES, danish, hours, instantOfMoment } from "./event-hours.ts";
import { series, anchor } from "./event-series.ts";

const MOST_ALL_DAYS = 14;
/** More single dates than any activity has. */
export const MOST_DATES = 150;

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
  event: IcsEvent,
  changes: readonly IcsEvent[],
  today: string,
  notes: Set<Remark>,
): ScheduleEntry[] | RemarkKey {
  if (event.unknownZone) notes.add("unknownZone");
  const { start } = event;
  const minutes = minutesOf(event);
  if (minutes < 0) return "endsBefore";
  if (start.clock === null && event.rule === null && minutes > MOST_ALL_DAYS * DAY_MINUTES) return "closed";
  if (start.clock === null) notes.add("allDay");
  else if (minutes > DAY_MINUTES) return "lastsDays";
  else if (minutes === 0) notes.add("noEnd");
  if (event.rule === null)
    return [...singleDays(event, minutes), ...extraDates(event, minutes), ...datedChanges(changes)];
  if (start.clock === null && minutes > DAY_MINUTES) return "lastsDays";
  const rule = parseRule(event.rule);
  if (!rule) return "badRule";
  const isLocal = start.clock === null || start.zone === null || isDanishTime(start.zone, Number(today.slice(0, 4)));
  if (isLocal) return [...series(event, rule, changes, minutes, today, notes), ...extraDates(event, minutes)];
  notes.add("otherZone");
  if (changes.some(({ andLater }) => andLater)) notes.add("laterChange");
  return elsewhere(event, rule, changes, minutes, today);
}

function singleDays(event: IcsEvent, minutes: number): DatedEntry[] {
  const days = event.start.clock === null ? Math.ceil(minutes / DAY_MINUTES) : 1;
  const first = danish(event.start);
  return Array.from({ length: days }, (_, i) => ({
    date: addDays(first.date, i),
    ...hours(event.start, minutes),
    ...(event.cancelled && { cancelled: true }),
  }));
}

function extraDates(event: IcsEvent, minutes: number): DatedEntry[] {
  return event.extra.slice(0, MOST_DATES).map((extra) => ({
    date: danish(extra).date,
    ...hours(
      { ...extra, clock: extra.clock ?? event.start.clock, zone: extra.clock ? extra.zone : event.start.zone },
      minutes,
    ),
  }));
}

/** Changes of single dates of what is no series here stand as dates. */
function datedChanges(changes: readonly IcsEvent[]): DatedEntry[] {
  return changes.map((change) => ({
    date: danish(change.start).date,
    ...hours(change.start, minutesOf(change)),
    ...(change.cancelled && { cancelled: true }),
  }));
}

/** A series by the clocks of another country: its dates from this month on, a year ahead, each by its own instant. */
function elsewhere(
  event: IcsEvent,
  rule: Rule,
  changes: readonly IcsEvent[],
  minutes: number,
  today: string,
): ScheduleEntry[] {
  const zone = event.start.zone ?? COPENHAGEN;
  const clock = event.start.clock ?? "00:00";
  const from = anchor(rule, event.start.date, today);
  const month = `${today.slice(0, 7)}-01`;
  const dates = ruleDates(rule, from, clock, { from: month, to: addDays(month, 366) }).slice(0, MOST_DATES);
  const gone = new Set(event.exceptions.map(instantOfMoment));
  const changed = new Map(
    changes.filter(({ of, andLater }) => of && !andLater).map((change) => [instantOfMoment(change.of!), change]),
  );
  return dates.flatMap((date): DatedEntry[] => {
    const planned: Moment = { date, clock, zone };
    const at = instantOfMoment(planned);
    if (gone.has(at)) return [];
    const change = changed.get(at);
    const start = change?.start ?? planned;
    return [
      {
        date: danish(start).date,
        ...hours(start, change ? minutesOf(change) || minutes : minutes),
        ...(change?.cancelled && { cancelled: true }),
      },
    ];
  });
}
