import { float64At, int32At, uint32At, uint8At } from "../arrays.ts";
import type { Columns } from "./columns.ts";
import type { Alternative, Part } from "./part.ts";
import { FIELDS, STRONG_WEIGHTS, SUMMARY, TITLE, WEAK_WEIGHTS } from "./fields.ts";
import { FIELD_BITS, inBoth, type PostingList, type Postings } from "./postings.ts";

const NO_ROWS: PostingList = { postings: new Uint32Array(0), from: 0, to: 0 };
const FEW_HITS = 20;
/** More than any single word can score: rows that meet more words come first. */
const PER_WORD = 100;

/** Where words stand: in titles and names, and in running text. */
interface Fields {
  strong: Postings;
  weak: Postings;
}

/**
 * Rows that meet the words of a query, and how well. Holds numbers for every row: ask one query at a time, and `clear`
 * after it.
 */
export class Matcher {
  /** The score of each row that was met. */
  score = new Float64Array(0);
  /** The most that the parts could score, each met in a title; `share` goes by it. */
  private most = 0;
  private best = new Float64Array(0);
  /** 1 for a row that a word met as it was written, or another spelling or inflection of it. */
  private written = new Uint8Array(0);
  private met = new Uint8Array(0);
  /** How many parts a row meets as well as any row does, and whether the part in hand is among them. */
  private fit = new Uint8Array(0);
  private fitsPart = new Uint8Array(0);
  private parts = 0;
  /** Parts that no row meets as they were meant. */
  unmet: Part[] = [];
  /** Rows that the part in hand has met, and rows that any part has. */
  private rows = new Int32Array(0);
  private touched = new Int32Array(0);
  private many = 0;
  /** Whether the scores hold the bonus for each part that is met. */
  private isBonus = false;

  /**
   * The rows that meet all parts; under 20 of them also those that meet some, fewest missing first. Only what is
   * offered at the minute of the occurrences counts. `only` limits the strong postings to some fields, and leaves the
   * weak ones out.
   */
  match(columns: Columns, fields: Fields, parts: readonly Part[], only = 0): Int32Array {
    this.makeRoom(columns.count);
    this.parts = parts.length;
    this.unmet = [];
    for (const part of parts) this.meet(columns, fields, part, only);
    const complete = this.metBy(parts.length);
    if (complete.length >= FEW_HITS || parts.length === 1 || only > 0) return complete;
    const some = this.touched.slice(0, this.many);
    this.isBonus = true;
    for (const row of some) this.score[row]! += PER_WORD * uint8At(this.met, row);
    return some;
  }

  /** How well a row meets all parts together, from 0 to 1. */
  share(row: number): number {
    const score = float64At(this.score, row);
    return this.most === 0 ? 0 : (score - (this.isBonus ? PER_WORD * uint8At(this.met, row) : 0)) / this.most;
  }

  /** Whether some row meets all parts at least as well as `share`. */
  meetsWell(rows: Int32Array, share: number): boolean {
    return !this.isBonus && rows.some((row) => this.share(row) >= share);
  }

  /**
   * Whether a row meets every part as well as any row does: by what was meant where some row is met so, in its title,
   * its summary or a name; a description tells of much that is not done there.
   */
  fits(row: number): boolean {
    return this.fit[row] === this.parts;
  }

  /** Whether a word that was written met the row, and not only a need. */
  isMetByWord(row: number): boolean {
    return this.written[row] === 1;
  }

  private metBy(parts: number): Int32Array {
    const { met, touched } = this;
    const rows = new Int32Array(this.many);
    let n = 0;
    for (let i = 0; i < this.many; i++) if (met[int32At(touched, i)] === parts) rows[n++] = int32At(touched, i);
    return rows.subarray(0, n);
  }

  clear(): void {
    for (let i = 0; i < this.many; i++) {
      const row = int32At(this.touched, i);
      this.score[row] = 0;
      this.met[row] = 0;
      this.written[row] = 0;
      this.fit[row] = 0;
    }
    this.many = 0;
    this.most = 0;
    this.isBonus = false;
  }

