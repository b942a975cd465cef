import { joinedWords, relatedWords, wordsOf } from "../analysis.ts";
import { uint32At, uint8At } from "../arrays.ts";
import type { SearchDocument } from "../document.ts";
import { STOP_WORDS } from "../words.ts";
import { Dictionary } from "./dictionary.ts";
import { BODY, BODY_RELATED, NAMES, SUMMARY, TITLE, TITLE_RELATED } from "./fields.ts";
import { FIELD_BITS, Postings } from "./postings.ts";

const MOST_ANALYSED = 50_000;

/** Numbers of the dictionary for one written word: itself, and its stem and parts. */
interface Analysed {
  word: number;
  related: number[];
}

/** The words of all rows, and where they stand. */
export class IndexedWords {
  dictionary = new Dictionary();
  /** Titles and names. */
  readonly strong = new Postings();
  /** Running text. */
  readonly weak = new Postings();
  private readonly analysed = new Map<string, Analysed>();
  /** The fields of each word in the document that is being put. */
  private readonly strongFields = new Map<number, number>();
  private readonly weakFields = new Map<number, number>();

  put(row: number, doc: SearchDocument): void {
    this.note(this.strongFields, doc.title, TITLE, TITLE_RELATED);
    for (const name of doc.names) this.note(this.strongFields, name, NAMES, NAMES);
    this.note(this.weakFields, doc.summary, BODY | SUMMARY, BODY_RELATED | SUMMARY);
    this.note(this.weakFields, doc.description, BODY, BODY_RELATED);
    write(this.strongFields, this.strong, row);
    write(this.weakFields, this.weak, row);
  }

  /** Lays out what was written in haste, to be read quickly. */
  settle(): void {
    this.dictionary.settle();
    this.strong.layOut(null, null);
    this.weak.layOut(null, null);
  }

  /** How many rows that are `live` (1) hold a word; counting stops at `enough`. */
  rowsWith(word: number, live: Uint8Array, enough: number): number {
    let many = 0;
    for (const list of [this.strong, this.weak]) {
      const { postings, from, to } = list.of(word);
      for (let i = from; i < to && many < enough; i++) many += uint8At(live, uint32At(postings, i) >>> FIELD_BITS);
    }
    return many;
  }

  /** Renumbers the rows (-1 for what is gone) and forgets the words that none of them holds any more. */
  keep(newRows: Int32Array): void {
    const newWords = this.keepWords(newRows);
    for (const postings of [this.strong, this.weak]) postings.layOut(newRows, newWords);
  }

  /** Keeps the words that rows hold which stay; answers their new numbers. */
  private keepWords(newRows: Int32Array): Int32Array {
    const newWords = new Int32Array(this.dictionary.size).fill(-1);
    const kept: number[] = [];
    for (const postings of [this.strong, this.weak]) {
      postings.forEach((word, posting) => {
        if (newRows[posting >>> FIELD_BITS] !== -1) newWords[word] = 0;
      });
    }
    for (let word = 0; word < newWords.length; word++) if (newWords[word] === 0) newWords[word] = kept.push(word) - 1;
    this.dictionary = this.dictionary.only(kept);
    this.analysed.clear();
    return newWords;
  }

  /** Notes a text's words for the document that is being put; stop words of running text are left out. */
  private note(fields: Map<number, number>, text: string, itself: number, related: number): void {
    for (const { surface, folded } of wordsOf(text)) {
      if (fields === this.weakFields && STOP_WORDS.has(folded)) continue;
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
}

function write(fields: Map<number, number>, postings: Postings, row: number): void {
  for (const [word, bits] of fields) postings.add(word, row, bits);
  fields.clear();
}
