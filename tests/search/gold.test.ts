import { describe, expect, it } from "vitest";
import { EmbeddedIndex } from "../../search/embedded/postings-index.ts";
import { SYNONYM_GROUPS } from "../../search/synonyms.ts";
import { GOLD_NOW } from "./distractors.ts";
import { GIVEN, goldDocuments, type GoldSet, OWN, recallOf } from "./gold.ts";
import { wishing } from "../../search/query.ts";

describe("People find what they mean among 3,000 other activities", () => {
  it("with the words of the given gold set", () => expectRecall(GIVEN, 0.98));

  it("with 80 queries whose words are in none of our lists", () => expectRecall(OWN, 0.95));
});

async function expectRecall(gold: GoldSet, least: number): Promise<void> {
  const documents = goldDocuments(gold);
  const index = new EmbeddedIndex();
  index.setSynonyms(SYNONYM_GROUPS);
  for (const document of documents) index.put(document);
  const { mean, missed } = await recallOf(gold, documents, (q) =>
    index.search(wishing({ q }), GOLD_NOW).hits.map(({ id }) => id),
  );
  expect(mean, missed.join(", ")).toBeGreaterThanOrEqual(least);
}
