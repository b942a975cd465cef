import { readFileSync } from "node:fs";
import { type OpenDb, openDb } from "../../db/client.ts";
import { insertDefaults } from "../../db/defaults.ts";
import { demoTown } from "../../db/demo/town.ts";
import { organisations } from "../../db/schema.ts";
import type { SearchDocument } from "../../search/document.ts";
import type { SearchEngine } from "../../search/engine.ts";
import { EmbeddedIndex } from "../../search/embedded/postings-index.ts";
import { readNames } from "../../search/embedded/names.ts";
import { DEFAULT_LEXICON } from "../../search/lexicon/needs.ts";
import type { Need } from "../../search/synonyms.ts";
import { openMeaningTable } from "../../search/meaning/table.ts";
import { readAllDocuments, readSynonyms } from "../../search/read-documents.ts";
import { type Found, findForPage, findOnBoard, type FoundForPage } from "../../src/board/find.ts";
import { importLines } from "../../src/exchange/import.ts";
import { slugOf } from "../../src/shared/ids.ts";
import { localDate } from "../../src/shared/time.ts";
import { ROOT } from "../harness/root.ts";

/** What somebody types, and what is wanted for it. */
export interface Row {
  q: string;
  class: string;
  /** Patterns of titles, any of which satisfies. */
  top?: string[];
  /** How many of the first five hits must; 1 when left out. */
  need?: number;
  /** Patterns of titles that must not be among the first three. */
  never?: string[];
  /**
   * By parameter what must be understood, or a list of such alternatives; "a|b" is either, of a list all must be there,
   * `naer` is latitude, longitude and how many kilometres apart at most.
   */
  understood?: Wanted | Wanted[];
  /** Whether the lines for people in danger must be shown. */
  crisis?: boolean;
}
type Wanted = Record<string, unknown>;
type Searches = Pick<SearchEngine, "search">;

/** An instant at which all rows are asked. */
export const NEEDS_NOW = Date.parse("2026-11-26T09:00:00Z");

const GIVEN_PLACES = ["omraade", "dag", "tid"];

export function rowsOf(file: string): Row[] {
  return JSON.parse(readFileSync(new URL(`./${file}`, import.meta.url), "utf8")) as Row[];
}

/** The demo town, to be asked like the site. */
export function openTown(needs: readonly Need[] = DEFAULT_LEXICON): (q: string) => Promise<Found> {
  const { db, engine } = demoBoard(needs);
  return (q) => findOnBoard(db, engine, new URLSearchParams({ q }), NEEDS_NOW);
}

/** The same town behind another search: made of that of the town, its documents and its areas. */
export async function openTownBehind(
  make: (own: Searches, documents: SearchDocument[], areas: string[]) => Promise<Searches>,
): Promise<(q: string) => Promise<Found>> {
  const { db, engine } = demoBoard(DEFAULT_LEXICON);
  const areas = readNames(db.$client).flatMap(({ kind, value }) => (kind === "area" ? [value] : []));
  const behind = await make(engine, [...readAllDocuments(db.$client, NEEDS_NOW)], [...new Set(areas)]);
  return (q) => findOnBoard(db, behind, new URLSearchParams({ q }), NEEDS_NOW);
}

/** The first page of the demo town, by its address. */
export function openTownPage(): (params: URLSearchParams) => Promise<FoundForPage> {
  const { db, engine } = demoBoard(DEFAULT_LEXICON);
  return (params) => findForPage(db, engine, params, NEEDS_NOW);
}

function demoBoard(needs: readonly Need[]): { db: OpenDb; engine: Searches } {
  const db = openDb(":memory:", ROOT);
  insertDefaults(db);
  const town = demoTown(localDate(NEEDS_NOW));
  for (const { name, description } of town.organisations)
    db.insert(organisations)
      .values({ id: name, slug: slugOf(name), name, description, state: "approved", createdAt: 0 })
      .run();
  const lines = town.activities.map((activity) => JSON.stringify(activity));
  const { bad } = importLines(db, lines, NEEDS_NOW);
  if (bad.length > 0) throw new Error(`bad lines: ${bad.length}`);
  const index = new EmbeddedIndex({ meaning: openMeaningTable() });
  index.setSynonyms(readSynonyms(db.$client), needs);
  index.setNames(readNames(db.$client));
  for (const document of readAllDocuments(db.$client, NEEDS_NOW)) index.put(document);
  index.settle();
  const engine = { search: async (...asked: Parameters<EmbeddedIndex["search"]>) => index.search(...asked) };
  return { db, engine };
}

/** What is wrong with the answer to a row, in words; nothing when it satisfies. */
export function faultsOf(row: Row, { read, cards }: Found): string[] {
  const { top = [], need = 1, never = [], understood } = row;
  const titles = cards.map(({ title }) => title);
  const good = titles.slice(0, 5).filter((title) => meets(top, title)).length;
  const bad = titles.slice(0, 3).filter((title) => meets(never, title));
  return [
    ...(good < need ? [`${good} of ${need}: ${titles.slice(0, 5).join(" / ")}`] : []),
    ...(bad.length > 0 ? [`never: ${bad.join(" / ")}`] : []),
    ...(understood && ![understood].flat().some((one) => isUnderstood(one, { ...read.understood }))
      ? [`understood ${JSON.stringify(read.understood)}, not ${JSON.stringify(understood)}`]
      : []),
  ];
}

/** How many of these rows are satisfied, from 0 to 1, and what is wrong with the others. */
export async function satisfied(
  rows: readonly Row[],
  ask: (q: string) => Promise<Found>,
): Promise<{ share: number; missed: string[] }> {
  const missed: string[] = [];
  for (const row of rows) {
    const faults = faultsOf(row, await ask(row.q));
    if (faults.length > 0) missed.push(`${row.class} · ${row.q} · ${faults.join(" · ")}`);
  }
  return { share: 1 - missed.length / rows.length, missed };
}

function meets(patterns: readonly string[], title: string): boolean {
  return patterns.some((pattern) => new RegExp(pattern, "iu").test(title));
}

function isUnderstood(wanted: Wanted, understood: Wanted): boolean {
  return Object.entries(wanted).every(([name, value]) => holds(name, value, understood[name]));
}

function holds(name: string, wanted: unknown, got: unknown): boolean {
  if (name === "naer") return isNear(wanted as [number, number, number], got as { lat: number; lng: number } | null);
  if (!Array.isArray(wanted)) return either(wanted, got ?? null);
  const all = [got ?? []].flat();
  const met = wanted.every((one) => all.some((value) => either(one, value)));
  return met && (!GIVEN_PLACES.includes(name) || all.every((value) => wanted.some((one) => either(one, value))));
}

function either(wanted: unknown, got: unknown): boolean {
  return String(wanted).split("|").includes(String(got));
}

function isNear([lat, lng, km]: [number, number, number], got: { lat: number; lng: number } | null): boolean {
  if (!got) return false;
  return Math.hypot((got.lat - lat) * 111.2, (got.lng - lng) * 111.2 * Math.cos((lat * Math.PI) / 180)) <= km;
}
