import type { Database, Statement } from "better-sqlite3";
import type { SQL } from "drizzle-orm";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import type { Db, OpenDb } from "./client.ts";

const dialect = new SQLiteSyncDialect();
const prepared = new WeakMap<Database, Map<string, Statement<unknown[]>>>();

/**
 * The rows of a query that every page asks: outside a transaction prepared once for each text, which is most of its
 * cost.
 */
export function allRows<Row>(db: Db, query: SQL): Row[] {
  const client = (db as Partial<OpenDb>).$client;
  if (!client) return db.all<Row>(query);
  const { sql, params } = dialect.sqlToQuery(query);
  let statements = prepared.get(client);
  if (!statements) prepared.set(client, (statements = new Map()));
  let statement = statements.get(sql);
  if (!statement) statements.set(sql, (statement = client.prepare(sql)));
  return statement.all(...params) as Row[];
}
