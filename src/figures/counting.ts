/** How figures are counted: each with what it is made of, so that nobody has to believe it. Pure. */
import type { Count, FigureCode } from "../casework/course/counts.ts";

/** Counts by code, in the order of the codes; codes that none has stand with 0. */
export type Counts<Key extends string = string> = readonly { key: Key; count: number }[];

/** A percentage, or a number of days, with what it was reckoned from. */
export interface Reckoned {
  /** Null: there is nothing to reckon it from. */
  value: number | null;
  numerator: number;
  denominator: number;
}

/** How many of each code there are, by figure. */
export type Tally = ReadonlyMap<FigureCode, ReadonlyMap<string, number>>;

export function tallyOf(counts: Iterable<Count>): Tally {
  const tally = new Map<FigureCode, Map<string, number>>();
  for (const { figure, key, count } of counts) {
    const keys = tally.get(figure) ?? new Map<string, number>();
    tally.set(figure, keys.set(key, (keys.get(key) ?? 0) + count));
  }
  return tally;
}

/** How many there are of a code, else of all codes of a figure. */
export function manyOf(tally: Tally, figure: FigureCode, key?: string): number {
  const keys = tally.get(figure);
  return key === undefined ? keysAndCounts(keys).reduce((sum, [, count]) => sum + count, 0) : (keys?.get(key) ?? 0);
}

/** How many there are of each code of a figure; what has another code is in none. */
export function countsOf<Key extends string>(tally: Tally, figure: FigureCode, keys: readonly Key[]): Counts<Key> {
  return keys.map((key) => ({ key, count: manyOf(tally, figure, key) }));
}

/** How many rows have each code; a row whose code is null is in none. */
export function countBy<Row, Key extends string>(
  rows: readonly Row[],
  keys: readonly Key[],
  keyOf: (row: Row) => Key | null,
): Counts<Key> {
  const counts = new Map<Key | null, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return keys.map((key) => ({ key, count: counts.get(key) ?? 0 }));
}

export function sumOf(counts: readonly { count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** The share in whole per cent. */
export function share(numerator: number, denominator: number): Reckoned {
  return { value: denominator === 0 ? null : Math.round((100 * numerator) / denominator), numerator, denominator };
}

/**
 * The percentile by the nearest rank of a figure whose codes are numbers: the smallest of them that so many per cent do not
 * exceed. `of`: of how many it might have been known.
 */
export function percentile(tally: Tally, figure: FigureCode, per: number, of?: number): Reckoned {
  const many = manyOf(tally, figure);
  const rank = rankOf(many, per);
  let below = 0;
  const sorted = keysAndCounts(tally.get(figure)).toSorted(([a], [b]) => Number(a) - Number(b));
  const at = sorted.find(([, count]) => (below += count) >= rank);
  return { value: at && many > 0 ? Number(at[0]) : null, numerator: many, denominator: of ?? many };
}

/** Which of so many, from 1, is the percentile. */
export function rankOf(many: number, per: number): number {
  return Math.max(1, Math.ceil((per * many) / 100));
}

const keysAndCounts = (keys: ReadonlyMap<string, number> | undefined) => [...(keys ?? [])];
