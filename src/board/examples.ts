import type { Db } from "../../db/client.ts";
import type { SearchEngine } from "../../search/engine.ts";
import { readQuery } from "../../search/query.ts";
import { vocabularyOf } from "../places/vocabulary.ts";
import { DAY } from "../shared/time.ts";
import { board } from "../texts/board.ts";

const SHOWN = 3;
/** A search with fewer hits that fit wholly is no good example. */
const ENOUGH = 3;
const FRESH_FOR = 5 * 60_000;
const kept = new WeakMap<object, { at: number; chosen: Promise<string[]> }>();

/**
 * Three searches that find something good now, others each day; fewer when the board has less. They are chosen anew
 * every five minutes, and nobody waits for that but who comes first.
 */
export function exampleSearches(db: Db, search: Pick<SearchEngine, "search">, now: number): Promise<string[]> {
  const known = kept.get(db);
  if (known && Math.abs(now - known.at) < FRESH_FOR) return known.chosen;
  // The page does without them rather than fail.
  const chosen = chosenExamples(board.examples, db, search, now).catch(() => []);
  kept.set(db, { at: now, chosen });
  return known?.chosen ?? chosen;
}

/** The first of these searches, from one on that the day decides, whose own words and wishes enough activities meet. */
export async function chosenExamples(
  candidates: readonly string[],
  db: Db,
  search: Pick<SearchEngine, "search">,
  now: number,
): Promise<string[]> {
  const vocabulary = vocabularyOf(db);
  const first = Math.floor(now / DAY) % candidates.length;
  const chosen: string[] = [];
  for (const q of [...candidates.slice(first), ...candidates.slice(0, first)]) {
    if (chosen.length === SHOWN) break;
    const { query, wantsNear } = readQuery(new URLSearchParams({ q }), vocabulary, now);
    const { literal, fitting } = await search.search({ ...query, facets: false, pageSize: 1 }, now);
    if (!wantsNear && Math.min(literal, fitting) >= ENOUGH) chosen.push(q);
  }
  return chosen;
}
