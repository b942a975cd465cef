/**
 * Which words of searches may be kept: those that five sought on one day. All of it is in memory, and the day's rest is
 * forgotten with the day.
 */
import { hash, randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { localDate } from "../shared/time.ts";

/** What fewer than this many share is neither kept nor shown: it could point to a person. */
export const FEWEST = 5;
/** Words and who sought them, in a day: beyond that nothing more is counted until the next. */
const MOST_SEEN = 50_000;

export interface SoughtWords {
  /** The local date that this is about. */
  day: string;
  salt: string;
  /** Digests of a word and who sought it: each counts once a day, and none tells which words one person sought. */
  seen: Set<string>;
  /** How many sought a word so far that five have never sought on one day. */
  waiting: Map<string, number>;
  known: Set<string>;
}

/** Nothing sought yet today; `known` are the words that five have sought on some day before. */
export function openSoughtWords(known: Iterable<string>, now: number): SoughtWords {
  return { ...newDay(now), known: new Set(known) };
}

/** The words that five have sought on some day. */
export function knownWords(db: Db): string[] {
  return db.all<{ key: string }>(sql`SELECT DISTINCT key FROM search_counts WHERE kind = 'word'`).map(({ key }) => key);
}

/**
 * How often each of these words counts now that somebody at this network address sought them: not before the fifth of a
 * day, then for all five, and later once.
 */
export function countWords(
  words: SoughtWords,
  asked: Iterable<string>,
  from: string,
  now: number,
): [word: string, times: number][] {
  forgetYesterday(words, now);
  return [...asked].flatMap((word): [string, number][] => {
    if (words.seen.size >= MOST_SEEN || !isNew(words, word, from)) return [];
    if (words.known.has(word)) return [[word, 1]];
    const times = (words.waiting.get(word) ?? 0) + 1;
    words.waiting.set(word, times);
    if (times < FEWEST) return [];
    words.waiting.delete(word);
    words.known.add(word);
    return [[word, times]];
  });
}

/** Drops what was sought on a day that is over. */
export function forgetYesterday(words: SoughtWords, now: number): void {
  if (words.day !== localDate(now)) Object.assign(words, newDay(now));
}

function newDay(now: number): Omit<SoughtWords, "known"> {
  return { day: localDate(now), salt: randomBytes(32).toString("base64url"), seen: new Set(), waiting: new Map() };
}

function isNew({ salt, seen }: SoughtWords, word: string, from: string): boolean {
  const digest = hash("sha256", `${salt}\n${from}\n${word}`, "base64url");
  if (seen.has(digest)) return false;
  seen.add(digest);
  return true;
}
