import type { Database } from "better-sqlite3";

const KEY = "mark.meilisearch-indexer";
const LEASE_MS = 5_000;

/**
 * Takes, or keeps for another 5 seconds, the right to write to the index: one process at a time has it. `now`: epoch
 * ms.
 */
export function takeLease(client: Database, holder: string, now: number): boolean {
  const take = client.transaction(() => {
    const row = client
      .prepare<[string], { value: string }>("SELECT value FROM settings WHERE key = ? AND team_id = ''")
      .get(KEY);
    const lease = row ? (JSON.parse(row.value) as { holder: string; until: number }) : null;
    if (lease && lease.holder !== holder && lease.until > now && lease.until <= now + LEASE_MS) return false;
    client
      .prepare(
        "INSERT INTO settings (key, team_id, value) VALUES (?, '', ?) ON CONFLICT (key, team_id) DO UPDATE SET value = excluded.value",
      )
      .run(KEY, JSON.stringify({ holder, until: now + LEASE_MS }));
    return true;
  });
  return take.immediate();
}

/** Gives it back, so that another process need not wait. */
export function giveLeaseBack(client: Database, holder: string): void {
  client.prepare("DELETE FROM settings WHERE key = ? AND json_extract(value, '$.holder') = ?").run(KEY, holder);
}
