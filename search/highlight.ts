import { compoundParts, stem } from "./analysis.ts";
import { foldWithMap } from "./fold.ts";

export interface Marked {
  text: string;
  hit: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Shorter words mark no part of another word. */
const LEAST_INSIDE = 4;

/**
 * A text cut into what matched and what did not. `matched` are folded words; of a compound only the part that matched
 * is marked.
 */
export function highlight(text: string, matched: readonly string[]): Marked[] {
  const { text: folded, at } = foldWithMap(text);
  const words = new Set(matched);
  const parts: Marked[] = [];
  let done = 0;
  for (const { 0: word, index } of folded.matchAll(WORD)) {
    for (const [from, to] of hitsIn(word, words)) {
      const start = Math.max(done, at[index + from] ?? text.length);
      const end = endOf(at, index + to) ?? text.length;
      if (end <= start) continue;
      if (start > done) parts.push({ text: text.slice(done, start), hit: false });
      parts.push({ text: text.slice(start, end), hit: true });
      done = end;
    }
  }
  if (done < text.length) parts.push({ text: text.slice(done), hit: false });
  return parts;
}

/** Where in a folded word something matched, in order. */
function hitsIn(word: string, words: ReadonlySet<string>): [from: number, to: number][] {
  if (isMatched(word, words)) return [[0, word.length]];
  const [first, head] = compoundParts(word);
  const hits: [number, number][] = [];
  if (first !== undefined && isMatched(first, words)) hits.push([0, first.length]);
  if (head !== undefined && isMatched(head, words)) hits.push([word.length - head.length, word.length]);
  return hits.length > 0 ? hits : insideOf(word, words);
}

function isMatched(word: string, words: ReadonlySet<string>): boolean {
  return words.has(word) || words.has(stem(word));
}

/** The longest matched word that the word holds. */
function insideOf(word: string, words: ReadonlySet<string>): [from: number, to: number][] {
  let longest = "";
  for (const other of words)
    if (other.length >= LEAST_INSIDE && other.length > longest.length && word.includes(other)) longest = other;
  const from = word.indexOf(longest);
  return longest === "" ? [] : [[from, from + longest.length]];
}

/** The end in the text of a part that ends before a folded place; a letter that folds to two is never cut. */
function endOf(at: readonly number[], place: number): number | undefined {
  let end = place;
  while (end < at.length - 1 && at[end] === at[end - 1]) end += 1;
  return at[end];
}
