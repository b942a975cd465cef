import { paramChips } from "./chips.ts";
import type { Chip } from "./chips.ts";
import { type Crisis, crisisIn } from "./crisis.ts";
import { combine, isBeaten } from "./combined-wishes.ts";
import type { Lifts, SearchQuery, Sort, Wishes } from "./engine.ts";
import type { Language } from "./language.ts";
import { languageOf } from "./lexicon/language-of.ts";
import { withEmojiAsWords } from "./lexicon/emoji-words.ts";
import { DEFAULT_RADIUS, LIST_PARAMETERS, PARAMETERS, readParameters } from "./parameters.ts";
import type { Given, Ignored, ParameterName } from "./parameters.ts";
import { readSentence } from "./sentence.ts";
import { type Understood, understoodOf } from "./understood.ts";
import { prepareVocabulary } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type { Chip } from "./chips.ts";
export type { Given, Ignored, ParameterName } from "./parameters.ts";
export type { Vocabulary } from "./vocabulary.ts";

export interface ReadQuery {
  /** Complete, the sentence applied. */
  query: SearchQuery;
  understood: Understood;
  ignored: Ignored[];
  /** Every wish in force, those of the sentence first. */
  chips: Chip[];
  /** What stood in the address itself. */
  given: Given;
  /** Of the map; null when not given. */
  zoom: number | null;
  /** The sentence says *nær mig* and the address has no position: the page asks for it. */
  wantsNear: boolean;
  /** The words say that somebody is in danger. */
  crisis: Crisis | null;
  /** The language of the words, where it is clearly not Danish. */
  lang: Exclude<Language, "da"> | null;
}

/** A query of these wishes and no others; without counts. */
export function wishing(wishes: Partial<SearchQuery>): SearchQuery {
  return {
    q: "",
    omraade: [],
    naer: null,
    radius: null,
    boks: null,
    dag: [],
    tid: [],
    fra: null,
    til: null,
    klfra: null,
    kltil: null,
    tema: [],
    pris: null,
    fakta: [],
    alder: null,
    linje: [],
    not: "",
    lifts: { tema: [], fakta: [], omraade: [] },
    sort: wishes.q ? "relevans" : "dato",
    side: 1,
    facets: false,
    ...wishes,
  };
}

/**
 * Reads an address and the sentence in it; never refuses. `now`: epoch ms. Keep one `places` object: it is prepared
 * once.
 */
export function readQuery(params: URLSearchParams, places: Vocabulary, now: number): ReadQuery {
  const { given, ignored } = readParameters(params, prepareVocabulary(places));
  const { text, skipped } = withEmojiAsWords(given.q);
  for (const value of skipped) ignored.push({ name: "q", value, why: "unknown" });
  const sentence = readSentence(text, places, now);
  const wishes = combine(given, sentence);
  return {
    query: {
      ...wishes,
      lifts: sentence.lifts,
      sort: given.sort ?? defaultSort(wishes, sentence.lifts),
      side: given.side,
      facets: true,
      ...(given.passer ? { exact: true } : {}),
    },
    understood: understoodOf(wishes),
    ignored,
    chips: [
      ...sentence.chips
        .filter((chip) => !isBeaten(chip, given))
        .map((chip) => ({ kind: "sentence" as const, ...chip })),
      ...paramChips(given),
    ],
    given,
    zoom: given.zoom,
    wantsNear: sentence.wantsNear && !given.naer,
    crisis: crisisIn(given.q),
    lang: languageOf(given.q),
  };
}

/**
 * The canonical query string of parameters, without `?`: in the order of docs/contract.md, lists repeated, defaults
 * left out.
 */
export function writeQuery(given: Partial<Given>): string {
  const params = new URLSearchParams();
  for (const name of PARAMETERS) for (const value of valuesOf(given, name)) params.append(name, value);
  return written(params);
}

/** The parameters with a value: added to a list, else in place of the old one. Back to page 1 unless it is `side`. */
export function withParam(params: URLSearchParams, name: ParameterName, value: string): URLSearchParams {
  const others = listOf(params, name).filter((old) => old !== value);
  return rebuilt(params, name, LIST_PARAMETERS.has(name) ? [...others, value] : [value]);
}

/** The parameters without one, or without one value of a list. */
export function withoutParam(params: URLSearchParams, name: ParameterName, value?: string): URLSearchParams {
  return rebuilt(params, name, value === undefined ? [] : listOf(params, name).filter((old) => old !== value));
}

/** The parameters with one chip struck: its words in quotation marks, or its parameter gone. */
export function strike(params: URLSearchParams, chip: Chip): URLSearchParams {
  if (chip.kind === "sentence") return withParam(params, "q", chip.quoted);
  if (chip.param === "fra") return withoutParam(withoutParam(params, "fra"), "til");
  if (chip.param === "klfra") return withoutParam(withoutParam(params, "klfra"), "kltil");
  return LIST_PARAMETERS.has(chip.param)
    ? withoutParam(params, chip.param, chip.value)
    : withoutParam(params, chip.param);
}

/** The parameters without any position: for links that are passed on, carried searches and statistics. */
export function shareable(params: URLSearchParams): URLSearchParams {
  return withoutParam(withoutParam(params, "naer"), "boks");
}

function defaultSort({ q, naer }: Wishes, { tema, fakta, named = [], away = [] }: Lifts): Sort {
  if (q !== "" || tema.length + fakta.length + named.length + away.length > 0) return "relevans";
  return naer ? "afstand" : "dato";
}

function valuesOf(given: Partial<Given>, name: ParameterName): string[] {
  const value = given[name];
  if (value === undefined || value === null || value === "") return [];
  if (Array.isArray(value)) return value;
  if (typeof value === "object")
    return ["lat" in value ? `${value.lat},${value.lng}` : `${value.south},${value.west},${value.north},${value.east}`];
  const isDefault = (name === "radius" && value === DEFAULT_RADIUS) || (name === "side" && value === 1);
  return isDefault ? [] : [String(value)];
}

function listOf(params: URLSearchParams, name: ParameterName): string[] {
  const values = params.getAll(name);
  const all = LIST_PARAMETERS.has(name) ? values.flatMap((value) => value.split(",")) : values.slice(0, 1);
  return all.map((value) => value.trim()).filter((value) => value !== "");
}

/** Known parameters in canonical order, with new values for one; what made sense only together with it goes as well. */
function rebuilt(params: URLSearchParams, changed: ParameterName, values: string[]): URLSearchParams {
  const next = new URLSearchParams();
  for (const name of PARAMETERS) {
    if (name === "side" && changed !== "side") continue;
    for (const value of name === changed ? values : listOf(params, name)) next.append(name, value);
  }
  if (!next.has("naer")) drop(next, "radius", "afstand");
  if (!next.has("q")) drop(next, null, "relevans");
  if (!next.has("boks") && !next.has("naer")) next.delete("zoom");
  return next;
}

function drop(params: URLSearchParams, name: string | null, sort: Sort): void {
  if (name) params.delete(name);
  if (params.get("sort") === sort) params.delete("sort");
}

function written(params: URLSearchParams): string {
  return params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
}
