import { setImmediate as breathe } from "node:timers/promises";
import type { Db } from "../../db/client.ts";
import type { Viewer } from "../accounts/roles.ts";
import type { KeyRing } from "../shared/seal.ts";
import { HOUR, instantOf, isDate } from "../shared/time.ts";

/** Which of a list's lines are meant: those of an hour, and with these words. */
export interface SweepFilter {
  /** Each stands at the beginning of a word; lower case. */
  words: string[];
  /** Epoch ms: from this, to before that. What came in after somebody looked is never meant. */
  from: number;
  until: number;
}

/** A line that may be swept away, as somebody looks at it. */
export interface SweepLine {
  id: string;
  at: number;
  title: string;
  text: string;
}

/** How one kind of list is swept: everything through the viewer. */
export interface Broom {
  /** The ids that the filter means, the newest first. */
  find(db: Db, keys: KeyRing, viewer: Viewer, filter: SweepFilter): Promise<string[]>;
  /** These lines, in this order, of those that may be swept now. */
  show(db: Db, keys: KeyRing, viewer: Viewer, ids: readonly string[], now: number): SweepLine[];
  /** Takes them off the list; answers which were still there. */
  sweep(db: Db, keys: KeyRing, viewer: Viewer, ids: readonly string[], now: number): string[];
  /** Puts back what a sweep took and nobody has changed since; answers which. */
  restore(db: Db, viewer: Viewer, ids: readonly string[], now: number): string[];
}

/**
 * Reads `ord`, `dag`, `kl` and `set` (when somebody looked) of an address or form. A day without an hour is the whole
 * day.
 */
export function filterOf(read: (name: string) => string | null, now: number): SweepFilter {
  const day = read("dag") ?? "";
  const hour = Number(read("kl") || Number.NaN);
  const seen = Math.min(Number(read("set")) || now, now);
  const words = wordsOf((read("ord") ?? "").slice(0, 200));
  if (!isDate(day)) return { words, from: 0, until: seen };
  const start = instantOf(day, "00:00");
  const [from, until] =
    Number.isInteger(hour) && hour >= 0 && hour < 24
      ? [start + hour * HOUR, start + (hour + 1) * HOUR]
      : [start, start + 24 * HOUR];
  return { words, from, until: Math.min(until, seen) };
}

/** Whether a text has all the words, each at the beginning of one of its own. */
export function fits(text: string, words: readonly string[]): boolean {
  const all = wordsOf(text);
  return words.every((word) => all.some((own) => own.startsWith(word)));
}

const A_WHILE = 100;

/** The ids of the rows whose text fits; others are let through between, since opening what is sealed takes time. */
export async function idsThatFit<T extends { id: string }>(
  rows: readonly T[],
  words: readonly string[],
  textOf: (row: T) => string,
): Promise<string[]> {
  if (words.length === 0) return rows.map(({ id }) => id);
  const found: string[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % A_WHILE === 0) await breathe();
    if (fits(textOf(row), words)) found.push(row.id);
  }
  return found;
}

function wordsOf(text: string): string[] {
  return text
    .toLocaleLowerCase("da")
    .split(/[^\p{L}\p{N}@]+/u)
    .filter(Boolean);
}
