/**
 * Parts of the local week as numbers, for each weekday and for any day: the whole day, its hours, quarters and minutes.
 * A start is in one of each kind, so that a wish such as *Tuesdays from 10:30* is a few cells, however far ahead the
 * dates reach.
 */

/** Minutes of the day, both ends included. */
export type Range = readonly [from: number, to: number];

const ANY_DAY = 7;
const DAY = 0;
const FIRST_HOUR = 1;
const FIRST_QUARTER = FIRST_HOUR + 24;
const FIRST_MINUTE = FIRST_QUARTER + 96;
const CELLS_A_DAY = FIRST_MINUTE + 1440;
/** A cell and a minute since 1970 as one number: minutes stay below this until the year 2097. */
const MINUTES = 2 ** 26;

/** The number of a cell together with a minute since 1970, in order of the minute within the cell. */
export function inCell(cell: number, minute: number): number {
  return cell * MINUTES + minute;
}

/** The greatest number that `inCell` can give for a cell. */
export function endOfCell(cell: number): number {
  return cell * MINUTES + MINUTES - 1;
}

/** 0 is Monday. */
export function weekdayOf(local: number): number {
  return (Math.floor(local / 1440) + 3) % 7; // 1970-01-01 was a Thursday
}

/** All cells that a start is in; `local`: minutes since 1970-01-01T00:00 on the wall clock. */
export function cellsOf(local: number): number[] {
  const minute = local % 1440;
  const parts = [
    DAY,
    FIRST_HOUR + Math.floor(minute / 60),
    FIRST_QUARTER + Math.floor(minute / 15),
    FIRST_MINUTE + minute,
  ];
  return [weekdayOf(local), ANY_DAY].flatMap((day) => parts.map((part) => day * CELLS_A_DAY + part));
}

/** The fewest cells that cover these minutes of these weekdays; no days means any. */
export function cellsCovering(days: readonly number[], ranges: readonly Range[]): number[] {
  const chosen = days.length === 0 || days.length === 7 ? [ANY_DAY] : days;
  const parts = ranges.flatMap(([from, to]) => partsCovering(from, to));
  return chosen.flatMap((day) => parts.map((part) => day * CELLS_A_DAY + part));
}

function partsCovering(from: number, to: number): number[] {
  const parts: number[] = [];
  for (let at = from; at <= to;) {
    const [part, length] = largestPart(at, to);
    parts.push(part);
    at += length;
  }
  return parts;
}

function largestPart(at: number, to: number): [part: number, length: number] {
  if (at === 0 && to >= 1439) return [DAY, 1440];
  if (at % 60 === 0 && at + 59 <= to) return [FIRST_HOUR + at / 60, 60];
  if (at % 15 === 0 && at + 14 <= to) return [FIRST_QUARTER + at / 15, 15];
  return [FIRST_MINUTE + at, 1];
}
