import { isClock, isDate } from "../src/shared/time.ts";
import type { TimeOfDay, Weekday } from "../src/shared/week.ts";
import type { LatLng } from "../src/shared/point.ts";
import type { Box, Sort } from "./engine.ts";
import { TIMES_OF_DAY, WEEKDAYS } from "../src/shared/week.ts";
import { tidyQuery } from "./quotation.ts";
import { WHOLE_MUNICIPALITY } from "./vocabulary.ts";
import type { PreparedVocabulary } from "./vocabulary.ts";

/** The parameters of a search, in the order of canonical addresses. */
export const PARAMETERS = [
  "q",
  "omraade",
  "naer",
  "radius",
  "boks",
  "zoom",
  "dag",
  "tid",
  "fra",
  "til",
  "klfra",
  "kltil",
  "tema",
  "pris",
  "fakta",
  "alder",
  "linje",
  "sort",
  "side",
] as const;
export type ParameterName = (typeof PARAMETERS)[number];
/** Those that may have several values, repeated or joined by commas. */
export const LIST_PARAMETERS: ReadonlySet<string> = new Set(["omraade", "dag", "tid", "tema", "fakta", "linje"]);

/** `hverdag` and `weekend` are several weekdays at once. */
export type DayWord = Weekday | "hverdag" | "weekend";

export const DEFAULT_RADIUS = 3;
/** Characters of `q`, quotation marks not counted, so that striking a chip never cuts words off. */
export const LONGEST_QUERY = 200;
const MOST_IGNORED = 50;
const MOST_VALUES = 500;

/** What stood in the address itself, without the sentence: valid values only. */
export interface Given {
  q: string;
  /** May hold `aarhus`. */
  omraade: string[];
  /** Rounded to 3 decimals. */
  naer: LatLng | null;
  /** Kilometres; null without `naer`. */
  radius: number | null;
  boks: Box | null;
  /** Of the map. With `naer`: the point was chosen there, and is not where the person is. */
  zoom: number | null;
  dag: DayWord[];
  tid: TimeOfDay[];
  fra: string | null;
  til: string | null;
  klfra: string | null;
  kltil: string | null;
  tema: string[];
  pris: "gratis" | number | null;
  fakta: string[];
  alder: number | null;
  linje: string[];
  sort: Sort | null;
  side: number;
}

/** A parameter, or one value of it, that was not used. */
export interface Ignored {
  name: string;
  /** As it came, cut at 100 characters: never trust it. */
  value: string;
  why: "unknown" | "malformed" | "useless" | "too-long" | "repeated";
}

type Tell = (name: string, value: string, why: Ignored["why"]) => void;

export const DAY_WORDS: readonly DayWord[] = [...WEEKDAYS, "hverdag", "weekend"];
export const SORTS: readonly Sort[] = ["relevans", "afstand", "dato"];
const LINE = /^(?:\d{1,3}[a-z]?|l[12]|letbanen)$/i;
/** The least and the highest of a number, both inclusive: kilometres, zoom of the map, years. */
export const BOUNDS = { radius: [1, 50], zoom: [0, 20], alder: [0, 120] } as const;

/**
 * Reads the parameters; what is unknown, malformed or useless is told in `ignored`. Empty ones, as forms send them, are
 * not there.
 */
export function readParameters(
  params: URLSearchParams,
  names: PreparedVocabulary,
): { given: Given; ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  const tell: Tell = (name, value, why) => {
    if (ignored.length < MOST_IGNORED) ignored.push({ name: name.slice(0, 100), value: value.slice(0, 100), why });
  };
  const values = gatherValues(params, tell);
  const one = <T>(name: ParameterName, read: (value: string) => T | null): T | null =>
    readOne(values.get(name) ?? [], name, read, tell);
  const list = <T extends string>(name: ParameterName, isKnown: (value: string) => boolean): T[] =>
    readList<T>(values.get(name) ?? [], name, isKnown, tell);
  const given: Given = {
    q: readText(values.get("q") ?? [], tell),
    omraade: list(
      "omraade",
      (value) => value === WHOLE_MUNICIPALITY || names.areas.has(value) || names.postcodes.has(value),
    ),
    naer: one("naer", readPosition),
    radius: one("radius", (value) => readNumber(value, ...BOUNDS.radius)),
    boks: one("boks", readBox),
    zoom: one("zoom", (value) => readWhole(value, ...BOUNDS.zoom)),
    dag: list<DayWord>("dag", (value) => DAY_WORDS.includes(value as DayWord)),
    tid: list<TimeOfDay>("tid", (value) => TIMES_OF_DAY.includes(value as TimeOfDay)),
    fra: one("fra", readDate),
    til: one("til", readDate),
    klfra: one("klfra", readClock),
    kltil: one("kltil", readClock),
    tema: list("tema", (value) => names.themes.has(value)),
    pris: one("pris", readPrice),
    fakta: list("fakta", (value) => names.facts.has(value)),
    alder: one("alder", (value) => readWhole(value, ...BOUNDS.alder)),
    linje: list("linje", isLine).map(lineOf),
    sort: readSort(values.get("sort") ?? [], tell),
    side: one("side", readPage) ?? 1,
  };
  return { given: settle(given, tell), ignored };
}

