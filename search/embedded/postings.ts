import { int32At, uint32At } from "../arrays.ts";
import { withRoomFor } from "./growable.ts";

/** Bits of a posting that say in which fields of the row the word stands; the row is above them. */
export const FIELD_BITS = 3;
/** A part of an array of postings. */
export interface PostingList {
  postings: Uint32Array;
  from: number;
  to: number;
}

const FEW = 16_384;
const NONE = -1;

/**
 * For each word the rows that hold it, in order of row. New ones are chained until they are many enough to be laid out
 * anew.
 */
export class Postings {
  private laidOut = new Uint32Array(0);
  /** Where a word's postings begin in `laidOut`; they end where the next word's begin. */
  private starts = new Uint32Array(1);
  private chained = 0;
  private chainedWord = new Uint32Array(64);
  private chainedPosting = new Uint32Array(64);
  private chainedBefore = new Int32Array(64);
  /** The newest chained posting of each word, counted from 1; 0 when there is none. */
  private newest = new Uint32Array(64);

  add(word: number, row: number, fields: number): void {
    const at = this.chained++;
    this.chainedWord = withRoomFor(this.chainedWord, this.chained);
    this.chainedPosting = withRoomFor(this.chainedPosting, this.chained);
    this.chainedBefore = withRoomFor(this.chainedBefore, this.chained);
    this.newest = withRoomFor(this.newest, word + 1);
    this.chainedWord[at] = word;
    this.chainedPosting[at] = (row << FIELD_BITS) | fields;
    this.chainedBefore[at] = uint32At(this.newest, word) - 1;
    this.newest[word] = at + 1;
    if (this.chained > Math.max(FEW, this.laidOut.length >> 4)) this.layOut(null, null);
  }

  /** The postings of a word, `row << FIELD_BITS | fields`, rows ascending. Not to be changed. */
  of(word: number): PostingList {
    const from = this.starts[word] ?? 0;
    const to = this.starts[word + 1] ?? from;
    const chain = this.newest[word] ?? 0;
    return chain === 0 ? { postings: this.laidOut, from, to } : this.withChain(from, to, chain - 1);
  }

  private withChain(from: number, to: number, newest: number): PostingList {
    let length = to - from;
    for (let at = newest; at !== NONE; at = int32At(this.chainedBefore, at)) length += 1;
    const postings = new Uint32Array(length);
    postings.set(this.laidOut.subarray(from, to));
    let place = length;
    for (let at = newest; at !== NONE; at = int32At(this.chainedBefore, at))
      postings[--place] = uint32At(this.chainedPosting, at);
    return { postings, from: 0, to: length };
  }

  has(word: number): boolean {
    return (this.newest[word] ?? 0) > 0 || (this.starts[word + 1] ?? 0) > (this.starts[word] ?? 0);
  }

  /** How many postings there are, those of removed rows among them. */
  get length(): number {
    return this.laidOut.length + this.chained;
  }

  /**
   * Lays all postings out word by word. With maps (old number → new one, -1 for what is gone; both ascending), rows and
   * words are renumbered and the postings of removed rows are dropped.
   */
  layOut(newRows: Int32Array | null, newWords: Int32Array | null): void {
    const words = Math.max(this.starts.length - 1, this.newest.length);
    const starts = this.newStarts(words, newRows, newWords);
    const next = starts.slice();
    const laidOut = new Uint32Array(uint32At(starts, words));
    const place = (word: number, posting: number) => {
      const row = newRows ? int32At(newRows, posting >>> FIELD_BITS) : posting >>> FIELD_BITS;
      if (row === NONE) return;
      const at = newWords ? int32At(newWords, word) : word;
      laidOut[next[at]!++] = (row << FIELD_BITS) | (posting & ((1 << FIELD_BITS) - 1));
    };
    this.forEach(place);
    this.laidOut = laidOut;
    this.starts = starts;
    this.chained = 0;
    this.newest.fill(0);
  }

  private newStarts(words: number, newRows: Int32Array | null, newWords: Int32Array | null): Uint32Array<ArrayBuffer> {
    const starts = new Uint32Array(words + 1);
    this.forEach((word, posting) => {
      if (newRows && newRows[posting >>> FIELD_BITS] === NONE) return;
      starts[(newWords ? int32At(newWords, word) : word) + 1]!++;
    });
    for (let word = 0; word < words; word++) starts[word + 1] = uint32At(starts, word + 1) + uint32At(starts, word);
    return starts;
  }

  /** All postings, the rows of each word ascending. */
  forEach(use: (word: number, posting: number) => void): void {
    for (let word = 0; word + 1 < this.starts.length; word++) {
      const end = uint32At(this.starts, word + 1);
      for (let at = uint32At(this.starts, word); at < end; at++) use(word, uint32At(this.laidOut, at));
    }
    for (let at = 0; at < this.chained; at++) use(uint32At(this.chainedWord, at), uint32At(this.chainedPosting, at));
  }
}

/** The rows of both lists, with the fields of the first. */
export function inBoth(some: PostingList, others: PostingList): PostingList {
  const postings = new Uint32Array(Math.min(some.to - some.from, others.to - others.from));
  let to = 0;
  for (let i = some.from, j = others.from; i < some.to && j < others.to;) {
    const row = uint32At(some.postings, i) >>> FIELD_BITS;
    const other = uint32At(others.postings, j) >>> FIELD_BITS;
    if (row === other) postings[to++] = uint32At(some.postings, i);
    if (row <= other) i++;
    if (other <= row) j++;
  }
  return { postings, from: 0, to };
}
