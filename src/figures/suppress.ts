/**
 * What of a table of counts may leave the team: nothing under five, and nothing from which a hidden number follows. Pure.
 *
 * A hidden cell is safe when what is shown fits at least two values of it. Each sum of the table is an equation, and each
 * cell stands in at most two of them: so a table is a network whose cells are its edges, and a cell can have another value
 * exactly when a unit can go round in a ring of hidden cells of which it is one (Cox 1995, network models for complementary cell suppression; Gusfield
 * 1988, a graph-theoretic approach to statistical data security).
 */

/** Fewer are not shown. */
export const FEWEST = 5;

export type Shown = number | null;

/** Counts beside each other with their sum. */
export interface ShownList {
  cells: Shown[];
  total: Shown;
}

/** Counts by line and column, with the sums of both. */
export interface ShownGrid {
  cells: Shown[][];
  /** Of each line. */
  totals: Shown[];
  columnTotals: Shown[];
  total: Shown;
}

interface Cell {
  value: number;
  /** The equations in which it stands; `OUTSIDE`: no other. */
  from: string;
  to: string;
  /** A sum of a line, or of a column: a unit passes it the other way. */
  isSum: boolean;
  /** The sum of all. */
  isGrand?: true;
  hidden: boolean;
  /** It has been shown, or hidden, already. */
  settled: boolean;
}

/** What may be shown of counts and their sum. */
export function suppressList(counts: readonly number[]): ShownList {
  if (counts.length === 0) return { cells: [], total: null };
  const cells = counts.map((value): Cell => cell(value, "all", OUTSIDE));
  const total = cell(sum(counts), "all", OUTSIDE, { isSum: true });
  hide([...cells, total]);
  return { cells: cells.map(shown), total: shown(total) };
}

/** What may be shown of lines of counts with the sums of lines and columns. */
export function suppressGrid(counts: readonly (readonly number[])[]): ShownGrid {
  return shownGrid(gridOf(counts));
}

/** A table of each quarter, and of the year. */
export interface ShownYear {
  quarters: ShownList[];
  year: ShownList;
}

/** What is shown of one number in each quarter and in the year. */
export interface ShownRow {
  quarters: Shown[];
  year: Shown;
}

export function rowOf({ quarters, year }: ShownYear, row: number): ShownRow {
  return { quarters: quarters.map(({ cells }) => cells[row] ?? null), year: year.cells[row] ?? null };
}

/**
 * What may be shown of quarters (`counts` by quarter and line), each by itself, so that none changes with a later one, and
 * of the year beside them. `whole`: the number of another table of which these are the parts; where it is hidden they are,
 * since their sum would tell it.
 */
export function suppressQuarters(counts: readonly (readonly number[])[], whole: ShownRow | null = null): ShownYear {
  const quarters = counts.map((quarter, at) => {
    if (whole?.quarters[at] === null) return nothingOf(quarter);
    return sum(quarter) === 0 ? nobodyIn(quarter) : suppressList(quarter);
  });
  const isEmpty = counts.every((quarter) => sum(quarter) === 0);
  if (isEmpty && (!whole || whole.year === 0)) return { quarters, year: nobodyIn(counts[0] ?? []) };
  const total = whole ? whole.year : suppressSum(counts.map(sum), quarters);
  const lines = (counts[0] ?? []).map((_, line) => counts.map((quarter) => quarter[line] ?? 0));
  return { quarters, year: total === null ? nothingOf(lines) : suppressYear(lines, quarters, total) };
}

/** A quarter in which there was nobody at all tells nothing of anybody. */
const nobodyIn = (lines: readonly unknown[]): ShownList => ({ cells: lines.map(() => 0), total: 0 });
const nothingOf = (lines: readonly unknown[]): ShownList => ({ cells: lines.map(() => null), total: null });

/** What may be shown of a year whose quarters, and whose sum, are settled. */
function suppressYear(lines: readonly (readonly number[])[], quarters: readonly ShownList[], total: number): ShownList {
  if (lines.length === 0) return { cells: [], total };
  const grid = gridOf(lines);
  grid.cells.forEach((line, at) => line.forEach((one, quarter) => settle(one, quarters[quarter]?.cells[at] === null)));
  grid.columnTotals.forEach((one, quarter) => settle(one, quarters[quarter]?.total === null));
  settle(grid.total, false);
  return { cells: shownGrid(grid).totals, total };
}

/** What may be shown of the sum of quarters whose own sums are settled. */
function suppressSum(sums: readonly number[], quarters: readonly ShownList[]): Shown {
  const cells = sums.map((value): Cell => cell(value, "all", OUTSIDE));
  cells.forEach((one, at) => settle(one, quarters[at]?.total === null));
  const total = cell(sum(sums), "all", OUTSIDE, { isSum: true });
  hide([...cells, total]);
  return shown(total);
}

const OUTSIDE = "outside";

interface Grid {
  cells: Cell[][];
  totals: Cell[];
  columnTotals: Cell[];
  total: Cell;
}

