import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";

/** What came of asking for bytes of the streets. */
export type Streets =
  | { is: "part"; bytes: Uint8Array<ArrayBuffer>; from: number; to: number; size: number; tag: string }
  | { is: "wrongRange"; size: number }
  | { is: "changed" | "missing" | "broken" };

/** How a PMTiles file of the third version begins (https://github.com/protomaps/PMTiles, 3.1). */
const MAGIC = "PMTiles\u0003";
/** Of the header, and of vector tiles in it. */
const HEADER_BYTES = 127;
const TYPE_AT = 99;
const VECTORS = 1;
/** More than any part that a map asks for; a longer range is answered in part, as HTTP allows (RFC 9110, 15.3.7). */
const MOST_BYTES = 4_000_000;
const RANGE = /^bytes=(\d{1,15})-(\d{0,15})$/;

/**
 * Reads bytes of a PMTiles file in a folder by a `Range` of the form `bytes=FROM-TO`; the file is never sent as a whole.
 * `known`: the tag of the file that the asker has parts of (`If-Range`, `If-Match`).
 */
export async function readStreets(
  folder: string,
  name: string,
  range: string | null,
  known: string | null,
): Promise<Streets> {
  const file = await open(join(folder, name), "r").catch(() => null);
  if (!file) return { is: "missing" };
  try {
    const { size, mtimeMs } = await file.stat();
    if (!(await isStreets(file))) return { is: "broken" };
    const tag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
    if (known !== null && known !== tag) return { is: "changed" };
    const part = partOf(range, size);
    if (!part) return { is: "wrongRange", size };
    const bytes = new Uint8Array(part.to - part.from + 1);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, part.from);
    return bytesRead === bytes.length ? { is: "part", bytes, ...part, size, tag } : { is: "broken" };
  } catch {
    return { is: "broken" }; // a folder, or a disk that does not read
  } finally {
    await file.close();
  }
}

/** The first and the last byte that a range means; null for one that means none of the file, or is none. */
export function partOf(range: string | null, size: number): { from: number; to: number } | null {
  const [, first = "", last = ""] = RANGE.exec(range ?? "") ?? [];
  const from = Number(first);
  const to = Math.min(last === "" ? size - 1 : Number(last), size - 1, from + MOST_BYTES - 1);
  return first !== "" && from <= to ? { from, to } : null;
}

async function isStreets(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
  return (
    bytesRead === HEADER_BYTES && buffer.toString("latin1", 0, MAGIC.length) === MAGIC && buffer[TYPE_AT] === VECTORS
  );
}
