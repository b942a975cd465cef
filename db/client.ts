import { join } from "node:path";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import * as schema from "./schema.ts";

/** The database, or an open transaction of it: deeds take either. */
export type Db = Omit<BetterSQLite3Database<typeof schema>, "$client" | "_">;
export type OpenDb = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

/** Opens (and creates) the database file and brings it to the newest migration found under `root`. */
export function openDb(file: string, root: string): OpenDb {
  const db = connect(file);
  migrate(db, { migrationsFolder: join(root, "db/migrations") });
  return db;
}

/** Opens a database that is migrated already. A commit is on the disk before it is acknowledged; what is deleted is overwritten. */
export function connect(file: string): OpenDb {
  const client = new Database(file);
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 5000", "secure_delete = ON"]) client.pragma(pragma);
  return drizzle(client, { schema, casing: "snake_case" });
}

/** Opens a database that is there already, to read alone. */
export function openReader(file: string): Database.Database {
  return new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
}
