import type { LatLng } from "../src/shared/point.ts";
import { TIMES_OF_DAY, WEEKDAYS } from "../src/shared/week.ts";
import type { TimeOfDay, Weekday } from "../src/shared/week.ts";
import type { Reading } from "./phrases/phrase.ts";

/** What a sentence wishes, in the form of the parameters; `omraade` may hold `aarhus`. */
export interface SentenceWishes {
  omraade: string[];
  dag: Weekday[];
  tid: TimeOfDay[];
  fra: string | null;
  til: string | null;
  klfra: string | null;
  kltil: string | null;
  pris: "gratis" | number | null;
  fakta: string[];
  alder: number | null;
  linje: string[];
  /** A place that was named. */
  naer: LatLng | null;
  /** Words whose activities are left out. */
  not: string;
}

/** The wishes of all that was understood, put together. */
export function wishesOf(readings: Reading[]): SentenceWishes {
  const [fra, til] = join(readings.flatMap(({ dates }) => (dates ? [dates] : [])));
  const [klfra, kltil] = join(readings.flatMap(({ clock }) => (clock ? [clock] : [])));
  const dag = readings.flatMap((reading) => reading.dag ?? []);
  const tid = readings.flatMap((reading) => reading.tid ?? []);
  return {
    omraade: [...new Set(readings.flatMap((reading) => reading.omraade ?? []))],
    dag: WEEKDAYS.filter((day) => dag.includes(day)),
    tid: TIMES_OF_DAY.filter((part) => tid.includes(part)),
    fra,
    til,
    klfra,
    kltil,
    pris: highest(readings.flatMap(({ pris }) => (pris === undefined ? [] : [pris]))),
    fakta: [...new Set(readings.flatMap((reading) => reading.fakta ?? []))],
    alder: readings.findLast(({ alder }) => alder !== undefined)?.alder ?? null,
    linje: [...new Set(readings.flatMap((reading) => reading.linje ?? []))],
    naer: readings.find(({ naer }) => naer)?.naer ?? null,
    not: readings.flatMap((reading) => reading.not ?? []).join(" "),
  };
}

/** *gratis eller under 50 kr* is under 50. */
function highest(prices: ("gratis" | number)[]): "gratis" | number | null {
  if (prices.length === 0) return null;
  return Math.max(...prices.map((price) => (price === "gratis" ? 0 : price))) || "gratis";
}

/**
 * Dates or clocks within each other are narrowed (*næste uge* … *den 3. december*), others reach from the first to the
 * last (*i dag eller i morgen*).
 */
function join(all: [string | null, string | null][]): [string | null, string | null] {
  let [fra, til]: [string | null, string | null] = [null, null];
  for (const [from, to] of all) {
    const apart = fra !== null && til !== null && from !== null && to !== null && (to < fra || from > til);
    fra = pick(fra, from, apart ? "first" : "last");
    til = pick(til, to, apart ? "last" : "first");
  }
  return [fra, til];
}

function pick(a: string | null, b: string | null, which: "first" | "last"): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b === (which === "first") ? a : b;
}
