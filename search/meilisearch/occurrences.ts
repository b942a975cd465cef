import type { DocumentOccurrence } from "../document.ts";
import { cellsOf, inCell, weekdayOf } from "./cells.ts";

const MINUTE = 60_000;
const NEVER = 2 ** 26 - 1;
/** Lengths below this are kept apart in `spans`; minutes since 1970 stay below it until 2097. */
const MINUTES = 2 ** 26;

/** What Meilisearch holds of when an activity takes place. Minutes are since 1970-01-01T00:00Z. */
export interface Times {
  /** Start, end and local start of each occurrence, one after the other. */
  occurrences: number[];
  starts: number[];
  /** Length and start of each occurrence as one number (`spanOf`). */
  spans: number[];
  lengths: number[];
  /** For each part of the week (cells.ts) the last end and the last start in it. */
  week: number[];
  weekStart: number[];
  lastEnd: number;
  /** The earliest start to come when it was indexed; true until `nextEnd`. */
  next: number;
  nextEnd: number;
  /** Bits `weekday * 4 + time of day` of what is to come; true until `slotsUntil`. */
  slots: string;
  slotsUntil: number;
  /** When it must be indexed anew because something of the above is no longer true. */
  refreshAt: number;
}

/** One occurrence of a hit, in minutes. */
export interface HitOccurrence {
  start: number;
  end: number;
  local: number;
}

/** A length and a start in minutes as one number, in order of the start within the length. */
export function spanOf(length: number, start: number): number {
  return length * MINUTES + start;
}

/** Reads `occurrences` of a hit. */
export function readOccurrences(numbers: readonly number[]): HitOccurrence[] {
  return Array.from({ length: numbers.length / 3 }, (_, i) => {
    const [start = 0, end = 0, local = 0] = numbers.slice(3 * i, 3 * i + 3);
    return { start, end, local };
  });
}

/** The bit of a local start: Monday morning (05-09) is bit 0, Sunday evening (17-05) bit 27. */
function slotOf(local: number): number {
  const clock = local % 1440;
  const time = clock < 300 || clock >= 1020 ? 3 : clock < 540 ? 0 : clock < 720 ? 1 : 2;
  return 1 << (weekdayOf(local) * 4 + time);
}

/** Weekday x time of day of what has not ended at a minute. */
export function slotsAt(occurrences: readonly HitOccurrence[], now: number): number {
  return occurrences.reduce((slots, { end, local }) => (end > now ? slots | slotOf(local) : slots), 0);
}

/** What is held of these occurrences, which are in order of their start. */
export function timesOf(all: readonly DocumentOccurrence[]): Times {
  const occurrences = all.map(({ start, end, local }): HitOccurrence => ({
    start: Math.floor(start / MINUTE),
    end: Math.ceil(end / MINUTE),
    local,
  }));
  const lasting = occurrences.filter(({ start, end }) => end > start);
  const next = occurrences[0];
  const slotEnds = lastOf(
    occurrences,
    ({ local }) => [slotOf(local)],
    ({ end }) => end,
  );
  const slotsUntil = Math.min(NEVER, ...slotEnds.values());
  const nextEnd = next?.end ?? 0;
  return {
    occurrences: occurrences.flatMap(({ start, end, local }) => [start, end, local]),
    starts: occurrences.map(({ start }) => start),
    spans: lasting.map(({ start, end }) => spanOf(end - start, start)),
    lengths: [...new Set(lasting.map(({ start, end }) => end - start))],
    week: inCells(occurrences, ({ end }) => end),
    weekStart: inCells(occurrences, ({ start }) => start),
    lastEnd: Math.max(0, ...occurrences.map(({ end }) => end)),
    next: next?.start ?? NEVER,
    nextEnd,
    slots: String(slotsAt(occurrences, Number.NEGATIVE_INFINITY)),
    slotsUntil,
    refreshAt: Math.min(nextEnd, slotsUntil),
  };
}

function inCells(occurrences: readonly HitOccurrence[], minuteOf: (occurrence: HitOccurrence) => number): number[] {
  return Array.from(
    lastOf(occurrences, ({ local }) => cellsOf(local), minuteOf),
    ([cell, minute]) => inCell(cell, minute),
  );
}

/** For each key the last minute of the occurrences that have it. */
function lastOf(
  occurrences: readonly HitOccurrence[],
  keysOf: (occurrence: HitOccurrence) => number[],
  minuteOf: (occurrence: HitOccurrence) => number,
): Map<number, number> {
  const last = new Map<number, number>();
  for (const occurrence of occurrences) {
    for (const key of keysOf(occurrence)) last.set(key, Math.max(last.get(key) ?? 0, minuteOf(occurrence)));
  }
  return last;
}
