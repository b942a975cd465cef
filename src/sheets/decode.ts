/** Bytes that somebody uploaded or that were fetched, as text. */

const MARKS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];
/** What no text holds: it is a picture, an archive or a program. */
const BINARY = /[\0\x01-\x08\x0e-\x1a\x1c-\x1f]/;

/**
 * The text of a file: by its byte order mark, else UTF-8, else Windows-1252 as older programs write it. Null when it is
 * no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const mark = MARKS.find(([signs]) => signs.every((sign, i) => bytes[i] === sign));
  const text = mark
    ? new TextDecoder(mark[1]).decode(bytes)
    : (utf8(bytes) ?? new TextDecoder("windows-1252").decode(bytes));
  return BINARY.test(text) ? null : text;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