  /** The best alternative of the part counts, times how rare the part is. */
  private meet(columns: Columns, fields: Fields, part: Part, only: number): void {
    let many = 0;
    for (const alternative of part.alternatives) {
      many = this.take(
        rowsOf(fields.strong, alternative),
        alternative,
        STRONG_WEIGHTS,
        only || FIELDS,
        columns.occurrences.slots,
        many,
      );
      if (only !== 0 || alternative.strongOnly) continue;
      many = this.take(
        rowsOf(fields.weak, alternative),
        alternative,
        WEAK_WEIGHTS,
        FIELDS,
        columns.occurrences.slots,
        many,
      );
    }
    const alive = columns.count - columns.dead;
    const rarity = 0.5 + 0.1 * Math.log(1 + (alive - many + 0.5) / (many + 0.5));
    const { best, met, rows, score, touched } = this;
    if (!this.settleFit(many)) this.unmet.push(part);
    this.most += float64At(STRONG_WEIGHTS, TITLE) * rarity;
    for (let i = 0; i < many; i++) {
      const row = int32At(rows, i);
      if (met[row] === 0) touched[this.many++] = row;
      met[row]!++;
      score[row]! += float64At(best, row) * rarity;
      best[row] = 0;
    }
  }

  /**
   * Counts the part in hand for the rows that meet it as it was meant; for all when none does. Answers whether any does.
   */
  private settleFit(many: number): boolean {
    const { fit, fitsPart, rows } = this;
    let isMet = false;
    for (let i = 0; i < many && !isMet; i++) isMet = fitsPart[int32At(rows, i)] === 1;
    for (let i = 0; i < many; i++) {
      const row = int32At(rows, i);
      if (!isMet || fitsPart[row] === 1) fit[row]!++;
      fitsPart[row] = 0;
    }
    return isMet;
  }

  /**
   * Takes in the postings of one alternative; answers how many rows the part has met so far. Rows without upcoming
   * slots are not offered.
   */
  private take(
    { postings, from, to }: PostingList,
    { weight, byNeed, how }: Alternative,
    fieldWeights: Float64Array,
    allowed: number,
    slots: Int32Array,
    before: number,
  ): number {
    const { best, fitsPart, rows, written } = this;
    const telling = how === "loose" ? 0 : fieldWeights === STRONG_WEIGHTS ? FIELDS : SUMMARY;
    let many = before;
    for (let i = from; i < to; i++) {
      const posting = uint32At(postings, i);
      const score = weight * float64At(fieldWeights, posting & allowed);
      const row = posting >>> FIELD_BITS;
      const known = float64At(best, row);
      const isMeant = (posting & telling) !== 0;
      if (isMeant && known > 0) fitsPart[row] = 1;
      if (score <= known) continue;
      if (known === 0) {
        if (slots[row] === 0) continue;
        rows[many++] = row;
      }
      best[row] = score;
      if (isMeant) fitsPart[row] = 1;
      if (!byNeed && fieldWeights === STRONG_WEIGHTS) written[row] = 1;
    }
    return many;
  }

  private makeRoom(rows: number): void {
    if (this.score.length >= rows) return;
    const room = Math.ceil(rows * 1.2) + 64;
    this.score = new Float64Array(room);
    this.best = new Float64Array(room);
    this.met = new Uint8Array(room);
    this.written = new Uint8Array(room);
    this.fit = new Uint8Array(room);
    this.fitsPart = new Uint8Array(room);
    this.rows = new Int32Array(room);
    this.touched = new Int32Array(room);
  }
}

/** The postings of an alternative; of several words those rows that hold them all, with the fields of the first. */
function rowsOf(postings: Postings, { words }: Alternative): PostingList {
  let rows: PostingList | null = null;
  for (const word of words) rows = rows ? inBoth(rows, postings.of(word)) : postings.of(word);
  return rows ?? NO_ROWS;
}
