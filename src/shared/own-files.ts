import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const OWNER_ONLY = 0o077;
const DATABASE = "faellesbro.db";

/** The file of the database in the data folder. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, DATABASE);
}

/**
 * Makes the data folder. From here on whatever this process writes is readable by its owner alone; so is a database
 * that an older version left open to others.
 */
export function openDataFolder(dataDir: string): void {
  process.umask(OWNER_ONLY);
  mkdirSync(dataDir, { recursive: true });
  for (const suffix of ["", "-wal", "-shm"]) {
    const file = databaseFile(dataDir) + suffix;
    if (existsSync(file)) chmodSync(file, 0o600);
  }
}
