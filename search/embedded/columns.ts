import type { SearchDocument } from "../document.ts";
import { Bits } from "./bits.ts";
import { picked, withRoomFor } from "./growable.ts";
import { Occurrences } from "./occurrences.ts";
import { type GlobePoint, mercator, onGlobe } from "./places.ts";

const NO_LOWER_AGE = -1;
const NO_UPPER_AGE = 32_767;
/** Dearer than any wish for a price allows. */
const NO_STATED_PRICE = 2 ** 31 - 1;
const NUMBERS = [
  "idBeginnings",
  "live",
  "place",
  "lat",
  "lng",
  "x",
  "y",
  "z",
  "across",
  "down",
  "priceOre",
  "ageMin",
  "ageMax",
] as const;
const NOWHERE = { lat: Number.NaN, lng: Number.NaN };

/** Area slugs and a postcode that some rows share; online ones have a place of their own, found everywhere. */
export interface Place {
  values: string[];
  online: boolean;
  /** How many live rows are there. */
  rows: number;
}

/**
 * What filters, facets, sorting and pins read of each row. Rows are only ever added; a removed one is dead until
 * `keep`.
 */
export class Columns {
  /** Rows, the dead ones among them. */
  count = 0;
  dead = 0;
  ids: string[] = [];
  titles: string[] = [];
  /** The beginnings of the ids as numbers in the same order, since most ids are told apart by them, and quicker. */
  idBeginnings = new Float64Array(64);
  live = new Uint8Array(64);
  place = new Uint32Array(64);
  lat = new Float64Array(64);
  lng = new Float64Array(64);
  /**
   * The point on a globe, to reckon distances, and on the map, to draw pins; like latitude and longitude NaN where
   * there is none.
   */
  x = new Float64Array(64);
  y = new Float64Array(64);
  z = new Float64Array(64);
  across = new Float64Array(64);
  down = new Float64Array(64);
  priceOre = new Int32Array(64);
  ageMin = new Int16Array(64);
  ageMax = new Int16Array(64);
  readonly places: Place[] = [];
  readonly themes = new Bits();
  readonly facts = new Bits();
  readonly lines = new Bits();
  readonly occurrences = new Occurrences();
  private readonly placeNumbers = new Map<string, number>();

  add(doc: SearchDocument): number {
    const row = this.count++;
    for (const name of NUMBERS) this[name] = withRoomFor(this[name], this.count) as never;
    const place = this.placeOf(doc);
    this.ids.push(doc.id);
    this.titles.push(doc.title);
    this.idBeginnings[row] = beginningOf(doc.id);
    this.live[row] = 1;
    this.place[row] = place;
    (this.places[place] as Place).rows += 1;
    this.putPoint(row, doc);
    this.priceOre[row] = doc.priceOre ?? NO_STATED_PRICE;
    this.ageMin[row] = doc.ageMin ?? NO_LOWER_AGE;
    this.ageMax[row] = doc.ageMax ?? NO_UPPER_AGE;
    this.themes.put(row, doc.themes);
    this.facts.put(row, doc.facts);
    this.lines.put(row, doc.lines);
    this.occurrences.put(row, doc.occurrences);
    return row;
  }

  /** The square of the straight line to a point; NaN without a point of its own. */
  squaredLineTo(row: number, { x, y, z }: GlobePoint): number {
    const alongX = (this.x[row] as number) - x;
    const alongY = (this.y[row] as number) - y;
    const alongZ = (this.z[row] as number) - z;
    return alongX * alongX + alongY * alongY + alongZ * alongZ;
  }

  remove(row: number): void {
    this.live[row] = 0;
    this.occurrences.clear(row);
    this.dead += 1;
    this.ids[row] = "";
    this.titles[row] = "";
    (this.places[this.place[row] as number] as Place).rows -= 1;
  }

  /** Keeps the chosen rows alone, in that order. */
  keep(rows: Int32Array): void {
    this.ids = Array.from(rows, (row) => this.ids[row] as string);
    this.titles = Array.from(rows, (row) => this.titles[row] as string);
    for (const name of NUMBERS) this[name] = picked(this[name], rows) as never;
    this.themes.keep(rows);
    this.facts.keep(rows);
    this.lines.keep(rows);
    this.occurrences.keep(rows);
    this.count = rows.length;
    this.dead = 0;
  }

  private putPoint(row: number, { lat, lng, online }: SearchDocument): void {
    const point = online || lat === null || lng === null ? NOWHERE : { lat, lng };
    const { x, y, z } = onGlobe(point);
    const { across, down } = mercator(point);
    for (const [name, value] of Object.entries({ ...point, x, y, z, across, down })) this[name as "lat"][row] = value;
  }

  private placeOf(doc: SearchDocument): number {
    const values = doc.postcode ? [...doc.areas, doc.postcode] : [...doc.areas];
    const key = `${doc.online ? "online" : ""} ${values.join(" ")}`;
    const known = this.placeNumbers.get(key);
    if (known !== undefined) return known;
    this.placeNumbers.set(key, this.places.length);
    this.places.push({ values, online: doc.online, rows: 0 });
    return this.places.length - 1;
  }
}

/** The first six letters as one number; what comes later in the alphabet is never a smaller one. */
function beginningOf(id: string): number {
  let number = 0;
  for (let i = 0; i < 6; i++) number = number * 256 + Math.min(255, i < id.length ? id.charCodeAt(i) : 0);
  return number;
}
