import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askOf } from "../../search/meilisearch/ask.ts";
import { meiliEngine } from "../../search/meilisearch/engine.ts";
import { buildIndex, indexOn } from "../../search/meilisearch/index.ts";
import { eitherOf } from "../../search/service.ts";
import { SYNONYM_GROUPS } from "../../search/synonyms.ts";
import { openTown, openTownBehind, rowsOf, satisfied } from "./needs.ts";
import { MEILI_IS_HERE, type MeiliServer, openMeili } from "./servers.ts";

/** Three points of a hundred. */
const NEAR = 0.03;

describe.skipIf(!MEILI_IS_HERE)(
  "People who type what they need, in the demo town with Meilisearch,",
  { timeout: 240_000 },
  () => {
    const alone = openTown();
    let server: MeiliServer;
    let ask: ReturnType<typeof openTown>;

    beforeAll(async () => {
      server = await openMeili();
      ask = await openTownBehind(async (own, documents, areas) => {
        const index = indexOn(server.url, server.adminKey, server.indexName);
        await buildIndex(index, documents, SYNONYM_GROUPS);
        const { search } = meiliEngine({
          ask: askOf(server.url, server.adminKey, index.uid),
          areas: () => areas,
        });
        return { search: eitherOf(own, { isUsable: true, search: (query, now) => search(query, now) }) };
      });
    });

    afterAll(() => server?.remove());

    it.each(["needs-given.json", "needs-own.json"])("are understood as well as without it: %s", async (file) => {
      const [with_, without] = [await satisfied(rowsOf(file), ask), await satisfied(rowsOf(file), alone)];
      console.info(`${(100 * with_.share).toFixed(1)} % with it, ${(100 * without.share).toFixed(1)} % without`);
      expect(with_.share, with_.missed.join("\n")).toBeGreaterThanOrEqual(without.share - NEAR);
    });
  },
);
