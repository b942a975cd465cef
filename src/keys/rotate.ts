import { setTimeout as wait } from "node:timers/promises";
import type { SqliteFile } from "../../db/sqlite.ts";
import type { KeyRing } from "../shared/seal.ts";
import { keyIdSql, type Row, SEALED, type SealedColumn } from "./sealed.ts";

/** Nobody waits longer than 20 ms for a step: half of it to seal, the rest to reach the disk. */
const STEP_MS = 8;
const BREAK_MS = 5;
const ROWS_A_LOOK = 500;

/**
 * Seals with the first key of the ring whatever another one has sealed, in short steps with breaks between, so that the
 * site goes on. Each step is whole: cut off anywhere, some rows are under the new key and the others under the old.
 * Over again it takes what is left. `told` hears how many rows are done.
 */
export async function rotate(client: SqliteFile, keys: KeyRing, told: (rows: number) => void): Promise<number> {
  let done = 0;
  for (const sealed of SEALED) {
    for (let from = 0; ;) {
      const step = rotateSome(client, keys, sealed, from);
      if (step === null) break;
      from = step.to;
      done += step.rows;
      told(done);
      await wait(BREAK_MS);
    }
  }
  return done;
}

/** One step: rows after `from` until the time is up. Null: no row is left. */
export function rotateSome(
  client: SqliteFile,
  keys: KeyRing,
  sealed: SealedColumn,
  from: number,
): { to: number; rows: number } | null {
  const { table, column } = sealed;
  const stale = staleSql(sealed);
  const first = keys.keys[0]?.id ?? "";
  const ids = client
    .prepare<[number, { first: string }], number>(
      `SELECT rowid FROM ${table} WHERE rowid > ? AND ${stale} ORDER BY rowid LIMIT ${ROWS_A_LOOK}`,
    )
    .pluck()
    .all(from, { first });
  if (ids.length === 0) return null;
  const read = client.prepare<[number], Row>(`SELECT * FROM ${table} WHERE rowid = ? AND ${column} IS NOT NULL`);
  const step = client.transaction(() => {
    const until = performance.now() + STEP_MS;
    let to = from;
    let rows = 0;
    for (const id of ids) {
      const row = read.get(id);
      if (row) write(client, table, id, sealed.renewed(keys, row));
      to = id;
      rows += 1;
      if (performance.now() > until) break;
    }
    return { to, rows };
  });
  return step.immediate();
}

function staleSql({ column, indexes = [] }: SealedColumn): string {
  const stale = [`${keyIdSql(column)} <> @first`, ...indexes.map((index) => `${index} NOT LIKE @first || ':%'`)];
  return `${column} IS NOT NULL AND (${stale.join(" OR ")})`;
}

function write(client: SqliteFile, table: string, rowId: number, values: Record<string, unknown>): void {
  const names = Object.keys(values);
  client
    .prepare(`UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(", ")} WHERE rowid = ?`)
    .run(...Object.values(values), rowId);
}
