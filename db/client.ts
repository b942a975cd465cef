import { join } from "node:path";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import * as schema from "./schema.ts";
import { openFile, type SqliteFile } from "./sqlite.ts";
import { refuseNewer } from "./versions.ts";

/** The database, or an open transaction of it: deeds take either. */
export type Db = Omit<BetterSQLite3Database<typeof schema>, "$client" | "_">;
export type OpenDb = BetterSQLite3Database<typeof schema> & { $client: SqliteFile };

/** Opens (and creates) the database file and brings it to the newest migration found under `root`. Throws, and changes nothing, when a newer program wrote it. */
export function openDb(file: string, root: string): OpenDb {
  const db = connect(file);
  try {
    refuseNewer(db.$client, root);
  } catch (error) {
    db.$client.close();
    throw error;
  }
  migrate(db, { migrationsFolder: join(root, "db/migrations") });
  return db;
}

/** Opens a database that is migrated already. */
export function connect(file: string): OpenDb {
  return drizzle(openFile(file), { schema, casing: "snake_case" });
}
