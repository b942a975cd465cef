import { stem, tokens } from "../analysis.ts";
import { NEEDS, THEME_WORDS } from "../synonyms.ts";

/** What a word or phrase also finds: each entry the words that must all be there. */
export interface Found {
  words: string[];
  /** A word for a need is loose: it finds what begins like it, too. */
  loose: boolean;
}

const LONGEST_PHRASE = 6;

/** Synonyms and needs by folded word or phrase (words with one space between). */
export class Thesaurus {
  private readonly entries = new Map<string, Found[]>();

  /** `groups`: words and phrases that find each other. */
  constructor(groups: readonly (readonly string[])[]) {
    for (const group of groups) for (const word of group) this.note(word, group, false);
    for (const need of [...NEEDS, ...THEME_WORDS]) for (const word of need.words) this.note(word, need.finds, true);
  }

  /** For a single word, inflected or not. */
  ofWord(word: string): Found[] {
    return this.entries.get(word) ?? this.entries.get(stemKey(word)) ?? [];
  }

  /** How many words from `at` on are a known phrase, the longest one; 0 when none is. */
  phraseAt(words: readonly string[], at: number): number {
    for (let many = Math.min(LONGEST_PHRASE, words.length - at); many > 1; many--) {
      if (this.entries.has(words.slice(at, at + many).join(" "))) return many;
    }
    return 0;
  }

  ofPhrase(words: readonly string[]): Found[] {
    return this.entries.get(words.join(" ")) ?? [];
  }

  private note(phrase: string, others: readonly string[], loose: boolean): void {
    const words = tokens(phrase);
    const found = others.filter((other) => other !== phrase).map((other) => ({ words: tokens(other), loose }));
    this.append(words.join(" "), found);
    if (words.length === 1) this.append(stemKey(words[0] as string), found);
  }

  private append(key: string, found: Found[]): void {
    const known = this.entries.get(key);
    if (known) known.push(...found);
    else this.entries.set(key, [...found]);
  }
}

/** Stems are kept apart from words, so that a stem that is also a word of its own brings no stranger. */
function stemKey(word: string): string {
  return `~${stem(word)}`;
}
