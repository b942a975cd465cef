import { type Facets, type SearchQuery, TIMES_OF_DAY, WEEKDAYS, type Wishes } from "../engine.ts";
import type { Bits, Columns, Place } from "./columns.ts";
import { NEVER, type Window } from "./occurrences.ts";
import { degreesOf, metresBetween } from "./places.ts";

const ALL_SLOTS = 0x0fffffff;
/** Price steps of the facet, in øre; each holds those below it. */
const PRICES = [["gratis", 0], ["50", 5_000], ["100", 10_000]] as const;
/** Facets whose values are alternatives to each other: the one wish of a row that is not met. */
const AREA = 1;
const TIME = 2;
const THEME = 4;
const PRICE = 8;

/** The rows that meet all wishes, and the counts when they were wanted. */
export interface Filtered {
  rows: Int32Array;
  facets: Facets | null;
  /** The earliest start of a row that meets the wishes, in minutes. */
  next(row: number): number;
}

/** The wishes of a query, made ready to be asked of many rows. `now` in minutes. */
interface Plan {
  now: number;
  box: Wishes["boks"];
  near: Wishes["naer"];
  /** Metres, and the degrees of latitude they span. */
  radius: number;
  degrees: number;
  age: number | null;
  window: Window | null;
  /** Weekday x time of day, and each of them alone. */
  slots: number;
  daySlots: number;
  timeSlots: number;
  /** For each place whether the area wish is met there; null without such a wish. */
  placeMet: Uint8Array | null;
  themes: Int32Array | null;
  facts: Int32Array | null;
  maxOre: number | null;
}

/** Filters the given rows, or all (`null`); `now` in minutes. With `facets` counts each value as `SearchQuery` and the contract say. */
export function filter(columns: Columns, query: SearchQuery, candidates: Int32Array | null, now: number, areas: readonly string[]): Filtered {
  const plan = planOf(columns, query, now);
  const counts = query.facets ? new Counts(columns) : null;
  const rows = plan ? scan(columns, plan, candidates, counts) : new Int32Array(0);
  return { rows, facets: counts && counts.named(areas), next: (row) => (plan ? nextOf(columns, plan, row) : NEVER) };
}

/** A wish that no row can meet makes no plan: an unknown fact. */
function planOf(columns: Columns, query: SearchQuery, now: number): Plan | null {
  const facts = columns.facts.masks(query.fakta);
  if (!facts.allKnown) return null;
  const radius = query.naer && query.radius !== null ? query.radius * 1000 : Number.POSITIVE_INFINITY;
  const daySlots = query.dag.length > 0 ? query.dag.reduce((slots, day) => slots | (0b1111 << (WEEKDAYS.indexOf(day) * 4)), 0) : ALL_SLOTS;
  const timeSlots = query.tid.length > 0 ? query.tid.reduce((slots, time) => slots | (0x1111111 << TIMES_OF_DAY.indexOf(time)), 0) : ALL_SLOTS;
  return {
    now,
    box: query.boks,
    near: radius < Number.POSITIVE_INFINITY ? query.naer : null,
    radius,
    degrees: degreesOf(radius) + 1e-9,
    age: query.alder,
    window: windowOf(query),
    slots: daySlots & timeSlots,
    daySlots,
    timeSlots,
    placeMet: query.omraade.length > 0 ? Uint8Array.from(columns.places, (place) => (meetsArea(place, query.omraade) ? 1 : 0)) : null,
    themes: query.tema.length > 0 ? columns.themes.masks(query.tema).masks : null,
    facts: query.fakta.length > 0 ? facts.masks : null,
    maxOre: query.pris === null ? null : query.pris === "gratis" ? 0 : query.pris * 100,
  };
}

function windowOf(query: Wishes): Window | null {
  if (query.fra === null && query.til === null && query.klfra === null && query.kltil === null) return null;
  return {
    from: query.fra === null ? -NEVER : minutesOfDate(query.fra),
    to: query.til === null ? NEVER : minutesOfDate(query.til) + 1439,
    clockFrom: query.klfra === null ? 0 : minutesOfClock(query.klfra),
    clockTo: query.kltil === null ? 1439 : minutesOfClock(query.kltil),
  };
}

function minutesOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 60_000;
}

