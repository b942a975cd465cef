import { float64At, itemAt, uint32At } from "../arrays.ts";
import type { SearchDocument } from "../document.ts";
import { Bits } from "./bits.ts";
import { type Numbers, picked, withRoomFor } from "./growable.ts";
import { Occurrences } from "./occurrences.ts";
import { type GlobePoint, mercator, onGlobe } from "./places.ts";

const NO_LOWER_AGE = -1;
const NO_UPPER_AGE = 32_767;
/** Dearer than any wish for a price allows. */
const NO_STATED_PRICE = 2 ** 31 - 1;
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
    if (this.live.length < this.count) this.changeNumbers((numbers) => withRoomFor(numbers, this.count));
    const place = this.numberOfPlace(doc);
    this.ids.push(doc.id);
    this.titles.push(doc.title);
    this.idBeginnings[row] = beginningOf(doc.id);
    this.live[row] = 1;
    this.place[row] = place;
    itemAt(this.places, place).rows += 1;
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
    const alongX = float64At(this.x, row) - x;
    const alongY = float64At(this.y, row) - y;
    const alongZ = float64At(this.z, row) - z;
    return alongX * alongX + alongY * alongY + alongZ * alongZ;
  }

  remove(row: number): void {
    this.live[row] = 0;
    this.occurrences.clear(row);
    this.dead += 1;
    this.ids[row] = "";
    this.titles[row] = "";
    this.placeOf(row).rows -= 1;
  }

  placeOf(row: number): Place {
    return itemAt(this.places, uint32At(this.place, row));
  }

  /** Keeps the chosen rows alone, in that order. */
  keep(rows: Int32Array): void {
    this.ids = Array.from(rows, (row) => itemAt(this.ids, row));
    this.titles = Array.from(rows, (row) => itemAt(this.titles, row));
    this.changeNumbers((numbers) => picked(numbers, rows));
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
    this.lat[row] = point.lat;
    this.lng[row] = point.lng;
    this.x[row] = x;
    this.y[row] = y;
    this.z[row] = z;
    this.across[row] = across;
    this.down[row] = down;
  }

  private changeNumbers(change: <T extends Numbers>(numbers: T) => T): void {
    this.idBeginnings = change(this.idBeginnings);
    this.live = change(this.live);
    this.place = change(this.place);
    this.lat = change(this.lat);
    this.lng = change(this.lng);
    this.x = change(this.x);
    this.y = change(this.y);
    this.z = change(this.z);
    this.across = change(this.across);
    this.down = change(this.down);
    this.priceOre = change(this.priceOre);
    this.ageMin = change(this.ageMin);
    this.ageMax = change(this.ageMax);
  }

  private numberOfPlace(doc: SearchDocument): number {
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
