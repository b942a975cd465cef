import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { connect } from "../../db/client.ts";
import { importLines } from "../../src/exchange/import.ts";
import { lineOf } from "../harness/lines.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { GOLD_NOW } from "../search/distractors.ts";
import { GIVEN, goldDocuments, type GoldSet, OWN, recallOf } from "../search/gold.ts";
import { MEILI_IS_HERE, openMeili } from "../search/servers.ts";

const CLOCK = { DEMO: "0", CLOCK: new Date(GOLD_NOW).toISOString() };
const LONGEST_MS = 120_000;

describe("People find what they mean on the site itself, among 3,000 other activities", () => {
  it("with the words of the given gold set", () => expectRecall(GIVEN, 0.98));

  it("with 80 queries whose words are in none of our lists", () => expectRecall(OWN, 0.95));
});

describe.skipIf(!MEILI_IS_HERE)(
  "People find what they mean on the site with Meilisearch, among 3,000 other activities",
  () => {
    it("with the words of the given gold set", () => withMeilisearch(GIVEN, 0.95));

    it("with 80 queries whose words are in none of our lists", () => withMeilisearch(OWN, 0.95));
  },
);

async function withMeilisearch(gold: GoldSet, least: number): Promise<void> {
  const meili = await openMeili();
  try {
    await expectRecall(gold, least, { MEILI_URL: meili.url, MEILI_ADMIN_KEY: meili.adminKey ?? "" });
  } finally {
    await meili.remove();
  }
}

async function expectRecall(gold: GoldSet, least: number, settings: Record<string, string> = {}): Promise<void> {
  const folder = temporaryFolder("gold");
  const server = await startServer(folder.path, { ...CLOCK, ...settings });
  try {
    const documents = goldDocuments(gold);
    const db = connect(join(folder.path, "faellesbro.db"));
    const { bad } = importLines(
      db,
      documents.map((document) => JSON.stringify(lineOf(document))),
      GOLD_NOW,
    );
    db.$client.close();
    expect(bad).toEqual([]);
    await foundAll(server, documents.length, settings["MEILI_URL"] ? "meilisearch" : "embedded");
    const { mean, missed } = await recallOf(
      gold,
      documents.map(({ title }) => ({ id: title, title })),
      (q) => titlesFound(server, q),
    );
    console.info(`recall@20 ${mean.toFixed(3)}; missed: ${missed.join(", ") || "nothing"}`);
    expect(mean, missed.join(", ")).toBeGreaterThanOrEqual(least);
  } finally {
    await server.stop();
    folder.remove();
  }
}

/** Waits until the engine that is asked for has everything. */
async function foundAll(server: RunningServer, count: number, engine: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const { total } = await answer<{ total: number }>(server, "/api/aktiviteter");
        return [total, (await answer<{ engine: string }>(server, "/api/health")).engine];
      },
      { timeout: LONGEST_MS, interval: 250 },
    )
    .toEqual([count, engine]);
}

async function titlesFound(server: RunningServer, q: string): Promise<string[]> {
  const { hits } = await answer<{ hits: { title: string }[] }>(server, `/api/aktiviteter?q=${encodeURIComponent(q)}`);
  return hits.map(({ title }) => title);
}

async function answer<Json>(server: RunningServer, path: string): Promise<Json> {
  return (await (await fetch(server.address + path)).json()) as Json;
}
