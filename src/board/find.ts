import type { Db } from "../../db/client.ts";
import type { FoundHit, SearchEngine, SearchQuery, SearchResult } from "../../search/engine.ts";
import { type ReadQuery, readQuery, withParam } from "../../search/query.ts";
import { type SiteVocabulary, vocabularyOf } from "../places/vocabulary.ts";
import { neighboursOf } from "../places/neighbours.ts";
import { type CrisisLine, crisisLines } from "./crisis-lines.ts";
import { type Card, cardsOf } from "./cards.ts";
import { type Missing, missing } from "./missing.ts";
import { FEW, type WaysOut, waysOut } from "./ways-out.ts";

/** One search from the address to the cards. */
export interface Found {
  read: ReadQuery;
  result: SearchResult;
  cards: Card[];
  vocabulary: SiteVocabulary;
}

/** A search as the first page shows it: with the ways out of one that found little, and where to call in danger. */
export interface FoundForPage extends Found {
  /** What is missing where no hit fits wholly. */
  missing: Missing | null;
  out: WaysOut | null;
  lines: CrisisLine[];
}

/** `findOnBoard`, and how the search can go on when it found few. */
export async function findForPage(
  db: Db,
  search: Pick<SearchEngine, "search">,
  params: URLSearchParams,
  now: number,
): Promise<FoundForPage> {
  const found = await findOnBoard(db, search, params, now);
  const { read, result, vocabulary } = found;
  const neighbours = neighboursOf(db);
  const titlesOf = (hits: readonly FoundHit[]) => cardsOf(db, [...hits]).map(({ title }) => title);
  const lacks = params.size > 0 && !read.crisis && result.fitting === 0;
  const asked = { search, vocabulary, neighbours, titlesOf, now };
  const lacking = lacks ? await missing(params, read, asked) : null;
  const isHelped = result.literal < FEW && params.size > 0 && !read.crisis;
  const from = lacking ? withParam(params, "passer", "helt") : params;
  const shown = lacking ? { ...result, total: 0 } : result;
  const out = isHelped ? await waysOut(search, from, read, shown, vocabulary, neighbours, now) : null;
  return {
    ...found,
    missing: lacking,
    // the sentence has told what there is with a wish less
    out: out && lacking ? { hard: null, ways: out.ways.filter(({ isLess }) => !isLess) } : out,
    lines: read.crisis ? crisisLines(db, read.crisis) : [],
  };
}

const NOTHING: SearchResult = {
  total: 0,
  literal: 0,
  fitting: 0,
  unmet: [],
  byWordsAlone: true,
  page: 1,
  hits: [],
  facets: null,
  matched: [],
  engine: "embedded",
};

/** Whether no activity may stand below the words: somebody may be in danger. */
export function isSilent({ crisis }: ReadQuery): boolean {
  return crisis !== null && !crisis.withHits;
}

/** Reads the wishes of an address and finds what meets them at `now`; `how`: as no page of the search asks. */
export async function findOnBoard(
  db: Db,
  search: Pick<SearchEngine, "search">,
  params: URLSearchParams,
  now: number,
  how: Partial<SearchQuery> = {},
): Promise<Found> {
  const vocabulary = vocabularyOf(db);
  const read = readQuery(params, vocabulary, now);
  const result = isSilent(read) ? NOTHING : await search.search({ ...read.query, alike: true, ...how }, now);
  return { read, result, cards: cardsOf(db, result.hits), vocabulary };
}
