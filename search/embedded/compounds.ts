import { PARTICLES, SHORT_FIRST_PARTS, STOP_WORDS, WORDS_OF_THEIR_OWN } from "../words.ts";
import type { Lexicon } from "./part.ts";

type Known = Pick<Lexicon, "isWord" | "alike">;

/** What may follow the last part of a compound. */
const INFLECTION = /^(?:s|n|r|t|e|en|er|et|es|ne|ns|rs|ts|rne|ens|ers|ets|erne|nes|ernes|ing|ning|ingen|ningen)?$/;
/** A particle and a word stay one thing from this nearness on: *oplæsning* is *læsning*, *udstilling* no *stilling*. */
const SAME = 0.5;
const SHORTEST = 3;

/**
 * Whether a word that holds another, but not at its beginning, is a compound with it: *seniorsvømning* with *svømning*,
 * but not *oldeforældre* with *ældre*. The shortest word of the lexicon that ends with it decides; what is in no lexicon
 * is believed.
 */
export function isCompoundWith(lexicon: Known, word: string, part: string): boolean {
  const at = word.lastIndexOf(part);
  const end = at + part.length;
  for (let from = at - 1; from >= 0; from--) {
    const whole = word.slice(from, end);
    if (WORDS_OF_THEIR_OWN.has(whole)) return false;
    if (lexicon.isWord(whole) && !(at - from === 1 && from > 0)) return isJoint(lexicon, whole, part);
  }
  return !lexicon.isWord(word) || INFLECTION.test(word.slice(end)) || lexicon.isWord(word.slice(end).replace(/^s/, ""));
}

/**
 * Whether a word begins with another and goes on with a word: *brætspilsaften* with *brætspil*, but not *kunstig* with
 * *kunst*.
 */
export function isCompoundFrom({ isWord }: Known, word: string, first: string): boolean {
  const rest = word.slice(first.length);
  return [rest, rest.replace(/^[se]/, "")].some((other) => other.length >= SHORTEST && isWord(other));
}

function isJoint(lexicon: Known, whole: string, part: string): boolean {
  const first = whole.slice(0, -part.length);
  const isParticle = PARTICLES.has(first) || STOP_WORDS.has(first);
  return (!isParticle && isFirst(lexicon, first)) || lexicon.alike(whole, part) >= SAME;
}

/** Whether it is a word, alone or with what joins it to another. */
function isFirst({ isWord }: Known, text: string): boolean {
  if (text.length < SHORTEST) return SHORT_FIRST_PARTS.has(text);
  return isWord(text) || (text.length > SHORTEST && /[ser]$/.test(text) && isWord(text.slice(0, -1)));
}
