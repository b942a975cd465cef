import type { TimeOfDay, Weekday } from "../src/shared/week.ts";
import type { LatLng } from "../src/shared/point.ts";
import type { Box, Sort } from "./engine.ts";
import { TIMES_OF_DAY, WEEKDAYS } from "../src/shared/week.ts";
import {
  oneOf,
  type Read,
  readBox,
  readClock,
  readDate,
  readLine,
  readNumber,
  readPage,
  readPosition,
  readPrice,
  readWhole,
} from "./parameter-values.ts";
import { cutQuery, tidyQuery } from "./quotation.ts";
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
  "passer",
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
  /** Only what fits wholly. */
  passer: "helt" | null;
  sort: Sort | null;
  side: number;
}

/** A parameter, or one value of it, that was not used. */
export interface Ignored {
  name: string;
  /** As it came, cut at 100 characters: never trust it. */
  value: string;
  why: Why;
}

type Why = "unknown" | "malformed" | "useless" | "too-long" | "repeated";
type Tell = (name: string, value: string, why: Why) => void;

export const DAY_WORDS: readonly DayWord[] = [...WEEKDAYS, "hverdag", "weekend"];
export const FITS = ["helt"] as const;
export const SORTS: readonly Sort[] = ["relevans", "afstand", "dato"];
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
  const one = <T>(name: ParameterName, read: Read<T>, why: Why = "malformed"): T | null =>
    readOne(values.get(name) ?? [], name, read, why, tell);
  const list = <T>(name: ParameterName, read: Read<T>): T[] => readList(values.get(name) ?? [], name, read, tell);
  const given: Given = {
    q: readText(values.get("q") ?? [], tell),
    omraade: list("omraade", oneOf([WHOLE_MUNICIPALITY, ...names.areas, ...names.postcodes])),
    naer: one("naer", readPosition),
    radius: one("radius", (value) => readNumber(value, ...BOUNDS.radius)),
    boks: one("boks", readBox),
    zoom: one("zoom", (value) => readWhole(value, ...BOUNDS.zoom)),
    dag: list("dag", oneOf(DAY_WORDS)),
    tid: list("tid", oneOf(TIMES_OF_DAY)),
    fra: one("fra", readDate),
    til: one("til", readDate),
    klfra: one("klfra", readClock),
    kltil: one("kltil", readClock),
    tema: list("tema", oneOf(names.themes)),
    pris: one("pris", readPrice),
    fakta: list("fakta", oneOf(names.facts)),
    alder: one("alder", (value) => readWhole(value, ...BOUNDS.alder)),
    linje: list("linje", readLine),
    passer: one("passer", oneOf(FITS), "unknown"),
    sort: one("sort", oneOf(SORTS), "unknown"),
    side: one("side", readPage) ?? 1,
  };
  return { given: settle(given, tell), ignored };
}

/** All values by name, the lists taken apart, empty ones left out. */
function gatherValues(params: URLSearchParams, tell: Tell): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of params) {
    if (!PARAMETERS.some((known) => known === name)) tell(name, value, "unknown");
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

function readOne<T>([value, ...more]: string[], name: string, read: Read<T>, why: Why, tell: Tell): T | null {
  if (value === undefined) return null;
  for (const other of more) tell(name, other, "repeated");
  const found = read(value.toLowerCase());
  if (found === null) tell(name, value, why);
  return found;
}

function readList<T>(values: string[], name: string, read: Read<T>, tell: Tell): T[] {
  const known = new Set<T>();
  for (const value of values) {
    const found = read(value.toLowerCase());
    if (found === null) tell(name, value, "unknown");
    else known.add(found);
  }
  return [...known];
}

function readText([typed, ...more]: string[], tell: Tell): string {
  if (typed === undefined) return "";
  for (const other of more) tell("q", other, "repeated");
  const cut = cutQuery(typed, LONGEST_QUERY);
  if (cut.length < typed.length) tell("q", typed, "too-long");
  return tidyQuery(cut);
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
