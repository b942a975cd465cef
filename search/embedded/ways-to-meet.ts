import { stem } from "../analysis.ts";
import { STOP_WORDS } from "../words.ts";
import { isCompoundFrom, isCompoundWith } from "./compounds.ts";
import type { Collected } from "./part.ts";
import type { Found } from "./thesaurus.ts";

/** What may stand between the parts of a compound. */
const LINKS = ["", "s", "e"];
const MOST_INSIDE = 300;
const MOST_BEGINNING_WITH_STEM = 64;
/** Shorter words are not looked for inside others. */
export const SHORT = 4;

/** So much less for each that a need names before it. */
const STEP = 0.06;

/** How much it counts that a word is met in this way. */
export const WEIGHT = {
  exact: 1,
  joined: 0.95,
  skeleton: 0.9,
  stem: 0.85,
  skeletonOfStem: 0.8,
  prefix: 0.75,
  prefixOfWord: 0.55,
  apart: 0.6,
  inside: 0.6,
  synonym: 0.8,
  stemOfSynonym: 0.75,
  beginsWithStem: 0.5,
  stemInside: 0.45,
  need: 0.55,
  beginsLikeNeed: 0.4,
  needBesideWord: 0.055,
  head: 0.4,
};

/** The word itself, other spellings and inflections of it, and what begins with it while it is being typed. */
export function addStrong(collected: Collected, word: string, last: boolean): void {
  const { dictionary } = collected.lexicon;
  const root = stem(word);
  collected.addStrong(dictionary.find(word), WEIGHT.exact);
  collected.addStrong(dictionary.find(root), WEIGHT.stem);
  const mayBeSpeltOtherwise = !collected.lexicon.isWord(word);
  if (mayBeSpeltOtherwise) for (const id of dictionary.withSkeletonOf(word)) collected.addStrong(id, WEIGHT.skeleton);
  if (mayBeSpeltOtherwise && root !== word)
    for (const id of dictionary.withSkeletonOf(root)) collected.addStrong(id, WEIGHT.skeletonOfStem);
  const isShort = word.length < SHORT;
  if (!last || (isShort && (collected.strong > 0 || collected.lexicon.thesaurus.isNeed(word)))) return;
  const weight = collected.strong > 0 ? WEIGHT.prefixOfWord : WEIGHT.prefix;
  for (const id of dictionary.beginningWith(word)) {
    if (isShort && !collected.lexicon.isInTitles(id)) continue;
    const length = dictionary.word(id).length;
    const how = !isShort && isCompoundFrom(collected.lexicon, dictionary.word(id), word) ? "meant" : "loose";
    collected.addStrong(id, weight * (0.5 + (0.5 * word.length) / length), how, isShort);
  }
}

/** Words that were typed apart: *lektie hjælp*, *surdej bagning*. */
export function addJoined(
  collected: Collected,
  word: string,
  before: string | undefined,
  after: string | undefined,
): void {
  for (const link of before === undefined ? [] : LINKS)
    collected.addWord(before + link + word, WEIGHT.joined, "written");
  for (const link of after === undefined ? [] : LINKS) collected.addWord(word + link + after, WEIGHT.joined, "written");
}

/** Words that were typed in one: *repaircafe* is `repair` and `cafe` in one row. */
export function addApart(collected: Collected, word: string): void {
  const { dictionary } = collected.lexicon;
  for (let at = 2; at <= word.length - 2; at++) {
    const second = dictionary.find(word.slice(at));
    if (second === undefined || !dictionary.isWritten(second)) continue;
    const beginning = word.slice(0, at);
    const first =
      dictionary.find(beginning) ??
      (at > 3 && beginning.endsWith("s") ? dictionary.find(beginning.slice(0, -1)) : undefined);
    if (first !== undefined && dictionary.isWritten(first)) collected.add([first, second], WEIGHT.apart, "meant");
  }
}

/** Words that mean the same. */
export function addSynonym(collected: Collected, { words }: Found): void {
  const meaningful = words.filter((word) => !STOP_WORDS.has(word));
  const [word, ...others] = meaningful;
  if (word === undefined || others.length > 0) return collected.addAll(meaningful, WEIGHT.synonym, "meant");
  collected.addWord(word, WEIGHT.synonym, "meant");
  collected.addWord(stem(word), WEIGHT.stemOfSynonym, "meant");
  collected.marks.add(word);
}

/** What was written comes first: a need's words count little where the word itself is met. */
export function addNeed(collected: Collected, { words, open, isNamed, before }: Found, isFound: boolean): void {
  const { dictionary } = collected.lexicon;
  const meaningful = words.filter((word) => !STOP_WORDS.has(word));
  const weight = (isFound && !open ? WEIGHT.needBesideWord : WEIGHT.need) * Math.max(0.5, 1 - STEP * before);
  const how = isFound && isNamed ? "loose" : "meant";
  const add = (ids: readonly number[], share: number) => collected.add([...ids], share, how, { byNeed: true });
  for (const word of meaningful) collected.marks.add(word);
  const ids = meaningful.flatMap((word) => dictionary.find(word) ?? []);
  if (ids.length === meaningful.length && ids.length > 0) add(ids, weight);
  const [word, ...others] = meaningful;
  if (word === undefined || others.length > 0) return;
  const root = dictionary.find(stem(word));
  if (root !== undefined) add([root], 0.9 * weight);
  if (open && word.length >= SHORT) for (const id of dictionary.beginningWith(word)) add([id], WEIGHT.beginsLikeNeed);
}

/**
 * Compounds that hold the word further in (*svømning* in *seniorsvømning*), or begin with its stem (*fossiler*,
 * *fossiljagt*).
 */
export function addInside(collected: Collected, word: string): void {
  const { lexicon } = collected;
  const { dictionary } = lexicon;
  const addHolding = (part: string, most: number, weight: number) => {
    for (const id of dictionary.holding(part, most))
      if (isCompoundWith(lexicon, dictionary.word(id), part)) collected.add([id], weight, "meant");
  };
  if (word.length >= SHORT) addHolding(word, MOST_INSIDE, WEIGHT.inside);
  if (word.length >= SHORT)
    for (const id of dictionary.beginningWith(word).slice(0, MOST_INSIDE))
      if (isCompoundFrom(lexicon, dictionary.word(id), word)) collected.add([id], WEIGHT.inside, "meant");
  const root = stem(word);
  if (root !== word && root.length >= SHORT) {
    const beginning = dictionary.beginningWith(root);
    if (beginning.length <= MOST_BEGINNING_WITH_STEM)
      for (const id of beginning) collected.add([id], WEIGHT.beginsWithStem, "meant");
  }
  if (root !== word && root.length > SHORT) addHolding(root, MOST_INSIDE / 3, WEIGHT.stemInside);
}
