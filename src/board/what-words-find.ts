import type { Db } from "../../db/client.ts";
import type { SearchEngine } from "../../search/engine.ts";
import { wishing } from "../../search/query.ts";
import { DAY } from "../shared/time.ts";
import { cardsOf } from "./cards.ts";
import { missedWords } from "./search-statistics.ts";

const GUESSED = 2;
type Search = Pick<SearchEngine, "search">;

/** How many activities the first word of each row finds now. */
export async function whatRowsFind(
  search: Search,
  rows: readonly { words: string[] }[],
  now: number,
): Promise<{ word: string; total: number }[]> {
  return Promise.all(
    rows.map(async ({ words: [word = ""] }) => {
      const { literal } = await search.search(wishing({ q: word, pageSize: 1 }), now);
      return { word, total: literal };
    }),
  );
}

/** The words of the last week that found nothing, each with titles of what they may mean. */
export async function guessesFor(
  db: Db,
  search: Search,
  now: number,
): Promise<{ word: string; count: number; guess: string }[]> {
  return Promise.all(
    missedWords(db, now - 7 * DAY).map(async ({ key, count }) => {
      const { hits } = await search.search(wishing({ q: key, alike: true, pageSize: GUESSED }), now);
      const titles = cardsOf(db, hits).map(({ title }) => title);
      return { word: key, count, guess: [...new Set(titles)].join(", ") };
    }),
  );
}
