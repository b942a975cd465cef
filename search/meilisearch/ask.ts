import { Meilisearch, type MultiSearchQuery } from "meilisearch";
import type { MeiliDocument } from "./document.ts";

/** A filter: all of these must hold; of an inner list any one. */
export type Filter = (string | string[])[];

export type Asked = Omit<MultiSearchQuery, "indexUid" | "filter"> & { filter: Filter };

export type Found = Pick<MeiliDocument, "id" | "title" | "tema" | "omraade" | "fakta" | "occurrences" | "next" | "slots" | "_geo">;

export interface Answer {
  hits: (Found & { _rankingScoreDetails?: { words?: { matchingWords: number } } })[];
  total: number;
  facets: Record<string, Record<string, number>>;
}

/** Asks several queries of the index in one request; answers in their order. */
export type Ask = (queries: Asked[], signal?: AbortSignal) => Promise<Answer[]>;

export function askOf(url: string, searchKey: string | undefined, indexUid: string): Ask {
  const client = new Meilisearch({ host: url, ...(searchKey === undefined ? {} : { apiKey: searchKey }) });
  return async (queries, signal) => {
    if (queries.length === 0) return [];
    const asked = queries.map((query): MultiSearchQuery => ({ indexUid, ...query }));
    const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, Found>({ queries: asked }, signal ? { signal } : {});
    return results.map(({ hits, totalHits, estimatedTotalHits, facetDistribution }) => ({ hits, total: totalHits ?? estimatedTotalHits ?? 0, facets: facetDistribution ?? {} }));
  };
}

/** A filter that nothing meets. */
export const NOTHING: Filter = ["lastEnd < 0"];

/** A text as a value in a filter. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
