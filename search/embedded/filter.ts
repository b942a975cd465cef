import { TIMES_OF_DAY, WEEKDAYS } from "../../src/shared/week.ts";
import type { Facets, SearchQuery, Wishes } from "../engine.ts";
import type { Bits, Columns, Place } from "./columns.ts";
import { NEVER, type Window } from "./occurrences.ts";
import { type GlobePoint, onGlobe, squaredLineOf } from "./places.ts";

const ALL_SLOTS = 0x0fffffff;
/** Price steps of the facet; each holds those below it. */
const PRICES = ["gratis", "50", "100"];
const PRICE_STEPS_ORE = Int32Array.of(0, 5_000, 10_000);
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

/** The wishes of a query, made ready to be asked of many rows. */
interface Plan {
  box: Wishes["boks"];
  /** The middle, and the square of the straight line that may not be exceeded. */
  near: { middle: GlobePoint; squaredLine: number } | null;
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
  lines: Int32Array | null;
  maxOre: number | null;
}

/**
 * Filters the given rows, or all (`null`), at the minute of the occurrences. `areas` count online activities though no
 * row lies there.
 */
export function filter(
  columns: Columns,
  query: SearchQuery,
  candidates: Int32Array | null,
  areas: readonly string[],
): Filtered {
  const plan = planOf(columns, query);
  const counts = query.facets ? new Counts(columns) : null;
  const rows = plan ? scan(columns, plan, candidates, counts) : new Int32Array(0);
  return { rows, facets: counts && counts.named(areas), next: (row) => (plan ? nextOf(columns, plan, row) : NEVER) };
}

/** Counts of two sets of rows, of the second one no value counting for more than `most`. */
export function togetherWith(facets: Facets, others: Facets, most: number): Facets {
  const sums = Object.entries(others).map(([name, counts]: [string, Record<string, number>]) => {
    const sum: Record<string, number> = { ...facets[name as keyof Facets] };
    for (const [value, count] of Object.entries(counts)) sum[value] = (sum[value] ?? 0) + Math.min(most, count);
    return [name, sum];
  });
  return Object.fromEntries(sums) as unknown as Facets;
}

