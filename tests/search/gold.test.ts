import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EmbeddedIndex } from "../../search/embedded/index.ts";
import { SYNONYM_GROUPS } from "../../search/synonyms.ts";
import { distractors, GOLD_NOW, planted } from "./distractors.ts";
import { type GoldQuery, OWN_PLANTED, OWN_QUERIES } from "./gold-own.ts";
import { asked } from "./queries.ts";

interface GoldSet {
  planted: Record<string, [string, number][]>;
  queries: GoldQuery[];
}

const given = JSON.parse(readFileSync(new URL("./gold-da.json", import.meta.url), "utf8")) as GoldSet;
const own: GoldSet = { planted: OWN_PLANTED, queries: OWN_QUERIES };

describe("People find what they mean among 3,000 other activities", () => {
  it("with the words of the given gold set", () => {
    expectRecall(given, 0.98);
  });

  it("with 80 queries whose words are in none of our lists", () => {
    expectRecall(own, 0.95);
  });
});

/** Recall among the first 20: the share of a query's activities that are there, an equal title counting as found. */
function expectRecall(gold: GoldSet, least: number): void {
  const documents = [...distractors(3_000), ...planted(gold.planted)];
  const titles = new Map(documents.map((document) => [document.id, document.title]));
  const index = new EmbeddedIndex();
  index.setSynonyms(SYNONYM_GROUPS);
  for (const document of documents) index.put(document);
  const recalls = gold.queries.map((query) => {
    const found = index.search(asked({ q: query.q }), GOLD_NOW).hits.map((hit) => titles.get(hit.id) as string);
    return { query: query.q, recall: recall(found, query, gold) };
  });
  const mean = recalls.reduce((sum, each) => sum + each.recall, 0) / recalls.length;
  const missed = recalls.filter((each) => each.recall < 1).map((each) => `${each.query} ${each.recall.toFixed(2)}`);
  console.log(`recall@20 ${mean.toFixed(3)} of ${gold.queries.length}; not all found: ${missed.join(", ")}`);
  expect(mean, missed.join(", ")).toBeGreaterThanOrEqual(least);
}

/** An area behind the title makes no other title. */
function recall(found: string[], query: GoldQuery, gold: GoldSet): number {
  const wanted = query.groups.flatMap((group) => gold.planted[group] as [string, number][]);
  const shares = wanted.map(([title, copies]) => Math.min(copies, found.filter((other) => other === title || other.startsWith(`${title} i `)).length));
  const all = wanted.reduce((sum, [, copies]) => sum + copies, 0);
  return shares.reduce((sum, share) => sum + share, 0) / Math.min(20, all);
}
