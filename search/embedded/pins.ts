import type { Pin } from "../engine.ts";
import type { Columns } from "./columns.ts";
import { mercator } from "./places.ts";

const MINUTE = 60_000;
/** Grid cells are 64 of the 256 pixels of a map tile: 4 in a row at zoom 0. */
const CELLS_AT_ZOOM_0 = 4;

/** Rows at one point are one pin, all others are alone. Rows without a point have no pin. `next` answers minutes. */
export function singlePins(columns: Columns, rows: Iterable<number>, next: (row: number) => number): Pin[] {
  const points = new Map<string, number[]>();
  for (const row of rows) {
    if (Number.isNaN(columns.lat[row])) continue;
    const point = `${columns.lat[row]} ${columns.lng[row]}`;
    const there = points.get(point);
    if (there) there.push(row);
    else points.set(point, [row]);
  }
  return Array.from(points.values(), (there) => pinOfPoint(columns, there, next));
}

/** Rows in one cell of a grid over the map are one pin; a cell with a single point is that point, any other is a cluster at its middle. */
export function gridPins(columns: Columns, rows: Int32Array, zoom: number, next: (row: number) => number): Pin[] {
  const cells = new Cells(rows.length);
  const perSide = CELLS_AT_ZOOM_0 * 2 ** zoom;
  for (const row of rows) {
    const lat = columns.lat[row] as number;
    if (Number.isNaN(lat)) continue;
    const { x, y } = mercator(lat, columns.lng[row] as number);
    cells.put(Math.floor(x * perSide) * perSide + Math.floor(y * perSide), row);
  }
  return cells.all().map((there) => pinOfCell(columns, there, next));
}

function pinOfCell(columns: Columns, rows: number[], next: (row: number) => number): Pin {
  const [first] = rows as [number, ...number[]];
  if (rows.every((row) => columns.lat[row] === columns.lat[first] && columns.lng[row] === columns.lng[first])) return pinOfPoint(columns, rows, next);
  const mean = (column: Float64Array) => rows.reduce((sum, row) => sum + (column[row] as number), 0) / rows.length;
  return { kind: "cluster", lat: mean(columns.lat), lng: mean(columns.lng), count: rows.length };
}

function pinOfPoint(columns: Columns, rows: number[], next: (row: number) => number): Pin {
  const [first] = rows as [number, ...number[]];
  const point = { lat: columns.lat[first] as number, lng: columns.lng[first] as number };
  if (rows.length === 1) return { kind: "one", id: columns.ids[first] as string, ...point, next: next(first) * MINUTE };
  return { kind: "same", ids: rows.map((row) => columns.ids[row] as string), nexts: rows.map((row) => next(row) * MINUTE), ...point, count: rows.length };
}

/** Rows by the number of their cell: a hash table of plain numbers, since a Map of them is several times slower. */
class Cells {
  private readonly mask: number;
  private readonly numbers: Float64Array;
  private readonly rows: (number[] | undefined)[];

  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.mask = size - 1;
    this.numbers = new Float64Array(size);
    this.rows = new Array<number[] | undefined>(size);
  }

  put(number: number, row: number): void {
    let at = (Math.imul(number % 0x7fffffff, 0x9e3779b1) >>> 7) & this.mask;
    while (this.rows[at] !== undefined && this.numbers[at] !== number) at = (at + 1) & this.mask;
    const there = this.rows[at];
    if (there) there.push(row);
    else {
      this.numbers[at] = number;
      this.rows[at] = [row];
    }
  }

  all(): number[][] {
    return this.rows.filter((rows) => rows !== undefined);
  }
}
