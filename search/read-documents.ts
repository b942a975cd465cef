import type { Database } from "better-sqlite3";
import { ON_BOARD } from "../db/on-board.ts";
import { localMinutes } from "../src/shared/time.ts";
import { factsOf } from "../src/shared/facts.ts";
import type { Language } from "./language.ts";
import { DEFAULT_LEXICON, type LexiconRow } from "./lexicon/needs.ts";
import { type DocumentOccurrence, linesIn, type SearchDocument, shownPoint } from "./document.ts";

const COLUMNS = `a.id, a.title, a.summary, a.description, a.themes, a.place_name, a.postcode, a.lat, a.lng, a.private_place, a.area, a.price_ore, a.level, a.demand,
  a.facts, a.languages, a.bus, a.parking, a.age_min, a.age_max, a.published_at, o.name AS organisation, ar.name AS area_name, p.name AS town`;
const FROM =
  "FROM activities a JOIN organisations o ON o.id = a.organisation_id LEFT JOIN areas ar ON ar.slug = a.area LEFT JOIN postcodes p ON p.code = a.postcode";

interface Row {
  id: string;
  title: string;
  summary: string;
  description: string;
  themes: string;
  place_name: string | null;
  postcode: string | null;
  lat: number | null;
  lng: number | null;
  private_place: number;
  area: string | null;
  price_ore: number | null;
  level: "beginner" | "some" | "skilled" | null;
  demand: "none" | "fair" | "good" | null;
  facts: string;
  languages: string;
  bus: string | null;
  parking: number;
  age_min: number | null;
  age_max: number | null;
  published_at: number | null;
  organisation: string;
  area_name: string | null;
  town: string | null;
}

/**
 * The documents of all activities that the public may find, in order of id; one that has no occurrence left is still
 * among them.
 */
export function* readAllDocuments(client: Database, now: number): Generator<SearchDocument> {
  const read = documentReader(client, now);
  for (const row of client.prepare<[], Row>(`SELECT ${COLUMNS} ${FROM} WHERE ${ON_BOARD} ORDER BY a.id`).iterate())
    yield read(row);
}

/** The documents of these activities; one that the public may no longer find is missing from the answer. */
export function readDocuments(client: Database, ids: readonly string[], now: number): SearchDocument[] {
  const read = documentReader(client, now);
  const one = client.prepare<[string], Row>(`SELECT ${COLUMNS} ${FROM} WHERE a.id = ? AND ${ON_BOARD}`);
  return ids.flatMap((id) => {
    const row = one.get(id);
    return row ? [read(row)] : [];
  });
}

/** Groups of words that find each other, as an editor keeps them. */
export function readSynonyms(client: Database): string[][] {
  return client
    .prepare<[], { words: string }>("SELECT words FROM synonyms ORDER BY id")
    .all()
    .map((row) => listIn(row.words));
}

/** Words for needs and themes, as an editor keeps them; what the program brings while nobody has. */
export function readLexicon(client: Database): readonly LexiconRow[] {
  const rows = client
    .prepare<[], { lang: Language; words: string; finds: string }>("SELECT lang, words, finds FROM needs ORDER BY id")
    .all();
  if (rows.length === 0) return DEFAULT_LEXICON;
  return rows.map(({ lang, words, finds }) => ({
    lang,
    words: listIn(words),
    finds: listIn(finds),
  }));
}

function documentReader(client: Database, now: number): (row: Row) => SearchDocument {
  const themeNames = new Map(
    client
      .prepare<[], { slug: string; name: string }>("SELECT slug, name FROM themes")
      .all()
      .map((theme) => [theme.slug, theme.name]),
  );
  const upcoming = client.prepare<[string, number], { start: number; end: number }>(
    'SELECT start, "end" FROM occurrences WHERE activity_id = ? AND "end" > ? AND cancelled = 0 ORDER BY start',
  );
  return (row) => documentOf(row, themeNames, upcoming.all(row.id, now).map(withLocal));
}

function withLocal({ start, end }: { start: number; end: number }): DocumentOccurrence {
  return { start, end, local: localMinutes(start) };
}

function documentOf(row: Row, themeNames: Map<string, string>, occurrences: DocumentOccurrence[]): SearchDocument {
  const themes = listIn(row.themes);
  const stated = listIn(row.facts);
  const online = stated.includes("online");
  const point =
    online || row.lat === null || row.lng === null
      ? null
      : shownPoint({ lat: row.lat, lng: row.lng }, row.private_place === 1);
  const names = [
    row.organisation,
    row.place_name,
    row.area_name,
    row.town,
    ...themes.map((slug) => themeNames.get(slug)),
  ];
  return {
    id: row.id,
    title: row.title,
    summary: row.summary,
    description: row.description,
    names: names.filter((name) => typeof name === "string"),
    areas: row.area && !online ? [row.area] : [],
    postcode: online ? null : row.postcode,
    lat: point?.lat ?? null,
    lng: point?.lng ?? null,
    online,
    themes,
    facts: factsOf({
      ...row,
      facts: stated,
      languages: listIn(row.languages),
      parking: row.parking === 1,
    }),
    priceOre: row.price_ore,
    lines: linesIn(row.bus),
    ageMin: row.age_min,
    ageMax: row.age_max,
    publishedAt: row.published_at ?? 0,
    occurrences,
  };
}

/** A list as the database keeps it. */
function listIn(json: string): string[] {
  return JSON.parse(json);
}
