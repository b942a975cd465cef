/**
 * Danish words: what is indexed of a text, and how far two words are apart. All words in and out are folded unless said
 * otherwise.
 */
import { fold } from "./fold.ts";
import { COMPOUND_HEADS, IRREGULAR_STEMS, SHORT_FIRST_PARTS, STOP_WORDS, WORDS_OF_THEIR_OWN } from "./words.ts";

/** Longer words are cut: no Danish word needs more. */
const LONGEST_WORD = 48;

/** One word of a text. */
export interface Word {
  /** Lower case, as it was written: *strikkecafé*. */
  surface: string;
  /** What it is compared as: *strikkecafe*. */
  folded: string;
}

const RUN = /[\p{L}\p{N}\p{M}]+(?:['’‐-][\p{L}\p{N}\p{M}]+)*/gu;
const VOWEL = /[aeiouy]/;
/** Endings, longest first within a family; what is left must hold a vowel. */
const ENDINGS = [
  "ningernes",
  "ningerne",
  "ningens",
  "ninger",
  "ningen",
  "ning",
  "ingernes",
  "ingerne",
  "ingens",
  "inger",
  "ingen",
  "ing",
  "ernes",
  "endes",
  "erne",
  "ende",
  "eren",
  "erens",
  "erer",
  "eres",
  "enes",
  "ens",
  "ets",
  "ene",
  "ere",
  "ede",
  "est",
  "en",
  "er",
  "et",
  "es",
  "e",
  "s",
];

/** The words of a text in order, folded. *IT-hjælp* is `it`, `hjaelp`; *3D-print* is `3d`, `print`. */
export function tokens(text: string): string[] {
  return wordsOf(text).map((word) => word.folded);
}

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  return runsOf(text)
    .flatMap((run) => (run.includes("-") ? run.split("-") : [run]))
    .map(toWord);
}

/** The hyphenated words of a text in one piece, folded: *IT-hjælp* is also `ithjaelp`. */
export function joinedWords(text: string): string[] {
  if (!text.includes("-") && !text.includes("‐")) return [];
  return runsOf(text).flatMap((run) => (run.includes("-") ? [toWord(run.replaceAll("-", "")).folded] : []));
}

/** What a word is also found by: its stem, and the parts of a compound with theirs. */
export function relatedWords(word: string): string[] {
  if (word.length < 4 || STOP_WORDS.has(word)) return [];
  const related = new Set<string>([stem(word)]);
  for (const part of compoundParts(word)) related.add(part).add(stem(part));
  related.delete(word);
  return [...related];
}

/** A light stem: *svømning*, *svømmer*, *svømme* are all `svoem`. It need not be a word. */
export function stem(word: string): string {
  const irregular = IRREGULAR_STEMS.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4) return word;
  const ending = ENDINGS.find((candidate) => mayDrop(word, candidate));
  return tidied(ending === undefined ? word : word.slice(0, -ending.length));
}

/**
 * First part and head of a compound whose head is a known one, longest head first: *strikkecafé* is `strikke`, `cafe`;
 * else nothing.
 */
export function compoundParts(word: string): string[] {
  for (let at = 2; at <= word.length - 3; at++) {
    const head = word.slice(at);
    if (!COMPOUND_HEADS.has(head)) continue;
    if (endsInWordOfItsOwn(word, at)) return [];
    const first = word.slice(0, at);
    if (first.length < 3 ? SHORT_FIRST_PARTS.has(first) : head.length > 3 || first.length > 3) return [first, head];
  }
  return [];
}

/** Whether a word that begins before `at` and ends with the text is no compound: *oldeforældre*, *vejrforhold*. */
function endsInWordOfItsOwn(word: string, at: number): boolean {
  for (let from = 0; from < at; from++) if (WORDS_OF_THEIR_OWN.has(word.slice(from))) return true;
  return false;
}

/**
 * What differently spelt words share: *svomning*, *svoemning*, *svømning*; *gatur*, *gåtur*; doubled letters count
 * once.
 */
