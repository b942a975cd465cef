import { tokens } from "../analysis.ts";
import { float64At, int32At } from "../arrays.ts";
import { unasked } from "../audiences.ts";
import { PAGE_SIZE, type SearchQuery } from "../engine.ts";
import type { Meanings } from "./alike.ts";
import type { Columns } from "./columns.ts";
import { partsOf } from "./expand.ts";
import { togetherWith } from "./facet-counts.ts";
import { TITLE, TITLE_RELATED } from "./fields.ts";
import { type Filtered, filter } from "./filter.ts";
import type { IndexedWords } from "./indexed-words.ts";
import { asksForVolunteers, bearing, forOthers, hasAny, liftOf } from "./lifts.ts";
import { Matcher } from "./match.ts";
import { DEEP, type MergedRow, merged, WELL_MET } from "./merge.ts";
import type { Lexicon, Part } from "./part.ts";
import { onGlobe } from "./places.ts";
import { isOnlineAnywhere } from "./plan.ts";
import { tellingWords } from "../telling-words.ts";
import { Ranking } from "./top.ts";

const MINUTE = 60_000;
/** About what a name that fits adds to the score. */
const LIFT = 3;
/** How many lifts it is worth to bear the name of the place that was asked for. */
const NAMED = 1;
/** What puts a row that is for others alone after those that meet the words as well and are open to all. */
const UNASKED = 3;
/** What puts a row after all others: more than any score. */
const LAST = 1000;
/** With so many rows that meet all words, and some of them well, nothing is looked for by meaning. */
const ENOUGH = 20;
/** So many rows at most are added to those that the words found. */
const MOST_OTHERS = 10;
/** How much nearer what is for people in a situation that nobody spoke of must be. */
const FOR_OTHERS = 0.2;

/** What there is to search in. */
export interface Searched {
  readonly columns: Columns;
  readonly words: IndexedWords;
  readonly meanings: Meanings | null;
  readonly lexicon: Lexicon;
  /** Those that count online activities though no row lies there. */
  readonly areas: readonly string[];
}

/** What a search found: rows by words, rows by meaning (the nearest first), and how near any row is. */
export interface FoundRows extends Filtered {
  parts: readonly Part[];
  others: number[];
  near: ((row: number) => number) | null;
}

/** Finds rows and puts them in order. Holds numbers for every row: find one query at a time, and `clear` after it. */
export class Finder {
  private readonly searched: Searched;
  private readonly matcher = new Matcher();
  private readonly ranking = new Ranking();

  constructor(searched: Searched) {
    this.searched = searched;
  }

  /** The rows that meet a query at a moment. */
  find(query: SearchQuery, now: number): FoundRows {
    const { columns, words, lexicon, areas } = this.searched;
    const parts = partsOf(lexicon, query.q);
    columns.occurrences.at(Math.floor(now / MINUTE));
    const unwanted = query.not === "" ? null : this.titled(query.not);
    const all = parts.length > 0 ? this.matcher.match(columns, words, parts) : null;
    const wanted = unwanted ? this.rowsBut(all, unwanted) : all;
    const matched = query.exact && all ? (wanted ?? all).filter((row) => this.matcher.fits(row)) : wanted;
    const found = filter(columns, query, matched, areas);
    const near =
      query.alike && !query.exact && all && matched && query.sort === "relevans"
        ? this.nearness(tellingWords(query.q), all, unwanted)
        : null;
    if (!near) return { ...found, parts, others: [], near: null };
    const others = filter(columns, query, near.rows, areas);
    return {
      parts,
      rows: found.rows,
      next: found.next,
      facets: found.facets && others.facets && togetherWith(found.facets, others.facets, MOST_OTHERS),
      others: this.ranking.first(others.rows, MOST_OTHERS, columns, near.of, others.next),
      near: near.of,
    };
  }

  /** The page that a query asks for, or the last: rows by meaning stand among those by words. */
  page(query: SearchQuery, found: FoundRows): { page: number; rows: MergedRow[] } {
    const size = query.pageSize ?? PAGE_SIZE;
    const total = found.rows.length + found.others.length;
    const page = Math.max(1, Math.min(query.side, Math.ceil(total / size)));
    return { page, rows: this.merged(query, found, page * size).slice((page - 1) * size, page * size) };
  }

  /** Words that no row meets as they were meant. */
  get unmet(): string[] {
    return this.matcher.unmet.flatMap(({ marks }) => marks.slice(0, 1));
  }

