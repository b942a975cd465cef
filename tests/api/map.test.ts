import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { PMTiles } from "pmtiles";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "../../db/client.ts";
import { areas } from "../../db/schema.ts";
import type { MapBase } from "../../src/shared/map-base.ts";
import { paths } from "../../src/shared/paths.ts";
import { pmtilesOf } from "../harness/pmtiles.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";

const folder = temporaryFolder("map");
const FILE = join(folder.path, "town.pmtiles");
const town = pmtilesOf([12, 2163, 1267], { earth: { kind: "earth", square: [0, 0, 4096] } });
let server: RunningServer;
beforeAll(async () => {
  writeFileSync(FILE, town);
  server = await startServer(folder.path, { TILE_URL: "pmtiles:town.pmtiles" });
});
afterAll(async () => {
  await server?.stop();
  folder.remove();
});

const asked = (path: string, headers: Record<string, string> = {}) => fetch(server.address + path, { headers });

it.each([paths.map.areas, paths.map.land])("Who has what stands behind the pins is not sent %s again", async (path) => {
  const answer = await asked(path);
  const tag = answer.headers.get("etag") ?? "";
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/json"]);
  expect(answer.headers.get("cache-control")).toBe("public, max-age=600");
  expect((await asked(path, { "if-none-match": tag })).status).toBe(304);
  expect((await asked(path, { "if-none-match": `W/${tag}` })).status).toBe(304);
  expect((await asked(path, { "if-none-match": '"another"' })).status).toBe(200);
});

it("A border that an editor loads is on the map at the next look", async () => {
  const before = await asked(paths.map.areas);
  const db = connect(join(folder.path, "faellesbro.db"));
  const ring = [
    [10.1, 56.1],
    [10.2, 56.1],
    [10.2, 56.2],
    [10.1, 56.1],
  ];
  db.update(areas)
    .set({ polygon: { type: "Polygon", coordinates: [ring] } })
    .where(eq(areas.slug, "viby"))
    .run();
  db.$client.close();
  const after = await asked(paths.map.areas, { "if-none-match": before.headers.get("etag")! });
  expect(after.status).toBe(200);
  const base: MapBase = await after.json();
  expect(base.areas.find(({ slug }) => slug === "viby")?.shape).toEqual([[101000, 561000, 1000, 0, 0, 1000]]);
});

describe("The streets from a file of the site", () => {
  it("are read by the map's own reader, and by nobody else asked for", async () => {
    const streets = new PMTiles(server.address + paths.map.streets);
    expect(await streets.getHeader()).toMatchObject({ maxZoom: 12, tileType: 1 });
    expect((await streets.getZxy(12, 2163, 1267))?.data.byteLength).toBeGreaterThan(20);
    expect(await streets.getZxy(12, 0, 0)).toBeUndefined();
    const page = await fetch(server.address);
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toMatch(/https?:/);
    expect(page.headers.get("referrer-policy")).toBe("same-origin");
  });

  it("come in parts that a browser may keep for a day", async () => {
    const answer = await asked(paths.map.streets, { range: "bytes=0-126" });
    const { headers } = answer;
    expect([answer.status, headers.get("content-range")]).toEqual([206, `bytes 0-126/${town.length}`]);
    expect(headers.get("cache-control")).toBe("public, max-age=86400");
    expect(headers.get("content-encoding")).toBeNull();
    expect(Buffer.from(await answer.arrayBuffer()).equals(town.subarray(0, 127))).toBe(true);
    const again = { range: "bytes=0-126", "if-range": headers.get("etag") ?? "" };
    expect((await asked(paths.map.streets, again)).status).toBe(206);
  });

  it.each([
    [{}, 416],
    [{ range: "bytes=999999999-" }, 416],
    [{ range: "bytes=5-1" }, 416],
    [{ range: "bytes=0-1,3-4" }, 416],
    [{ range: "bytes=0-9", "if-range": '"another"' }, 412],
  ])("are refused in words when %j is asked for", async (headers, status) => {
    const answer = await asked(paths.map.streets, headers);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "text/plain; charset=utf-8"]);
    expect(await answer.text()).toMatch(/\.$/);
  });

  it("lead to no other file", async () => {
    for (const path of ["/kort/faellesbro.db", "/kort/..%2ffaellesbro.db", "/kort/gader.pmtiles/../../faellesbro.db"])
      expect((await asked(path, { range: "bytes=0-9" })).status).toBe(404);
  });

  it("are told to be broken or gone while the site goes on", async () => {
    writeFileSync(FILE, "ingen gader");
    const broken = await asked(paths.map.streets, { range: "bytes=0-126" });
    expect([broken.status, await broken.text()]).toEqual([404, expect.stringContaining("ikke et kort")]);
    rmSync(FILE);
    const gone = await asked(paths.map.streets, { range: "bytes=0-126" });
    expect([gone.status, await gone.text()]).toEqual([404, expect.stringContaining("DATA_DIR")]);
    expect((await asked("/")).status).toBe(200);
    writeFileSync(FILE, town);
  });
});
