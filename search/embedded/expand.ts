import { compoundParts, errorsAllowed, stem, tokens } from "../analysis.ts";
import { KIN_WORDS, PEOPLE_SPOKEN_OF, POSSESSIVES, SMALL_WORDS, STOP_WORDS } from "../words.ts";
import type { Found, Thesaurus } from "./thesaurus.ts";
import type { Dictionary, NearWord } from "./dictionary.ts";

/** One way to meet a part of a query: all these words of the dictionary in one row. */
export interface Alternative {
  words: number[];
  weight: number;
  /** Led to by a need, not by a word that was written. */
  byNeed: boolean;
  /** Looks in titles and names alone. */
  strongOnly: boolean;
}

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
  /** Whether a word stands in any title or name. */
  isInTitles(word: number): boolean;
}

const MOST_LETTERS = 400;
const MOST_PARTS = 12;
/** With fewer strong matches a word may be misspelt. */
const FEW_MATCHES = 3;
const MOST_INSIDE = 300;
const MOST_COMPLETED = 8;
const MOST_BEGINNING_WITH_STEM = 64;
const MOST_NEAR = 32;
const MOST_MARKS = 40;
const SHORT = 4;

const WEIGHT = {
  exact: 1,
  joined: 0.95,
  skeleton: 0.9,
  stem: 0.85,
  skeletonOfStem: 0.8,
  prefix: 0.75,
  prefixOfWord: 0.55,
  apart: 0.6,
  inside: 0.6,
  synonym: 0.55,
  stemOfSynonym: 0.5,
  beginsWithStem: 0.5,
  stemInside: 0.45,
  need: 0.55,
  beginsLikeNeed: 0.4,
  needBesideWord: 0.055,
  head: 0.4,
};

/**
 * The parts of a query, each with its ways to be met. Stop words, words that say little and *min mor* are left out unless
 * there is nothing else.
 */
export function partsOf(lexicon: Lexicon, query: string): Part[] {
  const words = tokens(query.slice(0, MOST_LETTERS));
  for (const isMeaningful of [saysWhat, tellsMuch, (word: string) => !STOP_WORDS.has(word), () => true]) {
    const parts = meaningfulParts(lexicon, words, isMeaningful);
    if (parts.length > 0) return parts;
  }
  return [];
}

/** The words of a query that say most of what is looked for, in their order. */
export function tellingWords(query: string): string {
  const words = tokens(query.slice(0, MOST_LETTERS));
  const telling = words.filter((word, at) => saysWhat(word, words[at - 1]));
  return (telling.length > 0 ? telling : words).join(" ");
}

/** Says what is looked for, not whom somebody speaks of. */
function saysWhat(word: string, before?: string): boolean {
  return tellsMuch(word, before) && !PEOPLE_SPOKEN_OF.has(word);
}

function tellsMuch(word: string, before?: string): boolean {
  if (STOP_WORDS.has(word) || SMALL_WORDS.has(word)) return false;
  return !(KIN_WORDS.has(word) && before !== undefined && POSSESSIVES.has(before));
}

/** Whether a word is known in any way but by a typing error. */
export function isKnown(lexicon: Lexicon, word: string): boolean {
  const collected = new Collected(lexicon);
  addStrong(collected, word, true);
  return collected.strong > 0 || (word.length >= SHORT && lexicon.dictionary.holding(word, 1).length > 0);
}

/** Written words near a misspelt one, the nearest and most frequent first. */
export function corrections(lexicon: Lexicon, word: string, most: number): number[] {
  const near = lexicon.dictionary
    .near(word, errorsAllowed(word.length), false)
    .filter(({ id }) => lexicon.dictionary.isWritten(id) && lexicon.rowsWith(id, 1) > 0);
  return nearestFirst(lexicon, near)
    .slice(0, most)
    .map(({ id }) => id);
}

function meaningfulParts(
  lexicon: Lexicon,
  words: string[],
  isMeaningful: (word: string, before?: string) => boolean,
): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < words.length && parts.length < MOST_PARTS; at++) {
    const many = lexicon.thesaurus.phraseAt(words, at);
    if (many > 0) {
      parts.push(phrasePart(lexicon, words.slice(at, at + many)));
      at += many - 1;
    } else if (isMeaningful(words[at] as string, words[at - 1])) parts.push(wordPart(lexicon, words, at));
  }
  return parts;
}

function phrasePart(lexicon: Lexicon, phrase: string[]): Part {
  const collected = new Collected(lexicon);
  const meaningful = phrase.filter((word) => !STOP_WORDS.has(word));
  collected.addAll(meaningful, WEIGHT.exact);
  for (const found of lexicon.thesaurus.ofPhrase(phrase))
    if (found.byNeed) addNeed(collected, found, false);
    else addSynonym(collected, found);
  return collected.part(meaningful);
}

