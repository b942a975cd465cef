import { compoundParts, stem, tokens } from "../analysis.ts";
import { STOP_WORDS } from "../words.ts";
import { addNear } from "./near-words.ts";
import { Collected, FEW_MATCHES, type Lexicon, type Part } from "./part.ts";
import { MOST_LETTERS, saysWhat, tellsMuch } from "../telling-words.ts";
import { addApart, addInside, addJoined, addNeed, addStrong, addSynonym, SHORT, WEIGHT } from "./ways-to-meet.ts";

const MOST_PARTS = 12;
const MOST_COMPLETED = 8;

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

/** Whether a word is known in any way but by a typing error. */
export function isKnown(lexicon: Lexicon, word: string): boolean {
  const collected = new Collected(lexicon);
  addStrong(collected, word, true);
  return collected.strong > 0 || (word.length >= SHORT && lexicon.dictionary.holding(word, 1).length > 0);
}

function meaningfulParts(
  lexicon: Lexicon,
  words: string[],
  isMeaningful: (word: string, before?: string) => boolean,
): Part[] {
  const parts: Part[] = [];
  let reached = 0;
  for (const [at, word] of words.entries()) {
    if (at < reached || parts.length === MOST_PARTS) continue;
    const many = lexicon.thesaurus.phraseAt(words, at);
    reached = at + Math.max(1, many);
    const [before, after] = [words[at - 1], words[at + 1]];
    if (many > 0) parts.push(phrasePart(lexicon, words.slice(at, reached)));
    else if (isMeaningful(word, before)) parts.push(wordPart(lexicon, word, before, after));
  }
  return parts;
}

function phrasePart(lexicon: Lexicon, phrase: string[]): Part {
  const collected = new Collected(lexicon);
  const meaningful = phrase.filter((word) => !STOP_WORDS.has(word));
  collected.addAll(meaningful, WEIGHT.exact, "written");
  for (const found of lexicon.thesaurus.ofPhrase(phrase))
    if (found.byNeed) addNeed(collected, found, false);
    else addSynonym(collected, found);
  return collected.part(meaningful);
}

function wordPart(lexicon: Lexicon, word: string, before: string | undefined, after: string | undefined): Part {
  const last = after === undefined;
  const collected = new Collected(lexicon);
  addStrong(collected, word, last);
  addJoined(collected, word, before, after);
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
  if (head !== undefined) collected.addWord(head, WEIGHT.head, "loose");
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
