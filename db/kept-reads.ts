import type { Database } from "better-sqlite3";
import type { Db, OpenDb } from "./client.ts";

const MOST = 1_000;
type State = () => string;
const known = new WeakMap<Database, { state: State; at: string; reads: Map<string, unknown> }>();

/**
 * What `read` finds, kept under its name until anybody writes to the database, at most 1,000 of them. Within a
 * transaction it is read anew. Who is given it must not change it.
 */
export function keptRead<T>(db: Db, name: string, read: () => T): T {
  const client = (db as Partial<OpenDb>).$client;
  if (!client || client.inTransaction) return read();
  const reads = readsOf(client);
  if (reads.has(name)) return reads.get(name) as T;
  const found = read();
  if (reads.size >= MOST) reads.clear();
  reads.set(name, found);
  return found;
}

function readsOf(client: Database): Map<string, unknown> {
  let one = known.get(client);
  if (!one) known.set(client, (one = { state: stateOf(client), at: "", reads: new Map() }));
  const now = one.state();
  if (now !== one.at) {
    one.at = now;
    one.reads.clear();
  }
  return one.reads;
}

/**
 * `data_version` tells of what other connections committed, `total_changes()` of what this one wrote, if it may (SQLite,
 * PRAGMA data_version).
 */
function stateOf(client: Database): State {
  const version = client.prepare<[], number>("PRAGMA data_version").pluck();
  if (client.readonly) return () => String(version.get());
  const changes = client.prepare<[], number>("SELECT total_changes()").pluck();
  return () => `${version.get()} ${changes.get()}`;
}
