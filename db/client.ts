import { join } from "node:path";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import * as schema from "./schema.ts";
import { learnSizes, openFile, openReader, type SqliteFile } from "./sqlite.ts";
import { refuseNewer } from "./versions.ts";

/** The database, or an open transaction of it: deeds take either. */
export type Db = Omit<BetterSQLite3Database<typeof schema>, "$client" | "_">;
export type OpenDb = BetterSQLite3Database<typeof schema> & { $client: SqliteFile };

/**
 * Opens (and creates) the database file and brings it to the newest migration found under `root`. Throws, and changes
 * nothing, when a newer program wrote it.
 */
export function openDb(file: string, root: string): OpenDb {
  const db = connect(file);
  try {
    refuseNewer(db.$client, root);
  } catch (error) {
    db.$client.close();
    throw error;
  }
  migrate(db, { migrationsFolder: join(root, "db/migrations") });
  learnSizes(db.$client, true);
  return db;
}

/**
 * Opens a database that is migrated already. Its transactions take the write lock when they begin: one that reads first
 * could not take it later.
 */
export function connect(file: string): OpenDb {
  return writing(openFile(file));
}

/** Opens a migrated database for `openWriter`: it waits for no lock. */
export function connectToWrite(file: string): OpenDb {
  return writing(openFile(file, 0));
}

/** Opens a migrated database to read alone: a deed that is done with it by mistake throws. */
export function connectToRead(file: string): OpenDb {
  return drizzle(openReader(file), { schema, casing: "snake_case" });
}

function writing(client: SqliteFile): OpenDb {
  const db = drizzle(client, { schema, casing: "snake_case" });
  const begin = db.transaction.bind(db);
  db.transaction = (deed, config = { behavior: "immediate" }) => begin(deed, config);
  return db;
}
