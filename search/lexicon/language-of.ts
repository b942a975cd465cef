import { tokens } from "../analysis.ts";
import type { Language } from "../language.ts";
import { STOP_WORDS } from "../words.ts";
import { DEFAULT_LEXICON } from "./needs.ts";

type Foreign = Exclude<Language, "da">;

/** Small words that only one of the languages writes like this; folded. */
const SMALL: [lang: Foreign, words: string][] = [
  ["en", "the with want what where how looking someone help my friends anyone people learn"],
  ["tr", "icin ve bir istiyorum nerede kursu yok var"],
  ["so", "waxaan rabaa caawimaad iyo xagee luqadda raadin"],
  ["pl", "nie jest dla chce gdzie jak szukam pomoc"],
  ["de", "ich und nicht fuer suche moechte wo"],
  ["ro", "pentru vreau unde sunt curs ajutor"],
];
/** Fewer letters tell no language. */
const SHORTEST = 2;
const PERSIAN = /[پچژگکی]/;

let words: Map<string, Foreign | null> | null = null;

/** The language of a text, where its script or its words say clearly that it is not Danish. */
export function languageOf(text: string): Foreign | null {
  if (/[\u0600-\u06ff]/.test(text)) return PERSIAN.test(text) ? "fa" : "ar";
  if (/[\u0400-\u04ff]/.test(text)) return "uk";
  words ??= ownWords();
  const counts = new Map<Foreign, number>();
  const all = tokens(text);
  if (all.some((word) => STOP_WORDS.has(word) && words?.get(word) === undefined)) return null;
  for (const word of all) {
    const lang = words.get(word);
    if (lang) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

/** Words of one language alone; null for those that are also Danish, or another language's. */
function ownWords(): Map<string, Foreign | null> {
  const known = new Map<string, Foreign | null>();
  const note = (lang: Language, phrase: string) => {
    for (const word of tokens(phrase).filter(({ length }) => length >= SHORTEST)) {
      const other = known.get(word);
      known.set(word, lang === "da" || (other !== undefined && other !== lang) ? null : lang);
    }
  };
  for (const { lang, words: said, finds } of DEFAULT_LEXICON) {
    for (const phrase of said) note(lang, phrase);
    for (const phrase of finds) note("da", phrase);
  }
  for (const [lang, said] of SMALL) note(lang, said);
  return known;
}
