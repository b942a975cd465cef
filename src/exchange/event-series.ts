/** A recurring event by Danish clocks as series of a schedule. */
import { WEEKDAYS } from "../shared/week.ts";
import { addDays, daysBetween, weekdayOf } from "../shared/time.ts";
import type { Remark } from "../texts/exchange.ts";
import { RULE_DAYS, type Rule, writeRule } from "../schedule/rule.ts";
import { ruleEnd } from "../schedule/rule-dates.ts";
import type { MovedDate, SeriesEntry } from "../shared/schedule-entry.ts";
import { plannedDates } from "../schedule/planned-dates.ts";
import { danish, hours, minutesOf } from "./event-hours.ts";
import type { EventRule, Planned } from "./event-rule.ts";
import type { IcsEvent } from "./ics-event.ts";
import { laterChanges, piecesOf } from "./later-changes.ts";
import type { Moment } from "./moments.ts";

/** The last dates of a series that differ are kept. */
export const MOST_CHANGES = 400;

/**
 * A series by Danish clocks: weekly entries where the form has fields for them, else the rule itself. Null when a change
 * of all later dates cannot be said so.
 */
export function series(
  event: IcsEvent,
  { rule, until }: EventRule,
  changes: readonly IcsEvent[],
  minutes: number,
  today: string,
  notes: Set<Remark>,
): Planned | null {
  if (rule.count === 0) return { entries: [], used: new Set() };
  const { clock } = danish(event.start);
  const last = endOf(rule, until, event.start.date, clock);
  const entries = entriesOf(rule, anchor(rule, event.start.date, today), event.start.date, clock, last).map(
    (entry) => ({
      ...entry,
      ...hours(event.start, minutes),
    }),
  );
  const laters = laterChanges(changes);
  if (laters.some(({ change }) => !change.cancelled && change.title !== event.title)) notes.add("laterText");
  const pieces = entries.map((entry) => piecesOf(entry, rule, laters, minutes));
  if (pieces.some((piece) => piece === null)) {
    notes.add("laterChange");
    return null;
  }
  const used = new Set<IcsEvent>();
  const planned = pieces
    .flatMap((piece) => piece ?? [])
    .map(({ entry, days, minutes }) => {
      const planned = (moment: Moment) => addDays(danish(moment).date, days);
      const exceptions = event.exceptions.map(planned);
      const named = [...exceptions, ...changes.flatMap(({ of }) => (of ? [planned(of)] : []))].sort();
      const onPlan = new Set(named.length > 0 ? plannedDates(entry, { from: named[0]!, to: named.at(-1)! }) : []);
      const mostOf = (dates: string[]) =>
        dates
          .filter((date) => onPlan.has(date))
          .sort()
          .slice(-MOST_CHANGES);
      const mine = changes.filter((change) => !change.andLater && onPlan.has(planned(change.of!)));
      for (const change of mine) used.add(change);
      const moved = mine.flatMap((change) => movedTo(change, entry, planned(change.of!), minutes));
      const cancelled = mine.filter((change) => change.cancelled || change.closed).map((change) => planned(change.of!));
      return {
        ...entry,
        except: mostOf(exceptions),
        cancelled: mostOf(cancelled),
        moved: moved.length > 0 ? moved : undefined,
      };
    });
  return { entries: planned, used };
}

function movedTo(change: IcsEvent, entry: SeriesEntry, from: string, minutes: number): MovedDate[] {
  const to = { date: danish(change.start).date, ...hours(change.start, minutesOf(change) || minutes) };
  return to.date === from && to.start === entry.start && to.end === entry.end ? [] : [{ from, ...to }];
}

function endOf(rule: Rule, until: string | null, first: string, clock: string): string | undefined {
  if (until === null && rule.count === null) return undefined;
  return ruleEnd({ ...rule, until: until && until.replaceAll("-", "") }, first, clock) ?? undefined;
}

/** The entries of a rule from a date on, until a date; `first` tells the weekday where the rule names none. */
export function entriesOf(
  rule: Rule,
  from: string,
  first: string,
  clock: string,
  until: string | undefined,
): SeriesEntry[] {
  const shared = { from, until, start: clock, end: clock };
  if (isPlainWeekly(rule)) {
    const days =
      rule.days.length > 0 ? rule.days.map(({ day }) => WEEKDAYS[RULE_DAYS.indexOf(day)] ?? "man") : [weekdayOf(first)];
    return [...new Set(days)].map((weekday) => ({ ...shared, weekday }));
  }
  return [{ ...shared, rrule: writeRule(rule) }];
}

function isPlainWeekly({ freq, interval, months, monthDays, positions, weekNumbers, yearDays }: Rule): boolean {
  return (
    freq === "WEEKLY" &&
    interval === 1 &&
    months.length + monthDays.length + positions.length + weekNumbers.length + yearDays.length === 0
  );
}

/**
 * Where a rule is counted from. A daily one that began long ago is counted from a later day of its own: not through all
 * the years.
 */
export function anchor(rule: Rule, first: string, today: string): string {
  const years = Number(today.slice(0, 4)) - Number(first.slice(0, 4));
  if (rule.freq !== "DAILY" || years < 3) return first;
  const days = daysBetween(first, `${Number(today.slice(0, 4)) - 1}-01-01`);
  return addDays(first, Math.floor(days / rule.interval) * rule.interval);
}