export function skeleton(word: string): string {
  return word.replace(/oe/g, "o").replace(/aa|ae/g, "a").replace(/(.)\1/g, "$1");
}

/** How many typing errors a word of this length may have. */
export function errorsAllowed(length: number): number {
  if (length >= 12) return 3;
  if (length >= 9) return 2;
  return length >= 5 ? 1 : 0;
}

let before = new Uint8Array(LONGEST_WORD + 3);
let above = new Uint8Array(LONGEST_WORD + 3);
let row = new Uint8Array(LONGEST_WORD + 3);

/**
 * Typing errors between two words (a letter more, fewer, other, or two swapped: optimal string alignment), or `most +
 * 1` when there are more. With `openEnd` it is the distance to the nearest beginning of `word`. Words longer than
 * `LONGEST_WORD` are too far from everything.
 */
export function distance(typed: string, word: string, most: number, openEnd = false): number {
  const rows = typed.length;
  const columns = openEnd ? Math.min(word.length, rows + most) : word.length;
  if (rows - columns > most || columns - rows > most || rows > LONGEST_WORD || columns > LONGEST_WORD) return most + 1;
  for (let j = 0; j <= columns; j++) above[j] = j;
  for (let i = 1; i <= rows; i++) {
    if (fillRow(typed, word, i, columns) > most) return most + 1;
    [before, above, row] = [above, row, before];
  }
  if (!openEnd) return Math.min(above[columns] as number, most + 1);
  let nearest = most + 1;
  for (let j = Math.max(0, rows - most); j <= columns; j++) nearest = Math.min(nearest, above[j] as number);
  return nearest;
}

/** The next row of the table; answers its smallest number. */
function fillRow(typed: string, word: string, i: number, columns: number): number {
  const letter = typed.charCodeAt(i - 1);
  let least = i;
  row[0] = i;
  for (let j = 1; j <= columns; j++) {
    const other = word.charCodeAt(j - 1);
    let cost = Math.min(
      (above[j] as number) + 1,
      (row[j - 1] as number) + 1,
      (above[j - 1] as number) + (letter === other ? 0 : 1),
    );
    const swapped = i > 1 && j > 1 && letter === word.charCodeAt(j - 2) && typed.charCodeAt(i - 2) === other;
    if (swapped) cost = Math.min(cost, (before[j - 2] as number) + 1);
    row[j] = cost;
    if (cost < least) least = cost;
  }
  return least;
}

/** Runs of letters and digits; one hyphen inside is kept, an apostrophe is dropped: *pc'er* is one word. */
function runsOf(text: string): string[] {
  const found = text.normalize("NFC").toLowerCase().match(RUN) ?? [];
  return found.map((run) => run.replace(/['’]/g, "").replaceAll("‐", "-"));
}

function toWord(surface: string): Word {
  return { surface, folded: fold(surface).slice(0, LONGEST_WORD) };
}

function mayDrop(word: string, ending: string): boolean {
  if (!word.endsWith(ending)) return false;
  const left = word.slice(0, -ending.length);
  const lastLetter = left.at(-1) ?? "";
  if (left.length < (ending.length >= 3 && !ending.includes("ing") ? 4 : 3) || !VOWEL.test(left)) return false;
  if (ending.startsWith("ning") && VOWEL.test(lastLetter)) return false; // træning is træn + ing
  return ending !== "s" || (left.length >= 5 && !/[aeiouys]/.test(lastLetter));
}

/** Doubled end letters once, no end e, and *el* after a consonant as in *cykl*. */
function tidied(left: string): string {
  let word = undoubled(left);
  if (word.length > 3 && word.endsWith("e")) word = undoubled(word.slice(0, -1));
  return word.replace(/([^aeiouy])el$/, "$1l");
}

function undoubled(word: string): string {
  const lastLetter = word.at(-1) ?? "";
  return word.length > 3 && lastLetter === word.at(-2) && !VOWEL.test(lastLetter) ? word.slice(0, -1) : word;
}
