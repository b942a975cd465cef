import { joinedWords, relatedWords, tokens, wordsOf } from "../analysis.ts";
import type { SearchDocument } from "../document.ts";
import type { LatLng } from "../../src/shared/point.ts";
import type { Suggestion } from "../../src/shared/suggestion.ts";
import { type Lifts, PAGE_SIZE, type PinsResult, type SearchQuery, type SearchResult } from "../engine.ts";
import { DEFAULT_LEXICON } from "../lexicon/needs.ts";
import type { MeaningTable } from "../meaning/table.ts";
import type { Need } from "../synonyms.ts";
import { STOP_WORDS } from "../words.ts";
import { Meanings, NEAR, NEAR_ALONE, nearest } from "./alike.ts";
import type { Bits } from "./bits.ts";
import { Columns } from "./columns.ts";
import { partsOf } from "./expand.ts";
import { togetherWith } from "./facet-counts.ts";
import { type Filtered, filter } from "./filter.ts";
import { DEEP, type MergedRow, merged, WELL_MET } from "./merge.ts";
import { BODY, BODY_RELATED, type Fields, Matcher, NAMES, TITLE, TITLE_RELATED } from "./match.ts";
import type { Name } from "./names.ts";
import { gridPins, singlePins } from "./pins.ts";
import { metresOf, onGlobe } from "./places.ts";
import type { Lexicon, Part } from "./part.ts";
import { FIELD_BITS, Postings } from "./postings.ts";
import { type KnownName, knownName, suggestNames, suggestWords } from "./suggest.ts";
import { tellingWords } from "./telling-words.ts";
import { Thesaurus } from "./thesaurus.ts";
import { Ranking } from "./top.ts";
import { Dictionary } from "./dictionary.ts";

const MINUTE = 60_000;
const MOST_SINGLE_PINS = 5_000;
const MOST_MATCHED = 64;
/** About what a name that fits adds to the score. */
const LIFT = 3;
/** How many lifts it takes to outweigh a fact that fits less well. */
const AWAY = 4;
const MOST_ANALYSED = 50_000;
const FEW_DEAD = 1_000;

/** With so many rows that meet all words, and some of them well, nothing is looked for by meaning. */
const ENOUGH = 20;
/** So many of the nearest rows at most are asked whether they meet the wishes. */
const MOST_NEAR = 2_000;
/** So many rows at most are added to those that the words found. */
const MOST_OTHERS = 10;

/** Facts of activities for people in one situation, each with the word that speaks of it. */
const CIRCLES = { sorg: "sorg", sygdom: "syg", paaroerende: "paaroerende", frivillige: "frivillig" };
/** How much nearer such an activity must be to others. */
const FOR_OTHERS = 0.2;

/** What a search found: rows by words, rows by meaning (the nearest first), and how near any row is. */
interface FoundRows extends Filtered {
  others: number[];
  near: ((row: number) => number) | null;
}

/** Numbers of the dictionary for one written word: itself, and its stem and parts. */
interface Analysed {
  word: number;
  related: number[];
}

/**
 * The whole index in memory: what can be found, counted, pinned and suggested. Keeps titles and ids, but no other text.
 */
export class EmbeddedIndex {
  private columns = new Columns();
  private readonly fields: Fields = { strong: new Postings(), weak: new Postings() };
  private dictionary = new Dictionary();
  private thesaurus = new Thesaurus([], DEFAULT_LEXICON);
  private names: KnownName[] = [];
  private areas: string[] = [];
  private readonly rowOf = new Map<string, number>();
  private readonly matcher = new Matcher();
  private readonly ranking = new Ranking();
  private readonly analysed = new Map<string, Analysed>();
  /** The fields of each word in the document that is being put. */
  private readonly strongFields = new Map<number, number>();
  private readonly weakFields = new Map<number, number>();

  private readonly fewDead: number;
  private readonly meaning: MeaningTable | undefined;
  private readonly meanings: Meanings | null;

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

