/**
 * What every search engine of the site understands and answers. Names are those of the public addresses (README,
 * "Addresses").
 */
import type { LatLng } from "../src/shared/point.ts";
import type { Suggestion } from "../src/shared/suggestion.ts";
import type { TimeOfDay, Weekday } from "../src/shared/week.ts";

export type Sort = "relevans" | "afstand" | "dato";
export type Box = { south: number; west: number; north: number; east: number };

export const PAGE_SIZE = 20;

/**
 * The wishes of one search. Lists are unions, but `fakta`: there all must hold. Dates are local (Europe/Copenhagen),
 * `YYYY-MM-DD`; clocks `HH:MM`.
 */
export interface Wishes {
  q: string;
  /** Area slugs and postcodes; `aarhus` has been resolved to none. */
  omraade: string[];
  naer: LatLng | null;
  /** Kilometres around `naer`. */
  radius: number | null;
  boks: Box | null;
  /** Weekdays only: `hverdag` and `weekend` have been spelt out. */
  dag: Weekday[];
  tid: TimeOfDay[];
  fra: string | null;
  til: string | null;
  klfra: string | null;
  kltil: string | null;
  tema: string[];
  /** `gratis`, or the highest price in kroner, inclusive. */
  pris: "gratis" | number | null;
  fakta: string[];
  alder: number | null;
  /** Lines of buses and the letbane: any of them. */
  linje: string[];
  /** Words whose activities are left out. */
  not: string;
}

/**
 * Words of a sentence that only lift the rank of what fits (a bare theme, person or age word, a nickname of a place).
 */
export interface Lifts {
  tema: string[];
  fakta: string[];
  omraade: string[];
  /** The nicknames themselves, folded: what bears one is nearest. */
  named?: string[];
  /** Facts that fit less well: what is for seniors, to somebody of sixteen. */
  away?: string[];
}

export interface SearchQuery extends Wishes {
  lifts: Lifts;
  sort: Sort;
  /** 1…; beyond the last page is the last page. */
  side: number;
  /** Hits a page; PAGE_SIZE when left out. */
  pageSize?: number;
  /** Whether the counts are wanted; a map or a mail does without. */
  facets: boolean;
  /**
   * Whether what is only alike in meaning is wanted, too: where people look, never where something is counted, kept or
   * sent.
   */
  alike?: boolean;
  /** Whether only what fits wholly is wanted: see `fitting`. */
  exact?: boolean;
}

export interface FoundHit {
  id: string;
  /** Start of the earliest occurrence that meets the wishes: epoch milliseconds, UTC. */
  next: number;
  /** Metres from `naer`; null without it and for an online activity. */
  distance: number | null;
  /** Met by its words, or only near to them in meaning. */
  by: "literal" | "meaning";
}

/** For each facet value the total that choosing it would give. */
export interface Facets {
  tema: Record<string, number>;
  omraade: Record<string, number>;
  /** Weekdays, and `hverdag` and `weekend`. */
  dag: Record<string, number>;
  tid: Record<string, number>;
  /** Keys `gratis`, `50`, `100`. */
  pris: Record<string, number>;
  fakta: Record<string, number>;
}

export interface SearchResult {
  total: number;
  /** Those of the total that were met by words. */
  literal: number;
  /**
   * Those that fit wholly: each word is met as well as anywhere on the board, and what is online is at no place that was
   * asked for.
   */
  fitting: number;
  /** Folded words that no title, summary or name on the board meets as they were meant. */
  unmet: string[];
  /** Whether the words were met well enough to leave it at them: nothing was looked for by meaning. */
  byWordsAlone: boolean;
  page: number;
  hits: FoundHit[];
  facets: Facets | null;
  /** Folded words of the index that the query met, for highlighting. */
  matched: string[];
  engine: EngineName;
}

export type EngineName = "embedded" | "meilisearch";

/** Finds activities. `now` is epoch milliseconds: what has ended by then is not found. */
export interface SearchEngine {
  readonly name: EngineName;
  search(query: SearchQuery, now: number): Promise<SearchResult>;
  /** Resolves when every change that was in the outbox log at the call is searchable. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

/** A point of the map: one activity, several at one point, or a cluster of points. */
export type Pin =
  | { kind: "one"; id: string; lat: number; lng: number; next: number }
  | { kind: "same"; ids: string[]; nexts: number[]; lat: number; lng: number; count: number }
  | { kind: "cluster"; lat: number; lng: number; count: number };

export interface PinsResult {
  pins: Pin[];
  total: number;
}

/** What only the embedded engine answers: pins of all hits, and suggestions while typing. */
export interface MapAndSuggestions {
  /** All hits as pins: clustered by a grid when `zoom` is given, else unclustered, at most 5,000. */
  pins(query: SearchQuery, zoom: number | null, now: number): Promise<PinsResult>;
  suggest(words: string, now: number, limit: number): Promise<Suggestion[]>;
}
