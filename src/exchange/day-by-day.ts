/** A series by the clocks of another country, or one that changes in ways no rule can say: a year ahead. */
import { addDays, daysBetween } from "../shared/time.ts";
import { isPlanned } from "../schedule/planned-dates.ts";
import { ruleDates, ruleEnd } from "../schedule/rule-dates.ts";
import type { DatedEntry, MovedDate, ScheduleEntry, SeriesEntry } from "../shared/schedule-entry.ts";
import { danish, hours, minutesOf } from "./event-hours.ts";
import type { EventRule, Planned } from "./event-rule.ts";
import { anchor, entriesOf } from "./event-series.ts";
import type { IcsEvent } from "./ics-event.ts";
import { instantOfMoment, type Moment } from "./moments.ts";
import { COPENHAGEN, shownIn } from "./zones.ts";

const DAYS_AHEAD = 366 + 31;

/** A planned date, and the Danish date and hours on which it takes place. */
interface Day {
  planned: string;
  home: Pick<DatedEntry, "date" | "start" | "end">;
  gone: boolean;
  change: IcsEvent | undefined;
}

/** Stretches of dates at one Danish clock are series; a date that falls on another day here stands alone. */
export function dayByDay(
  event: IcsEvent,
  read: EventRule,
  changes: readonly IcsEvent[],
  minutes: number,
  today: string,
): Planned {
  const days = daysOf(event, read, changes, minutes, today);
  const entries: ScheduleEntry[] = [];
  for (let i = 0; i < days.length;) {
    const first = days[i]!;
    const isOther = (day: Day) =>
      day.home.date !== day.planned || day.home.start !== first.home.start || day.home.end !== first.home.end;
    const next = days.findIndex((day, at) => at > i && isOther(day));
    const run = isOther(first) ? [first] : days.slice(i, next === -1 ? undefined : next);
    entries.push(...(isOther(first) ? aloneOf(first, minutes) : stretchOf(run, read, event, minutes)));
    i += run.length;
  }
  const used = new Set(days.flatMap(({ change }) => change ?? []));
  return { entries, used };
}

function daysOf(
  event: IcsEvent,
  { rule, until }: EventRule,
  changes: readonly IcsEvent[],
  minutes: number,
  today: string,
): Day[] {
  const zone = event.start.zone ?? COPENHAGEN;
  const clock = event.start.clock ?? "00:00";
  const month = `${today.slice(0, 7)}-01`;
  const counted = rule.count === 0 ? addDays(event.start.date, -1) : ruleEnd(rule, event.start.date, clock);
  const to = [addDays(month, DAYS_AHEAD), until, counted].filter((date) => date !== null).sort()[0]!;
  const from = anchor(rule, event.start.date, today);
  const gone = new Set(event.exceptions.map(instantOfMoment));
  const goneDates = new Set(event.exceptions.filter((one) => one.clock === null).map(({ date }) => date));
  const single = new Map(
    changes.filter(({ andLater }) => !andLater).map((change) => [instantOfMoment(change.of!), change]),
  );
  const later = changes
    .filter(({ andLater }) => andLater)
    .sort((a, b) => instantOfMoment(a.of!) - instantOfMoment(b.of!));
  return ruleDates({ ...rule, count: null }, from, clock, { from: month, to }).flatMap((planned): Day[] => {
    const start: Moment = { date: planned, clock, zone };
    const at = instantOfMoment(start);
    const moved = later.findLast((change) => instantOfMoment(change.of!) <= at);
    if (moved?.cancelled) return [];
    const own = moved ? shifted(start, moved, zone) : start;
    const lasts = moved ? minutesOf(moved) || minutes : minutes;
    return [
      {
        planned,
        home: { date: danish(own).date, ...hours(own, lasts) },
        gone: gone.has(at) || goneDates.has(planned),
        change: single.get(at),
      },
    ];
  });
}

/** A date as one that changed all later ones has it: at its clock, as many days off. */
function shifted(start: Moment, { of, start: to }: IcsEvent, zone: NonNullable<Moment["zone"]>): Moment {
  const before = shownIn(zone, instantOfMoment(of!));
  const after = shownIn(zone, instantOfMoment(to));
  return { date: addDays(start.date, daysBetween(before.date, after.date)), clock: after.clock, zone };
}

function aloneOf({ home, gone, change }: Day, minutes: number): DatedEntry[] {
  if (gone) return [];
  if (!change) return [home];
  const to = { date: danish(change.start).date, ...hours(change.start, minutesOf(change) || minutes) };
  return [{ ...to, ...((change.cancelled || change.closed) && { cancelled: true }) }];
}

function stretchOf(run: readonly Day[], { rule }: EventRule, event: IcsEvent, minutes: number): SeriesEntry[] {
  const [first] = run;
  const { start, end } = first!.home;
  const from = first!.planned;
  const entries = entriesOf({ ...rule, count: null }, from, event.start.date, start, run.at(-1)!.planned);
  return entries.map((entry) => {
    const mine = run.filter(({ planned, gone, change }) => (gone || change) && isPlanned(entry, planned));
    const moved = mine.flatMap(({ planned, change }): MovedDate[] => {
      if (!change) return [];
      const to = { date: danish(change.start).date, ...hours(change.start, minutesOf(change) || minutes) };
      return to.date === planned && to.start === start && to.end === end ? [] : [{ from: planned, ...to }];
    });
    return {
      ...entry,
      start,
      end,
      except: mine.filter(({ gone }) => gone).map(({ planned }) => planned),
      cancelled: mine.filter(({ change }) => change?.cancelled || change?.closed).map(({ planned }) => planned),
      moved: moved.length > 0 ? moved : undefined,
    };
  });
}
