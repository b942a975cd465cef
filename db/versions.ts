import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SqliteFile } from "./sqlite.ts";

/** A change of the tables, by the instant at which it was made (epoch ms). */
export interface Migration {
  when: number;
  name: string;
}

/** The database was written by a newer program: this one would read it wrongly. */
export class NewerDatabase extends Error {
  override name = "NewerDatabase";
  /** The day of the first change that this program does not know: `YYYY-MM-DD`. */
  readonly day: string;

  constructor(day: string) {
    super(`The database was changed on ${day} by a program newer than this one`);
    this.day = day;
  }
}

/** The migrations that this program has, oldest first. */
export function knownMigrations(root: string): Migration[] {
  const journal = JSON.parse(readFileSync(join(root, "db/migrations/meta/_journal.json"), "utf8")) as {
    entries: { when: number; tag: string }[];
  };
  return journal.entries.map(({ when, tag }) => ({ when, name: tag }));
}

/** The instants of the migrations that a database has been through, oldest first; none of a new one. */
export function migrationsOf(client: SqliteFile): number[] {
  const isThere = client.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (!isThere) return [];
  return (
    client.prepare("SELECT created_at AS at FROM __drizzle_migrations ORDER BY created_at").all() as { at: number }[]
  ).map(({ at }) => Number(at));
}

/** Throws when the database has been through a migration that this program does not have. */
export function refuseNewer(client: SqliteFile, root: string): void {
  const known = new Set(knownMigrations(root).map(({ when }) => when));
  const unknown = migrationsOf(client).findLast((when) => !known.has(when));
  if (unknown !== undefined) throw new NewerDatabase(new Date(unknown).toISOString().slice(0, 10));
}