  /** How many of the rows fit wholly. */
  fitting(query: SearchQuery, { parts, rows }: FoundRows): number {
    const { columns } = this.searched;
    const isPlaced = query.omraade.length > 0 || query.naer !== null;
    const isElsewhere = (row: number) => columns.placeOf(row).online && !isOnlineAnywhere({ ...query, exact: true });
    let many = 0;
    for (const row of rows)
      if ((parts.length === 0 || this.matcher.fits(row)) && !(isPlaced && isElsewhere(row))) many++;
    return many;
  }

  /** The first rows by words, in the order that the query asks for. */
  ranked(query: SearchQuery, found: FoundRows, most: number): number[] {
    return this.ranking.first(found.rows, most, this.searched.columns, this.scoring(query, found.parts), found.next);
  }

  /** The rows whose titles meet the words best at a moment. */
  byTitle(words: string, now: number, most: number): number[] {
    const { columns, lexicon } = this.searched;
    const { occurrences } = columns;
    occurrences.at(Math.floor(now / MINUTE));
    const rows = this.matcher.match(columns, this.searched.words, partsOf(lexicon, words), TITLE | TITLE_RELATED);
    return this.ranking.first(
      rows,
      most,
      columns,
      (row) => float64At(this.matcher.score, row),
      (row) => int32At(occurrences.earliest, row),
    );
  }

  /** Forgets what was found. */
  clear(): void {
    this.matcher.clear();
  }

  /** Rows whose titles hold one of the words. */
  private titled(unwanted: string): Int32Array {
    const { columns, words, lexicon } = this.searched;
    const rows = tokens(unwanted).flatMap((word) => {
      const found = this.matcher.match(columns, words, partsOf(lexicon, word), TITLE | TITLE_RELATED);
      const copy = [...found];
      this.matcher.clear();
      return copy;
    });
    return Int32Array.from(rows);
  }

  private rowsBut(rows: Int32Array | null, unwanted: Int32Array): Int32Array {
    const left = new Set(unwanted);
    const { count } = this.searched.columns;
    return (rows ?? Int32Array.from({ length: count }, (_, row) => row)).filter((row) => !left.has(row));
  }

  /** The rows near to a text that its words did not meet, whatever the wishes; none where the words did well enough. */
  private nearness(text: string, matched: Int32Array, unwanted: Int32Array | null): ReturnType<Meanings["nearTo"]> {
    const { columns, meanings } = this.searched;
    if (matched.length >= ENOUGH && this.matcher.meetsWell(matched, WELL_MET)) return null;
    return meanings?.nearTo(text, columns, matched, unwanted) ?? null;
  }

  /** The first rows in the order that the query asks for, those by meaning among those by words. */
  private merged(query: SearchQuery, found: FoundRows, most: number): MergedRow[] {
    const { columns } = this.searched;
    const { others, near } = found;
    const literal = this.ranked(query, found, near ? Math.max(most, DEEP) : most);
    if (!near) return literal.map((row) => ({ row, by: "literal" }));
    const [first] = literal;
    const share = first === undefined ? 0 : this.matcher.share(first);
    const isApart = forOthers(columns, query.lifts, (word) => this.speakOf(found.parts, word));
    return merged({
      literal,
      many: found.rows.length,
      others,
      share,
      nearness: (row) => near(row) - (isApart(row) ? FOR_OTHERS : 0),
      keepsPlace: (row) => this.matcher.isMetByWord(row),
    });
  }

  private speakOf(parts: readonly Part[], beginning: string): boolean {
    const { dictionary } = this.searched.words;
    return parts.some(({ alternatives }) =>
      alternatives.some(({ words }) => words.some((id) => dictionary.word(id).startsWith(beginning))),
    );
  }

  private scoring(query: SearchQuery, parts: readonly Part[]): (row: number) => number {
    const { columns, words } = this.searched;
    if (query.sort === "afstand" && query.naer) {
      const middle = onGlobe(query.naer);
      return (row) => (Number.isNaN(columns.lat[row]) ? Number.NEGATIVE_INFINITY : -columns.squaredLineTo(row, middle));
    }
    if (query.sort !== "relevans") return () => 0;
    const isThere = bearing(words, query.lifts.named ?? []);
    const fits = liftOf(columns, query.lifts);
    const lift = (row: number) => fits(row) + (isThere(row) ? NAMED : 0);
    const { score } = this.matcher;
    if (parts.length === 0) return lift;
    const isPost = asksForVolunteers(columns, query, (word) => this.speakOf(parts, word));
    const isClosed = hasAny(columns, unasked(query));
    const back = (row: number) =>
      this.matcher.isMetByWord(row) ? (isClosed(row) ? UNASKED : 0) : isPost(row) ? LAST : 0;
    return (row) => float64At(score, row) + LIFT * lift(row) - back(row);
  }
}
