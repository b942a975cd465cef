import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EmbeddedIndex } from "../../search/embedded/postings-index.ts";
import type { SearchDocument } from "../../search/document.ts";
import { PAGE_SIZE } from "../../search/engine.ts";
import { anyDocument, anyNow, anyWishes } from "./arbitraries.ts";
import { naiveFacets, naiveHits } from "./naive.ts";
import { wishing } from "../../search/query.ts";

const manyDocuments = fc.uniqueArray(anyDocument, { maxLength: 41, size: "max", selector: (document) => document.id });

describe("What people find and count", () => {
  it("is what the contract's words say, for any activities, wishes and clocks", () => {
    fc.assert(
      fc.property(
        manyDocuments,
        fc.array(fc.tuple(anyWishes, anyNow), { minLength: 1, maxLength: 4 }),
        (documents, searches) => {
          const index = indexOf(documents);
          for (const [query, now] of searches) {
            const result = index.search(query, now);
            const hits = naiveHits(documents, query, now);
            const page = Math.max(1, Math.min(query.side, Math.ceil(hits.length / PAGE_SIZE)));
            expect(result).toMatchObject({ total: hits.length, page });
            expect(result.hits).toEqual(hits.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE));
            expect(result.facets).toEqual(naiveFacets(documents, query, now));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("has the words in it, too: each count is what choosing the value finds", () => {
    fc.assert(
      fc.property(
        manyDocuments,
        anyNow,
        fc.constantFrom("svømning", "kor viby", "cafe", "strikke gåtur"),
        (documents, now, q) => {
          const index = indexOf(documents);
          const facets = index.search(wishing({ q, facets: true }), now).facets;
          const total = (wishes: object) => index.search(wishing({ q, ...wishes }), now).total;
          for (const [value, count] of Object.entries(facets?.omraade ?? {}))
            expect(total({ omraade: [value] })).toBe(count);
          for (const [value, count] of Object.entries(facets?.tema ?? {})) expect(total({ tema: [value] })).toBe(count);
          for (const [value, count] of Object.entries(facets?.fakta ?? {}))
            expect(total({ fakta: [value] })).toBe(count);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("is the same after any changes as in an index built afresh", () => {
    const change = fc.oneof(
      { weight: 3, arbitrary: anyDocument },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 }).map((number) => `id${number}`) },
    );
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 120, size: "max" }),
        anyWishes,
        anyNow,
        fc.constantFrom("", "svømning", "kor", "strik gåtur", "fæ"),
        (changes, wishes, now, q) => {
          const changed = new EmbeddedIndex({ fewDead: 8 });
          const documents = new Map<string, SearchDocument>();
          for (const each of changes) {
            if (typeof each === "string") {
              changed.remove(each);
              documents.delete(each);
            } else {
              changed.put(each);
              documents.set(each.id, each);
            }
          }
          const query = { ...wishes, q };
          expect(changed.size).toBe(documents.size);
          const { matched: _words, ...fresh } = indexOf([...documents.values()]).search(query, now);
          expect(changed.search(query, now)).toMatchObject(fresh);
          expect(changed.search(query, now).facets).toEqual(fresh.facets);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function indexOf(documents: SearchDocument[]): EmbeddedIndex {
  const index = new EmbeddedIndex();
  for (const document of documents) index.put(document);
  return index;
}
