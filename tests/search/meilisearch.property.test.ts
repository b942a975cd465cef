import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EmbeddedIndex } from "../../search/embedded/postings-index.ts";
import type { SearchDocument } from "../../search/document.ts";
import { PAGE_SIZE, type SearchQuery } from "../../search/engine.ts";
import { askOf } from "../../search/meilisearch/ask.ts";
import { type MeiliEngine, meiliEngine } from "../../search/meilisearch/engine.ts";
import { buildIndex, indexOn, type MeiliIndex } from "../../search/meilisearch/index.ts";
import { anyDocument, anyNow, anyWishes } from "./arbitraries.ts";
import { naiveFacets, naiveHits } from "./naive.ts";
import { wishing } from "../../search/query.ts";
import { MEILI_IS_HERE, type MeiliServer, openMeili } from "./servers.ts";

const manyDocuments = fc.uniqueArray(anyDocument, {
  minLength: 20,
  maxLength: 41,
  selector: (document) => document.id,
});
const RUNS = process.env["LONG"] === "1" ? 25 : 3;

describe.skipIf(!MEILI_IS_HERE)("What people find and count with Meilisearch", () => {
  let server: MeiliServer;
  let index: MeiliIndex;
  let engine: MeiliEngine;

  beforeAll(async () => {
    server = await openMeili();
    index = indexOn(server.url, server.adminKey, server.indexName);
    engine = meiliEngine({ ask: askOf(server.url, server.adminKey, index.uid), areas: () => [] });
  });

  afterAll(() => server?.remove());

  it(
    "is what the contract's words say and what the embedded engine answers, for any activities, wishes and clocks",
    { timeout: 600_000 },
    async () => {
      const searches = fc.array(
        fc.tuple(fc.oneof(anyWishes, anyWishes.map(timeAlone), anyWishes.map(datesAlone)), anyNow),
        { minLength: 150, maxLength: 150 },
      );
      await fc.assert(
        fc.asyncProperty(manyDocuments, searches, async (documents, all) => {
          await buildIndex(index, documents, []);
          engine.forget();
          const embedded = embeddedOf(documents);
          await Promise.all(
            all.map(async ([query, now]) => {
              const found = comparable(await engine.search(query, now));
              expect(found).toEqual(naively(documents, query, now));
              expect(found).toEqual(comparable(embedded.search(query, now)));
            }),
          );
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
    },
  );
});

/** All wishes together are seldom met: so that more is found. */
function timeAlone({ dag, tid, fra, til, klfra, kltil, sort, side, facets, lifts }: SearchQuery): SearchQuery {
  return wishing({ dag, tid, fra, til, klfra, kltil, sort, side, facets, lifts });
}

function datesAlone({ fra, til, sort, side, facets, lifts }: SearchQuery): SearchQuery {
  return wishing({ fra, til, sort, side, facets, lifts });
}

function comparable({ total, page, hits, facets }: Awaited<ReturnType<MeiliEngine["search"]>>) {
  return { total, page, hits, facets };
}

function naively(documents: SearchDocument[], query: SearchQuery, now: number) {
  const hits = naiveHits(documents, query, now);
  const page = Math.max(1, Math.min(query.side, Math.ceil(hits.length / PAGE_SIZE)));
  return {
    total: hits.length,
    page,
    hits: hits.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    facets: naiveFacets(documents, query, now),
  };
}

function embeddedOf(documents: SearchDocument[]): EmbeddedIndex {
  const index = new EmbeddedIndex();
  for (const document of documents) index.put(document);
  return index;
}
