import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDb, type OpenDb } from "../../db/client.ts";
import { insertDefaults } from "../../db/defaults.ts";
import { images, organisations } from "../../db/schema.ts";
import { newId } from "../../src/shared/ids.ts";
import { openDataFolder } from "../../src/shared/own-files.ts";
import { ROOT } from "../harness/root.ts";
import { NOW } from "../world.ts";

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
