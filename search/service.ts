import { connect } from "../db/client.ts";
import type { Log } from "../src/shared/log.ts";
import { openEmbedded } from "./embedded/engine.ts";
import { readNames } from "./embedded/names.ts";
import type { EngineName, MapAndSuggestions, SearchEngine } from "./engine.ts";
import { forgetReaders } from "./meilisearch/reindex.ts";
import { type MeiliService, openMeiliService } from "./meilisearch/service.ts";

/** The search of the site: one of the engines, and always the embedded one for the map and for suggestions. */
export interface SearchService extends Omit<SearchEngine, "name">, MapAndSuggestions {
  /** The engine that answers now. */
  readonly engine: EngineName;
  /** Grows whenever the embedded index has taken in something new. Meilisearch's progress shows in the database. */
  readonly version: number;
  /** To be called after a change was committed: it is searchable at once. */
  changed(): void;
}

export interface SearchOptions {
  dbFile: string;
  root: string;
  log: Log;
  now(): number;
  /** Where Meilisearch is, if it is to answer. */
  meiliUrl?: string | undefined;
  meiliAdminKey?: string | undefined;
  /** The bundled files of the embedded engine, relative to the root. */
  worker?: string | undefined;
  source?: string | undefined;
  /** Called with the position in the outbox log that the embedded index has reached. */
  onReached?(position: number): void;
}

/**
 * Opens the embedded engine, which answers whenever Meilisearch does not, and Meilisearch where the settings name it.
 */
export async function openSearch(options: SearchOptions): Promise<SearchService> {
  const { dbFile, root, log, now, worker, source, onReached } = options;
  let version = 0;
  const onPassed = (position: number) => {
    version++;
    onReached?.(position);
  };
  const embedded = await openEmbedded({ dbFile, root, log, now, worker, source, onPassed });
  const meili = openMeili(options);
  return {
    get engine() {
      return meili?.isUsable ? "meilisearch" : embedded.name;
    },
    get version() {
      return version;
    },
    search: eitherOf(embedded, meili),
    pins: (query, zoom, at) => embedded.pins(query, zoom, at),
    suggest: (words, at, limit) => embedded.suggest(words, at, limit),
    changed() {
      embedded.changed();
      meili?.changed();
    },
    async caughtUp() {
      await Promise.all([embedded.caughtUp(), meili?.caughtUp()]);
    },
    async close() {
      await Promise.all([embedded.close(), meili?.close()]);
    },
  };
}

/**
 * Meilisearch answers, and the embedded engine when it does not, or when needs and meaning must help the words: those it
 * alone knows, and what fits wholly.
 */
export function eitherOf(
  embedded: Pick<SearchEngine, "search">,
  meili: Pick<MeiliService, "isUsable" | "search"> | null,
): SearchEngine["search"] {
  return async (query, now) => {
    if (!meili?.isUsable || query.exact) return embedded.search(query, now);
    if (!query.alike) return (await meili.search(query, now)) ?? embedded.search(query, now);
    const own = await embedded.search(query, now);
    if (query.q !== "" && !own.byWordsAlone) return own;
    const answer = await meili.search(query, now);
    return answer ? { ...answer, fitting: own.fitting, unmet: own.unmet } : own;
  };
}

function openMeili({ dbFile, log, now, meiliUrl, meiliAdminKey }: SearchOptions): MeiliService | null {
  if (meiliUrl === undefined) {
    forgetReaders(dbFile);
    return null;
  }
  return openMeiliService({ url: meiliUrl, adminKey: meiliAdminKey, dbFile, log, now, areas: placesOf(dbFile) });
}

/**
 * Area slugs and postcodes, read once: an editor changes them seldom, and then a place without activities is only
 * counted for online ones.
 */
function placesOf(dbFile: string): () => readonly string[] {
  const { $client } = connect(dbFile);
  const places = readNames($client).flatMap(({ kind, value }) => (kind === "area" ? [value] : []));
  $client.close();
  const once = [...new Set(places)];
  return () => once;
}