function isLine(value: string): boolean {
  return LINE.test(value);
}

/** A line as it is compared: *4A*, *letbanen*. */
function lineOf(value: string): string {
  return /^l/i.test(value) && value.length > 2 ? "letbanen" : value.toUpperCase();
}

/** All values by name, the lists taken apart, empty ones left out. */
function gatherValues(params: URLSearchParams, tell: Tell): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of params) {
    if (!PARAMETERS.includes(name as ParameterName)) tell(name, value, "unknown");
    else for (const part of LIST_PARAMETERS.has(name) ? value.split(",") : [value]) addValue(values, name, part.trim());
  }
  return values;
}

function addValue(values: Map<string, string[]>, name: string, value: string): void {
  const others = values.get(name);
  if (value === "" || (others?.length ?? 0) >= MOST_VALUES) return;
  if (others) others.push(value);
  else values.set(name, [value]);
}

function readOne<T>([value, ...more]: string[], name: string, read: (value: string) => T | null, tell: Tell): T | null {
  if (value === undefined) return null;
  for (const other of more) tell(name, other, "repeated");
  const found = read(value.toLowerCase());
  if (found === null) tell(name, value, "malformed");
  return found;
}

function readList<T extends string>(
  values: string[],
  name: string,
  isKnown: (value: string) => boolean,
  tell: Tell,
): T[] {
  const known = new Set<string>();
  for (const value of values) {
    const lower = value.toLowerCase();
    if (isKnown(lower)) known.add(lower);
    else tell(name, value, "unknown");
  }
  return [...known] as T[];
}

function readText([typed, ...more]: string[], tell: Tell): string {
  if (typed === undefined) return "";
  for (const other of more) tell("q", other, "repeated");
  const cut = cutQuery(typed);
  if (cut.length < typed.length) tell("q", typed, "too-long");
  return tidyQuery(cut);
}

function cutQuery(typed: string): string {
  let [length, end] = [0, 0];
  for (const letter of typed) {
    if (letter !== '"') length += 1;
    if (length > LONGEST_QUERY || end > 3 * LONGEST_QUERY) break;
    end += letter.length;
  }
  return typed.slice(0, end);
}

function readSort([value, ...more]: string[], tell: Tell): Sort | null {
  if (value === undefined) return null;
  for (const other of more) tell("sort", other, "repeated");
  const sort = SORTS.find((known) => known === value.toLowerCase());
  if (!sort) tell("sort", value, "unknown");
  return sort ?? null;
}

/** What only makes sense together. */
function settle(given: Given, tell: Tell): Given {
  const { q, naer, radius, fra, til, sort } = given;
  if (radius !== null && !naer) tell("radius", String(radius), "useless");
  const uselessSort = (sort === "relevans" && q === "") || (sort === "afstand" && !naer);
  if (sort && uselessSort) tell("sort", sort, "useless");
  const swapped = fra !== null && til !== null && fra > til;
  return {
    ...given,
    radius: naer ? (radius ?? DEFAULT_RADIUS) : null,
    sort: uselessSort ? null : sort,
    ...(swapped ? { fra: til, til: fra } : {}),
  };
}

function readPosition(value: string): LatLng | null {
  const [lat, lng, ...more] = value.split(",").map(decimal);
  if (lat == null || lng == null || more.length > 0 || Math.abs(lat) > 90 || Math.abs(lng) > 180) return null;
  return { lat: rounded(lat, 3), lng: rounded(lng, 3) };
}

function readBox(value: string): Box | null {
  const [south, west, north, east, ...more] = value.split(",").map(decimal);
  if (south == null || west == null || north == null || east == null || more.length > 0) return null;
  const onEarth = south >= -90 && north <= 90 && west >= -180 && east <= 180;
  return onEarth && south <= north && west <= east
    ? { south: rounded(south, 6), west: rounded(west, 6), north: rounded(north, 6), east: rounded(east, 6) }
    : null;
}

/** A position to 3 decimals is about 100 metres: enough to sort by, not enough to find a door. Never -0. */
function rounded(degrees: number, decimals: number): number {
  return Number(degrees.toFixed(decimals)) + 0;
}

function decimal(text: string): number | null {
  return /^\s*[+-]?\d{1,3}(\.\d{1,20})?\s*$/.test(text) ? Number(text) : null;
}

function readNumber(value: string, least: number, most: number): number | null {
  const number = decimal(value);
  return number !== null && number >= least && number <= most ? number : null;
}

function readWhole(value: string, least: number, most: number): number | null {
  return /^\d{1,3}$/.test(value) && Number(value) >= least && Number(value) <= most ? Number(value) : null;
}

/** Far beyond the last page is the last page too, so long numbers are cut short. */
function readPage(value: string): number | null {
  if (!/^\d+$/.test(value)) return null;
  const page = Math.min(Number(value), 1_000_000);
  return page >= 1 ? page : null;
}

function readDate(value: string): string | null {
  return isDate(value) ? value : null;
}

function readClock(value: string): string | null {
  return isClock(value) ? value : null;
}

function readPrice(value: string): "gratis" | number | null {
  if (value === "gratis") return value;
  return /^\d{1,6}$/.test(value) ? Number(value) : null;
}