function gridOf(counts: readonly (readonly number[])[]): Grid {
  const columns = counts[0]?.map((_, at) => sum(counts.map((line) => line[at] ?? 0))) ?? [];
  return {
    cells: counts.map((line, row) => line.map((value, column) => cell(value, `line ${row}`, `column ${column}`))),
    totals: counts.map((line, row) => cell(sum(line), `line ${row}`, "totals", { isSum: true })),
    columnTotals: columns.map((value, column) => cell(value, "bottom", `column ${column}`, { isSum: true })),
    // What flows from lines to columns flows on to the bottom, and from there back: that is all.
    total: { ...cell(sum(columns), "bottom", "totals"), isGrand: true },
  };
}

function shownGrid({ cells, totals, columnTotals, total }: Grid): ShownGrid {
  hide([...cells.flat(), ...totals, ...columnTotals, total]);
  return {
    cells: cells.map((line) => line.map(shown)),
    totals: totals.map(shown),
    columnTotals: columnTotals.map(shown),
    total: shown(total),
  };
}

function cell(value: number, from: string, to: string, { isSum = false } = {}): Cell {
  return { value, from, to, isSum, hidden: value < FEWEST, settled: false };
}

function settle(one: Cell, isHidden: boolean): void {
  one.hidden = isHidden;
  one.settled = true;
}

const shown = ({ hidden, value }: Cell): Shown => (hidden ? null : value);
const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

/** Hides more, as few and as small counts as close a ring, until no hidden cell follows from what is shown. */
function hide(cells: readonly Cell[]): void {
  const beside = cells
    .filter(({ hidden }) => hidden)
    .flatMap((bare) => ringThrough(bare, cells).filter((one) => !one.hidden && (one.hidden = true)));
  // What was hidden on the way lies in a ring, too: the one that it was hidden for. A sum may have become needless since.
  for (const one of beside.filter(({ isSum, isGrand }) => isSum || isGrand).toSorted((a, b) => b.value - a.value)) {
    one.hidden = false;
    one.hidden = !isSafe(cells);
  }
}

/** Whether each hidden cell lies in a ring of hidden ones. */
function isSafe(cells: readonly Cell[]): boolean {
  const hidden = cells.filter((one) => one.hidden);
  const steps = hidden.flatMap((one) => ways(one).map(([from, to]) => ({ one, from, to })));
  return hidden.every((bare) => ways(bare).some(([from, to]) => isReached(to, from, steps, bare)));
}

function isReached(
  start: string,
  goal: string,
  steps: readonly { one: Cell; from: string; to: string }[],
  without: Cell,
): boolean {
  const seen = new Set([start]);
  const queue = [start];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (at === goal) return true;
    for (const { one, from, to } of steps)
      if (from === at && one !== without && !seen.has(to)) {
        seen.add(to);
        queue.push(to);
      }
  }
  return false;
}

/** The cheapest ring in which a unit can go round through a hidden cell; what of it is shown is to be hidden. */
function ringThrough(bare: Cell, cells: readonly Cell[]): Cell[] {
  const others = cells.filter((one) => one !== bare && (one.hidden || !one.settled));
  const rings = ways(bare).flatMap(([from, to]) => cheapestWay(others, to, from) ?? []);
  const ring = rings.toSorted((a, b) => a.cost - b.cost)[0];
  if (!ring) throw new Error("a hidden number follows from what has been shown already");
  return ring.through;
}

/**
 * The directions in which a unit can pass a cell: one adds to a count and takes from a sum, the other the reverse, and
 * nothing can be taken from 0.
 */
function ways({ from, to, isSum, value }: Cell): [from: string, to: string][] {
  const more: [string, string] = isSum ? [to, from] : [from, to];
  return value > 0 ? [more, [more[1], more[0]]] : [more];
}

interface Way {
  cost: number;
  through: Cell[];
}
/** Rather many counts than one sum. */
const SUM = 1e9;

/** Dijkstra's shortest way between two equations; what is hidden already costs nothing. */
function cheapestWay(cells: readonly Cell[], start: string, goal: string): Way | null {
  const steps = cells.flatMap((one) => ways(one).map(([from, to]) => ({ one, from, to })));
  const best = new Map<string, Way>([[start, { cost: 0, through: [] }]]);
  const done = new Set<string>();
  for (;;) {
    const [at, way] = [...best].filter(([node]) => !done.has(node)).toSorted((a, b) => a[1].cost - b[1].cost)[0] ?? [];
    if (at === undefined || way === undefined) return null;
    if (at === goal) return way;
    done.add(at);
    for (const { one, to } of steps.filter(({ from }) => from === at)) {
      const cost = way.cost + (one.hidden ? 0 : one.value + (one.isSum || one.isGrand ? SUM : 0));
      if (cost < (best.get(to)?.cost ?? Infinity)) best.set(to, { cost, through: [...way.through, one] });
    }
  }
}
