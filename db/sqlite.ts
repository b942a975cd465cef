import Database from "better-sqlite3";

export type SqliteFile = Database.Database;

/** Opens (and creates) a file. A commit is on the disk before it is acknowledged; what is deleted is overwritten. */
export function openFile(file: string): SqliteFile {
  const client = new Database(file);
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 5000", "secure_delete = ON"]) client.pragma(pragma);
  return client;
}

/** Opens a database that is there already, to read alone. */
export function openReader(file: string): SqliteFile {
  return new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
}
