import { localMinutes } from "../../src/shared/time.ts";
import { type TimeOfDay, TIMES_OF_DAY, WEEKDAYS } from "../../src/shared/week.ts";
import type { Wishes } from "../engine.ts";
import { cellsCovering, endOfCell, inCell, type Range } from "./cells.ts";
import { spanOf } from "./occurrences.ts";
import { TooWide } from "./refusals.ts";

const MINUTE = 60_000;
const DAY = 1440;
const FOREVER = 2 ** 26 - 1;
const MOST_DAYS = 400;
const MOST_LENGTHS = 300;
const WHOLE_DAY: readonly Range[] = [[0, DAY - 1]];
const RANGES: Record<TimeOfDay, readonly Range[]> = {
  morgen: [[300, 539]],
  formiddag: [[540, 719]],
  eftermiddag: [[720, 1019]],
  aften: [
    [0, 299],
    [1020, 1439],
  ],
};

/** What is wished about time, in numbers. Days since 1970, weekdays with 0 for Monday. */
export interface TimeWish {
  /** Empty: any. */
  days: number[];
  ranges: readonly Range[];
  /** First and last date; null when not wished. */
  from: number | null;
  to: number | null;
}

/** A filter of alternatives; none of them is a wish that nothing can meet. */
export type Alternatives = string[];

export function timeWishOf({
  dag,
  tid,
  fra,
  til,
  klfra,
  kltil,
}: Pick<Wishes, "dag" | "tid" | "fra" | "til" | "klfra" | "kltil">): TimeWish {
  const clock: Range = [klfra === null ? 0 : minutesOfClock(klfra), kltil === null ? DAY - 1 : minutesOfClock(kltil)];
  const parts =
    tid.length === 0 || tid.length === TIMES_OF_DAY.length ? WHOLE_DAY : tid.flatMap((time) => RANGES[time]);
  return {
    days: dag.map((day) => WEEKDAYS.indexOf(day)),
    ranges: parts
      .map(([from, to]): Range => [Math.max(from, clock[0]), Math.min(to, clock[1])])
      .filter(([from, to]) => from <= to),
    from: fra === null ? null : dayOf(fra),
    to: til === null ? null : dayOf(til),
  };
}

/** Whether a local start (minutes since 1970-01-01T00:00 on the wall clock) meets the wish. */
export function meetsTime({ days, ranges, from, to }: TimeWish, local: number): boolean {
  const day = Math.floor(local / DAY);
  const minute = local % DAY;
  return (
    (days.length === 0 || days.includes((day + 3) % 7)) &&
    ranges.some(([first, last]) => minute >= first && minute <= last) &&
    (from === null || day >= from) &&
    (to === null || day <= to)
  );
}

/** Whether nothing at all is wished about time. */
export function isAnyTime(wish: TimeWish): boolean {
  return wish.from === null && wish.to === null && isAnyMinute(wish);
}

/** Whether any minute of the week will do. */
function isAnyMinute({ days, ranges }: TimeWish): boolean {
  return (
    (days.length === 0 || days.length === 7) && ranges.length === 1 && ranges[0]?.[0] === 0 && ranges[0][1] === DAY - 1
  );
}

/**
 * The filter for: one occurrence that has not ended meets the whole wish. `now` in minutes. `lengths` are the lengths
 * in minutes of all occurrences of the index: those that are going on are looked for among each.
 */
export function offeredWhen(wish: TimeWish, now: number, lengths: readonly number[]): Alternatives {
  if (wish.from === null && wish.to === null) {
    if (isAnyMinute(wish)) return [`lastEnd > ${now}`];
    return cellsCovering(wish.days, wish.ranges).map((cell) => `week ${inCell(cell, now + 1)} TO ${endOfCell(cell)}`);
  }
  return [...upcoming(wish, now), ...running(wish, now, now, lengths)];
}

/** Like `offeredWhen`, for a start no later than `until` (minutes); to be told apart by the earliest start. */
export function offeredUntil(wish: TimeWish, now: number, until: number, lengths: readonly number[]): Alternatives {
  return [...startsWithin(wish, now + 1, until).map(startsIn), ...running(wish, now, until, lengths)];
}

function upcoming(wish: TimeWish, now: number): Alternatives {
  if (wish.from === null || wish.to !== null) return startsWithin(wish, now + 1, FOREVER).map(startsIn);
  const from = Math.max(now + 1, firstMinuteOf(wish.from));
  if (from > FOREVER) return [];
  if (isAnyMinute(wish)) return [startsIn([from, FOREVER])];
  return cellsCovering(wish.days, wish.ranges).map((cell) => `weekStart ${inCell(cell, from)} TO ${endOfCell(cell)}`);
}

/** Those that have begun by now (and by `until`), and have not ended. */
function running(wish: TimeWish, now: number, until: number, lengths: readonly number[]): Alternatives {
  if (lengths.length > MOST_LENGTHS) throw new TooWide("too many lengths of occurrences");
  const longest = Math.max(0, ...lengths);
  const windows = startsWithin(wish, now - longest + 1, Math.min(now, until));
  return lengths.flatMap((length) =>
    windows.flatMap(([from, to]) => {
      const first = Math.max(from, now - length + 1);
      return first <= to ? [`spans ${spanOf(length, first)} TO ${spanOf(length, to)}`] : [];
    }),
  );
}

function startsIn([from, to]: Range): string {
  return `starts ${from} TO ${to}`;
}

/** The windows of UTC minutes from `first` to `last` in which a start meets the wish. */
function startsWithin(wish: TimeWish, first: number, last: number): Range[] {
  const from = wish.from === null ? first : Math.max(first, firstMinuteOf(wish.from));
  const to = wish.to === null ? last : Math.min(last, firstMinuteOf(wish.to + 1) - 1);
  if (from > to) return [];
  if (isAnyMinute(wish)) return [[from, to]];
  const firstDay = localDayOf(from);
  const lastDay = localDayOf(to);
  if (lastDay - firstDay > MOST_DAYS) throw new TooWide("too many days");
  const windows: Range[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    if (wish.days.length > 0 && !wish.days.includes((day + 3) % 7)) continue;
    for (const range of wish.ranges) windows.push(...utcRanges(day, range));
  }
  return windows.map(([a, b]): Range => [Math.max(a, from), Math.min(b, to)]).filter(([a, b]) => a <= b);
}

/** The UTC minutes whose local clock is in the range on that day: two ranges around an hour that comes twice. */
function utcRanges(day: number, [from, to]: Range): Range[] {
  const local: Range = [day * DAY + from, day * DAY + to];
  const before = offsetAt(day * DAY - 4 * 60);
  const after = offsetAt((day + 1) * DAY + 60);
  if (before === after) return [[local[0] - before, local[1] - before]];
  const change = changeBetween(day * DAY - 4 * 60, (day + 1) * DAY + 60, after);
  const first: Range = [local[0] - before, Math.min(local[1] - before, change - 1)];
  const second: Range = [Math.max(local[0] - after, change), local[1] - after];
  return [first, second].filter(([a, b]) => a <= b);
}

/** The first minute from which on the offset is the later one. */
function changeBetween(from: number, to: number, after: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === after) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Minutes that Copenhagen is ahead of UTC. */
function offsetAt(minute: number): number {
  return localMinutes(minute * MINUTE) - minute;
}

function firstMinuteOf(day: number): number {
  return day * DAY - offsetAt(day * DAY - 60); // the clocks never change around midnight
}

function localDayOf(minute: number): number {
  return Math.floor(localMinutes(minute * MINUTE) / DAY);
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / MINUTE / DAY;
}

function minutesOfClock(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
