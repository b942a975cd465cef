import type { SearchQuery } from "../engine.ts";
import { type Filter, quoted, type Words } from "./ask.ts";
import { offeredWhen, type TimeWish, timeWishOf } from "./times.ts";

/** What must be known of the whole index to ask it. */
export interface Known {
  /** Lengths of all occurrences, in minutes. */
  lengths: number[];
  /** Area slugs and postcodes of all activities. */
  places: string[];
}

/** A search made ready: its parts can be put together with one of them left out or another in its place. */
export interface Plan {
  query: SearchQuery;
  /** Sets of words, any of which is to be met whole; none without words. */
  words: readonly Words[];
  time: TimeWish;
  /** The clock, in minutes since 1970. */
  now: number;
  known: Known;
  /** Wishes without a facet, and facts, which only ever narrow. */
  fixed: Filter;
  area: Filter;
  theme: Filter;
  price: Filter;
}

export function planOf(query: SearchQuery, words: readonly Words[], now: number, known: Known): Plan {
  return {
    query,
    words,
    now,
    known,
    time: timeWishOf(query),
    fixed: fixedWishes(query),
    area: query.omraade.length > 0 ? [["online = true", among("omraade", query.omraade)]] : [],
    theme: query.tema.length > 0 ? [among("tema", query.tema)] : [],
    price: query.pris === null ? [] : [`priceOre <= ${query.pris === "gratis" ? 0 : query.pris * 100}`],
  };
}

/** All wishes but time. */
export function wishesBut({ fixed, area, theme, price }: Plan, left?: "area" | "theme" | "price"): Filter {
  return [
    ...fixed,
    ...(left === "area" ? [] : area),
    ...(left === "theme" ? [] : theme),
    ...(left === "price" ? [] : price),
  ];
}

/** The wish about time, or another one in its place. */
export function whenOf({ time, now, known }: Plan, other: TimeWish = time): Filter {
  return anyOf(offeredWhen(other, now, known.lengths));
}

/** A filter that meets any of these; when there are none, nothing does. */
export function anyOf(alternatives: string[]): Filter {
  return [alternatives];
}

function fixedWishes({ boks, naer, radius, alder, fakta, linje }: SearchQuery): Filter {
  return [
    ...(boks ? [`lat ${boks.south} TO ${boks.north}`, `lng ${boks.west} TO ${boks.east}`] : []),
    ...(naer && radius !== null ? [["online = true", `_geoRadius(${naer.lat}, ${naer.lng}, ${radius * 1000})`]] : []),
    ...(alder === null ? [] : [`ageMin <= ${alder}`, `ageMax >= ${alder}`]),
    ...(linje.length > 0 ? [among("linje", linje)] : []),
    ...fakta.map((fact) => `fakta = ${quoted(fact)}`),
  ];
}

function among(attribute: string, values: readonly string[]): string {
  return `${attribute} IN [${values.map(quoted).join(", ")}]`;
}
