import { tokens } from "../analysis.ts";
import { int32At, itemAt } from "../arrays.ts";
import type { SearchDocument } from "../document.ts";
import type { LatLng } from "../../src/shared/point.ts";
import type { Suggestion } from "../../src/shared/suggestion.ts";
import type { PinsResult, SearchQuery, SearchResult } from "../engine.ts";
import { DEFAULT_LEXICON } from "../lexicon/needs.ts";
import type { MeaningTable } from "../meaning/table.ts";
import type { Need } from "../synonyms.ts";
import { Meanings } from "./alike.ts";
import { Columns } from "./columns.ts";
import { Finder, type Searched } from "./finder.ts";
import { IndexedWords } from "./indexed-words.ts";
import type { Name } from "./names.ts";
import type { Lexicon } from "./part.ts";
import { gridPins, singlePins } from "./pins.ts";
import { metresOf, onGlobe } from "./places.ts";
import { type KnownName, knownName, suggestNames, suggestWords } from "./suggest.ts";
import { Thesaurus } from "./thesaurus.ts";

const MINUTE = 60_000;
const MOST_SINGLE_PINS = 5_000;
const MOST_MATCHED = 64;
const FEW_DEAD = 1_000;

/**
 * The whole index in memory: what can be found, counted, pinned and suggested. Keeps titles and ids, but no other text.
 */
export class EmbeddedIndex implements Searched {
  readonly columns = new Columns();
  readonly words = new IndexedWords();
  readonly meanings: Meanings | null;
  /** Online activities count in every one of them. */
  areas: string[] = [];
  private thesaurus = new Thesaurus([], DEFAULT_LEXICON);
  private names: KnownName[] = [];
  private readonly rowOf = new Map<string, number>();
  private readonly fewDead: number;
  private readonly meaning: MeaningTable | undefined;
  private readonly finder = new Finder(this);

  /**
   * Up to `fewDead` removed rows, and up to half of all, are left where they are. Without a table of `meaning` nothing
   * is found by it.
   */
  constructor({ fewDead = FEW_DEAD, meaning }: { fewDead?: number; meaning?: MeaningTable } = {}) {
    this.fewDead = fewDead;
    this.meaning = meaning;
    this.meanings = meaning ? new Meanings(meaning) : null;
  }

  get size(): number {
    return this.rowOf.size;
  }

  /** What the words of a query are looked up in. */
  get lexicon(): Lexicon {
    return {
      dictionary: this.words.dictionary,
      thesaurus: this.thesaurus,
      rowsWith: (word, enough) => this.words.rowsWith(word, this.columns.live, enough),
      isWord: (word) => this.meaning?.has(word) ?? false,
      alike: (word, other) => this.meaning?.nearness(word, other) ?? 0,
      isInTitles: (word) => this.words.strong.has(word),
    };
  }

  /** Adds a document, or puts it in the place of the one with its id. */
  put(doc: SearchDocument): void {
    this.remove(doc.id);
    const row = this.columns.add(doc);
    this.rowOf.set(doc.id, row);
    this.meanings?.put(row, doc);
    this.words.put(row, doc);
  }

  /** Removes a document; what is not there is no fault. */
  remove(id: string): void {
    const row = this.rowOf.get(id);
    if (row === undefined) return;
    this.rowOf.delete(id);
    this.columns.remove(row);
    if (this.columns.dead > Math.max(this.fewDead, this.size >> 1)) this.compact();
  }

  /** To be called after many were put: what was written in haste is laid out to be read quickly. */
  settle(): void {
    this.words.settle();
  }

  /** Groups of words and phrases that find each other, and words for a need. */
  setSynonyms(groups: readonly (readonly string[])[], needs: readonly Need[] = DEFAULT_LEXICON): void {
    this.thesaurus = new Thesaurus(groups, needs);
  }

  /** Themes and areas to be suggested; online activities count in every area among them. */
  setNames(names: readonly Name[]): void {
    this.names = names.map(knownName);
    this.areas = [...new Set(names.filter((name) => name.kind === "area").map((name) => name.value))];
  }

  search(query: SearchQuery, now: number): SearchResult {
    const found = this.finder.find(query, now);
    const { page, rows } = this.finder.page(query, found);
    const fitting = this.finder.fitting(query, found);
    const unmet = found.parts.length > 0 ? this.finder.unmet : [];
    this.finder.clear();
    return {
      total: found.rows.length + found.others.length,
      literal: found.rows.length,
      fitting,
      unmet,
      byWordsAlone: found.near === null,
      page,
      hits: rows.map(({ row, by }) => ({
        id: itemAt(this.columns.ids, row),
        next: found.next(row) * MINUTE,
        distance: this.metresFrom(row, query.naer),
        by,
      })),
      facets: found.facets,
      matched: [...new Set(found.parts.flatMap((part) => part.marks))].slice(0, MOST_MATCHED),
      engine: "embedded",
    };
  }

  /** All hits on the map: a grid of pins with a zoom, else each point, at most 5,000 activities. */
  pins(query: SearchQuery, zoom: number | null, now: number): PinsResult {
    const found = this.finder.find({ ...query, facets: false }, now);
    const total = found.rows.length + found.others.length;
    const all = new Int32Array(total);
    all.set(found.rows);
    all.set(found.others, found.rows.length);
    const few = () => (total > MOST_SINGLE_PINS ? this.finder.ranked(query, found, MOST_SINGLE_PINS) : all);
    const pins =
      zoom === null ? singlePins(this.columns, few(), found.next) : gridPins(this.columns, all, zoom, found.next);
    this.finder.clear();
    return { pins, total };
  }

  /** Names, then corrected words, then activities by their titles; for a single letter names alone. */
  suggest(words: string, now: number, limit: number): Suggestion[] {
    const typed = tokens(words.slice(0, 100));
    if (typed.length === 0) return [];
    const names = suggestNames(this.names, typed);
    if (typed.length === 1 && typed[0]?.length === 1) return names.slice(0, limit);
    return [...names, ...suggestWords(this.lexicon, typed), ...this.suggestTitles(words, now, limit)].slice(0, limit);
  }

  /** Titles that hold the words; equal ones once. */
  private suggestTitles(words: string, now: number, limit: number): Suggestion[] {
    const { ids, titles } = this.columns;
    const best = this.finder.byTitle(words, now, 4 * limit);
    this.finder.clear();
    const rowOfTitle = new Map<string, number>();
    for (const row of best) {
      const title = itemAt(titles, row);
      if (!rowOfTitle.has(title)) rowOfTitle.set(title, row);
    }
    return Array.from(rowOfTitle, ([label, row]): Suggestion => ({
      kind: "activity",
      label,
      value: itemAt(ids, row),
    })).slice(0, limit);
  }

  /** Whole metres from where the search is near to; null without it, and for a row without a point. */
  private metresFrom(row: number, near: LatLng | null): number | null {
    if (!near || Number.isNaN(this.columns.lat[row])) return null;
    return Math.round(metresOf(this.columns.squaredLineTo(row, onGlobe(near))));
  }

  /** Renumbers rows and words without the dead ones. */
  private compact(): void {
    const { columns } = this;
    const newRows = new Int32Array(columns.count).fill(-1);
    const kept: number[] = [];
    for (let row = 0; row < columns.count; row++) if (columns.live[row] === 1) newRows[row] = kept.push(row) - 1;
    this.words.keep(newRows);
    columns.keep(Int32Array.from(kept));
    this.meanings?.keep(Int32Array.from(kept));
    for (const [id, row] of this.rowOf) this.rowOf.set(id, int32At(newRows, row));
  }
}
