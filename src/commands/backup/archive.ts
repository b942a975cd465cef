/** The file of a backup: a gzipped tar of `manifest.json`, `faellesbro.db` and `images/…`. */
import { createHash } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { create, list, type ReadEntry } from "tar";
import { z } from "zod";
import { copyDatabase, openReader, type SqliteFile } from "../../../db/sqlite.ts";
import { knownMigrations, migrationsOf } from "../../../db/versions.ts";
import { databaseFile } from "../../shared/own-files.ts";

const MANIFEST = "manifest.json";
export const DATABASE = "faellesbro.db";
export const PICTURES = "images";
/** What a backup may hold; nothing else is ever taken out of one. */
const NAMES = /^(faellesbro\.db|images\/[a-z0-9]{12}-\d+\.webp)$/;
const LARGEST_MANIFEST = 64 * 1024 * 1024;
const CHUNK = 1 << 20;

const manifestSchema = z.object({
  format: z.literal(1),
  /** Of the program that made it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** The newest migration of the database. */
  migration: z.object({ when: z.number(), name: z.string() }),
  rows: z.record(z.string(), z.number()),
  files: z.record(z.string().regex(NAMES), z.object({ size: z.number(), sha256: z.string() })),
});
export type Manifest = z.output<typeof manifestSchema>;

export type Progress = (step: "copy" | "pack" | "unpack", done: number) => void;

/** The file is no backup, or is damaged so that nothing of it can be trusted. */
export class NoBackup extends Error {
  override name = "NoBackup";
}

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

/** Packs a gathered folder, the manifest first; the file appears whole under its name or not at all. */
export async function pack(work: string, manifest: Manifest, file: string, told: Progress): Promise<void> {
  writeFileSync(join(work, MANIFEST), JSON.stringify(manifest, null, 1));
  const names = [MANIFEST, ...Object.keys(manifest.files)];
  let packed = 0;
  const unfinished = `${file}.part`;
  await create(
    {
      gzip: true,
      portable: true,
      cwd: work,
      file: unfinished,
      onWriteEntry: () => told("pack", ++packed / names.length),
    },
    names,
  );
  sync(unfinished);
  renameSync(unfinished, file);
}

export interface Damage {
  file: string;
  why: "missing" | "changed" | "unknown";
}

/**
 * Reads a backup, checks each file against the manifest, and writes the wanted ones into a folder. Answers what is
 * wrong. Throws `NoBackup`.
 */
export async function unpack(
  file: string,
  into: string,
  wanted: (name: string) => boolean,
  told: Progress,
): Promise<{ manifest: Manifest; damage: Damage[] }> {
  let manifest: Manifest | undefined;
  const digests = new Map<string, string>();
  const damage: Damage[] = [];
  mkdirSync(join(into, PICTURES), { recursive: true });
  await list({
    file,
    strict: true,
    // Pages that were overwritten with zeros are smaller than any bomb.
    maxDecompressionRatio: Infinity,
    onReadEntry(entry) {
      if (entry.path === MANIFEST && !manifest) return readWhole(entry, (bytes) => (manifest = manifestIn(bytes)));
      const known = entry.type === "File" ? manifest?.files[entry.path] : undefined;
      if (!known) return damage.push({ file: entry.path, why: "unknown" });
      return take(entry, wanted(entry.path) ? join(into, entry.path) : null, (digest) => {
        digests.set(entry.path, digest);
        told("unpack", digests.size / Object.keys(manifest?.files ?? {}).length);
      });
    },
  }).catch((error: unknown) => {
    throw new NoBackup(String(error));
  });
  if (!manifest) throw new NoBackup("no manifest");
  for (const [name, { sha256 }] of Object.entries(manifest.files)) {
    const digest = digests.get(name);
    if (digest !== sha256) damage.push({ file: name, why: digest === undefined ? "missing" : "changed" });
  }
  return { manifest, damage };
}

/** How many rows each table has. */
export function countRows(client: SqliteFile): Record<string, number> {
  const tables = client
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .pluck()
    .all();
  return Object.fromEntries(
    (tables as string[]).map((table) => [
      table,
      client.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number,
    ]),
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

/** Waits until a file, or the names in a folder, are on the disk. */
export function sync(path: string): void {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
}

/** A second name instead of a copy where the disk can: a picture is never changed, only taken away. */
function linkPictures(dataDir: string, work: string): void {
  mkdirSync(join(work, PICTURES), { recursive: true });
  for (const name of picturesIn(dataDir)) {
    if (existsSync(join(work, name))) continue;
    try {
      linkSync(join(dataDir, name), join(work, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") copyFileSync(join(dataDir, name), join(work, name));
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

function readWhole(entry: ReadEntry, then: (bytes: Buffer) => void): void {
  const parts: Buffer[] = [];
  if (entry.size > LARGEST_MANIFEST) return;
  entry.on("data", (bytes: Buffer) => parts.push(bytes)).on("end", () => then(Buffer.concat(parts)));
}

/** Reads an entry, into a file if one is named, and answers its digest. */
function take(entry: ReadEntry, to: string | null, then: (digest: string) => void): void {
  const hash = createHash("sha256");
  const handle = to && openSync(to, "w");
  entry.on("data", (bytes: Buffer) => {
    hash.update(bytes);
    if (handle) writeSync(handle, bytes);
  });
  entry.on("end", () => {
    if (handle) {
      fsyncSync(handle);
      closeSync(handle);
    }
    then(hash.digest("hex"));
  });
}

function manifestIn(bytes: Buffer): Manifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(bytes.toString()));
  } catch {
    return undefined;
  }
}