/** A wish that no row can meet makes no plan: an unknown fact. */
function planOf(columns: Columns, query: SearchQuery): Plan | null {
  const facts = columns.facts.masks(query.fakta);
  if (!facts.allKnown) return null;
  const daySlots =
    query.dag.length > 0
      ? query.dag.reduce((slots, day) => slots | (0b1111 << (WEEKDAYS.indexOf(day) * 4)), 0)
      : ALL_SLOTS;
  const timeSlots =
    query.tid.length > 0
      ? query.tid.reduce((slots, time) => slots | (0x1111111 << TIMES_OF_DAY.indexOf(time)), 0)
      : ALL_SLOTS;
  return {
    box: query.boks,
    near:
      query.naer && query.radius !== null
        ? { middle: onGlobe(query.naer), squaredLine: squaredLineOf(query.radius * 1000) }
        : null,
    age: query.alder,
    window: windowOf(query),
    slots: daySlots & timeSlots,
    daySlots,
    timeSlots,
    placeMet:
      query.omraade.length > 0
        ? Uint8Array.from(columns.places, (place) => (meetsArea(place, query.omraade) ? 1 : 0))
        : null,
    themes: query.tema.length > 0 ? columns.themes.masks(query.tema).masks : null,
    facts: query.fakta.length > 0 ? facts.masks : null,
    lines: query.linje.length > 0 ? columns.lines.masks(query.linje).masks : null,
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

/**
 * One pass: a row that meets all wishes is found and counts in every facet, one that fails a single facet counts in
 * that facet alone.
 */
function scan(columns: Columns, plan: Plan, candidates: Int32Array | null, counts: Counts | null): Int32Array {
  const many = candidates ? candidates.length : columns.count;
  const found = new Int32Array(many);
  const { occurrences } = columns;
  const upcoming = occurrences.slots;
  let n = 0;
  for (let i = 0; i < many; i++) {
    const row = candidates ? (candidates[i] as number) : i;
    let slots = upcoming[row] as number;
    if (slots === 0 || !meetsFixed(columns, plan, row)) continue;
    let failed = failedFacets(columns, plan, row);
    if (failed < 0 || (failed > 0 && !counts)) continue;
    if (plan.window && (slots = occurrences.slotsWithin(row, plan.window)) === 0) continue;
    if ((slots & plan.slots) === 0) {
      if (failed !== 0) continue;
      failed = TIME;
    }
    if (failed === 0) found[n++] = row;
    counts?.count(row, failed, slots, plan);
  }
  return found.subarray(0, n);
}

/** The wishes that have no facet: box, distance, age, lines; and facts, which only ever narrow. */
function meetsFixed(columns: Columns, plan: Plan, row: number): boolean {
  const { box, near, age, facts, lines } = plan;
  if (lines && !columns.lines.holdsAny(row, lines)) return false;
  if (facts && !columns.facts.holdsAll(row, facts)) return false;
  if (age !== null && ((columns.ageMin[row] as number) > age || (columns.ageMax[row] as number) < age)) return false;
  if (box) {
    const lat = columns.lat[row] as number;
    const lng = columns.lng[row] as number;
    if (!(lat >= box.south && lat <= box.north && lng >= box.west && lng <= box.east)) return false;
  }
  if (!near) return true;
  const squaredLine = columns.squaredLineTo(row, near.middle);
  return squaredLine <= near.squaredLine || (Number.isNaN(squaredLine) && isOnline(columns, row)); // online is near everybody
}

function isOnline(columns: Columns, row: number): boolean {
  return (columns.places[columns.place[row] as number] as Place).online;
}

/**
 * The one facet whose wish the row fails, 0 when it meets all, -1 when it fails two or more; time is looked at later.
 */
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

function nextOf({ occurrences }: Columns, plan: Plan, row: number): number {
  if (!plan.window && plan.slots === ALL_SLOTS) return occurrences.earliest[row] as number;
  return occurrences.earliestWithin(row, plan.slots, plan.window);
}

/** Counts by number while the rows are scanned; slugs are put to them at the end. */
class Counts {
  private readonly columns: Columns;
  private readonly places: Int32Array;
  private readonly themes: BitCounts;
  private readonly facts: BitCounts;
  private readonly prices = new Int32Array(PRICES.length);
  /** How often each set of weekdays, and of times of day, was met. */
  private readonly days = new Int32Array(1 << WEEKDAYS.length);
  private readonly times = new Int32Array(1 << TIMES_OF_DAY.length);

  constructor(columns: Columns) {
    this.columns = columns;
    this.places = new Int32Array(columns.places.length);
    this.themes = new BitCounts(columns.themes);
    this.facts = new BitCounts(columns.facts);
  }

  count(row: number, failed: number, slots: number, plan: Plan): void {
    if ((failed & ~AREA) === 0) this.places[this.columns.place[row] as number]!++;
    if ((failed & ~TIME) === 0) {
      this.days[daysOf(slots & plan.timeSlots)]!++;
      this.times[timesOf(slots & plan.daySlots)]!++;
    }
    if ((failed & ~THEME) === 0) this.themes.count(row);
    if ((failed & ~PRICE) === 0) this.countPrice(this.columns.priceOre[row] as number);
    if (failed === 0) this.facts.count(row);
  }

  named(areas: readonly string[]): Facets {
    return {
      tema: this.themes.named(),
      omraade: this.namedPlaces(areas),
      dag: named(
        [...WEEKDAYS, "hverdag", "weekend"],
        [
          ...WEEKDAYS.map((_, day) => withAnyOf(this.days, 1 << day)),
          withAnyOf(this.days, 0b0011111),
          withAnyOf(this.days, 0b1100000),
        ],
      ),
      tid: named(
        TIMES_OF_DAY,
        TIMES_OF_DAY.map((_, time) => withAnyOf(this.times, 1 << time)),
      ),
      pris: named(PRICES, this.prices),
      fakta: this.facts.named(),
    };
  }

  private countPrice(ore: number): void {
    for (let i = 0; i < PRICE_STEPS_ORE.length; i++) if (ore <= (PRICE_STEPS_ORE[i] as number)) this.prices[i]!++;
  }

  /** Online activities count in every area: those of live rows, and those that the site knows besides. */
  private namedPlaces(areas: readonly string[]): Record<string, number> {
    const counts = new Map<string, number>(areas.map((area) => [area, 0]));
    let online = 0;
    for (const [i, place] of this.columns.places.entries()) {
      const count = this.places[i] as number;
      if (place.online) online += count;
      if (place.rows > 0)
        for (const value of place.values) counts.set(value, (counts.get(value) ?? 0) + (place.online ? 0 : count));
    }
    return named(
      [...counts.keys()],
      [...counts.values()].map((count) => count + online),
    );
  }
}

/**
 * Counts how often each bit is set: eight at a time are counted by their value, which is quicker than looking for the
 * set ones.
 */
class BitCounts {
  private readonly bits: Bits;
  private readonly byValue: Int32Array;

  constructor(bits: Bits) {
    this.bits = bits;
    this.byValue = new Int32Array(bits.words.length * 1024);
  }

  count(row: number): void {
    const { byValue } = this;
    const { words } = this.bits;
    for (let i = 0; i < words.length; i++) {
      const word = (words[i] as Uint32Array)[row] as number;
      const from = i * 1024;
      byValue[from + (word & 255)]!++;
      byValue[from + 256 + ((word >>> 8) & 255)]!++;
      byValue[from + 512 + ((word >>> 16) & 255)]!++;
      byValue[from + 768 + (word >>> 24)]!++;
    }
  }

  named(): Record<string, number> {
    const { names } = this.bits.values;
    return named(
      names,
      names.map((_, number) =>
        withAnyOf(this.byValue.subarray((number >> 3) * 256, ((number >> 3) + 1) * 256), 1 << (number & 7)),
      ),
    );
  }
}

/** How many of the counted sets have any of the bits. */
function withAnyOf(counts: Int32Array, bits: number): number {
  let sum = 0;
  for (let set = 0; set < counts.length; set++) if ((set & bits) !== 0) sum += counts[set] as number;
  return sum;
}

/** One bit a weekday. */
function daysOf(slots: number): number {
  const any = slots | (slots >>> 1) | (slots >>> 2) | (slots >>> 3);
  return (
    (any & 1) |
    ((any >>> 3) & 2) |
    ((any >>> 6) & 4) |
    ((any >>> 9) & 8) |
    ((any >>> 12) & 16) |
    ((any >>> 15) & 32) |
    ((any >>> 18) & 64)
  );
}

/** One bit a time of day. */
function timesOf(slots: number): number {
  const half = slots | (slots >>> 16);
  const quarter = half | (half >>> 8);
  return (quarter | (quarter >>> 4)) & 15;
}

/** The counts that are not zero, by name. */
function named(names: readonly string[], counts: ArrayLike<number>): Record<string, number> {
  const result: Record<string, number> = {};
  for (let i = 0; i < names.length; i++) if ((counts[i] ?? 0) > 0) result[names[i] as string] = counts[i] as number;
  return result;
}
