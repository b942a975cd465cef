import { float64At, int32At, itemAt } from "../arrays.ts";
import type { Columns } from "./columns.ts";
import { withRoomFor } from "./growable.ts";

/**
 * Puts rows in order: highest score, then earliest next occurrence, then id, so that pages are stable. Holds numbers
 * for every row.
 */
export class Ranking {
  private score = new Float64Array(0);
  private next = new Int32Array(0);

  /** The first `most` rows, in order. */
  first(
    rows: Int32Array,
    most: number,
    columns: Columns,
    scoreOf: (row: number) => number,
    nextOf: (row: number) => number,
  ): number[] {
    const score = (this.score = withRoomFor(this.score, columns.count));
    const next = (this.next = withRoomFor(this.next, columns.count));
    for (const row of rows) {
      score[row] = scoreOf(row);
      next[row] = nextOf(row);
    }
    const { ids, idBeginnings } = columns;
    return firstRows(rows, most, (a, b) => {
      const higher = float64At(score, a) - float64At(score, b);
      if (higher !== 0 && !Number.isNaN(higher)) return higher > 0; // two that are infinitely far are equally far
      const later = int32At(next, a) - int32At(next, b);
      if (later !== 0) return later < 0;
      const after = float64At(idBeginnings, a) - float64At(idBeginnings, b);
      return after !== 0 ? after < 0 : itemAt(ids, a) < itemAt(ids, b);
    });
  }
}

/** The first `most` rows in a total order, sorted; a heap of that many, so that all others are looked at once. */
function firstRows(rows: Int32Array, most: number, before: (a: number, b: number) => boolean): number[] {
  const order = (a: number, b: number) => (before(a, b) ? -1 : 1);
  if (rows.length <= 2 * most) return [...rows].sort(order).slice(0, most);
  const heap = rows.slice(0, most);
  for (let at = (most >> 1) - 1; at >= 0; at--) sink(heap, at, before);
  for (const row of rows.subarray(most)) {
    if (!before(row, int32At(heap, 0))) continue;
    heap[0] = row;
    sink(heap, 0, before);
  }
  return [...heap.sort(order)];
}

/** Lets the row at a place sink until no row below it comes after it: the last of all stays on top. */
function sink(heap: Int32Array, from: number, before: (a: number, b: number) => boolean): void {
  const row = int32At(heap, from);
  let at = from;
  for (let below = 2 * at + 1; below < heap.length; below = 2 * at + 1) {
    const other = below + 1;
    if (other < heap.length && before(int32At(heap, below), int32At(heap, other))) below = other;
    if (!before(row, int32At(heap, below))) break;
    heap[at] = int32At(heap, below);
    at = below;
  }
  heap[at] = row;
}