  /** Adds a document, or puts it in the place of the one with its id. */
  put(doc: SearchDocument): void {
    this.remove(doc.id);
    const row = this.columns.add(doc);
    this.rowOf.set(doc.id, row);
    this.meanings?.put(row, doc);
    this.note(this.strongFields, doc.title, TITLE, TITLE_RELATED);
    for (const name of doc.names) this.note(this.strongFields, name, NAMES, NAMES);
    this.note(this.weakFields, doc.summary, BODY, BODY_RELATED);
    this.note(this.weakFields, doc.description, BODY, BODY_RELATED);
    write(this.strongFields, this.fields.strong, row);
    write(this.weakFields, this.fields.weak, row);
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
    this.dictionary.settle();
    this.fields.strong.layOut(null, null);
    this.fields.weak.layOut(null, null);
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
    const parts = partsOf(this.lexicon, query.q);
    const found = this.find(query, parts, now);
    const total = found.rows.length + found.others.length;
    const size = query.pageSize ?? PAGE_SIZE;
    const page = Math.max(1, Math.min(query.side, Math.ceil(total / size)));
    const hits = this.merged(query, parts, found, page * size).slice((page - 1) * size, page * size);
    this.matcher.clear();
    return {
      total,
      literal: found.rows.length,
      byWordsAlone: found.near === null,
      page,
      hits: hits.map(({ row, by }) => ({
        id: this.columns.ids[row] as string,
        next: found.next(row) * MINUTE,
        distance: this.metresFrom(row, query.naer),
        by,
      })),
      facets: found.facets,
      matched: [...new Set(parts.flatMap((part) => part.marks))].slice(0, MOST_MATCHED),
      engine: "embedded",
    };
  }

  /** All hits on the map: a grid of pins with a zoom, else each point, at most 5,000 activities. */
  pins(query: SearchQuery, zoom: number | null, now: number): PinsResult {
    const parts = partsOf(this.lexicon, query.q);
    const found = this.find({ ...query, facets: false }, parts, now);
    const all = Int32Array.from([...found.rows, ...found.others]);
    const total = all.length;
    const rows = zoom === null && total > MOST_SINGLE_PINS ? this.ranked(query, parts, found, MOST_SINGLE_PINS) : all;
    const pins =
      zoom === null ? singlePins(this.columns, rows, found.next) : gridPins(this.columns, rows, zoom, found.next);
    this.matcher.clear();
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
    const { ids, titles, occurrences } = this.columns;
    occurrences.at(Math.floor(now / MINUTE));
    const rows = this.matcher.match(this.columns, this.fields, partsOf(this.lexicon, words), TITLE | TITLE_RELATED);
    const best = this.ranking.first(
      rows,
      4 * limit,
      this.columns,
      (row) => this.matcher.score[row] as number,
      (row) => occurrences.earliest[row] as number,
    );
    this.matcher.clear();
    const rowOfTitle = new Map<string, number>();
    for (const row of best) if (!rowOfTitle.has(titles[row] as string)) rowOfTitle.set(titles[row] as string, row);
    return Array.from(rowOfTitle, ([label, row]): Suggestion => ({
      kind: "activity",
      label,
      value: ids[row] as string,
    })).slice(0, limit);
  }

  private get lexicon(): Lexicon {
    return {
      dictionary: this.dictionary,
      thesaurus: this.thesaurus,
      rowsWith: (word, enough) => this.rowsWith(word, enough),
      isWord: (word) => this.meaning?.has(word) ?? false,
      isInTitles: (word) => this.fields.strong.has(word),
    };
  }

  private rowsWith(word: number, enough: number): number {
    let many = 0;
    for (const postings of [this.fields.strong, this.fields.weak]) {
      const list = postings.of(word);
      for (let i = list.from; i < list.to && many < enough; i++)
        many += this.columns.live[(list.postings[i] as number) >>> FIELD_BITS] as number;
    }
    return many;
  }

  private find(query: SearchQuery, parts: readonly Part[], now: number): FoundRows {
    this.columns.occurrences.at(Math.floor(now / MINUTE));
    const unwanted = query.not === "" ? null : this.titled(query.not);
    const all = parts.length > 0 ? this.matcher.match(this.columns, this.fields, parts) : null;
    const matched = unwanted ? this.rowsBut(all, unwanted) : all;
    const found = filter(this.columns, query, matched, this.areas);
    const near =
      query.alike && all && matched && query.sort === "relevans"
        ? this.nearness(tellingWords(query.q), all, unwanted)
        : null;
    if (!near) return { ...found, others: [], near: null };
    const others = filter(this.columns, query, near.rows, this.areas);
    return {
      rows: found.rows,
      next: found.next,
      facets: found.facets && others.facets && togetherWith(found.facets, others.facets, MOST_OTHERS),
      others: this.ranking.first(others.rows, MOST_OTHERS, this.columns, near.of, others.next),
      near: near.of,
    };
  }

