import type { Log } from "../src/shared/log.ts";
import { openEmbedded } from "./embedded/engine.ts";
import type { EngineName, MapAndSuggestions, SearchEngine } from "./engine.ts";

/** The search of the site: one of the engines, and always the embedded one for the map and for suggestions. */
export interface SearchService extends Omit<SearchEngine, "name">, MapAndSuggestions {
  /** The engine that answers now. */
  readonly engine: EngineName;
  /** To be called after a change was committed: it is searchable at once. */
  changed(): void;
}

export interface SearchOptions {
  dbFile: string;
  root: string;
  log: Log;
  now(): number;
}

export async function openSearch({ dbFile, root, log, now }: SearchOptions): Promise<SearchService> {
  const embedded = await openEmbedded({ dbFile, root, log, now });
  return {
    get engine() {
      return embedded.name;
    },
    search: (query, at) => embedded.search(query, at),
    pins: (query, zoom, at) => embedded.pins(query, zoom, at),
    suggest: (words, at, limit) => embedded.suggest(words, at, limit),
    changed: () => embedded.changed(),
    caughtUp: () => embedded.caughtUp(),
    close: () => embedded.close(),
  };
}
