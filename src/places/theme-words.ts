/** Which theme words tell. Pure. */
import { fold } from "../../search/fold.ts";
import { readQuery } from "../../search/query.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";

/** Beginnings of words that tell a theme; folded. */
const THEME_WORDS: Record<string, string[]> = {
  samvaer: ["kaffe", "hygge", "samvaer", "faellesspis", "snak", "netvaerk", "caféaften"],
  motion: [
    "motion",
    "gymnastik",
    "traening",
    "yoga",
    "pilates",
    "svoem",
    "fodbold",
    "badminton",
    "petanque",
    "dans",
    "stolegym",
    "gaatur",
    "gaahold",
    "styrke",
    "bordtennis",
    "floorball",
  ],
  natur: ["natur", "skov", "have", "fugle", "vandretur", "urter", "nyttehave", "vinterbad"],
  mad: ["mad", "spisning", "madlavning", "koekken", "brunch", "frokost", "bage", "middag"],
  musik: ["kor", "sang", "syng", "musik", "guitar", "band", "koncert", "klaver"],
  haandarbejde: ["strik", "haekl", "sy", "broderi", "haandarbejde", "garn", "vaev", "patchwork", "traevaerk"],
  kunst: ["kunst", "male", "tegne", "keramik", "teater", "foto", "museum", "udstilling", "akvarel"],
  spil: ["spil", "braetspil", "skak", "bridge", "kortspil", "banko", "quiz", "rollespil", "billard", "whist"],
  it: ["it", "computer", "mobil", "tablet", "ipad", "internet", "mitid", "digital"],
  kurser: ["kursus", "kurser", "undervisning", "foredrag", "sprog", "workshop", "aftenskole"],
  samtale: ["samtale", "sorg", "paaroerende", "stoettegruppe", "selvhjaelp", "netvaerksgruppe", "laesekreds"],
  frivillig: ["frivillig", "genbrug", "repair", "reparation", "besoegsven"],
};
const MOST_THEMES = 2;
/** A longer text is slow to read, and says little that is new. */
const READ_SIGNS = 4000;

/** Themes that the words tell, best first: names of themes as an editor keeps them, and usual words. */
export function themesIn(text: string, vocabulary: Vocabulary): string[] {
  const words = wordsIn(text);
  const hits = vocabulary.themes.map(({ slug, name }) => {
    const known = (THEME_WORDS[slug] ?? name.split(/[^\p{L}]+/u).filter((word) => word.length > 3)).map(fold);
    return { slug, count: words.filter((word) => known.some((start) => tells(word, start))).length };
  });
  return hits
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_THEMES)
    .map(({ slug }) => slug);
}

/** The one theme that some words clearly mean, as the search reads them; null: none, several, or words of danger. */
export function themeOf(words: string, vocabulary: Vocabulary, now: number): string | null {
  const { query, crisis } = readQuery(new URLSearchParams({ q: words }), vocabulary, now);
  if (crisis) return null;
  const { tema, lifts } = query;
  const [theme, ...others] = [tema, lifts.tema, themesIn(words, vocabulary)].find((found) => found.length > 0) ?? [];
  return others.length === 0 ? (theme ?? null) : null;
}

/** Whether words mean a text: they are in it, each as a beginning, or its themes hold the one that they mean. */
export function isMeantBy(
  words: string,
  { text, themes }: { text: string; themes: readonly string[] },
  vocabulary: Vocabulary,
  now: number,
): boolean {
  const theme = themeOf(words, vocabulary, now);
  const there = wordsIn(text);
  const asked = wordsIn(words).filter((word) => word.length > 2);
  const isSaid = asked.length > 0 && asked.every((word) => there.some((one) => one.startsWith(word)));
  return isSaid || (theme !== null && themes.includes(theme));
}

function wordsIn(text: string): string[] {
  return fold(text.slice(0, READ_SIGNS)).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A long beginning tells by itself (*strikkecafé*), a short one only as a word (*kor*, *koret*; not *kort*). */
function tells(word: string, start: string): boolean {
  if (!word.startsWith(start)) return false;
  return start.length > 4 || /^(?:e|en|et|er|ne|erne|s)?$/.test(word.slice(start.length));
}
