import {
  type ExtraRequestInit,
  type FederatedMultiSearchParams,
  Meilisearch,
  type MultiSearchQuery,
} from "meilisearch";
import type { MeiliDocument } from "./document.ts";

/** A filter: all of these must hold; of an inner list any one. */
export type Filter = (string | string[])[];

/** Words of which all must be met. */
export type Words = readonly string[];

/** One query of the index. */
export interface Asked {
  /** Documents that meet any of these are found, those that meet more words first; none asks for all documents. */
  words: readonly Words[];
  filter: Filter;
  /** The first so many hits of that page. */
  page?: number;
  hits: number;
  facets?: string[];
  sort?: string[];
  attributes?: (keyof Found)[];
}

export type Found = Pick<
  MeiliDocument,
  "id" | "title" | "tema" | "omraade" | "fakta" | "occurrences" | "next" | "slots" | "_geo"
>;

export interface Answer {
  /** `met`: how many words it was found by. */
  hits: (Found & { met: number })[];
  total: number;
  facets: Record<string, Record<string, number>>;
}

const NONE: Answer = { hits: [], total: 0, facets: {} };

/** Asks several queries of the index in one request; answers in their order. */
export type Ask = (queries: Asked[], signal?: AbortSignal) => Promise<Answer[]>;

/** Asks one query of the index. */
export async function askOne(ask: Ask, query: Asked): Promise<Answer> {
  const [answer] = await ask([query]);
  return given(answer);
}

/** Asks the index over its server. */
export function askOf(url: string, key: string | undefined, indexUid: string): Ask {
  // packed answers come in pieces, and the last of them waits 40 ms for the one before to be acknowledged
  const client = new Meilisearch({
    host: url,
    requestInit: { headers: { "accept-encoding": "identity" } },
    ...(key === undefined ? {} : { apiKey: key }),
  });
  return async (queries, signal) => {
    const init = signal ? { signal } : {};
    const plain = queries.filter((query) => !canFindNothing(query) && query.words.length <= 1);
    const together = plain.length > 0 ? askTogether(client, indexUid, plain, init) : [];
    const apart = queries.map((query) =>
      canFindNothing(query) ? NONE : query.words.length > 1 ? askEither(client, indexUid, query, init) : null,
    );
    const [answers, others] = await Promise.all([together, Promise.all(apart)]);
    const rest = answers.values();
    return others.map((answer) => answer ?? given(rest.next().value));
  };
}

function given(answer: Answer | undefined): Answer {
  if (!answer) throw new Error("Meilisearch left a query without an answer");
  return answer;
}

async function askTogether(
  client: Meilisearch,
  indexUid: string,
  queries: Asked[],
  init: ExtraRequestInit,
): Promise<Answer[]> {
  const asked = queries.map((query): MultiSearchQuery => ({
    ...searchOf(indexUid, query, query.words[0]),
    ...pageOf(query),
    ...(query.facets ? { facets: query.facets } : {}),
  }));
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, Found>({ queries: asked }, init);
  return results.map(({ hits, totalHits, facetDistribution }, at) => ({
    hits: hits.map((hit) => ({ ...hit, met: queries[at]?.words[0]?.length ?? 0 })),
    total: totalHits ?? 0,
    facets: facetDistribution ?? {},
  }));
}

/** Several sets of words make one list of hits: each activity once, where it meets most words. */
async function askEither(client: Meilisearch, indexUid: string, query: Asked, init: ExtraRequestInit): Promise<Answer> {
  const queries = query.words.map((words) => ({
    ...searchOf(indexUid, query, words),
    federationOptions: { weight: 10 ** words.length },
  }));
  const federation = { ...pageOf(query), ...(query.facets ? { facetsByIndex: { [indexUid]: query.facets } } : {}) };
  const { hits, totalHits, facetsByIndex } = await client.multiSearch<FederatedMultiSearchParams, Found>(
    { federation, queries },
    init,
  );
  return {
    hits: hits.map((hit) => ({ ...hit, met: query.words[hit._federation?.queriesPosition ?? 0]?.length ?? 0 })),
    total: totalHits ?? 0,
    facets: facetsByIndex?.[indexUid]?.distribution ?? {},
  };
}

function searchOf(indexUid: string, { filter, sort, attributes }: Asked, words: Words | undefined): MultiSearchQuery {
  return {
    indexUid,
    q: words ? words.join(" ") : "",
    matchingStrategy: "all",
    filter,
    ...(sort ? { sort } : {}),
    ...(attributes ? { attributesToRetrieve: attributes } : {}),
  };
}

function pageOf({ page = 1, hits }: Asked): { page: number; hitsPerPage: number } {
  return { page, hitsPerPage: hits };
}

/** Puts all queries of one turn into one request; `signal` ends the wait for each. */
export function inOneRequest(ask: Ask, signal?: AbortSignal): Ask {
  let queries: Asked[] = [];
  let answers: Promise<Answer[]> | null = null;
  return async (more) => {
    const from = queries.length;
    queries.push(...more);
    answers ??= Promise.resolve().then(() => {
      const all = queries;
      queries = [];
      answers = null;
      return ask(all, signal);
    });
    return (await answers).slice(from, from + more.length);
  };
}

/** Of no alternatives none can be met: the server need not be asked. */
function canFindNothing({ filter }: Asked): boolean {
  return filter.some((part) => part.length === 0);
}

/** A text as a value in a filter. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
