import { distance, errorsAllowed, stem, tokens } from "../analysis.ts";
import type { Need } from "../synonyms.ts";

/** What a word or phrase also finds: each entry the words that must all be there. */
export interface Found {
  words: string[];
  /** What a need finds counts only where the word as it was written finds little. */
  byNeed: boolean;
  /** Written with an asterisk: what begins like it is found, too. */
  open: boolean;
  /** The word is among what it finds: it names what people do, and is no state that they are in. */
  isNamed: boolean;
  /** How many stand before it: what a need names first meets it best. */
  before: number;
}

/** By folded word or phrase (words with one space between), and by stem. */
type Entries = Map<string, Found[]>;

/** Needs made ready: their entries, and the single words that are long enough to be misspelt. */
interface PreparedNeeds {
  entries: Entries;
  longWords: Set<string>;
}

const LONGEST_PHRASE = 6;
const prepared = new WeakMap<readonly Need[], PreparedNeeds>();

/** Synonyms and needs by folded word or phrase. */
export class Thesaurus {
  private readonly groups: Entries = new Map();
  private readonly needs: PreparedNeeds;

  /**
   * `groups`: words and phrases that find each other; `needs`: words that find others, but not the other way round,
   * prepared once per array.
   */
  constructor(groups: readonly (readonly string[])[], needs: readonly Need[]) {
    for (const group of groups) for (const word of group) note(this.groups, word, group, false);
    this.needs = prepared.get(needs) ?? prepare(needs);
  }

  /** Whether a word is a need's, as it stands: then it is no misspelt or unfinished other one. */
  isNeed(word: string): boolean {
    return this.needs.entries.has(word);
  }

  /** For a single word, inflected or not. */
  ofWord(word: string): Found[] {
    return this.at(word) ?? this.at(stemKey(word)) ?? [];
  }

  /** What the need finds whose word is a typing error away; the nearest one alone. */
  needsNear(word: string): Found[] {
    let most = errorsAllowed(word.length);
    let nearest: string | null = null;
    if (most > 0)
      for (const key of this.needs.longWords) {
        const apart = distance(word, key, most);
        if (apart > most) continue;
        nearest = key;
        most = apart - 1;
        if (most === 0) break;
      }
    return nearest === null ? [] : (this.needs.entries.get(nearest) ?? []);
  }

  /** How many words from `at` on are a known phrase, the longest one; 0 when none is. */
  phraseAt(words: readonly string[], at: number): number {
    for (let many = Math.min(LONGEST_PHRASE, words.length - at); many > 1; many--)
      if (this.at(words.slice(at, at + many).join(" "))) return many;
    return 0;
  }

  ofPhrase(words: readonly string[]): Found[] {
    return this.at(words.join(" ")) ?? [];
  }

  private at(key: string): Found[] | undefined {
    const group = this.groups.get(key);
    const needs = this.needs.entries.get(key);
    return group && needs ? [...group, ...needs] : (group ?? needs);
  }
}

function prepare(needs: readonly Need[]): PreparedNeeds {
  const entries: Entries = new Map();
  for (const { words, finds } of needs) for (const word of words) note(entries, word, finds, true);
  const longWords = new Set(
    [...entries.keys()].filter((key) => !key.includes(" ") && !key.startsWith("~") && errorsAllowed(key.length) > 0),
  );
  const ready = { entries, longWords };
  prepared.set(needs, ready);
  return ready;
}

function note(entries: Entries, phrase: string, others: readonly string[], byNeed: boolean): void {
  const words = tokens(phrase);
  const isNamed = others.includes(phrase);
  const found = others
    .filter((other) => other !== phrase)
    .map((other, before) => ({ words: tokens(other), byNeed, open: other.endsWith("*"), isNamed, before }));
  append(entries, words.join(" "), found);
  const [word, ...more] = words;
  if (word !== undefined && more.length === 0) append(entries, stemKey(word), found);
}

function append(entries: Entries, key: string, found: readonly Found[]): void {
  const known = entries.get(key);
  if (known) known.push(...found);
  else entries.set(key, [...found]);
}

/** Stems are kept apart from words, so that a stem that is also a word of its own brings no stranger. */
function stemKey(word: string): string {
  return `~${stem(word)}`;
}
