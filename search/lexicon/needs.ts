import { LANGUAGES, type Language } from "../language.ts";
import { NEEDS, type Need, THEME_WORDS } from "../synonyms.ts";
import { DANISH_NEEDS } from "./danish.ts";
import { FOREIGN_THEMES } from "./foreign.ts";

/** Words of one language for a need or a theme, and what finds it. */
export interface LexiconRow extends Need {
  lang: Language;
}

const FOREIGN = LANGUAGES.filter((lang) => lang !== "da");

/** What a site finds by needs and in other languages until an editor has written rows of their own. */
export const DEFAULT_LEXICON: readonly LexiconRow[] = [
  ...NEEDS.map((need) => beginningLike(need, "da")),
  ...THEME_WORDS.map((theme) => beginningLike(theme, "en")),
  ...danishRows(DANISH_NEEDS),
  ...foreignRows(FOREIGN_THEMES),
];

/** An asterisk stands for any ending. */
function beginningLike({ words, finds }: Need, lang: Language): LexiconRow {
  return { lang, words, finds: finds.map((find) => `${find}*`) };
}

/** Rows written as lines: `words = finds`, divided by semicolons. What is no such line is left out. */
export function danishRows(text: string): LexiconRow[] {
  return linesOf(text).map(([words, finds]) => ({ lang: "da", words: split(words, ";"), finds: split(finds, ";") }));
}

function foreignRows(text: string): LexiconRow[] {
  return linesOf(text).flatMap(([danish, cells]) =>
    cells.split("|").flatMap((cell, at) => {
      const lang = FOREIGN[at];
      const words = split(cell, ",");
      return lang && words.length > 0 ? [{ lang, words, finds: split(danish, ";") }] : [];
    }),
  );
}

function linesOf(text: string): [string, string][] {
  return text.split("\n").flatMap((line): [string, string][] => {
    const at = line.indexOf(" = ");
    return at < 0 || line.startsWith("#") ? [] : [[line.slice(0, at), line.slice(at + 3)]];
  });
}

function split(text: string, mark: string): string[] {
  return text
    .split(mark)
    .map((part) => part.trim())
    .filter(Boolean);
}