  /** Rows whose titles hold one of the words. */
  private titled(words: string): Int32Array {
    const rows = tokens(words).flatMap((word) => {
      const found = this.matcher.match(this.columns, this.fields, partsOf(this.lexicon, word), TITLE | TITLE_RELATED);
      const copy = [...found];
      this.matcher.clear();
      return copy;
    });
    return Int32Array.from(rows);
  }

  private rowsBut(rows: Int32Array | null, unwanted: Int32Array): Int32Array {
    const left = new Set(unwanted);
    return (rows ?? Int32Array.from({ length: this.columns.count }, (_, row) => row)).filter((row) => !left.has(row));
  }

  /** The rows near to a text that its words did not meet, whatever the wishes; none where the words did well enough. */
  private nearness(
    text: string,
    matched: Int32Array,
    unwanted: Int32Array | null,
  ): { rows: Int32Array; of(row: number): number } | null {
    if (matched.length >= ENOUGH && this.matcher.meetsWell(matched, WELL_MET)) return null;
    const near = this.meanings?.nearness(text, this.columns.count);
    if (!near) return null;
    const isLeftOut = new Uint8Array(this.columns.count);
    for (const rows of [matched, unwanted]) for (const row of rows ?? []) isLeftOut[row] = 1;
    for (let row = 0; row < near.length; row++) if (this.columns.live[row] === 0) isLeftOut[row] = 1;
    const rows = nearest(near, isLeftOut, matched.length > 0 ? NEAR : NEAR_ALONE, MOST_NEAR);
    return { rows, of: (row) => near[row] as number };
  }

  /** The first rows in the order that the query asks for, those by meaning among those by words. */
  private merged(query: SearchQuery, parts: readonly Part[], found: FoundRows, most: number): MergedRow[] {
    const { others, near } = found;
    const literal = this.ranked(query, parts, found, near ? Math.max(most, DEEP) : most);
    if (!near) return literal.map((row) => ({ row, by: "literal" }));
    const share = literal.length > 0 ? this.matcher.share(literal[0] as number) : 0;
    const isApart = this.forOthers(query.lifts, parts);
    return merged({
      literal,
      many: found.rows.length,
      others,
      share,
      nearness: (row) => near(row) - (isApart(row) ? FOR_OTHERS : 0),
      keepsPlace: (row) => this.matcher.isMetByWord(row),
    });
  }

  /** Whether a row is for the bereaved, the ill, their kin or volunteers, of whom the words do not speak. */
  private forOthers({ fakta }: Lifts, parts: readonly Part[]): (row: number) => boolean {
    const spokenOf = (word: string) =>
      parts.some(({ alternatives }) =>
        alternatives.some(({ words }) => words.some((id) => this.dictionary.word(id).startsWith(word))),
      );
    const masks = Object.entries(CIRCLES)
      .filter(([fact, word]) => !fakta.includes(fact) && !spokenOf(word))
      .map(([fact]) => this.columns.facts.masks([fact]).masks);
    return (row) => masks.some((mask) => mask.some((bits) => bits !== 0) && this.columns.facts.holdsAny(row, mask));
  }

  /** The first rows by words, in the order that the query asks for. The matcher still holds its scores. */
  private ranked(query: SearchQuery, parts: readonly Part[], found: Filtered, most: number): number[] {
    return this.ranking.first(found.rows, most, this.columns, this.scoring(query, parts), found.next);
  }

  private scoring(query: SearchQuery, parts: readonly Part[]): (row: number) => number {
    if (query.sort === "afstand" && query.naer) {
      const middle = onGlobe(query.naer);
      return (row) =>
        Number.isNaN(this.columns.lat[row]) ? Number.NEGATIVE_INFINITY : -this.columns.squaredLineTo(row, middle);
    }
    if (query.sort !== "relevans") return () => 0;
    const lift = liftOf(this.columns, query.lifts);
    const { score } = this.matcher;
    return parts.length > 0 ? (row) => (score[row] as number) + LIFT * lift(row) : (row) => lift(row);
  }

