import type { Db } from "../../db/client.ts";
import { namedPlaces, needs } from "../../db/schema.ts";
import { fold } from "../../search/fold.ts";
import { type Language, LANGUAGES } from "../../search/language.ts";
import { DEFAULT_LEXICON, type LexiconRow } from "../../search/lexicon/needs.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import { listWordGroups } from "./words.ts";

/** A place that people name, in degrees. */
export interface NamedPlace {
  name: string;
  lat: number;
  lng: number;
}

/** The words for needs and themes of all languages, as the search reads them. */
export function listLexicon(db: Db): readonly LexiconRow[] {
  const rows = db.select().from(needs).orderBy(needs.id).all();
  if (rows.length === 0) return DEFAULT_LEXICON;
  return rows.map(({ lang, words, finds }) => ({ lang: lang as Language, words, finds }));
}

/**
 * Takes these rows instead of all that the language had; the search follows by itself. Refuses a row without a side.
 */
export function saveLexicon(
  db: Db,
  by: Viewer,
  lang: Language,
  rows: readonly Pick<LexiconRow, "words" | "finds">[],
): void {
  if (!has(by, "editor")) refuse("notYours");
  if (rows.some(({ words, finds }) => words.length === 0 || finds.length === 0)) refuse("needRow", "behov");
  const others = listLexicon(db).filter((row) => row.lang !== lang);
  const all = [...rows.map((row) => ({ ...row, lang })), ...others];
  db.transaction((tx) => {
    tx.delete(needs).run();
    for (const [at, { lang: spoken, words, finds }] of all.entries())
      tx.insert(needs)
        .values({ id: at + 1, lang: spoken, words, finds })
        .run();
  });
}

/** Adds one Danish word and what finds it, before all others. */
export function addNeed(db: Db, by: Viewer, word: string, finds: readonly string[]): void {
  const danish = listLexicon(db).filter(({ lang }) => lang === "da");
  saveLexicon(db, by, "da", [{ words: [word], finds: [...finds] }, ...danish]);
}

/**
 * Says of a folded word whether an editor has said what it finds. What the program brings does not count: a word of it
 * that finds nothing is missed.
 */
export function hasMeaning(db: Db): (word: string) => boolean {
  const brought = new Set(DEFAULT_LEXICON.flatMap(({ words }) => words));
  const added = listLexicon(db).flatMap(({ words }) => words.filter((word) => !brought.has(word)));
  const known = new Set([...added, ...listWordGroups(db).flat()].map(fold));
  return (word) => known.has(word);
}

/** A row a line: `words = what they find`, divided by commas or semicolons. Empty lines do not count. */
export function rowsIn(text: string): Pick<LexiconRow, "words" | "finds">[] {
  return linesOf(text).map((line) => {
    const [words = "", finds = ""] = line.split("=");
    return { words: partsOf(words), finds: partsOf(finds) };
  });
}

/** Rows as `rowsIn` reads them. */
export function rowsAsText(rows: readonly Pick<LexiconRow, "words" | "finds">[]): string {
  return rows.map(({ words, finds }) => `${words.join(", ")} = ${finds.join(", ")}`).join("\n");
}

export function listNamedPlaces(db: Db): NamedPlace[] {
  return db.select().from(namedPlaces).orderBy(namedPlaces.name).all();
}

/** Takes these places instead of all there were. Refuses one without a name or a point on earth. */
export function saveNamedPlaces(db: Db, by: Viewer, places: readonly NamedPlace[]): void {
  if (!has(by, "editor")) refuse("notYours");
  if (places.some(({ name, lat, lng }) => name === "" || !(Math.abs(lat) <= 90) || !(Math.abs(lng) <= 180)))
    refuse("placeRow", "steder");
  db.transaction((tx) => {
    tx.delete(namedPlaces).run();
    for (const place of places) tx.insert(namedPlaces).values(place).onConflictDoNothing().run();
  });
}

/** A place a line: `name = latitude, longitude`. */
export function placesIn(text: string): NamedPlace[] {
  return linesOf(text).map((line) => {
    const [name = "", point = ""] = line.split("=");
    const [lat = "", lng = ""] = point.split(",").map((part) => part.trim());
    return {
      name: name.trim(),
      lat: lat === "" ? Number.NaN : Number(lat),
      lng: lng === "" ? Number.NaN : Number(lng),
    };
  });
}

export function placesAsText(places: readonly NamedPlace[]): string {
  return places.map(({ name, lat, lng }) => `${name} = ${lat}, ${lng}`).join("\n");
}

/** A language by its code; Danish for any other. */
export function languageIn(code: string | null): Language {
  return LANGUAGES.find((lang) => lang === code) ?? "da";
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

function partsOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,;]/)
        .map((part) => part.trim().replace(/\s+/g, " "))
        .filter(Boolean),
    ),
  ];
}
