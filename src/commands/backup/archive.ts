/** The file of a backup: a gzipped tar of `manifest.json`, `faellesbro.db` and `images/…`. */
import { createHash } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { create, list, type ReadEntry } from "tar";
import { type Manifest, MANIFEST, PICTURES, manifestIn, LARGEST_MANIFEST } from "./manifest.ts";

export type Progress = (step: "copy" | "pack" | "unpack", done: number) => void;

/** The file is no backup, or is damaged so that nothing of it can be trusted. */
export class NoBackup extends Error {
  override name = "NoBackup";
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

/** Waits until a file, or the names in a folder, are on the disk. */
export function sync(path: string): void {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
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
