import { Meilisearch } from "meilisearch";
import type { Log } from "../../src/shared/log.ts";
import type { SearchQuery, SearchResult } from "../engine.ts";
import { type Ask, askOf } from "./ask.ts";
import { openBreaker } from "./breaker.ts";
import { meiliEngine } from "./engine.ts";
import { openFollower } from "./follow.ts";
import { INDEX, searchKey } from "./index.ts";
import { TooWide } from "./refusals.ts";

/** A search that takes longer is answered by the embedded engine. */
const LONGEST_MS = 250;
/** An index that has lacked a change for longer does not answer: it would show what is gone. */
const LONGEST_LAG_MS = 1_000;
const LONGEST_CATCHING_UP_MS = 1_500;
const ADMIN_MS = 20_000;

export interface MeiliServiceOptions {
  url: string;
  adminKey: string | undefined;
  dbFile: string;
  log: Log;
  now(): number;
  /** Area slugs and postcodes that the site knows. */
  areas(): readonly string[];
}

/** Meilisearch as far as it can be relied on now. */
export interface MeiliService {
  /** Whether it would be asked now. */
  readonly isUsable: boolean;
  /** The answer; null when it cannot be given in time, and another engine must. Never rejects. */
  search(query: SearchQuery, now: number): Promise<SearchResult | null>;
  changed(): void;
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

/** Begins at once, whether the server is there or not. */
export function openMeiliService({ url, adminKey, dbFile, log, now, areas }: MeiliServiceOptions): MeiliService {
  const admin = new Meilisearch({ host: url, timeout: ADMIN_MS, ...(adminKey === undefined ? {} : { apiKey: adminKey }) });
  let ask: Ask | null = null;
  const engine = meiliEngine({ ask: (queries, signal) => (ask as Ask)(queries, signal), areas });
  const follower = openFollower({ client: admin, dbFile, log, now, onChange: () => engine.forget() });
  const breaker = openBreaker(async () => {
    ask ??= askOf(url, await searchKey(admin, adminKey !== undefined), INDEX);
    await ask([{ words: [], filter: [], hits: 0 }], AbortSignal.timeout(LONGEST_MS));
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
        return await engine.search(query, at, AbortSignal.timeout(LONGEST_MS));
      } catch (fault) {
        if (!(fault instanceof TooWide)) {
          if (breaker.closed) log.warn({ err: fault }, "Meilisearch did not answer; the embedded engine does");
          breaker.opened();
        }
        return null;
      }
    },
    changed: () => follower.changed(),
    async caughtUp() {
      if (isUsable()) await follower.caughtUp(LONGEST_CATCHING_UP_MS);
    },
    async close() {
      breaker.close();
      await follower.close();
    },
  };
}
