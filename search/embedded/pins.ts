import type { Pin } from "../engine.ts";
import type { Columns } from "./columns.ts";

const MINUTE = 60_000;
/** Grid cells are 64 of the 256 pixels of a map tile: 4 in a row at zoom 0. */
const CELLS_AT_ZOOM_0 = 4;
/** More are of no use on a screen. */
const MOST_PINS = 5_000;

/** Rows at one point are one pin, all others are alone. Rows without a point have no pin. `next` answers minutes. */
export function singlePins(columns: Columns, rows: Iterable<number>, next: (row: number) => number): Pin[] {
  const { lat, lng } = columns;
  const points: number[][] = [];
  const pointsAtLatitude = new Map<number, number[][]>();
  for (const row of rows) {
    const latitude = lat[row] as number;
    if (Number.isNaN(latitude)) continue;
    const near = pointsAtLatitude.get(latitude);
    const there = near?.find(([first]) => lng[first as number] === lng[row]);
    if (there) {
      there.push(row);
      continue;
    }
    const point = [row];
    points.push(point);
    if (near) near.push(point);
    else pointsAtLatitude.set(latitude, [point]);
  }
  return points.map((there) => pinOfPoint(columns, there, next));
}

/**
 * Rows in one cell of a grid over the map are one pin; a cell with a single point is that point, any other is a cluster at its middle. With more
 * than `MOST_PINS` pins the grid is coarser.
 */
export function gridPins(columns: Columns, rows: ArrayLike<number>, zoom: number, next: (row: number) => number): Pin[] {
  for (let coarser = zoom; ; coarser--) {
    const cells = cellsOf(columns, rows, CELLS_AT_ZOOM_0 * 2 ** coarser);
    if (cells) return cells.map((there) => pinOfCell(columns, there, next));
  }
}

/** The rows of each cell, or null when there are too many cells. */
function cellsOf(columns: Columns, rows: ArrayLike<number>, perSide: number): number[][] | null {
  const { across, down } = columns;
  const cells = new Map<number, number[]>();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const column = Math.floor((across[row] as number) * perSide);
    if (Number.isNaN(column)) continue;
    const cell = column * perSide + Math.floor((down[row] as number) * perSide);
    const there = cells.get(cell);
    if (there) there.push(row);
    else if (cells.size === MOST_PINS) return null;
    else cells.set(cell, [row]);
  }
  return [...cells.values()];
}

function pinOfCell(columns: Columns, rows: number[], next: (row: number) => number): Pin {
  const { lat, lng } = columns;
  const first = rows[0] as number;
  let south = 0;
  let west = 0;
  let isOnePoint = true;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    south += lat[row] as number;
    west += lng[row] as number;
    isOnePoint &&= lat[row] === lat[first] && lng[row] === lng[first];
  }
  return isOnePoint ? pinOfPoint(columns, rows, next) : { kind: "cluster", lat: south / rows.length, lng: west / rows.length, count: rows.length };
}

function pinOfPoint(columns: Columns, rows: number[], next: (row: number) => number): Pin {
  const [first] = rows as [number, ...number[]];
  const point = { lat: columns.lat[first] as number, lng: columns.lng[first] as number };
  if (rows.length === 1) return { kind: "one", id: columns.ids[first] as string, ...point, next: next(first) * MINUTE };
  return { kind: "same", ids: rows.map((row) => columns.ids[row] as string), nexts: rows.map((row) => next(row) * MINUTE), ...point, count: rows.length };
}
