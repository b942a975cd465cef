import { tokens } from "../analysis.ts";
import type { Suggestion } from "../../src/shared/suggestion.ts";
import { isKnown } from "./expand.ts";
import type { Name } from "./names.ts";
import { corrections } from "./near-words.ts";
import type { Lexicon } from "./part.ts";

const MOST_NAMES = 3;

/** A name with its folded words, to be found by the beginning of any of them. */
export interface KnownName extends Name {
  words: string[];
}

export function knownName(name: Name): KnownName {
  return { ...name, words: tokens(name.label) };
}

/** Names that hold a word beginning with each typed one, those that begin with it first. */
export function suggestNames(names: readonly KnownName[], typed: readonly string[]): Suggestion[] {
  const fitting = names.filter((name) => typed.every((word) => name.words.some((other) => other.startsWith(word))));
  const [first = ""] = typed;
  const rank = (name: KnownName) => (name.words[0]?.startsWith(first) ? 0 : 1);
  const sorted = fitting.sort((a, b) => rank(a) - rank(b) || a.label.length - b.label.length);
  return sorted.slice(0, MOST_NAMES).map(({ kind, label, value }) => ({ kind, label, value }));
}

/** The typed words with the misspelt ones put right; nothing when all are known, or nothing is near. */
export function suggestWords(lexicon: Lexicon, typed: readonly string[]): Suggestion[] {
  const { dictionary } = lexicon;
  let corrected = false;
  const words = typed.map((word) => {
    const known = dictionary.find(word);
    if (known !== undefined && dictionary.isWritten(known)) return dictionary.spelling(known);
    if (lexicon.isWord(word)) return word;
    const meant = alike(lexicon, word) ?? (isKnown(lexicon, word) ? undefined : corrections(lexicon, word, 1)[0]);
    if (meant === undefined) return word;
    corrected = true;
    return dictionary.spelling(meant);
  });
  const label = words.join(" ");
  return corrected ? [{ kind: "word", label, value: label }] : [];
}

/** A written word that differs in double letters and Danish letters alone: *svomning* is *svømning*. */
function alike({ dictionary, rowsWith }: Lexicon, word: string): number | undefined {
  return dictionary.withSkeletonOf(word).find((id) => dictionary.isWritten(id) && rowsWith(id, 1) > 0);
}