  /** Whole metres from where the search is near to; null without it, and for a row without a point. */
  private metresFrom(row: number, near: LatLng | null): number | null {
    if (!near || Number.isNaN(this.columns.lat[row])) return null;
    return Math.round(metresOf(this.columns.squaredLineTo(row, onGlobe(near))));
  }

  /** Notes a text's words for the document that is being put; stop words of running text are left out. */
  private note(fields: Map<number, number>, text: string, itself: number, related: number): void {
    for (const { surface, folded } of wordsOf(text)) {
      if (itself === BODY && fields === this.weakFields && STOP_WORDS.has(folded)) continue;
      const known = this.analysed.get(surface) ?? this.analyse(surface, folded);
      fields.set(known.word, (fields.get(known.word) ?? 0) | itself);
      for (const word of known.related) fields.set(word, (fields.get(word) ?? 0) | related);
    }
    for (const word of joinedWords(text)) {
      const id = this.dictionary.add(word);
      fields.set(id, (fields.get(id) ?? 0) | related);
    }
  }

  private analyse(surface: string, folded: string): Analysed {
    if (this.analysed.size >= MOST_ANALYSED) this.analysed.clear();
    const word = this.dictionary.add(folded);
    this.dictionary.noteSpelling(word, surface);
    const analysed = { word, related: relatedWords(folded).map((other) => this.dictionary.add(other)) };
    this.analysed.set(surface, analysed);
    return analysed;
  }

  /** Renumbers rows and words without the dead ones. */
  private compact(): void {
    const { columns } = this;
    const newRows = new Int32Array(columns.count).fill(-1);
    const kept: number[] = [];
    for (let row = 0; row < columns.count; row++) if (columns.live[row] === 1) newRows[row] = kept.push(row) - 1;
    const newWords = this.keepWords(newRows);
    for (const postings of [this.fields.strong, this.fields.weak]) postings.layOut(newRows, newWords);
    columns.keep(Int32Array.from(kept));
    this.meanings?.keep(Int32Array.from(kept));
    for (const [id, row] of this.rowOf) this.rowOf.set(id, newRows[row] as number);
  }

  /** Keeps the words that live rows hold; answers their new numbers. */
  private keepWords(newRows: Int32Array): Int32Array {
    const newWords = new Int32Array(this.dictionary.size).fill(-1);
    const kept: number[] = [];
    for (const postings of [this.fields.strong, this.fields.weak]) {
      postings.forEach((word, posting) => {
        if (newRows[posting >>> FIELD_BITS] !== -1) newWords[word] = 0;
      });
    }
    for (let word = 0; word < newWords.length; word++) if (newWords[word] === 0) newWords[word] = kept.push(word) - 1;
    this.dictionary = this.dictionary.only(kept);
    this.analysed.clear();
    return newWords;
  }
}

/** How many of the lifts a row fits. */
function liftOf(columns: Columns, lifts: Lifts): (row: number) => number {
  const areas = Uint8Array.from(columns.places, (place) =>
    place.values.some((value) => lifts.omraade.includes(value)) ? 1 : 0,
  );
  const of = (bits: Bits, names: readonly string[]) => names.map((name) => bits.masks([name]).masks);
  const themes = of(columns.themes, lifts.tema);
  const facts = of(columns.facts, lifts.fakta);
  const away = of(columns.facts, lifts.away ?? []);
  return (row) => {
    let fits = areas[columns.place[row] as number] as number;
    for (const mask of themes) if (columns.themes.holdsAny(row, mask)) fits += 1;
    for (const mask of facts) if (columns.facts.holdsAny(row, mask)) fits += 1;
    for (const mask of away) if (columns.facts.holdsAny(row, mask)) fits -= AWAY;
    return fits;
  };
}

function write(fields: Map<number, number>, postings: Postings, row: number): void {
  for (const [word, bits] of fields) postings.add(word, row, bits);
  fields.clear();
}
