/** The lines of a calendar file (RFC 5545, 3.1), unfolded, and its components. All pure. */
import { decodeText } from "../sheets/decode.ts";

/** The file's lines; null when it is no text. Bytes are unfolded before they are read: a fold may part a letter. */
export function linesOf(bytes: Uint8Array): string[] | null {
  const folds = /(?:\r\n|\n|\r)[ \t]/g;
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
  const unfolded = isWide ? bytes : Buffer.from(Buffer.from(bytes).toString("latin1").replace(folds, ""), "latin1");
  const text = decodeText(unfolded)?.trim();
  return text?.replace(isWide ? folds : "", "").split(/\r\n|\n|\r/) ?? null;
}

/** The lines of each such component, its own BEGIN and END included; null when one is not closed or holds itself. */
export function blocksOf(lines: readonly string[], name: string): string[][] | null {
  const blocks: string[][] = [];
  let open: string[] | null = null;
  for (const line of lines) {
    const mark = markOf(line);
    const isOurs = mark?.name === name;
    if (isOurs && mark.begins) {
      if (open) return null;
      open = [];
    }
    open?.push(line);
    if (isOurs && !mark.begins) {
      if (!open) return null;
      blocks.push(open);
      open = null;
    }
  }
  return open ? null : blocks;
}

/** The lines of a component itself, without those of what it holds. */
export function ownLines(block: readonly string[]): string[] {
  let depth = 0;
  return block.filter((line) => {
    const mark = markOf(line);
    if (mark) depth += mark.begins ? 1 : -1;
    return !mark && depth === 1;
  });
}

function markOf(line: string): { begins: boolean; name: string } | null {
  const [, mark = "", name = ""] = /^(BEGIN|END):([A-Z-]+)\s*$/i.exec(line) ?? [];
  return mark ? { begins: mark.toUpperCase() === "BEGIN", name: name.toUpperCase() } : null;
}