function wordPart(lexicon: Lexicon, words: string[], at: number): Part {
  const word = words[at] as string;
  const last = at === words.length - 1;
  const collected = new Collected(lexicon);
  addStrong(collected, word, last);
  addJoined(collected, words, at);
  const meant = meantBy(lexicon, word, last).flatMap((other) => lexicon.thesaurus.ofWord(other));
  for (const found of meant) if (!found.byNeed) addSynonym(collected, found);
  for (const spelling of spellingsOf(lexicon, word)) addInside(collected, spelling);
  const isFound = collected.alternatives.length > 0;
  for (const found of meant) if (found.byNeed) addNeed(collected, found, isFound);
  // neither a need nor a known word: perhaps misspelt, perhaps put together
  const isNew = !lexicon.thesaurus.isNeed(word) && !lexicon.isWord(word);
  if (collected.strong < FEW_MATCHES && isNew) {
    addApart(collected, word);
    addNear(collected, word, last);
  }
  if (collected.alternatives.length === 0 && isNew)
    for (const meantNeed of lexicon.thesaurus.needsNear(word)) addNeed(collected, meantNeed, false);
  const head = collected.strong === 0 && isNew ? compoundParts(word)[1] : undefined;
  if (head !== undefined) collected.addWord(head, WEIGHT.head);
  return collected.part(word.length >= SHORT ? [word, stem(word)] : [word]);
}

/** The word; spelt as the index knows it, when that is not how it was typed: *gatur* is `gaatur`. */
function spellingsOf({ dictionary, isWord }: Lexicon, word: string): string[] {
  if (dictionary.find(word) !== undefined || isWord(word)) return [word];
  return [
    word,
    ...dictionary
      .withSkeletonOf(word)
      .filter((id) => dictionary.isWritten(id))
      .map((id) => dictionary.word(id)),
  ];
}

/** The words whose synonyms fit: the word as typed, as spelt, and what it can become when there is little choice. */
function meantBy(lexicon: Lexicon, word: string, last: boolean): string[] {
  const meant = spellingsOf(lexicon, word);
  if (!last || word.length < SHORT) return meant;
  const completed = lexicon.dictionary.beginningWith(word);
  return completed.length > MOST_COMPLETED ? meant : [...meant, ...completed.map((id) => lexicon.dictionary.word(id))];
}

/** The word itself, other spellings and inflections of it, and what begins with it while it is being typed. */
function addStrong(collected: Collected, word: string, last: boolean): void {
  const { dictionary } = collected.lexicon;
  const root = stem(word);
  collected.addStrong(dictionary.find(word), WEIGHT.exact);
  collected.addStrong(dictionary.find(root), WEIGHT.stem);
  const mayBeSpeltOtherwise = dictionary.find(word) !== undefined || !collected.lexicon.isWord(word);
  if (mayBeSpeltOtherwise) for (const id of dictionary.withSkeletonOf(word)) collected.addStrong(id, WEIGHT.skeleton);
  if (mayBeSpeltOtherwise && root !== word)
    for (const id of dictionary.withSkeletonOf(root)) collected.addStrong(id, WEIGHT.skeletonOfStem);
  const isShort = word.length < SHORT;
  if (!last || (isShort && (collected.strong > 0 || collected.lexicon.thesaurus.isNeed(word)))) return;
  const weight = collected.strong > 0 ? WEIGHT.prefixOfWord : WEIGHT.prefix;
  for (const id of dictionary.beginningWith(word)) {
    if (isShort && !collected.lexicon.isInTitles(id)) continue;
    const length = dictionary.word(id).length;
    collected.addStrong(id, weight * (0.5 + (0.5 * word.length) / length), isShort);
  }
}

/** Words that were typed apart: *lektie hjælp*, *surdej bagning*. */
function addJoined(collected: Collected, words: string[], at: number): void {
  const word = words[at] as string;
  for (const [first, second] of [
    [words[at - 1], word],
    [word, words[at + 1]],
  ] as const) {
    if (first === undefined || second === undefined) continue;
    for (const link of ["", "s", "e"]) collected.addWord(first + link + second, WEIGHT.joined);
  }
}

/** Words that were typed in one: *repaircafe* is `repair` and `cafe` in one row. */
function addApart(collected: Collected, word: string): void {
  const { dictionary } = collected.lexicon;
  for (let at = 2; at <= word.length - 2; at++) {
    const second = dictionary.find(word.slice(at));
    if (second === undefined || !dictionary.isWritten(second)) continue;
    const beginning = word.slice(0, at);
    const first =
      dictionary.find(beginning) ??
      (at > 3 && beginning.endsWith("s") ? dictionary.find(beginning.slice(0, -1)) : undefined);
    if (first !== undefined && dictionary.isWritten(first)) collected.add([first, second], WEIGHT.apart);
  }
}

