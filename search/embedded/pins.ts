import { float64At, int32At, itemAt } from "../arrays.ts";
import type { Pin } from "../engine.ts";
import type { Columns } from "./columns.ts";

const MINUTE = 60_000;
/** Grid cells are 64 of the 256 pixels of a map tile: 4 in a row at zoom 0. */
const CELLS_AT_ZOOM_0 = 4;
/** Pixels of a map tile, and across a pin. */
const TILE = 256;
const PIN = 48;
/** More are of no use on a screen. */
const MOST_PINS = 5_000;

/** The rows of one pin: never none. */
type Rows = [number, ...number[]];

/** Rows at one point are one pin, all others are alone. Rows without a point have no pin. `next` answers minutes. */
export function singlePins(columns: Columns, rows: Iterable<number>, next: (row: number) => number): Pin[] {
  const { lat, lng } = columns;
  const points: Rows[] = [];
  const pointsAtLatitude = new Map<number, Rows[]>();
  for (const row of rows) {
    const latitude = float64At(lat, row);
    if (Number.isNaN(latitude)) continue;
    const near = pointsAtLatitude.get(latitude);
    const there = near?.find(([first]) => lng[first] === lng[row]);
    if (there) {
      there.push(row);
      continue;
    }
    const point: Rows = [row];
    points.push(point);
    if (near) near.push(point);
    else pointsAtLatitude.set(latitude, [point]);
  }
  return points.map((there) => pinOfPoint(columns, there, next));
}

/**
 * Rows in one cell of a grid over the map are one pin; a cell with a single point is that point, any other is a cluster
 * at its middle. With more than `MOST_PINS` pins the grid is coarser.
 */
export function gridPins(columns: Columns, rows: Int32Array, zoom: number, next: (row: number) => number): Pin[] {
  for (let coarser = zoom; ; coarser--) {
    const cells = cellsOf(columns, rows, CELLS_AT_ZOOM_0 * 2 ** coarser);
    if (cells) return keptApart(columns, cells, TILE * 2 ** zoom).map((there) => pinOfCell(columns, there, next));
  }
}

/**
 * Joins cells until no two pins lie over each other on a map that is so many pixels wide: each can be hit (WCAG 2.2,
 * 2.5.8).
 */
function keptApart(columns: Columns, cells: Rows[], width: number): Rows[] {
  const side = width / PIN;
  const kept: Rows[] = [];
  const squares = new Map<number, Placed[]>();
  for (const rows of cells) {
    let cell: Placed = { rows, ...middleOf(columns, rows) };
    for (let other = near(cell); other; other = near(cell)) cell = joined(other, cell);
    squareOf(cell).push(cell);
  }
  for (const square of squares.values()) for (const { rows } of square) kept.push(rows);
  return kept;

  function near({ x, y }: Placed): Placed | null {
    for (let column = Math.floor(x * side) - 1; column <= x * side + 1; column++) {
      for (let row = Math.floor(y * side) - 1; row <= y * side + 1; row++) {
        const square = squares.get(column * side + row);
        const there = square?.find((other) => Math.abs(other.x - x) * side < 1 && Math.abs(other.y - y) * side < 1);
        if (!square || !there) continue;
        square.splice(square.indexOf(there), 1);
        return there;
      }
    }
    return null;
  }

  function squareOf({ x, y }: Placed): Placed[] {
    const square = Math.floor(x * side) * side + Math.floor(y * side);
    const there = squares.get(square);
    if (there) return there;
    const empty: Placed[] = [];
    squares.set(square, empty);
    return empty;
  }
}

/** A cell and where its pin stands, 0 to 1 across and down the map of the world. */
interface Placed {
  rows: Rows;
  x: number;
  y: number;
}

function joined(one: Placed, other: Placed): Placed {
  const [a, b] = [one.rows.length, other.rows.length];
  return {
    rows: [...one.rows, ...other.rows],
    x: (one.x * a + other.x * b) / (a + b),
    y: (one.y * a + other.y * b) / (a + b),
  };
}

function middleOf({ across, down }: Columns, rows: Rows): { x: number; y: number } {
  let [x, y] = [0, 0];
  for (const row of rows) {
    x += float64At(across, row);
    y += float64At(down, row);
  }
  return { x: x / rows.length, y: y / rows.length };
}

/** The rows of each cell, or null when there are too many cells. */
function cellsOf(columns: Columns, rows: Int32Array, perSide: number): Rows[] | null {
  const { across, down } = columns;
  const cells = new Map<number, Rows>();
  for (let i = 0; i < rows.length; i++) {
    const row = int32At(rows, i);
    const column = Math.floor(float64At(across, row) * perSide);
    if (Number.isNaN(column)) continue;
    const cell = column * perSide + Math.floor(float64At(down, row) * perSide);
    const there = cells.get(cell);
    if (there) there.push(row);
    else if (cells.size === MOST_PINS) return null;
    else cells.set(cell, [row]);
  }
  return [...cells.values()];
}

function pinOfCell(columns: Columns, rows: Rows, next: (row: number) => number): Pin {
  const { lat, lng } = columns;
  const [first] = rows;
  let south = 0;
  let west = 0;
  let isOnePoint = true;
  for (const row of rows) {
    south += float64At(lat, row);
    west += float64At(lng, row);
    isOnePoint &&= lat[row] === lat[first] && lng[row] === lng[first];
  }
  return isOnePoint
    ? pinOfPoint(columns, rows, next)
    : { kind: "cluster", lat: south / rows.length, lng: west / rows.length, count: rows.length };
}

function pinOfPoint(columns: Columns, rows: Rows, next: (row: number) => number): Pin {
  const [first] = rows;
  const point = { lat: float64At(columns.lat, first), lng: float64At(columns.lng, first) };
  if (rows.length === 1) return { kind: "one", id: itemAt(columns.ids, first), ...point, next: next(first) * MINUTE };
  return {
    kind: "same",
    ids: rows.map((row) => itemAt(columns.ids, row)),
    nexts: rows.map((row) => next(row) * MINUTE),
    ...point,
    count: rows.length,
  };
}
