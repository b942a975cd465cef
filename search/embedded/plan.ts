import { TIMES_OF_DAY, WEEKDAYS } from "../../src/shared/week.ts";
import type { SearchQuery, Wishes } from "../engine.ts";
import type { Columns, Place } from "./columns.ts";
import { NEVER } from "./occurrences.ts";
import { type GlobePoint, onGlobe, squaredLineOf } from "./places.ts";
import type { Window } from "./window.ts";

/** Every weekday and time of day: bits `weekday * 4 + time of day`. */
export const ALL_SLOTS = 0x0fffffff;

/** The wishes of a query, made ready to be asked of many rows. */
export interface Plan {
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
  /** Whether what is online is at every place. */
  onlineAnywhere: boolean;
}

/** A wish that no row can meet makes no plan: an unknown fact. */
export function planOf(columns: Columns, query: SearchQuery): Plan | null {
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
        ? Uint8Array.from(columns.places, (place) => (meetsArea(place, query.omraade, isOnlineAnywhere(query)) ? 1 : 0))
        : null,
    themes: query.tema.length > 0 ? columns.themes.masks(query.tema).masks : null,
    facts: query.fakta.length > 0 ? facts.masks : null,
    lines: query.linje.length > 0 ? columns.lines.masks(query.linje).masks : null,
    onlineAnywhere: isOnlineAnywhere(query),
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

/** What is online is at every place; where only what fits wholly is wanted it is at none, unless that is asked for. */
export function isOnlineAnywhere({ exact = false, fakta }: Pick<SearchQuery, "exact" | "fakta">): boolean {
  return !exact || fakta.includes("online");
}

function meetsArea(place: Place, wished: readonly string[], onlineAnywhere: boolean): boolean {
  return (place.online && onlineAnywhere) || place.values.some((value) => wished.includes(value));
}
