import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FEWEST, type Shown, rowOf, suppressGrid, suppressList, suppressQuarters } from "../../src/figures/suppress.ts";

type Matrix = readonly (readonly number[])[];
const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
const columnsOf = (counts: Matrix) => (counts[0] ?? []).map((_, at) => sum(counts.map((line) => line[at] ?? 0)));

/** All sums that somebody may read of a table: of lines, of columns, of all, in one list. */
const sumsOf = (counts: Matrix) => [...counts.map(sum), ...columnsOf(counts), sum(counts.flat())];

/**
 * Every number of a table (cells, then sums) that is hidden and that nothing but its own value fits, found by trying: each
 * hidden cell one more, one less, or as it is. Numbers are whole and a step of one is enough: between two tables that fit
 * lies one that differs by one (the sums of a table are a totally unimodular system).
 */
function given(counts: Matrix, shownCells: readonly Shown[], shownSums: readonly Shown[]): number[] {
  const width = counts[0]?.length ?? 0;
  const values = counts.flat();
  const sums = sumsOf(counts);
  const free = shownCells.flatMap((one, at) => (one === null ? [at] : []));
  const moved = new Set<number>();
  const steps = values.map(() => 0);
  const look = () => {
    const other = Array.from({ length: counts.length }, (_, line) =>
      Array.from(
        { length: width },
        (_u, column) => (values[line * width + column] ?? 0) + (steps[line * width + column] ?? 0),
      ),
    );
    const otherSums = sumsOf(other);
    if (otherSums.some((one, at) => shownSums[at] !== null && one !== sums[at])) return;
    for (const at of free) if (steps[at] !== 0) moved.add(at);
    otherSums.forEach((one, at) => one !== sums[at] && moved.add(values.length + at));
  };
  const go = (nth: number): void => {
    const at = free[nth];
    if (at === undefined) return look();
    for (const step of [0, 1, -1]) {
      if ((values[at] ?? 0) + step < 0) continue;
      steps[at] = step;
      go(nth + 1);
    }
    steps[at] = 0;
  };
  go(0);
  return [...shownCells, ...shownSums].flatMap((one, at) => (one === null && !moved.has(at) ? [at] : []));
}

const count = fc.oneof(fc.nat(4), fc.nat(12), fc.nat(60));
const anyGrid = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([lines, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: lines, maxLength: lines }),
  );
const isTrue = (table: readonly Shown[], real: readonly number[]) =>
  table.every((one, at) => one === null || (one === real[at] && (one >= FEWEST || one === 0)));

describe("What leaves", () => {
  it("shows nothing under five", () => {
    expect(suppressList([40, 3, 12, 1])).toEqual({ cells: [40, null, 12, null], total: 56 });
    expect(suppressList([2, 1])).toEqual({ cells: [null, null], total: null });
    expect(suppressList([])).toEqual({ cells: [], total: null });
  });

  it("hides one more where the sum gives the only hidden one away, and where all that are hidden are none", () => {
    expect(suppressList([40, 3, 12])).toEqual({ cells: [40, null, null], total: 55 });
    expect(suppressList([40, 0, 0])).toEqual({ cells: [null, null, null], total: 40 });
  });

  it("does so in lines and in columns", () => {
    expect(
      suppressGrid([
        [3, 20, 30],
        [10, 40, 50],
        [60, 70, 80],
      ]),
    ).toEqual({
      cells: [
        [null, null, 30],
        [null, null, 50],
        [60, 70, 80],
      ],
      totals: [53, 100, 210],
      columnTotals: [73, 130, 160],
      total: 363,
    });
  });

  it("lets every hidden number of a list be at least two numbers", () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 6 }), (counts) => {
        const { cells, total } = suppressList(counts);
        expect(isTrue([...cells, total], [...counts, sum(counts)])).toBe(true);
        // A list has one sum: of its columns, each of one cell, nobody reads anything.
        const sums = [total, ...counts.map(() => null), null];
        const found = given([counts], cells, sums);
        expect(found.filter((at) => at <= counts.length)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("lets every hidden number of a table be at least two numbers, its sums as well", () => {
    fc.assert(
      fc.property(anyGrid, (counts) => {
        const { cells, totals, columnTotals, total } = suppressGrid(counts);
        const sums = [...totals, ...columnTotals, total];
        expect(isTrue(cells.flat(), counts.flat())).toBe(true);
        expect(isTrue(sums, sumsOf(counts))).toBe(true);
        expect(given(counts, cells.flat(), sums)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("lets no quarter follow from the year, the other quarters, or the parts of a number, nor the reverse", () => {
    // Three quarters: a number that has two parts, and another.
    const anyYear = fc.array(fc.tuple(count, count, count), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(anyYear, (quarters) => {
        const whole = suppressQuarters(quarters.map(([a, b, other]) => [a + b, other]));
        const parts = suppressQuarters(
          quarters.map(([a, b]) => [a, b]),
          rowOf(whole, 0),
        );
        const read = (table: ReturnType<typeof suppressQuarters>) =>
          [...table.quarters, table.year].flatMap(({ cells, total }) => [...cells, total]);
        const shown = [...read(whole), ...read(parts)];
        const real = allOf(quarters);
        expect(isTrue(shown, real)).toBe(true);
        expect(bareIn(quarters.flat(), shown, (values) => allOf(inThrees(values)))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

type Quarters = readonly (readonly [number, number, number])[];
const inThrees = (values: readonly number[]): Quarters =>
  [0, 3, 6].map((at) => [values[at] ?? 0, values[at + 1] ?? 0, values[at + 2] ?? 0] as const);

/** All that may be read of both tables, quarter by quarter, then of the year. */
function allOf(quarters: Quarters): number[] {
  const year = [0, 1, 2].map((at) => sum(quarters.map((quarter) => quarter[at] ?? 0)));
  const all = [...quarters, [year[0] ?? 0, year[1] ?? 0, year[2] ?? 0] as const];
  return [...all.flatMap(([a, b, c]) => [a + b, c, a + b + c]), ...all.flatMap(([a, b]) => [a, b, a + b])];
}

/** Which of what is hidden nothing but its own value fits: by trying each of the least numbers one more and one less. */
function bareIn(
  values: readonly number[],
  shown: readonly Shown[],
  readOf: (values: readonly number[]) => number[],
): number[] {
  const real = readOf(values);
  const moved = new Set<number>();
  for (let code = 0; code < 3 ** values.length; code += 1) {
    const other = values.map((value, at) => value + ((Math.floor(code / 3 ** at) % 3) - 1));
    if (other.some((value) => value < 0)) continue;
    const read = readOf(other);
    if (read.some((one, at) => shown[at] !== null && one !== real[at])) continue;
    read.forEach((one, at) => one !== real[at] && moved.add(at));
  }
  return shown.flatMap((one, at) => (one === null && !moved.has(at) ? [at] : []));
}
