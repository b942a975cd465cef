import type { Dictionary } from "./dictionary.ts";
import type { Thesaurus } from "./thesaurus.ts";

/** One way to meet a part of a query: all these words of the dictionary in one row. */
export interface Alternative {
  words: number[];
  weight: number;
  /** Led to by a need, not by a word that was written. */
  byNeed: boolean;
  /** Looks in titles and names alone. */
  strongOnly: boolean;
  how: How;
}

/** The word itself or an inflection, what means the same or is made of it, or only something like it. */
export type How = "written" | "meant" | "loose";

/** One part of a query (a word, or a known phrase), and the ways to meet it. */
export interface Part {
  alternatives: Alternative[];
  /** What is to be marked in a text that was found by it. */
  marks: string[];
}

/** What an expansion looks words up in. */
export interface Lexicon {
  dictionary: Dictionary;
  thesaurus: Thesaurus;
  /** How many live rows hold a word; counting stops at `enough`. */
  rowsWith(word: number, enough: number): number;
  /** Whether it is a word of some language, and so no misspelt one. */
  isWord(word: string): boolean;
  /** How near two words are in meaning, from -1 to 1; 0 where nothing is known of them. */
  alike(word: string, other: string): number;
  /** Whether a word stands in any title or name. */
  isInTitles(word: number): boolean;
}
/** With fewer strong matches a word may be misspelt. */
export const FEW_MATCHES = 3;
const MOST_MARKS = 40;

/** Gathers the alternatives of one part, each word once with its best weight. */
export class Collected {
  readonly lexicon: Lexicon;
  readonly alternatives: Alternative[] = [];
  readonly marks = new Set<string>();
  /** Rows met by the word itself rather than by something like it; more than FEW_MATCHES are not counted. */
  strong = 0;
  private readonly seen = new Set<number>();

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** One word, or several that must all be there. */
  add(words: number[], weight: number, how: How, { strongOnly = false, byNeed = false } = {}): void {
    const [first] = words;
    if (words.length === 1 && first !== undefined) {
      if (this.seen.has(first)) return;
      this.seen.add(first);
    }
    this.alternatives.push({ words, weight, byNeed, strongOnly, how });
  }

  addStrong(word: number | undefined, weight: number, how: How = "written", strongOnly = false): void {
    if (word === undefined || this.seen.has(word)) return;
    this.add([word], weight, how, { strongOnly });
    if (this.marks.size < MOST_MARKS) this.marks.add(this.lexicon.dictionary.word(word));
    if (this.strong < FEW_MATCHES) this.strong += this.lexicon.rowsWith(word, FEW_MATCHES);
  }

  addWord(word: string, weight: number, how: How): void {
    const id = this.lexicon.dictionary.find(word);
    if (id !== undefined) this.add([id], weight, how);
  }

  /** All words, where each is known. */
  addAll(words: string[], weight: number, how: How): void {
    const ids = words.flatMap((word) => this.lexicon.dictionary.find(word) ?? []);
    if (ids.length === 0 || ids.length < words.length) return;
    this.add(ids, weight, how);
    for (const word of words) this.marks.add(word);
  }

  part(typed: string[]): Part {
    return { alternatives: this.alternatives, marks: [...new Set([...typed, ...this.marks])] };
  }
}