function addSynonym(collected: Collected, { words }: Found): void {
  const meaningful = words.filter((word) => !STOP_WORDS.has(word));
  if (meaningful.length !== 1) return collected.addAll(meaningful, WEIGHT.synonym);
  const word = meaningful[0] as string;
  collected.addWord(word, WEIGHT.synonym);
  collected.addWord(stem(word), WEIGHT.stemOfSynonym);
  collected.marks.add(word);
}

/** What was written comes first: a need's words count little where the word itself is met. */
function addNeed(collected: Collected, { words, open }: Found, isFound: boolean): void {
  const { dictionary } = collected.lexicon;
  const meaningful = words.filter((word) => !STOP_WORDS.has(word));
  const weight = isFound && !open ? WEIGHT.needBesideWord : WEIGHT.need;
  const add = (ids: readonly number[], share: number) => collected.add([...ids], share, false, true);
  for (const word of meaningful) collected.marks.add(word);
  const ids = meaningful.flatMap((word) => dictionary.find(word) ?? []);
  if (ids.length === meaningful.length && ids.length > 0) add(ids, weight);
  if (meaningful.length !== 1) return;
  const word = meaningful[0] as string;
  const root = dictionary.find(stem(word));
  if (root !== undefined) add([root], 0.9 * weight);
  if (open && word.length >= SHORT) for (const id of dictionary.beginningWith(word)) add([id], WEIGHT.beginsLikeNeed);
}

/**
 * Compounds that hold the word further in (*svømning* in *seniorsvømning*), or begin with its stem (*fossiler*,
 * *fossiljagt*).
 */
function addInside(collected: Collected, word: string): void {
  const { dictionary } = collected.lexicon;
  if (word.length >= SHORT) for (const id of dictionary.holding(word, MOST_INSIDE)) collected.add([id], WEIGHT.inside);
  const root = stem(word);
  if (root !== word && root.length >= SHORT) {
    const beginning = dictionary.beginningWith(root);
    if (beginning.length <= MOST_BEGINNING_WITH_STEM)
      for (const id of beginning) collected.add([id], WEIGHT.beginsWithStem);
  }
  if (root !== word && root.length > SHORT)
    for (const id of dictionary.holding(root, MOST_INSIDE / 3)) collected.add([id], WEIGHT.stemInside);
}

function addNear(collected: Collected, word: string, last: boolean): void {
  const errors = errorsAllowed(word.length);
  if (errors === 0) return;
  const { dictionary } = collected.lexicon;
  for (const { id, distance } of nearestFirst(collected.lexicon, dictionary.near(word, errors, false)).slice(
    0,
    MOST_NEAR,
  )) {
    collected.add([id], distance <= 1 ? 0.7 : distance < 2 ? 0.6 : 0.45);
    collected.marks.add(dictionary.word(id));
  }
  if (!last) return;
  for (const { id, distance } of nearestFirst(collected.lexicon, dictionary.near(word, errors, true)).slice(
    0,
    2 * MOST_NEAR,
  )) {
    collected.add([id], distance <= 1 ? 0.5 : 0.3);
    collected.marks.add(dictionary.word(id));
  }
}

function nearestFirst(lexicon: Lexicon, near: NearWord[]): NearWord[] {
  const counted = near.map((found) => ({ ...found, rows: lexicon.rowsWith(found.id, 1000) }));
  return counted.sort(
    (a, b) =>
      a.distance - b.distance ||
      b.rows - a.rows ||
      (lexicon.dictionary.word(a.id) < lexicon.dictionary.word(b.id) ? -1 : 1),
  );
}

/** Gathers the alternatives of one part, each word once with its best weight. */
class Collected {
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
  add(words: number[], weight: number, strongOnly = false, byNeed = false): void {
    if (words.length === 1) {
      if (this.seen.has(words[0] as number)) return;
      this.seen.add(words[0] as number);
    }
    this.alternatives.push({ words, weight, byNeed, strongOnly });
  }

  addStrong(word: number | undefined, weight: number, strongOnly = false): void {
    if (word === undefined || this.seen.has(word)) return;
    this.add([word], weight, strongOnly);
    if (this.marks.size < MOST_MARKS) this.marks.add(this.lexicon.dictionary.word(word));
    if (this.strong < FEW_MATCHES) this.strong += this.lexicon.rowsWith(word, FEW_MATCHES);
  }

  addWord(word: string, weight: number): void {
    const id = this.lexicon.dictionary.find(word);
    if (id !== undefined) this.add([id], weight);
  }

  /** All words, where each is known. */
  addAll(words: string[], weight: number): void {
    const ids = words.flatMap((word) => this.lexicon.dictionary.find(word) ?? []);
    if (ids.length === 0 || ids.length < words.length) return;
    this.add(ids, weight);
    for (const word of words) this.marks.add(word);
  }

  part(typed: string[]): Part {
    return { alternatives: this.alternatives, marks: [...new Set([...typed, ...this.marks])] };
  }
}
