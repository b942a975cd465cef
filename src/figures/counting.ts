/** How figures are counted: each with what it is made of, so that nobody has to believe it. Pure. */

/** Counts by code, in the order of the codes; codes that none has stand with 0. */
export type Counts<Key extends string = string> = readonly { key: Key; count: number }[];

/** A percentage, or a number of days, with what it was reckoned from. */
export interface Reckoned {
  /** Null: there is nothing to reckon it from. */
  value: number | null;
  numerator: number;
  denominator: number;
}

/** How many of the rows have each code; a row whose code is null is in none. */
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
 * The percentile of numbers by the nearest rank: the smallest of them that so many per cent do not exceed. `of`: of how
 * many it might have been known.
 */
export function percentile(values: readonly number[], per: number, of = values.length): Reckoned {
  const sorted = values.toSorted((a, b) => a - b);
  return { value: sorted[rankOf(values.length, per) - 1] ?? null, numerator: values.length, denominator: of };
}

/** Which of so many, from 1, is the percentile. */
export function rankOf(many: number, per: number): number {
  return Math.max(1, Math.ceil((per * many) / 100));
}
