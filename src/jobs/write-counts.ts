import type { Db } from "../../db/client.ts";
import { letOthersWrite } from "../../db/write.ts";
import { type Failed, writeFailed } from "../accounts/failed-sign-ins.ts";
import { type SearchTally, newTally, writeTally } from "../board/search-statistics.ts";
import { type Seen, writeSeen } from "../upkeep/counts.ts";

const ROWS_A_TRANSACTION = 500;

/**
 * What the pages have counted and nobody has written yet: searches, how often activities were seen and used, and
 * sign-ins that failed.
 */
export interface Counted {
  searches: SearchTally;
  seen: Seen;
  failedSignIns: Failed;
}

export function nothingCounted(): Counted {
  return { searches: newTally(), seen: new Map(), failedSignIns: new Map() };
}

/** Adds what was counted to what waits. */
export function addCounted(waiting: Counted, more: Counted): void {
  const targets = mapsOf(waiting);
  for (const [at, map] of mapsOf(more).entries())
    for (const [key, count] of map) targets[at]?.set(key, (targets[at].get(key) ?? 0) + count);
}

/** Writes what waits, a few rows a transaction, and empties it. What could not be written waits on. */
export async function writeCounts(db: Db, waiting: Counted): Promise<void> {
  for (let some = takeSome(waiting); some; some = takeSome(waiting)) {
    try {
      const { searches, seen, failedSignIns } = some;
      db.transaction((tx) => {
        writeTally(tx, searches);
        writeSeen(tx, seen);
        writeFailed(tx, failedSignIns);
      });
    } catch (fault) {
      addCounted(waiting, some);
      throw fault;
    }
    await letOthersWrite();
  }
}

function takeSome(waiting: Counted): Counted | null {
  const some = nothingCounted();
  const targets = mapsOf(some);
  let rows = 0;
  for (const [at, map] of mapsOf(waiting).entries()) {
    for (const [key, count] of map) {
      if (rows === ROWS_A_TRANSACTION) return some;
      rows += 1;
      targets[at]?.set(key, count);
      map.delete(key);
    }
  }
  return rows > 0 ? some : null;
}

function mapsOf({ searches, seen, failedSignIns }: Counted): Map<string, number>[] {
  return [searches.counts, searches.gaps, seen, failedSignIns];
}
