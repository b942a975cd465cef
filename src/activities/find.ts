import type { Db } from "../../db/client.ts";
import type { SearchEngine, SearchResult } from "../../search/engine.ts";
import { type ReadQuery, readQuery } from "../../search/query.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { vocabularyOf } from "../places/vocabulary.ts";
import { type Card, cardsOf } from "./public.ts";

/** One search from the address to the cards. */
export interface Found {
  read: ReadQuery;
  result: SearchResult;
  cards: Card[];
  vocabulary: Vocabulary;
}

/** Reads the wishes of an address and finds what meets them at `now`. */
export async function findOnBoard(db: Db, search: Pick<SearchEngine, "search">, params: URLSearchParams, now: number): Promise<Found> {
  const vocabulary = vocabularyOf(db, now);
  const read = readQuery(params, vocabulary, now);
  const result = await search.search(read.query, now);
  return { read, result, cards: cardsOf(db, result.hits), vocabulary };
}
