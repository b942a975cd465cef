import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { merged } from "../../search/embedded/merge.ts";
import { EmbeddedIndex } from "../../search/embedded/postings-index.ts";
import { openMeaningTable } from "../../search/meaning/table.ts";
import { GOLD_NOW, planted } from "./distractors.ts";
import { wishing } from "../../search/query.ts";

const FILE = new URL("../../search/meaning/da64.bin", import.meta.url);
const table = openMeaningTable();

function nearness(a: string, b: string): number {
  const other = table.of(b);
  return table.of(a).reduce((sum, x, at) => sum + x * (other[at] as number), 0);
}

describe("The table of meaning", () => {
  it("is the one that the words were measured with, and small", () => {
    const bytes = readFileSync(FILE);
    expect(bytes.length).toBeLessThan(6_000_000);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(
      "9cdf4b92d3bbf4f3658fcb3e5532a0a5c2b244dff22933349508ac508a5bdb69",
    );
  });

  it.each([
    ["min mand er død", "Sorg", "Fodbold"],
    ["плавання", "Svømning", "Strikkecafé"],
    ["سباحة", "Svømning", "Strikkecafé"],
    ["meditere", "Mindfulness", "Loppemarked"],
    ["jeg er ensom", "Besøgsven", "Styrketræning"],
  ])("says that »%s« is nearer to »%s« than to »%s«", (typed, near, far) => {
    expect(nearness(typed, near)).toBeGreaterThan(nearness(typed, far) + 0.1);
  });

  it("knows nothing of what is no word", () => {
    expect(table.of("qqxqz 123").every((x) => x === 0)).toBe(true);
  });
});

describe("What is only near in meaning", () => {
  const documents = planted({ water: [["Svømning for begyndere", 2]], yarn: [["Strikkecafé", 2]] });
  const index = new EmbeddedIndex({ meaning: table });
  for (const document of documents) index.put(document);
  const search = (q: string, alike: boolean) => index.search({ ...wishing({ q }), alike, facets: true }, GOLD_NOW);

  it("is found, told apart, and counted apart", () => {
    const { total, literal, hits } = search("vandland", true);
    expect(literal).toBe(0);
    expect(total).toBeGreaterThan(0);
    expect(hits.map(({ by }) => by)).toEqual(hits.map(() => "meaning"));
  });

  it("is not found where something is counted, kept or sent", () => {
    expect(search("vandland", false)).toMatchObject({ total: 0, literal: 0, hits: [] });
  });

  it("counts in every facet as it would be found", () => {
    const { total, facets } = search("vandland", true);
    const [theme = ""] = documents[0]?.themes ?? [];
    const chosen = index.search({ ...wishing({ q: "vandland", tema: [theme] }), alike: true }, GOLD_NOW);
    expect(facets?.tema[theme] ?? 0).toBe(chosen.total);
    expect(total).toBeGreaterThan(0);
  });
});

describe("Rows by words and rows by meaning", () => {
  const literal = Array.from({ length: 60 }, (_, row) => row);
  const orders = {
    literal,
    many: 60,
    others: [99],
    nearness: (row: number) => (row === 99 ? 0.9 : row / 1000),
    keepsPlace: () => true,
  };

  it("are mixed, and those by words keep their order among themselves", () => {
    const rows = merged({ ...orders, share: 0.1 });
    expect(rows.filter(({ by }) => by === "literal").map(({ row }) => row)).toEqual(literal);
    expect(rows.findIndex(({ by }) => by === "meaning")).toBeLessThan(59);
  });

  it("stand one after the other where the words are met well", () => {
    expect(merged({ ...orders, share: 0.8 }).map(({ row }) => row)).toEqual([...literal, 99]);
  });
});
