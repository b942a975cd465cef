/**
 * Puts what was unpacked in its place: whenever it is cut off, the data folder holds a whole database and every picture
 * that it names.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { databaseFile } from "../../shared/own-files.ts";
import { DATABASE, PICTURES } from "./manifest.ts";
import { picturesIn } from "./gather.ts";
import { sync } from "./archive.ts";

/**
 * Step by step, so that a test can stop between any two. Nobody may have the database open. What was there is moved to
 * `aside`, a folder in the
 * data folder: answers whether there was anything.
 */
export function* putInPlace(unpacked: string, dataDir: string, aside: string): Generator<string, boolean> {
  const restored = picturesIn(unpacked);
  mkdirSync(join(dataDir, PICTURES), { recursive: true });
  for (const picture of restored) renameSync(join(unpacked, picture), join(dataDir, picture));
  sync(join(dataDir, PICTURES));
  yield "pictures";
  const wasThere = isFilled(databaseFile(dataDir));
  if (wasThere) {
    mkdirSync(join(aside, PICTURES), { recursive: true });
    secondName(databaseFile(dataDir), join(aside, DATABASE));
    yield "kept";
    // Only a database that could not be read still has these: the new one must never stand beside them.
    for (const suffix of ["-wal", "-shm"]) moveIfThere(databaseFile(dataDir) + suffix, join(aside, DATABASE) + suffix);
    sync(aside);
    yield "log";
  } else for (const suffix of ["-wal", "-shm"]) rmSync(databaseFile(dataDir) + suffix, { force: true });
  renameSync(join(unpacked, DATABASE), databaseFile(dataDir));
  sync(dataDir);
  yield "database";
  const keep = new Set(restored);
  const left = picturesIn(dataDir).filter((picture) => !keep.has(picture));
  if (left.length > 0) mkdirSync(join(aside, PICTURES), { recursive: true });
  for (const picture of left) renameSync(join(dataDir, picture), join(aside, PICTURES, basename(picture)));
  return wasThere || left.length > 0;
}

function isFilled(file: string): boolean {
  return existsSync(file) && statSync(file).size > 0;
}

function secondName(file: string, to: string): void {
  try {
    linkSync(file, to);
  } catch {
    copyFileSync(file, to);
  }
}

function moveIfThere(file: string, to: string): void {
  if (existsSync(file)) renameSync(file, to);
}
