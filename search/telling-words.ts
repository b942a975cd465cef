import { stem, tokens, wordsOf } from "./analysis.ts";
import { fold } from "./fold.ts";
import { COMPANY_WORDS, KIN_WORDS, PEOPLE_SPOKEN_OF, POSSESSIVES, SMALL_WORDS, STOP_WORDS } from "./words.ts";

/** So much of a query is read. */
export const MOST_LETTERS = 400;
const MOST_TOLD = 3;
/** What stands before the name of a place. */
const BEFORE_PLACES = new Set(["i", "paa", "ved", "naer", "omkring", "in"]);
/** A word that says which one is meant is no name of what people do. */
const DEFINITE = /(?:en|et|ne)$/;

/** The words of a query that say most of what is looked for, in their order. */
export function tellingWords(query: string): string {
  const words = tokens(query.slice(0, MOST_LETTERS));
  const telling = words.filter((word, at) => saysWhat(word, words[at - 1]));
  return (telling.length > 0 ? telling : words).join(" ");
}

/**
 * The one word that says what is sought, where titles bear it: then it is what people do, and not what they are going
 * through. Empty where there are no words.
 */
export function nameIn(words: string, titles: readonly string[]): string | null {
  if (words === "") return "";
  const [word = "", ...others] = tokens(tellingWords(words));
  if (others.length > 0 || DEFINITE.test(word) || KIN_WORDS.has(word) || COMPANY_WORDS.has(word)) return null;
  if (!titles.some((title) => fold(title).includes(stem(word)))) return null;
  return words.split(" ").find((typed) => fold(typed) === word) ?? word;
}

/**
 * Those of these folded words that are news to somebody who typed little, as they were typed: a word alone, and in a
 * short query a word for whom it is.
 */
export function toldWords(query: string, folded: readonly string[]): string[] {
  const telling = tokens(tellingWords(query));
  const isNews = (word: string) => telling.length === 1 || (telling.length <= MOST_TOLD && COMPANY_WORDS.has(word));
  return wordsOf(query).flatMap((word) => (folded.includes(word.folded) && isNews(word.folded) ? [word.surface] : []));
}

/** Those of these folded words that stand where a place does, as they were typed: *kor i Odense*. */
export function toldPlaces(query: string, folded: readonly string[]): string[] {
  const words = wordsOf(query);
  return words.flatMap((word, at) => {
    const before = words[at - 1]?.folded;
    const isPlace = before !== undefined && BEFORE_PLACES.has(before) && folded.includes(word.folded);
    return isPlace ? [asTyped(query, word.surface)] : [];
  });
}

function asTyped(query: string, surface: string): string {
  const at = query.toLowerCase().indexOf(surface);
  return at < 0 ? surface : query.slice(at, at + surface.length);
}

/** Says what is looked for, not whom somebody speaks of. */
export function saysWhat(word: string, before?: string): boolean {
  return tellsMuch(word, before) && !PEOPLE_SPOKEN_OF.has(word);
}

/** Is no small word, and not somebody's kin. */
export function tellsMuch(word: string, before?: string): boolean {
  if (STOP_WORDS.has(word) || SMALL_WORDS.has(word)) return false;
  return !(KIN_WORDS.has(word) && before !== undefined && POSSESSIVES.has(before));
}
