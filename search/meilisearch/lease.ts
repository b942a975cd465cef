import type { Database } from "better-sqlite3";

const MARK = "meilisearch-indexer";
const LEASE_MS = 5_000;

/**
 * Takes, or keeps for another 5 seconds, the right to write to the index: one process at a time has it. `now`: epoch
 * ms.
 */
export function takeLease(client: Database, holder: string, now: number): boolean {
  const take = client.transaction(() => {
    const lease = client
      .prepare<[string], { holder: string; until: number }>(
        "SELECT json_extract(value, '$.holder') AS holder, json_extract(value, '$.until') AS until FROM marks WHERE name = ?",
      )
      .get(MARK);
    if (lease && lease.holder !== holder && lease.until > now && lease.until <= now + LEASE_MS) return false;
    client
      .prepare("INSERT INTO marks (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
      .run(MARK, JSON.stringify({ holder, until: now + LEASE_MS }));
    return true;
  });
  return take.immediate();
}

/** Gives it back, so that another process need not wait. */
export function giveLeaseBack(client: Database, holder: string): void {
  client.prepare("DELETE FROM marks WHERE name = ? AND json_extract(value, '$.holder') = ?").run(MARK, holder);
}
