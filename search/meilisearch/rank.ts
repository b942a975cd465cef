import { distance, errorsAllowed, skeleton } from "../analysis.ts";
import { unasked } from "../audiences.ts";
import type { Lifts, SearchQuery } from "../engine.ts";
import type { Answer } from "./ask.ts";
import { form, formsOf, typedWords } from "./forms.ts";

type Found = Answer["hits"][number];

/** How well a word of a title meets a word of the query; the same steps as in the embedded engine. */
const WEIGHT = {
  exact: 1,
  spelling: 0.9,
  stem: 0.85,
  ending: 0.75,
  part: 0.7,
  inside: 0.6,
  beginning: 0.55,
  near: 0.5,
};
/** What one lift adds, against the weight of a word in the title. */
const LIFT = 0.35;
/** What puts a hit that is for men or women alone after those that are open to all, where nobody spoke of them. */
const UNASKED = 0.3;
/** How many lifts it takes to outweigh a fact that fits less well. */
const AWAY = 4;
const SHORT = 4;

/**
 * Hits that meet more of the words come first, then those whose titles meet them better or that are lifted; else the
 * order is kept.
 */
export function ranked(hits: readonly Found[], query: SearchQuery): Found[] {
  const words = typedWords(query.q);
  const closed = unasked(query);
  const scoreOf = (hit: Found) =>
    titleScore(hit.title, words) +
    LIFT * liftOf(hit, query.lifts) -
    (closed.some((fact) => hit.fakta.includes(fact)) ? UNASKED : 0);
  const scored = hits.map((hit) => ({ hit, score: scoreOf(hit) }));
  return scored.sort((a, b) => b.hit.met - a.hit.met || b.score - a.score).map(({ hit }) => hit);
}

/** What is to be marked: the words of the query, and the words of titles that meet them. */
export function matchedWords(q: string, titles: readonly string[]): string[] {
  const words = typedWords(q);
  const met = titles.flatMap((title) =>
    title.split(" ").filter((other) => words.some((word) => meeting(word, other) > 0 && !other.includes(word))),
  );
  return [...new Set([...words, ...words.filter((word) => word.length >= SHORT).map(form), ...met])].filter(
    (word) => word.length > 1,
  );
}

function titleScore(title: string, words: readonly string[]): number {
  const others = title.split(" ");
  return words.reduce((sum, word) => sum + Math.max(0, ...others.map((other) => meeting(word, other))), 0);
}

function meeting(word: string, other: string): number {
  if (word === other) return WEIGHT.exact;
  const spelling = skeleton(word);
  const otherSpelling = skeleton(other);
  if (spelling === otherSpelling) return WEIGHT.spelling;
  const stem = form(word);
  if (stem === form(other)) return WEIGHT.stem;
  if (word.length >= SHORT && otherSpelling.endsWith(spelling)) return WEIGHT.ending;
  if (formsOf(other).some((part) => part === spelling || part === stem)) return WEIGHT.part;
  if (otherSpelling.startsWith(spelling)) return WEIGHT.beginning;
  if (word.length >= SHORT && otherSpelling.includes(spelling)) return WEIGHT.inside;
  const errors = errorsAllowed(spelling.length);
  return errors > 0 && distance(spelling, otherSpelling, errors) <= errors ? WEIGHT.near : 0;
}

function liftOf(hit: Found, { tema, fakta, omraade, named = [], away = [] }: Lifts): number {
  const themes = tema.filter((theme) => hit.tema.includes(theme)).length;
  const facts = fakta.filter((fact) => hit.fakta.includes(fact)).length;
  const unfit = away.filter((fact) => hit.fakta.includes(fact)).length;
  const isThere = named.some((name) => hit.title.includes(name));
  return (
    themes + facts - AWAY * unfit + (isThere ? 1 : 0) + (hit.omraade.some((place) => omraade.includes(place)) ? 1 : 0)
  );
}
