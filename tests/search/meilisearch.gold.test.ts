import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askOf } from "../../search/meilisearch/ask.ts";
import { meiliEngine } from "../../search/meilisearch/engine.ts";
import { buildIndex, indexOn } from "../../search/meilisearch/index.ts";
import { SYNONYM_GROUPS } from "../../search/synonyms.ts";
import { GOLD_NOW } from "./distractors.ts";
import { GIVEN, goldDocuments, type GoldSet, OWN, recallOf } from "./gold.ts";
import { wishing } from "../../search/query.ts";
import { MEILI_IS_HERE, type MeiliServer, openMeili } from "./servers.ts";

describe.skipIf(!MEILI_IS_HERE)(
  "People find what they mean with Meilisearch among 3,000 other activities",
  { timeout: 240_000 },
  () => {
    let server: MeiliServer;

    beforeAll(async () => {
      server = await openMeili();
    });

    afterAll(() => server?.remove());

    it("with the words of the given gold set", () => expectRecall(GIVEN, 0.95));

    it("with 80 queries whose words are in none of our lists", () => expectRecall(OWN, 0.95));

    async function expectRecall(gold: GoldSet, least: number): Promise<void> {
      const documents = goldDocuments(gold);
      const index = indexOn(server.url, server.adminKey, server.indexName);
      await buildIndex(index, documents, SYNONYM_GROUPS);
      const engine = meiliEngine({ ask: askOf(server.url, server.adminKey, index.uid), areas: () => [] });
      const { mean, missed } = await recallOf(gold, documents, async (q) =>
        (await engine.search(wishing({ q }), GOLD_NOW)).hits.map(({ id }) => id),
      );
      expect(mean, missed.join(", ")).toBeGreaterThanOrEqual(least);
    }
  },
);
