import { localDate } from "../src/shared/time.ts";
import type { Lifts } from "./engine.ts";
import { foldWithMap } from "./fold.ts";
import { findPhrases } from "./phrases/find.ts";
import { findLifts, liftsByAge } from "./phrases/lifts.ts";
import { remainingWords, saysSomething } from "./phrases/remaining-words.ts";
import { type Found, wordSpans } from "./phrases/spans.ts";
import { hideQuoted, tidyQuery } from "./quotation.ts";
import { chipOf, type SentenceChip } from "./sentence-chips.ts";
import { type SentenceWishes, wishesOf } from "./sentence-wishes.ts";
import { prepareVocabulary } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface Sentence {
  wishes: SentenceWishes;
  lifts: Lifts;
  /** The words that remain for the text search, without quotation marks. */
  rest: string;
  chips: SentenceChip[];
  /** Whether it says *nær mig*: the page asks for the position. */
  wantsNear: boolean;
}

/** Reads a Danish sentence; what stands in quotation marks is words only. `now`: epoch ms. */
export function readSentence(typed: string, vocabulary: Vocabulary, now: number): Sentence {
  const q = tidyQuery(typed);
  const names = prepareVocabulary(vocabulary);
  const { text, at } = foldWithMap(hideQuoted(q));
  const words = wordSpans(text);
  const found = findPhrases(text, words, names, localDate(now));
  const meant = found.filter(({ reading }) => !reading.plain && !reading.filler);
  const asTyped = (part: Found): Found => ({
    ...part,
    start: at[part.start] ?? q.length,
    end: at[part.end] ?? q.length,
  });
  const rest = remainingWords(q, found.filter(({ reading }) => !reading.plain && !reading.kept).map(asTyped));
  const wishes = wishesOf(meant.map(({ reading }) => reading));
  return {
    wishes,
    lifts: liftsByAge(findLifts(text, words, found, names), wishes.alder, names),
    rest: meant.length === 0 ? rest || remainingWords(q, []) : saysSomething(rest) ? rest : "",
    chips: meant.flatMap((part) => chipOf(q, asTyped(part))),
    wantsNear: meant.some(({ reading }) => reading.near),
  };
}
