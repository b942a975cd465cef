/** What goes into a backup: the database and the pictures of a running site, with their digests. */
import { createHash } from "node:crypto";
import { closeSync, copyFileSync, existsSync, linkSync, mkdirSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import { copyDatabase, openReader, type SqliteFile } from "../../../db/sqlite.ts";
import { knownMigrations, migrationsOf } from "../../../db/versions.ts";
import { databaseFile } from "../../shared/own-files.ts";
import type { Progress } from "./archive.ts";
import { type Manifest, DATABASE, PICTURES, NAMES } from "./manifest.ts";
import { recordOf } from "../../shared/record.ts";

const CHUNK = 1 << 20;

/**
 * Gathers what a backup holds in a folder: the pictures before and after the database, so that none that it names is
 * missing. The site may run. Throws when there is no database.
 */
export async function gather(
  dataDir: string,
  work: string,
  of: { root: string; version: string; now: number },
  told: Progress,
): Promise<Manifest> {
  linkPictures(dataDir, work);
  await copyDatabase(databaseFile(dataDir), join(work, DATABASE), (done) => told("copy", done));
  linkPictures(dataDir, work);
  const copy = openReader(join(work, DATABASE));
  const when = migrationsOf(copy).at(-1) ?? 0;
  const name = knownMigrations(of.root).find((known) => known.when === when)?.name ?? "";
  const rows = countRows(copy);
  copy.close();
  const files = Object.fromEntries([DATABASE, ...picturesIn(work)].map((file) => [file, describe(join(work, file))]));
  return {
    format: 1,
    version: of.version,
    madeAt: new Date(of.now).toISOString(),
    migration: { when, name },
    rows,
    files,
  };
}

/** How many rows each table has. */
export function countRows(client: SqliteFile): Record<string, number> {
  const tables = client
    .prepare<[], string>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .pluck()
    .all();
  return Object.fromEntries(
    tables.map((table) => [table, client.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0]),
  );
}

/** The pictures in a folder that holds `images`, as a backup names them. */
export function picturesIn(folder: string): string[] {
  const pictures = join(folder, PICTURES);
  if (!existsSync(pictures)) return [];
  return readdirSync(pictures)
    .map((name) => `${PICTURES}/${name}`)
    .filter((name) => NAMES.test(name))
    .sort();
}

/** A second name instead of a copy where the disk can: a picture is never changed, only taken away. */
function linkPictures(dataDir: string, work: string): void {
  mkdirSync(join(work, PICTURES), { recursive: true });
  for (const name of picturesIn(dataDir)) {
    if (existsSync(join(work, name))) continue;
    try {
      linkSync(join(dataDir, name), join(work, name));
    } catch (error) {
      if (recordOf(error)["code"] !== "ENOENT") copyFileSync(join(dataDir, name), join(work, name));
    }
  }
}

function describe(file: string): { size: number; sha256: string } {
  const hash = createHash("sha256");
  const handle = openSync(file, "r");
  const buffer = Buffer.allocUnsafe(CHUNK);
  let size = 0;
  for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) {
    hash.update(buffer.subarray(0, read));
    size += read;
  }
  closeSync(handle);
  return { size, sha256: hash.digest("hex") };
}
