/** Words as Meilisearch compares them: one form for all spellings and inflections, and tokens for needs. */
import { compoundParts, skeleton, stem, tokens } from "../analysis.ts";
import { NEEDS, THEME_WORDS } from "../synonyms.ts";
import { STOP_WORDS } from "../words.ts";

const MOST_WORDS = 10; // Meilisearch reads no more of a query
const LONGEST_PHRASE = 6;
const SHORTEST_INSIDE = 4;
const SHORT = 4;
const needs = [...NEEDS, ...THEME_WORDS].map(({ words, finds }, at) => ({
  token: needToken(at),
  words: words.map((word) => tokens(word)),
  finds: finds.map((find) => tokens(find).filter((word) => !STOP_WORDS.has(word))).filter((find) => find.length > 0),
}));
const phrases = phrasesOf();
const MOST_KNOWN = 50_000;
/** Tokens of the needs that a word alone may meet, by word. */
const needsOfWords = new Map<string, string[]>();

/** All tokens for needs, so that they are never taken for typing errors of each other. */
export const NEED_TOKENS = needs.map(({ token }) => token);

/** The form that a query's word is searched as: its stem, spelt the simplest way. */
export function form(word: string): string {
  return skeleton(stem(word));
}

/** Everything that a document's word is found by: its form, its simplest spelling, and those of its parts. */
export function formsOf(word: string): string[] {
  const parts = word.length < SHORT || STOP_WORDS.has(word) ? [] : compoundParts(word);
  return [...new Set([form(word), skeleton(word), ...parts.flatMap((part) => [form(part), skeleton(part)])])];
}

/** Forms of a word's endings: *safari* in *muslingesafari*. */
export function innerForms(word: string): string[] {
  const endings = Array.from({ length: Math.max(0, word.length - SHORTEST_INSIDE - 1) }, (_, at) => word.slice(at + 2));
  return [...new Set(endings.flatMap((ending) => [form(ending), skeleton(ending)]))].filter(
    (inner) => inner.length >= SHORTEST_INSIDE,
  );
}

/** The tokens of the needs that a text may meet: a need's word also by what begins like it. */
export function needsIn(words: readonly string[]): string[] {
  const known = new Set(words.map(form));
  const byPhrase = needs
    .filter(({ finds }) => finds.some((find) => find.length > 1 && find.every((word) => known.has(form(word)))))
    .map(({ token }) => token);
  return [...new Set([...byPhrase, ...words.flatMap(needsOfWord)])];
}

function needsOfWord(word: string): string[] {
  const known = needsOfWords.get(word);
  if (known) return known;
  const parts = [word, ...compoundParts(word)];
  const met = (find: string) =>
    parts.some(
      (part) => form(part) === form(find) || (find.length >= SHORT && skeleton(part).startsWith(skeleton(find))),
    );
  const found = needs
    .filter(({ finds }) => finds.some(([find, ...more]) => find !== undefined && more.length === 0 && met(find)))
    .map(({ token }) => token);
  if (needsOfWords.size >= MOST_KNOWN) needsOfWords.clear();
  needsOfWords.set(word, found);
  return found;
}

/**
 * A query in words that Meilisearch compares: the phrases that are known for a need as tokens, and no words that say
 * nothing unless there are no others.
 */
export interface QueryWords {
  /** By their stems. */
  forms: string[];
  /** As they are spelt. */
  spelt: string[];
}

export function queryWords(query: string): QueryWords {
  const words = tokens(query.slice(0, 400));
  const meaningful = withPhrases(words).filter((word) => word.isNeed || !STOP_WORDS.has(word.text));
  const chosen = (meaningful.length > 0 ? meaningful : words.map((text) => ({ text, isNeed: false }))).slice(
    0,
    MOST_WORDS,
  );
  return {
    forms: chosen.map(({ text, isNeed }) => (isNeed ? text : form(text))),
    spelt: chosen.map(({ text, isNeed }) => (isNeed ? text : skeleton(text))),
  };
}

/** The words of a query that say something, as they are marked in a text. */
export function typedWords(query: string): string[] {
  return tokens(query.slice(0, 400)).filter((word) => !STOP_WORDS.has(word));
}

/** The synonyms of the settings: the editor's groups, and the words for a need. All in forms. */
export function synonymsOf(groups: readonly (readonly string[])[]): Record<string, string[]> {
  const synonyms = new Map<string, Set<string>>();
  const add = (word: string, others: readonly string[]) => {
    if (word === "") return;
    const known = synonyms.get(word) ?? new Set();
    for (const other of others) if (other !== word && other !== "") known.add(other);
    synonyms.set(word, known);
  };
  for (const group of groups) {
    const forms = group.map((word) => formsOfWords(tokens(word)).join(" "));
    for (const each of forms) add(each, forms);
  }
  for (const { token, words } of needs)
    for (const [word, ...more] of words) if (word !== undefined && more.length === 0) add(form(word), [token]);
  return Object.fromEntries(
    [...synonyms].filter(([, others]) => others.size > 0).map(([word, others]) => [word, [...others].sort()]),
  );
}

function formsOfWords(words: readonly string[]): string[] {
  return words.filter((word) => !STOP_WORDS.has(word)).map(form);
}

interface QueryWord {
  text: string;
  isNeed: boolean;
}

/** The longest known phrases become the tokens of their needs. */
function withPhrases(words: readonly string[]): QueryWord[] {
  const found: QueryWord[] = [];
  let reached = 0;
  for (const [at, word] of words.entries()) {
    if (at < reached) continue;
    const many = phraseAt(words, at);
    const token = many > 1 ? phrases.get(words.slice(at, at + many).join(" ")) : undefined;
    found.push(token === undefined ? { text: word, isNeed: false } : { text: token, isNeed: true });
    reached = token === undefined ? at + 1 : at + many;
  }
  return found;
}

function phraseAt(words: readonly string[], at: number): number {
  for (let many = Math.min(LONGEST_PHRASE, words.length - at); many > 1; many--)
    if (phrases.has(words.slice(at, at + many).join(" "))) return many;
  return 0;
}

function phrasesOf(): Map<string, string> {
  const found = new Map<string, string>();
  for (const { token, words } of needs)
    for (const word of words) if (word.length > 1 && !found.has(word.join(" "))) found.set(word.join(" "), token);
  return found;
}

/** Letters only, so that it stays one word. */
function needToken(at: number): string {
  return `xqneed${String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))}`;
}
