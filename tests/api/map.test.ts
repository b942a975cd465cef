import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect } from "../../db/client.ts";
import { areas } from "../../db/schema.ts";
import type { MapBase } from "../../src/shared/map-base.ts";
import { paths } from "../../src/shared/paths.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";

const folder = temporaryFolder("map");
let server: RunningServer;
beforeAll(async () => {
  server = await startServer(folder.path);
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