function minutesOfClock(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

function meetsArea(place: Place, wished: readonly string[]): boolean {
  return place.online || place.values.some((value) => wished.includes(value));
}

/** One pass: a row that meets all wishes is found and counts in every facet, one that fails a single facet counts in that facet alone. */
function scan(columns: Columns, plan: Plan, candidates: Int32Array | null, counts: Counts | null): Int32Array {
  const many = candidates ? candidates.length : columns.count;
  const found = new Int32Array(many);
  let n = 0;
  for (let i = 0; i < many; i++) {
    const row = candidates ? (candidates[i] as number) : i;
    if (columns.live[row] === 0 || !meetsFixed(columns, plan, row)) continue;
    let slots = columns.occurrences.slotsOf(row, plan.now);
    if (slots === 0) continue;
    let failed = failedFacets(columns, plan, row);
    if (failed < 0) continue;
    if (plan.window) slots = columns.occurrences.slotsWithin(row, plan.now, plan.window);
    if (slots === 0) continue;
    if ((slots & plan.slots) === 0) {
      if (failed !== 0) continue;
      failed = TIME;
    }
    if (failed === 0) found[n++] = row;
    counts?.count(row, failed, slots, plan);
  }
  return found.subarray(0, n);
}

/** The wishes that have no facet: box, distance, age; and facts, which only ever narrow. */
function meetsFixed(columns: Columns, plan: Plan, row: number): boolean {
  const { box, near, age, facts } = plan;
  if (box) {
    const lat = columns.lat[row] as number;
    const lng = columns.lng[row] as number;
    if (!(lat >= box.south && lat <= box.north && lng >= box.west && lng <= box.east)) return false;
  }
  if (near && !isNear(columns, plan, row)) return false;
  if (age !== null && ((columns.ageMin[row] as number) > age || (columns.ageMax[row] as number) < age)) return false;
  return !facts || columns.facts.holdsAll(row, facts);
}

/** An online activity is near everybody. */
function isNear(columns: Columns, plan: Plan, row: number): boolean {
  const lat = columns.lat[row] as number;
  const near = plan.near as NonNullable<Plan["near"]>;
  if (Number.isNaN(lat)) return (columns.places[columns.place[row] as number] as Place).online;
  if (Math.abs(lat - near.lat) > plan.degrees) return false;
  return metresBetween(lat, columns.lng[row] as number, near) <= plan.radius;
}

/** The one facet whose wish the row fails, 0 when it meets all, -1 when it fails two or more; time is looked at later. */
function failedFacets(columns: Columns, plan: Plan, row: number): number {
  let failed = 0;
  if (plan.placeMet && plan.placeMet[columns.place[row] as number] === 0) failed = AREA;
  if (plan.themes && !columns.themes.holdsAny(row, plan.themes)) {
    if (failed !== 0) return -1;
    failed = THEME;
  }
  if (plan.maxOre !== null && (columns.priceOre[row] as number) > plan.maxOre) {
    if (failed !== 0) return -1;
    failed = PRICE;
  }
  return failed;
}

function nextOf(columns: Columns, plan: Plan, row: number): number {
  if (!plan.window && plan.slots === ALL_SLOTS) return columns.occurrences.earliestOf(row, plan.now);
  return columns.occurrences.earliestWithin(row, plan.now, plan.slots, plan.window);
}

/** Counts by number while the rows are scanned; slugs are put to them at the end. */
class Counts {
  private readonly columns: Columns;
  private readonly places: Int32Array;
  private readonly themes: Int32Array;
  private readonly facts: Int32Array;
  private readonly prices = new Int32Array(PRICES.length);
  private readonly days = new Int32Array(WEEKDAYS.length);
  private readonly times = new Int32Array(TIMES_OF_DAY.length);
  private workdays = 0;
  private weekends = 0;

  constructor(columns: Columns) {
    this.columns = columns;
    this.places = new Int32Array(columns.places.length);
    this.themes = new Int32Array(columns.themes.words.length * 32);
    this.facts = new Int32Array(columns.facts.words.length * 32);
  }

  count(row: number, failed: number, slots: number, plan: Plan): void {
    if ((failed & ~AREA) === 0) this.places[this.columns.place[row] as number]!++;
    if ((failed & ~TIME) === 0) this.countTime(slots, plan);
    if ((failed & ~THEME) === 0) countBits(this.columns.themes, row, this.themes);
    if ((failed & ~PRICE) === 0) this.countPrice(this.columns.priceOre[row] as number);
    if (failed === 0) countBits(this.columns.facts, row, this.facts);
  }

  /** Online activities count in every area: those of live rows, and those that the site knows besides. */
  named(areas: readonly string[]): Facets {
    return {
      tema: named(this.columns.themes.values.names, this.themes),
      omraade: this.namedPlaces(areas),
      dag: named([...WEEKDAYS, "hverdag", "weekend"], [...this.days, this.workdays, this.weekends]),
      tid: named(TIMES_OF_DAY, this.times),
      pris: named(PRICES.map(([name]) => name), this.prices),
      fakta: named(this.columns.facts.values.names, this.facts),
    };
  }

  private countTime(slots: number, plan: Plan): void {
    const days = slots & plan.timeSlots;
    for (let day = 0; day < 7; day++) if (days & (0b1111 << (day * 4))) this.days[day]!++;
    if (days & 0xfffff) this.workdays += 1;
    if (days & 0xff00000) this.weekends += 1;
    const times = slots & plan.daySlots;
    for (let time = 0; time < 4; time++) if (times & (0x1111111 << time)) this.times[time]!++;
  }

  private countPrice(ore: number): void {
    for (let i = 0; i < PRICES.length; i++) if (ore <= (PRICES[i] as (typeof PRICES)[number])[1]) this.prices[i]!++;
  }

  private namedPlaces(areas: readonly string[]): Record<string, number> {
    const counts = new Map<string, number>(areas.map((area) => [area, 0]));
    let online = 0;
    for (const [i, place] of this.columns.places.entries()) {
      const count = this.places[i] as number;
      if (place.online) online += count;
      if (place.rows > 0) for (const value of place.values) counts.set(value, (counts.get(value) ?? 0) + (place.online ? 0 : count));
    }
    return named([...counts.keys()], [...counts.values()].map((count) => count + online));
  }
}

function countBits(bits: Bits, row: number, counts: Int32Array): void {
  for (let i = 0; i < bits.words.length; i++) {
    for (let left = (bits.words[i] as Uint32Array)[row] as number; left !== 0; left &= left - 1) counts[i * 32 + 31 - Math.clz32(left & -left)]!++;
  }
}

/** The counts that are not zero, by name. */
function named(names: readonly string[], counts: ArrayLike<number>): Record<string, number> {
  const result: Record<string, number> = {};
  for (let i = 0; i < names.length; i++) if ((counts[i] ?? 0) > 0) result[names[i] as string] = counts[i] as number;
  return result;
}
