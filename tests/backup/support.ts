import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { create, extract } from "tar";
import { openDb, type OpenDb } from "../../db/client.ts";
import { insertDefaults } from "../../db/defaults.ts";
import { images, organisations } from "../../db/schema.ts";
import { gather } from "../../src/commands/backup/gather.ts";
import { pack } from "../../src/commands/backup/archive.ts";
import { newId } from "../../src/shared/ids.ts";
import { openDataFolder } from "../../src/shared/own-files.ts";
import { ROOT } from "../harness/root.ts";
import { NOW } from "../world.ts";

/** Where a folder holds a site and the backup of it. */
export const placesIn = (folder: string) => ({
  dataDir: join(folder, "data"),
  file: join(folder, "copy.tar.gz"),
});

/** A site in a folder, with one association that has pictures. */
export function openSite(dataDir: string): OpenDb {
  openDataFolder(dataDir);
  const db = openDb(join(dataDir, "faellesbro.db"), ROOT);
  insertDefaults(db);
  db.insert(organisations)
    .values({ id: "koret", slug: "koret", name: "Koret", state: "approved", createdAt: NOW })
    .onConflictDoNothing()
    .run();
  return db;
}

/** Stores a picture as the site does: two files, then the row. */
export function addPicture(db: OpenDb, dataDir: string): string {
  const id = newId();
  mkdirSync(join(dataDir, "images"), { recursive: true });
  for (const width of [1200, 480])
    writeFileSync(join(dataDir, "images", `${id}-${width}.webp`), `picture ${id} ${width}`);
  db.insert(images)
    .values({ id, organisationId: "koret", alt: "Koret synger", width: 1200, height: 800, createdAt: NOW })
    .run();
  return id;
}

/** Pictures that the database names and the folder does not have. */
export function missingPictures(db: OpenDb, dataDir: string): string[] {
  const there = new Set(readdirSync(join(dataDir, "images")));
  return db
    .select({ id: images.id })
    .from(images)
    .all()
    .map(({ id }) => `${id}-1200.webp`)
    .filter((name) => !there.has(name));
}

/** Files and folders under a folder that others than the owner can read. */
export function openToOthers(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => (statSync(join(folder, name)).mode & 0o077) !== 0,
  );
}

/** As an older version left it. */
export function openUp(file: string): void {
  chmodSync(file, 0o644);
}

/** Told nothing of how far it is. */
export const silently = () => undefined;

/** Backs up the site of the folder as the command does. */
export async function backUp(folder: string): Promise<void> {
  const { dataDir, file } = placesIn(folder);
  const work = join(folder, "work");
  mkdirSync(work);
  await pack(work, await gather(dataDir, work, { root: ROOT, version: "1", now: NOW }, silently), file, silently);
  rmSync(work, { recursive: true });
}

/** Takes the backup of the folder apart, lets somebody change it, and packs it again. */
export async function tampered(folder: string, change: (unpacked: string) => void): Promise<string> {
  const unpacked = join(folder, "unpacked");
  mkdirSync(unpacked);
  await extract({ file: placesIn(folder).file, cwd: unpacked });
  change(unpacked);
  const again = join(folder, "again.tar.gz");
  await create({ gzip: true, file: again, cwd: unpacked }, [
    "manifest.json",
    ...readdirSync(unpacked).filter((name) => name !== "manifest.json"),
  ]);
  return again;
}

/** Half a kilobyte a row, so that a backup takes its time. */
export function fill(db: OpenDb, rows: number): void {
  db.$client.exec("CREATE TABLE filler (id INTEGER PRIMARY KEY, text TEXT)");
  db.$client.exec(
    `INSERT INTO filler (text) SELECT hex(randomblob(500)) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows}) SELECT i FROM n)`,
  );
}
