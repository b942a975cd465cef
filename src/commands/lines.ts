import { openSync, readSync, closeSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";

const CHUNK = 1 << 16;
/** A line beyond this is cut: no activity needs as much, and the reader must not hold a whole file of one line. */
const LONGEST_LINE = 1 << 20;

/** The lines of a text file (UTF-8), read piece by piece. */
export function* linesOf(file: string): Generator<string> {
  const handle = openSync(file, "r");
  try {
    const decoder = new StringDecoder("utf8");
    const buffer = Buffer.alloc(CHUNK);
    let rest = "";
    for (let size = readSync(handle, buffer); size > 0; size = readSync(handle, buffer)) {
      const pieces = (rest + decoder.write(buffer.subarray(0, size))).split("\n");
      rest = (pieces.pop() ?? "").slice(0, LONGEST_LINE);
      yield* pieces;
    }
    rest += decoder.end();
    if (rest !== "") yield rest;
  } finally {
    closeSync(handle);
  }
}
