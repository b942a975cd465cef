import { describe, expect, it } from "vitest";
import type { SearchEngine, SearchQuery, SearchResult } from "../../search/engine.ts";
import { eitherOf } from "../../search/service.ts";
import { wishing } from "../../search/query.ts";

const answer = (engine: SearchResult["engine"], byWordsAlone = true): SearchResult => ({
  total: 0,
  literal: 0,
  fitting: 0,
  unmet: [],
  byWordsAlone,
  page: 1,
  hits: [],
  facets: null,
  matched: [],
  engine,
});

/** Which engine answers, where the embedded one says whether the words do by themselves. */
async function answering(
  query: SearchQuery,
  { byWordsAlone = true, isUsable = true, isInTime = true } = {},
): Promise<string> {
  const embedded: Pick<SearchEngine, "search"> = { search: async () => answer("embedded", byWordsAlone) };
  const meili = { isUsable, search: async () => (isInTime ? answer("meilisearch") : null) };
  return (await eitherOf(embedded, meili)(query, 0)).engine;
}

describe("Of two engines", () => {
  it("Meilisearch answers words that are met well, and whoever browses", async () => {
    expect(await answering({ ...wishing({ q: "kor" }), alike: true })).toBe("meilisearch");
    expect(await answering({ ...wishing({}), alike: true })).toBe("meilisearch");
  });

  it("the embedded one answers where needs and meaning must help", async () => {
    expect(await answering({ ...wishing({ q: "har kol" }), alike: true }, { byWordsAlone: false })).toBe("embedded");
  });

  it("Meilisearch answers what is counted, kept or sent", async () => {
    expect(await answering(wishing({ q: "har kol" }), { byWordsAlone: false })).toBe("meilisearch");
  });

  it("the embedded one answers when the other is away or slow", async () => {
    expect(await answering(wishing({ q: "kor" }), { isUsable: false })).toBe("embedded");
    expect(await answering(wishing({ q: "kor" }), { isInTime: false })).toBe("embedded");
  });
});
