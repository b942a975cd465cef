import { expect, test } from "vitest";
import type { SearchQuery, SearchResult } from "../../search/engine.ts";
import { readQuery } from "../../search/query.ts";
import { waysOut } from "../../src/board/ways-out.ts";
import { PLACES } from "../search/places.ts";
import { NOW } from "../world.ts";

/** A board with so many hits for a query. */
function board(totalOf: (query: SearchQuery) => number) {
  return { search: (query: SearchQuery) => Promise.resolve({ total: totalOf(query) } as SearchResult) };
}

async function waysFrom(address: string, totalOf: (query: SearchQuery) => number) {
  const params = new URLSearchParams(address);
  const read = readQuery(params, PLACES, NOW);
  const result = { total: totalOf(read.query) } as SearchResult;
  return waysOut(board(totalOf), params, read, result, PLACES, () => ["hasle"], NOW);
}

test("Somebody for whom no Friday is free is told how many there are on other days, and the word Friday is not looked for", async () => {
  const { hard, ways } = await waysFrom("q=skak+fredag", ({ q, dag }) => (q === "skak" && dag.length === 0 ? 4 : 0));
  expect(hard).toBe("Fredag");
  expect(ways.map(({ label, total, params }) => [label, total, params.get("q")])).toEqual([
    ["på andre dage", 4, "skak"],
  ]);
});

test("A filter that was ticked is given up alone", async () => {
  const { ways } = await waysFrom("q=skak&pris=gratis", ({ pris }) => (pris === null ? 12 : 0));
  expect(ways.map(({ label, total, params }) => [label, total, params.toString()])).toEqual([
    ["hvis det må koste noget", 12, "q=skak"],
  ]);
});

test("Another day comes before giving a wish up", async () => {
  const { ways } = await waysFrom("q=skak+fredag+i+Viby", ({ dag }) =>
    dag.includes("tor") ? 3 : dag.length === 0 ? 7 : 0,
  );
  expect(ways.map(({ label, total }) => `${total} ${label}`)).toEqual([
    "3 på torsdag",
    "7 med »skak« i hele Aarhus",
    "7 på andre dage",
  ]);
});

test("Where nothing is near, nothing is offered", async () => {
  expect(await waysFrom("q=skak+fredag", () => 0)).toEqual({ hard: null, ways: [] });
});
