import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pmtilesOf } from "../harness/pmtiles.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { expect, expectNoAxeProblems, test } from "./support.ts";

const FILE = "town.pmtiles";
/** A tile that all of Denmark lies in, under water, so that what is seen is not the base. */
const DENMARK = [4, 8, 4] as const;
const TOWN = {
  earth: { kind: "earth", square: [0, 0, 4096] },
  landuse: { kind: "park", square: [0, 0, 900] },
  water: { kind: "ocean", square: [0, 0, 4096] },
  buildings: { kind: "building", square: [10, 10, 50] },
  roads: { kind: "highway", square: [100, 100, 50] },
  places: { kind: "locality", square: [200, 200, 50] },
} satisfies Parameters<typeof pmtilesOf>[1];

test.describe("The streets from a file of the site", () => {
  const folder = temporaryFolder("streets-journey");
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer(folder.path, { TILE_URL: `pmtiles:${FILE}` });
  });
  test.afterAll(async () => {
    await server?.stop();
    folder.remove();
  });
  test.use({ viewport: { width: 1400, height: 900 } });

  for (const colorScheme of ["light", "dark"] as const)
    test(`are drawn in the site's ${colorScheme} colours, and nothing is asked of anybody else`, async ({ page }) => {
      writeFileSync(join(folder.path, FILE), pmtilesOf([...DENMARK], TOWN));
      await page.emulateMedia({ colorScheme });
      const elsewhere: string[] = [];
      page.on("request", (request) => !request.url().startsWith(server.address) && elsewhere.push(request.url()));
      const faults: string[] = [];
      page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      await page.goto(`${server.address}/?q=kaffe`);
      const map = page.locator("#kort .map-box.with-tiles");
      await expect(map.locator("canvas.leaflet-tile-loaded").first()).toBeVisible();
      const sea = await map.evaluate((box) => getComputedStyle(box).backgroundColor);
      await expect.poll(() => map.locator("canvas.leaflet-tile-loaded").first().evaluate(middleOf)).toBe(sea);
      expect([elsewhere, faults]).toEqual([[], []]);
      await expectNoAxeProblems(page);
    });

  test("that cannot be read leave coast and areas", async ({ page }) => {
    writeFileSync(join(folder.path, FILE), "ingen gader");
    await page.goto(`${server.address}/?q=kaffe`);
    await expect(page.locator("#kort .area-shape").first()).toBeVisible();
    await expect(page.locator("#kort .area-name span").first()).toBeVisible();
    await expect(page.locator("#kort canvas")).toHaveCount(0);
  });
});

test.describe("Tiles of others", () => {
  test("are asked for by the site's name alone, and coast and areas stand there when they fail", async ({ page }) => {
    const folder = temporaryFolder("tiles-journey");
    const server = await startServer(folder.path, { TILE_URL: "osm" });
    try {
      await page.setViewportSize({ width: 1400, height: 900 });
      const told = new Set<string | undefined>();
      await page.route("https://tile.openstreetmap.org/**", (route) => {
        told.add(route.request().headers()["referer"]);
        return route.abort();
      });
      await page.goto(`${server.address}/?q=kaffe`);
      await expect.poll(() => [...told]).toEqual([`${server.address}/`]);
      await expect(page.locator("#kort .area-name span").first()).toBeVisible();
      await expect(page.locator("#kort .map-box")).not.toHaveClass(/with-tiles/);
      await expect(page.locator("#kort .leaflet-control-attribution")).toHaveText("© OpenStreetMap");
    } finally {
      await server.stop();
      folder.remove();
    }
  });
});

/** The colour amid a drawn tile, as the page's own styles say colours. */
function middleOf(element: Element): string {
  if (!(element instanceof HTMLCanvasElement)) return "";
  const { width, height } = element;
  const [r, g, b] = element.getContext("2d")?.getImageData(width / 2, height / 2, 1, 1).data ?? [];
  return `rgb(${r}, ${g}, ${b})`;
}
