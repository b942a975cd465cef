/** One row of the order that is shown, and what found it. */
export interface MergedRow {
  row: number;
  by: "literal" | "meaning";
}

/** What words and nearness found. */
interface Orders {
  /** The first rows by words, of so `many`. */
  literal: readonly number[];
  many: number;
  /** Rows by meaning alone, the nearest first. */
  others: readonly number[];
  /** How well the first row by words meets all of them, from 0 to 1. */
  share: number;
  nearness(row: number): number;
  /** Whether a row by words was met as it was written; else only a need led to it. */
  keepsPlace(row: number): boolean;
}

/** From this share on the first row meets the words so well that no other may stand before a row by words. */
export const WELL_MET = 0.55;
/** So many of the rows by words are put in order together with the others. */
export const DEEP = 200;
/** How little the first places differ: the higher, the less. */
const SMOOTH = 10;

/**
 * Puts rows by meaning among those by words. Where the words are met well, the others follow; else each row counts by its
 * place in the order by words and in that by nearness. What was met as it was written keeps its order; what only a need
 * led to goes by how near it is, too.
 */
export function merged({ literal, many, others, share, nearness, keepsPlace }: Orders): MergedRow[] {
  const asLiteral = literal.map((row): MergedRow => ({ row, by: "literal" }));
  const asOthers = others.map((row): MergedRow => ({ row, by: "meaning" }));
  if (share >= WELL_MET || literal.length === 0) return literal.length < many ? asLiteral : [...asLiteral, ...asOthers];
  const deep = asLiteral.slice(0, DEEP);
  const points = new Map<number, number>();
  const byWords = deep.map(({ row }) => row);
  const byNearness = [...byWords, ...others].sort((a, b) => nearness(b) - nearness(a));
  for (const order of [byWords, byNearness])
    for (const [place, row] of order.entries()) points.set(row, (points.get(row) ?? 0) + 1 / (SMOOTH + place));
  const pointsOf = ({ row }: MergedRow) => points.get(row) ?? 0;
  const mixed = [...deep, ...asOthers].sort((a, b) => pointsOf(b) - pointsOf(a));
  const isFixed = ({ row, by }: MergedRow) => by === "literal" && keepsPlace(row);
  const fixed = deep.filter(isFixed).values();
  return [...mixed.map((one) => (isFixed(one) ? (fixed.next().value ?? one) : one)), ...asLiteral.slice(DEEP)];
}
