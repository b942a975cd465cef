import Database from "better-sqlite3";

export type SqliteFile = Database.Database;

const PAGES_A_STEP = 1_000;

/**
 * Opens (and creates) a file. A commit is on the disk before it is acknowledged; what is deleted is overwritten. Waits
 * `patience` ms for a lock, on the thread.
 */
export function openFile(file: string, patience = 5_000): SqliteFile {
  const client = new Database(file);
  const pragmas = [
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    `busy_timeout = ${patience}`,
    "secure_delete = ON",
  ];
  for (const pragma of pragmas) client.pragma(pragma);
  return client;
}

/**
 * Lets the planner learn how many rows the tables have, from a sample and only where it has changed much: without it a
 * list of associations went through all activities for each. `all`: also the tables that this connection has not asked
 * (sqlite.org/pragma.html#pragma_optimize). Who opens the file after knows it.
 */
export function learnSizes(client: SqliteFile, all = false): void {
  client.pragma("analysis_limit = 400");
  client.pragma(all ? "optimize = 0x10002" : "optimize");
}

/** Opens a database that is there already, to read alone. */
export function openReader(file: string): SqliteFile {
  return new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
}

/**
 * Copies a database that is in use to a new file, a little at a time: all of it as it was at one instant, however much
 * is written meanwhile.
 * `told` hears which part is done, 0 to 1.
 */
export async function copyDatabase(file: string, to: string, told: (done: number) => void): Promise<void> {
  const source = openReader(file);
  try {
    // An open read transaction: without it the copy begins anew whenever somebody writes.
    source.exec("BEGIN");
    source.prepare("SELECT count(*) FROM sqlite_master").get();
    await source.backup(to, {
      progress({ totalPages, remainingPages }) {
        told(totalPages === 0 ? 1 : 1 - remainingPages / totalPages);
        return PAGES_A_STEP;
      },
    });
  } finally {
    source.close();
  }
}

/**
 * Folds the write-ahead log into a database and holds it for this process alone, until it is closed.
 * Throws SQLITE_BUSY when anybody else has it open, SQLITE_NOTADB or SQLITE_CORRUPT when it cannot be read.
 */
export function holdAlone(file: string): SqliteFile {
  const client = new Database(file, { fileMustExist: true, timeout: 0 });
  try {
    client.pragma("journal_mode = DELETE");
    client.exec("BEGIN EXCLUSIVE");
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}
