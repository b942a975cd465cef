import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "../../src/shared/log.ts";
import type { SearchQuery, SearchResult } from "../engine.ts";
import { askOf } from "./ask.ts";
import { openBreaker } from "./breaker.ts";
import { meiliEngine } from "./engine.ts";
import { openFollower } from "./follow.ts";
import { indexOn } from "./index.ts";
import { TooWide } from "./refusals.ts";

const LONGEST_MS = 250;
/** An index that has lacked a change for longer does not answer: it would show what is gone. */
const LONGEST_LAG_MS = 1_000;
const LONGEST_CATCHING_UP_MS = 1_500;

export interface MeiliServiceOptions {
  url: string;
  adminKey: string | undefined;
  dbFile: string;
  log: Log;
  now(): number;
  /** Area slugs and postcodes that the site knows. */
  areas(): readonly string[];
  /** A search that takes longer than so many milliseconds is left to another engine; 250 when left out. */
  longestMs?: number;
  /** The first part of the index's name, when several sites share a server. */
  indexName?: string;
}

/** Meilisearch as far as it can be relied on now. */
export interface MeiliService {
  /** Whether it would be asked now. */
  readonly isUsable: boolean;
  /** The answer; null when it cannot be given in time, and another engine must. Never rejects. */
  search(query: SearchQuery, now: number): Promise<SearchResult | null>;
  /** Resolves when it is usable; rejects when that takes longer than so many milliseconds. */
  ready(withinMs: number): Promise<void>;
  changed(): void;
  /** Resolves when all changes up to now are searchable, or another engine answers because that takes too long. */
  caughtUp(withinMs?: number): Promise<void>;
  close(): Promise<void>;
}

/** Begins at once, whether the server is there or not. */
export function openMeiliService({
  url,
  adminKey,
  dbFile,
  log,
  now,
  areas,
  longestMs = LONGEST_MS,
  indexName,
}: MeiliServiceOptions): MeiliService {
  const index = indexOn(url, adminKey, indexName);
  const ask = askOf(url, adminKey, index.uid);
  const engine = meiliEngine({ ask, areas });
  const follower = openFollower({ index, dbFile, log, now, onChange: () => engine.forget() });
  const breaker = openBreaker(async () => {
    await ask([{ words: [], filter: [], hits: 0 }], AbortSignal.timeout(longestMs));
  });
  breaker.opened(); // until it has answered once
  const isUsable = () => breaker.closed && follower.lag() <= LONGEST_LAG_MS;
  return {
    get isUsable() {
      return isUsable();
    },
    async search(query, at) {
      if (!isUsable()) return null;
      try {
        return await engine.search(query, at, AbortSignal.timeout(longestMs));
      } catch (fault) {
        if (!(fault instanceof TooWide)) {
          if (breaker.closed) log.warn({ err: fault }, "Meilisearch did not answer; the embedded engine does");
          breaker.opened();
        }
        return null;
      }
    },
    async ready(withinMs) {
      for (const until = performance.now() + withinMs; !isUsable(); await wait(20))
        if (performance.now() > until) throw new Error("Meilisearch did not become ready");
    },
    changed: () => follower.changed(),
    async caughtUp(withinMs) {
      if (withinMs !== undefined || isUsable()) await follower.caughtUp(withinMs ?? LONGEST_CATCHING_UP_MS);
    },
    async close() {
      breaker.close();
      await follower.close();
    },
  };
}
