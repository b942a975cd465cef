import { itemAt } from "../arrays.ts";
import { picked, withRoomFor } from "./growable.ts";

/** Numbers for the slugs of a facet, in the order they were met. */
class Values {
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  number(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }

  find(name: string): number | undefined {
    return this.numbers.get(name);
  }
}

/** One bit a row and slug, 32 slugs to an array. */
export class Bits {
  readonly values = new Values();
  words: Uint32Array[] = [new Uint32Array(64)];

  put(row: number, names: readonly string[]): void {
    for (const name of names) this.values.number(name);
    while (this.words.length * 32 < this.values.names.length) this.words.push(new Uint32Array(row + 1));
    for (const [i, word] of this.words.entries()) this.words[i] = withRoomFor(word, row + 1);
    for (const name of names) {
      const number = this.values.number(name);
      itemAt(this.words, number >> 5)[row]! |= 1 << (number & 31);
    }
  }

  /** The bits of these slugs, one mask an array; null when one of them is unknown. */
  masks(names: readonly string[]): { masks: Int32Array; allKnown: boolean } {
    const masks = new Int32Array(this.words.length);
    let allKnown = true;
    for (const name of names) {
      const number = this.values.find(name);
      if (number === undefined) allKnown = false;
      else masks[number >> 5]! |= 1 << (number & 31);
    }
    return { masks, allKnown };
  }

  holdsAll(row: number, masks: Int32Array): boolean {
    for (let i = 0; i < masks.length; i++) {
      const mask = masks[i] as number;
      if ((((this.words[i] as Uint32Array)[row] as number) & mask) !== mask) return false;
    }
    return true;
  }

  holdsAny(row: number, masks: Int32Array): boolean {
    for (let i = 0; i < masks.length; i++)
      if (((this.words[i] as Uint32Array)[row] as number) & (masks[i] as number)) return true;
    return false;
  }

  keep(rows: Int32Array): void {
    this.words = this.words.map((word) => picked(word, rows));
  }
}
