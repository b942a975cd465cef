import { float32At, int32At, int8At } from "../arrays.ts";
import type { SearchDocument } from "../document.ts";
import { type MeaningTable, mixed } from "../meaning/table.ts";
import type { Columns } from "./columns.ts";
import { withRoomFor } from "./growable.ts";

/** A row that is nearer than this to what was written may be meant. */
const NEAR = 0.35;
/** Nearness that is enough where no word is met at all. */
const NEAR_ALONE = 0.25;
/** So many of the nearest rows at most are asked whether they meet the wishes. */
const MOST_NEAR = 2_000;
const LARGEST = 127;
const WEIGHT = { title: 1, summary: 0.5, description: 0.3, themes: 0.15 };

/** What each row is about, as a vector of small numbers. */
export class Meanings {
  private readonly table: MeaningTable;
  private numbers = new Int8Array(0);

  constructor(table: MeaningTable) {
    this.table = table;
  }

  put(row: number, { title, summary, description, themes }: SearchDocument): void {
    const { dims } = this.table;
    this.numbers = withRoomFor(this.numbers, (row + 1) * dims);
    const vector = mixed(this.table, [
      [title, WEIGHT.title],
      [summary, WEIGHT.summary],
      [description, WEIGHT.description],
      [themes.join(" "), WEIGHT.themes],
    ]);
    this.numbers.set(
      vector.map((x) => Math.round(x * LARGEST)),
      row * dims,
    );
  }

  /**
   * The live rows that are near to a text, but for those that its words matched and the unwanted ones, and how near any
   * row is, from -1 to 1; null when none of its words is known.
   */
  nearTo(
    text: string,
    { count, live }: Pick<Columns, "count" | "live">,
    matched: Int32Array,
    unwanted: Int32Array | null,
  ): { rows: Int32Array; of(row: number): number } | null {
    const near = this.nearness(text, count);
    if (!near) return null;
    const isLeftOut = new Uint8Array(count);
    for (const rows of [matched, unwanted]) for (const row of rows ?? []) isLeftOut[row] = 1;
    for (let row = 0; row < near.length; row++) if (live[row] === 0) isLeftOut[row] = 1;
    const rows = nearest(near, isLeftOut, matched.length > 0 ? NEAR : NEAR_ALONE, MOST_NEAR);
    return { rows, of: (row) => float32At(near, row) };
  }

  /** How near each of the first `rows` rows is to a text, from -1 to 1; null when none of its words is known. */
  private nearness(text: string, rows: number): Float32Array | null {
    const { dims } = this.table;
    const asked = Int32Array.from(this.table.of(text), (x) => Math.round(x * LARGEST));
    if (asked.every((x) => x === 0)) return null;
    const { numbers } = this;
    const near = new Float32Array(rows);
    for (let row = 0; row < rows; row++) near[row] = product(asked, numbers, row * dims) / (LARGEST * LARGEST);
    return near;
  }

  /** Keeps the chosen rows alone, in that order. */
  keep(rows: Int32Array): void {
    const { dims } = this.table;
    const numbers = new Int8Array(rows.length * dims);
    for (const [to, from] of rows.entries())
      numbers.set(this.numbers.subarray(from * dims, (from + 1) * dims), to * dims);
    this.numbers = numbers;
  }
}

/** The scalar product of a vector and the one that begins at a place; four sums at once are twice as quick as one. */
function product(vector: Int32Array, numbers: Int8Array, from: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let d = 0, at = from; d < vector.length; d += 4, at += 4) {
    first = (first + Math.imul(int32At(vector, d), int8At(numbers, at))) | 0;
    second = (second + Math.imul(int32At(vector, d + 1), int8At(numbers, at + 1))) | 0;
    third = (third + Math.imul(int32At(vector, d + 2), int8At(numbers, at + 2))) | 0;
    fourth = (fourth + Math.imul(int32At(vector, d + 3), int8At(numbers, at + 3))) | 0;
  }
  return first + second + third + fourth;
}

const STEPS = 256;

/** The rows at least so near, about `most` of the nearest where there are more; those left out are not among them. */
function nearest(near: Float32Array, isLeftOut: Uint8Array, least: number, most: number): Int32Array {
  const counts = new Int32Array(STEPS);
  for (let row = 0; row < near.length; row++)
    if (isLeftOut[row] === 0 && float32At(near, row) >= least) counts[stepOf(float32At(near, row))]!++;
  let step = STEPS - 1;
  let many = int32At(counts, step);
  while (step > 0 && many + int32At(counts, step - 1) <= most) many += int32At(counts, --step);
  const rows = new Int32Array(many);
  let n = 0;
  for (let row = 0; row < near.length; row++)
    if (isLeftOut[row] === 0 && float32At(near, row) >= least && stepOf(float32At(near, row)) >= step) rows[n++] = row;
  return rows;
}

function stepOf(nearness: number): number {
  return Math.min(STEPS - 1, Math.max(0, Math.floor(nearness * STEPS)));
}
