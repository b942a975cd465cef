import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { searchCounts, searchGaps } from "../../db/schema.ts";
import type { ReadQuery } from "../../search/query.ts";
import { foldedWords } from "../../search/vocabulary.ts";
import { localDate } from "../shared/time.ts";
import { countWords, FEWEST, type SoughtWords } from "./sought-words.ts";

const HOUR = 3_600_000;
const MOST_WORDS = 8;
const MOST_WAITING = 20_000;
const MOST_GAPS = 60;
const MOST_READ = 1000;
const NO_END = "9999-12";

/**
 * Counts of searches that wait to be written: by hour, kind and key, and gaps by month. Words are counted one by one,
 * never as a sentence.
 */
export interface SearchTally {
  counts: Map<string, number>;
  gaps: Map<string, number>;
}

export function newTally(): SearchTally {
  return { counts: new Map(), gaps: new Map() };
}

/**
 * Counts one search from a network address. No address, no order, no position; of words only those that five sought,
 * and nothing that looks like a number or a mail address. Of words of danger nothing at all.
 */
export function countSearch(
  tally: SearchTally,
  words: SoughtWords,
  { query, understood, crisis }: ReadQuery,
  total: number,
  from: string,
  now: number,
): void {
  if (crisis || tally.counts.size > MOST_WAITING) return;
  const hour = Math.floor(now / HOUR) * HOUR;
  const add = (kind: string, key: string, times = 1) => bump(tally.counts, JSON.stringify([hour, kind, key]), times);
  add("search", total === 0 ? "0" : total < 3 ? "1-2" : "3+");
  for (const [word, times] of countWords(words, wordsOf(understood.q), from, now)) {
    add("word", word, times);
    if (total === 0) add("miss", word, times);
  }
  for (const name of ["omraade", "dag", "tid", "tema", "fakta"] as const)
    for (const value of query[name]) add(name, value);
  if (total > 0) return;
  const month = localDate(now).slice(0, 7);
  for (const area of query.omraade.length ? query.omraade : [""])
    for (const theme of query.tema.length ? query.tema : query.lifts.tema.length ? query.lifts.tema : [""])
      bump(tally.gaps, JSON.stringify([month, area, theme, timeOf(query)]));
}

/** Takes what waits, and leaves nothing. */
export function takeTally(tally: SearchTally): SearchTally {
  const { counts, gaps } = tally;
  Object.assign(tally, newTally());
  return { counts, gaps };
}

/** Adds what was counted to what is written. */
export function writeTally(db: Db, { counts, gaps }: SearchTally): void {
  db.transaction((tx) => {
    for (const [text, count] of counts) {
      const [hour, kind, key]: [number, string, string] = JSON.parse(text);
      tx.insert(searchCounts)
        .values({ hour, kind, key, count })
        .onConflictDoUpdate({
          target: [searchCounts.hour, searchCounts.kind, searchCounts.key],
          set: { count: sql`count + ${count}` },
        })
        .run();
    }
    for (const [text, count] of gaps) {
      const [month, area, theme, time]: [string, string, string, string] = JSON.parse(text);
      tx.insert(searchGaps)
        .values({ month, area, theme, time, count })
        .onConflictDoUpdate({
          target: [searchGaps.month, searchGaps.area, searchGaps.theme, searchGaps.time],
          set: { count: sql`count + ${count}` },
        })
        .run();
    }
  });
}

export interface Counted {
  key: string;
  count: number;
}

/** What was sought and not found: area, theme and time may each be "". */
export interface SoughtInVain {
  area: string;
  theme: string;
  time: string;
  count: number;
}

export interface SearchStatistics {
  searches: Counted[];
  words: Counted[];
  areas: Counted[];
  themes: Counted[];
  gaps: SoughtInVain[];
}

/** Words without a hit since an instant, the most sought first; nothing under `FEWEST`. */
export function missedWords(db: Db, since: number): Counted[] {
  return db.all<Counted>(
    sql`SELECT key, SUM(count) AS count FROM search_counts WHERE kind = 'miss' AND hour >= ${since} GROUP BY key HAVING SUM(count) >= ${FEWEST} ORDER BY 2 DESC, 1 LIMIT 20`,
  );
}

/** What was sought in months (`YYYY-MM`, both included) and not found, the most sought first; nothing under `FEWEST`. */
export function soughtInVain(db: Db, { from, until }: { from: string; until: string }): SoughtInVain[] {
  return db.all<SoughtInVain>(sql`
    SELECT area, theme, time, SUM(count) AS count FROM search_gaps WHERE month BETWEEN ${from} AND ${until}
    GROUP BY area, theme, time HAVING SUM(count) >= ${FEWEST} ORDER BY 4 DESC, 1, 2, 3 LIMIT ${MOST_READ}`);
}

/** What was sought since an instant, and what was not found since that month; nothing under `FEWEST`. */
export function searchStatistics(db: Db, since: number): SearchStatistics {
  const of = (kind: string): Counted[] =>
    db.all<Counted>(
      sql`SELECT key, SUM(count) AS count FROM search_counts WHERE kind = ${kind} AND hour >= ${since} GROUP BY key HAVING SUM(count) >= ${FEWEST} ORDER BY 2 DESC, 1 LIMIT 40`,
    );
  return {
    searches: of("search"),
    words: of("word"),
    areas: of("omraade"),
    themes: of("tema"),
    gaps: soughtInVain(db, { from: localDate(since).slice(0, 7), until: NO_END }).slice(0, MOST_GAPS),
  };
}

function bump(counts: Map<string, number>, key: string, times = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}

function wordsOf(text: string): Set<string> {
  return new Set(
    foldedWords(text)
      .filter((word) => word.length > 2 && word.length < 30 && !/\d{2}/.test(word))
      .slice(0, MOST_WORDS),
  );
}

function timeOf({ dag, tid }: ReadQuery["query"]): string {
  const part = dag.length === 0 ? "" : dag.every((day) => day === "loer" || day === "soen") ? "weekend" : "hverdag";
  return [part, tid.length === 1 ? tid[0] : ""].filter(Boolean).join(" ");
}
