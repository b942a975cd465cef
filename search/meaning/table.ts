/** Word vectors: texts with nearly the same meaning point the same way, whatever their words and language. */
import { readFileSync } from "node:fs";
import { tokens } from "../analysis.ts";
import { float32At, int8At, itemAt } from "../arrays.ts";
import { isEmptyWord } from "./empty-words.ts";

const FILE = new URL("./da64.bin", import.meta.url);
const ARABIC = /[\u0600-\u06ff]/;
const MOST_ALIKE = 5;
/** How much of an unknown word the words that stand in for it must begin with, and how much longer they may be. */
const SHARED_BEGINNING = 0.6;
const MOST_LONGER = 4;
/** Stand-ins are kept for as many words: an index meets the same ones again and again. */
const MOST_MET = 50_000;

/** How many words and numbers a word there are, and how many bytes the words take. */
interface Header {
  words: number;
  dims: number;
  text: number;
}

/**
 * What search/meaning/build.py wrote: words in order of code units, a half-float scale a word, two numbers of -7 to 7 a
 * byte.
 */
export class MeaningTable {
  readonly dims: number;
  private readonly words: string[];
  private readonly scales: Float32Array;
  private readonly rows: Int8Array;
  private readonly met = new Map<string, number[]>();

  constructor(bytes: Buffer) {
    const start = 4 + bytes.readUInt32LE(0);
    const { words, dims, text }: Header = JSON.parse(bytes.toString("utf8", 4, start));
    this.dims = dims;
    this.words = bytes.toString("utf8", start, start + text).split("\n");
    const scales = start + text;
    this.scales = Float32Array.from({ length: words }, (_, i) => halfFloat(bytes.readUInt16LE(scales + 2 * i)));
    this.rows = unpacked(bytes.subarray(scales + 2 * words), words * dims);
  }

  /** Whether it is a word of one of the languages, as it stands. */
  has(word: string): boolean {
    return this.find(word) !== undefined;
  }

  /** A vector of length 1; all zeros when no word is known. */
  of(text: string): Float32Array {
    const all = tokens(text);
    const telling = all.filter((word) => !isEmptyWord(word));
    const sum = new Float32Array(this.dims);
    for (const word of telling.length > 0 ? telling : all) this.add(sum, this.rowsOf(word));
    return unit(sum);
  }

  /** How near two texts are, from -1 to 1; 0 when one is not known. */
  nearness(text: string, other: string): number {
    const second = this.of(other);
    return this.of(text).reduce((sum, x, d) => sum + x * float32At(second, d), 0);
  }

  private add(sum: Float32Array, rows: readonly number[]): void {
    for (const row of rows) {
      const scale = float32At(this.scales, row) / rows.length;
      const from = row * this.dims;
      for (let d = 0; d < this.dims; d++) sum[d]! += scale * int8At(this.rows, from + d);
    }
  }

  private rowsOf(word: string): number[] {
    let rows = this.met.get(word);
    if (rows === undefined) {
      if (this.met.size >= MOST_MET) this.met.clear();
      this.met.set(word, (rows = this.standIns(word)));
    }
    return rows;
  }

  /** The row of a word; of an unknown one the rows of what begins like it, else of its parts. */
  private standIns(word: string): number[] {
    const known = this.find(word) ?? (ARABIC.test(word) ? this.withoutArticle(word) : undefined);
    if (known !== undefined) return [known];
    const alike = this.beginningLike(word);
    return alike.length > 0 ? alike : this.partsOf(word);
  }

  /** Arabic writes its article and small words in front, in one word. */
  private withoutArticle(word: string): number | undefined {
    for (let cut = 1; cut <= 3 && word.length - cut >= 3; cut++) {
      const found = this.find(word.slice(cut));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private beginningLike(word: string): number[] {
    const shortest = Math.max(3, Math.floor(word.length * SHARED_BEGINNING));
    for (let length = word.length; length >= shortest; length--) {
      const alike = this.beginningWith(word.slice(0, length), word.length + MOST_LONGER);
      if (alike.length > 0) return alike;
    }
    return [];
  }

  /** Of a compound its head, and its first part where that is known, too. */
  private partsOf(word: string): number[] {
    for (let at = 3; at <= word.length - 3; at++) {
      const head = this.find(word.slice(at));
      const first = this.find(word.slice(0, at)) ?? (at > 3 ? this.find(word.slice(0, at - 1)) : undefined);
      if (head !== undefined && (first !== undefined || word.length - at > 3))
        return first === undefined ? [head] : [head, first];
    }
    return [];
  }

  private find(word: string): number | undefined {
    const place = this.placeOf(word);
    return this.words[place] === word ? place : undefined;
  }

  private beginningWith(beginning: string, longest: number): number[] {
    const found: number[] = [];
    for (let row = this.placeOf(beginning); found.length < MOST_ALIKE; row++) {
      const word = this.words[row];
      if (!word?.startsWith(beginning)) break;
      if (word.length <= longest) found.push(row);
    }
    return found;
  }

  private placeOf(word: string): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (itemAt(this.words, middle) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The table in a file; the one that lies beside this module when none is named. */
export function openMeaningTable(file: string | URL = FILE): MeaningTable {
  return new MeaningTable(readFileSync(file));
}

/** The vector of a text in parts, each with its weight. */
export function mixed(table: MeaningTable, parts: readonly (readonly [text: string, weight: number])[]): Float32Array {
  const sum = new Float32Array(table.dims);
  for (const [text, weight] of parts) {
    const vector = table.of(text);
    for (let d = 0; d < sum.length; d++) sum[d]! += weight * float32At(vector, d);
  }
  return unit(sum);
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((x) => x / length) : vector;
}

function unpacked(bytes: Uint8Array, many: number): Int8Array {
  const rows = new Int8Array(many);
  bytes.forEach((byte, i) => {
    rows[2 * i] = (byte & 15) - 8;
    rows[2 * i + 1] = (byte >> 4) - 8;
  });
  return rows;
}

function halfFloat(bits: number): number {
  const sign = bits >> 15 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  return exponent === 0 ? sign * 2 ** -24 * fraction : sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
}
