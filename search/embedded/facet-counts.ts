import { TIMES_OF_DAY, WEEKDAYS } from "../../src/shared/week.ts";
import { int32At } from "../arrays.ts";
import type { Facets } from "../engine.ts";
import type { Bits } from "./bits.ts";
import type { Columns } from "./columns.ts";
import type { Plan } from "./plan.ts";

/** Price steps of the facet; each holds those below it. */
const PRICES = ["gratis", "50", "100"];
const PRICE_STEPS_ORE = Int32Array.of(0, 5_000, 10_000);
/** Facets whose values are alternatives to each other, as bits: the one wish of a row that is not met. */
export const AREA = 1;
export const TIME = 2;
export const THEME = 4;
export const PRICE = 8;

/** Counts of two sets of rows, of the second one no value counting for more than `most`. */
export function togetherWith(facets: Facets, others: Facets, most: number): Facets {
  const together = (name: keyof Facets) => {
    const sum: Record<string, number> = { ...facets[name] };
    for (const [value, count] of Object.entries(others[name])) sum[value] = (sum[value] ?? 0) + Math.min(most, count);
    return sum;
  };
  return {
    tema: together("tema"),
    omraade: together("omraade"),
    dag: together("dag"),
    tid: together("tid"),
    pris: together("pris"),
    fakta: together("fakta"),
  };
}

/** Counts by number while the rows are scanned; slugs are put to them at the end. */
export class FacetCounts {
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

  /** The counts by slug; `areas` count what is online there, too, unless it is at no place. */
  named(areas: readonly string[], onlineAnywhere: boolean): Facets {
    return {
      tema: this.themes.named(),
      omraade: this.namedPlaces(areas, onlineAnywhere),
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
  private namedPlaces(areas: readonly string[], onlineAnywhere: boolean): Record<string, number> {
    const counts = new Map<string, number>(areas.map((area) => [area, 0]));
    let online = 0;
    for (const [i, place] of this.columns.places.entries()) {
      const count = int32At(this.places, i);
      if (place.online && onlineAnywhere) online += count;
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
  for (const [i, name] of names.entries()) {
    const count = counts[i] ?? 0;
    if (count > 0) result[name] = count;
  }
  return result;
}
