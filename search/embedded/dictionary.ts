import { distance, skeleton } from "../analysis.ts";
import { withRoomFor } from "./growable.ts";
import { bitsIn, lettersOf } from "./letters.ts";

/**
 * A word of the dictionary near a typed one; `distance` counts typing errors, half an error more for another first
 * letter.
 */
export interface NearWord {
  id: number;
  distance: number;
}

const NEWEST = 512;
const NOT_LATIN = /[^\u0000-\u00ff]/;

/** All words of the index: a number each, and ways to find them by beginning, inside, skeleton and typing errors. */
export class Dictionary {
  size = 0;
  private readonly ids = new Map<string, number>();
  private readonly words: string[] = [];
  /** How a word is spelt, where that differs from its folded form. */
  private readonly spellings = new Map<number, string>();
  /** Words that share a skeleton other than themselves. */
  private readonly skeletons = new Map<string, number[]>();
  private letters = new Int32Array(1024);
  private lengths = new Uint8Array(1024);
  /** 1 for what somebody wrote, 0 for stems and parts. */
  private written = new Uint8Array(1024);
  /** Word numbers in alphabetical order; those from `sorted.length` on are too new to be among them. */
  private sorted = new Int32Array(0);
  /** The same words in order of number, each between line breaks, to look inside them all at once. */
  private text = "\n";
  private textStarts = new Int32Array(1024);

  /** The number of a word, a new one when it is not known yet. */
  add(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.size++;
    this.ids.set(word, id);
    this.words.push(word);
    this.letters = withRoomFor(this.letters, this.size);
    this.lengths = withRoomFor(this.lengths, this.size);
    this.written = withRoomFor(this.written, this.size);
    this.letters[id] = lettersOf(word);
    this.lengths[id] = word.length;
    this.noteSkeleton(word, id);
    if (this.size - this.sorted.length > Math.max(NEWEST, this.sorted.length >> 3)) this.settle();
    return id;
  }

  /** Notes that somebody wrote this word, and how. */
  noteSpelling(id: number, surface: string): void {
    if (this.written[id] === 1 && !this.spellings.has(id)) return;
    if (this.written[id] === 0) this.written[id] = 1;
    else if (surface !== this.words[id]) return;
    if (surface === this.words[id]) this.spellings.delete(id);
    else this.spellings.set(id, surface);
  }

  find(word: string): number | undefined {
    return this.ids.get(word);
  }

  word(id: number): string {
    return this.words[id] as string;
  }

  /** The word as people write it. */
  spelling(id: number): string {
    return this.spellings.get(id) ?? this.word(id);
  }

  isWritten(id: number): boolean {
    return this.written[id] === 1;
  }

  /** A dictionary of these words alone, in that order. */
  only(ids: Iterable<number>): Dictionary {
    const kept = new Dictionary();
    for (const id of ids) {
      const copy = kept.add(this.word(id));
      if (this.isWritten(id)) kept.noteSpelling(copy, this.spelling(id));
    }
    return kept;
  }

  withSkeletonOf(word: string): number[] {
    const shared = skeleton(word);
    const itself = this.ids.get(shared);
    const others = this.skeletons.get(shared) ?? [];
    return itself === undefined ? others : [...others, itself];
  }

  beginningWith(beginning: string): number[] {
    const found = Array.from(this.sorted.subarray(this.placeOf(beginning), this.placeOf(`${beginning}\uffff`)));
    for (let id = this.sorted.length; id < this.size; id++) if (this.word(id).startsWith(beginning)) found.push(id);
    return found;
  }

  /** Words that hold the part, but not at their beginning; the first `most` of them. */
  holding(part: string, most: number): number[] {
    const found: number[] = [];
    for (
      let at = this.text.indexOf(part);
      at >= 0 && found.length < most;
      at = this.text.indexOf(part, at + part.length)
    ) {
      const id = this.idAt(at);
      if (at !== this.textStarts[id] && found.at(-1) !== id) found.push(id);
    }
    for (let id = this.sorted.length; id < this.size && found.length < most; id++)
      if (this.word(id).indexOf(part, 1) > 0) found.push(id);
    return found;
  }

  /** Words at most `errors` typing errors away, but not the word itself. With `openEnd` words that begin like it. */
  near(typed: string, errors: number, openEnd: boolean): NearWord[] {
    const found: NearWord[] = [];
    const letters = lettersOf(typed);
    for (let id = 0; id < this.size; id++) {
      const longer = (this.lengths[id] as number) - typed.length;
      if (longer < -errors || (longer > errors && !openEnd)) continue;
      const others = this.letters[id] as number;
      if (bitsIn(letters & ~others) > errors || (!openEnd && bitsIn(others & ~letters) > errors)) continue;
      const word = this.word(id);
      const otherFirst = word.charCodeAt(0) !== typed.charCodeAt(0);
      if (openEnd && otherFirst) continue;
      const apart = distance(typed, word, errors, openEnd);
      if (apart <= errors && apart > 0) found.push({ id, distance: apart + (otherFirst ? 0.5 : 0) });
    }
    return found;
  }

  private noteSkeleton(word: string, id: number): void {
    const shared = skeleton(word);
    if (shared === word) return;
    const others = this.skeletons.get(shared);
    if (others) others.push(id);
    else this.skeletons.set(shared, [id]);
  }

  /** Merges the newest words into the sorted ones. */
  settle(): void {
    const newest = Int32Array.from({ length: this.size - this.sorted.length }, (_, i) => this.sorted.length + i);
    this.textStarts = withRoomFor(this.textStarts, this.size);
    const lines: string[] = [];
    let start = this.text.length;
    for (const id of newest) {
      const word = this.word(id);
      const line = NOT_LATIN.test(word) ? "" : word; // one letter beyond Latin-1 would double the whole text
      this.textStarts[id] = start;
      start += line.length + 1;
      lines.push(line);
    }
    this.text += `${lines.join("\n")}\n`;
    newest.sort((a, b) => (this.word(a) < this.word(b) ? -1 : 1));
    this.sorted = this.merged(this.sorted, newest);
  }

  private merged(some: Int32Array, others: Int32Array): Int32Array<ArrayBuffer> {
    const all = new Int32Array(some.length + others.length);
    for (let i = 0, j = 0, at = 0; at < all.length; at++) {
      const first =
        j >= others.length || (i < some.length && this.word(some[i] as number) < this.word(others[j] as number));
      all[at] = (first ? some[i++] : others[j++]) as number;
    }
    return all;
  }

  /** The first place among the sorted words that is not before the word. */
  private placeOf(word: string): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.word(this.sorted[middle] as number) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The word that stands at a place of the text. */
  private idAt(place: number): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.textStarts[middle] as number) <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
