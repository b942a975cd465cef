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
      const higher = (score[a] as number) - (score[b] as number);
      if (higher !== 0 && !Number.isNaN(higher)) return higher > 0; // two that are infinitely far are equally far
      const later = (next[a] as number) - (next[b] as number);
      if (later !== 0) return later < 0;
      const after = (idBeginnings[a] as number) - (idBeginnings[b] as number);
      return after !== 0 ? after < 0 : (ids[a] as string) < (ids[b] as string);
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
    if (!before(row, heap[0] as number)) continue;
    heap[0] = row;
    sink(heap, 0, before);
  }
  return [...heap.sort(order)];
}

/** Lets the row at a place sink until no row below it comes after it: the last of all stays on top. */
function sink(heap: Int32Array, from: number, before: (a: number, b: number) => boolean): void {
  const row = heap[from] as number;
  let at = from;
  for (let below = 2 * at + 1; below < heap.length; below = 2 * at + 1) {
    const other = below + 1;
    if (other < heap.length && before(heap[below] as number, heap[other] as number)) below = other;
    if (!before(row, heap[below] as number)) break;
    heap[at] = heap[below] as number;
    at = below;
  }
  heap[at] = row;
}
