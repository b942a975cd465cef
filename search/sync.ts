import type { Database } from "better-sqlite3";

const ROWS_A_STEP = 2_000;

export interface Changes {
  ids: string[];
  /** The position in the outbox log that has been read up to. */
  position: number;
}

/** The newest position of the outbox log. */
export function newestPosition(client: Database): number {
  return (
    client.prepare<[], { seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'outbox_log'").get()?.seq ?? 0
  );
}

/**
 * The next changed activities after a position, each once; null when rows were trimmed away unseen, so that only a full
 * build helps.
 */
export function changesAfter(client: Database, position: number, limit = 1000): Changes | null {
  const rows = client
    .prepare<[number, number], { seq: number; activity_id: string }>(
      "SELECT seq, activity_id FROM outbox_log WHERE seq > ? ORDER BY seq LIMIT ?",
    )
    .all(position, limit);
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return position < newestPosition(client) ? null : { ids: [], position };
  if (first.seq > position + 1) return null; // the counter rolls back with its transaction, so positions have no holes
  return { ids: [...new Set(rows.map((row) => row.activity_id))], position: last.seq };
}

/** How far a reader has come; null when it has not been seen. */
export function positionOf(client: Database, reader: string): number | null {
  const row = client
    .prepare<[string], { position: number }>("SELECT position FROM outbox_readers WHERE reader = ?")
    .get(reader);
  return row?.position ?? null;
}

/** Notes how far a reader has come. An embedded one that was not seen for an hour is gone. */
export function passed(client: Database, reader: string, position: number, now: number): void {
  client
    .prepare(
      "INSERT INTO outbox_readers (reader, position, seen_at) VALUES (?, ?, ?) ON CONFLICT (reader) DO UPDATE SET position = excluded.position, seen_at = excluded.seen_at",
    )
    .run(reader, position, now);
  client.prepare("DELETE FROM outbox_readers WHERE seen_at < ? AND reader LIKE 'embedded:%'").run(now - 3_600_000);
}

/** Drops some of the rows that every reader has passed; answers how many. */
export function dropPassed(client: Database): number {
  return client
    .prepare(
      "DELETE FROM outbox_log WHERE seq <= (SELECT MIN(position) FROM outbox_readers) AND seq < (SELECT MIN(seq) FROM outbox_log) + ?",
    )
    .run(ROWS_A_STEP).changes;
}

/** A reader that is gone must not keep the log. */
export function forgetReader(client: Database, reader: string): void {
  client.prepare("DELETE FROM outbox_readers WHERE reader = ?").run(reader);
}
