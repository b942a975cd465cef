import { expect, expectNoAxeProblems, test, total } from "./support.ts";

const cards = "#resultater .card";

test.describe("The place where one is", () => {
  test.use({ geolocation: { latitude: 56.12634, longitude: 10.15281 }, permissions: ["geolocation"] });

  test("is asked for on a click only, rounded, and not in the link to a person who helps", async ({ page }) => {
    await page.goto("/?q=kaffe");
    await page.getByRole("button", { name: "Nær mig" }).click();
    await expect(page).toHaveURL(/naer=56.126%2C10.153/);
    await expect(page.locator(cards).first()).toContainText(/\d m|\d km/);
    await expect(page.locator("#resultater a.help")).not.toHaveAttribute("href", /naer/);
  });
});

test.describe("The map follows the search", () => {
  test("a move offers to search there, and the list becomes what is there", async ({ page }) => {
    await page.goto("/?q=kaffe");
    const map = page.getByRole("region", { name: /^Kort over aktiviteterne/ });
    await expect(map.locator(".leaflet-marker-icon.pin, .pin-cluster, .pin-same").first()).toBeVisible();
    const before = await total(page);
    const box = (await map.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.wheel(0, -600);
    await page.getByRole("button", { name: "Søg i dette område" }).click();
    await expect(page).toHaveURL(/boks=/);
    await expect.poll(() => total(page)).toBeLessThan(before);
    await expect(page.locator("#forstaaet")).toContainText("Inden for kortet");
  });

  test("with the keyboard a cluster opens into what it holds", async ({ page }) => {
    await page.goto("/");
    const map = page.getByRole("region", { name: /^Kort over aktiviteterne/ });
    const cluster = map.locator(".pin-cluster").first();
    await expect(cluster).toHaveAttribute("aria-label", /aktiviteter tæt på hinanden/);
    const pins = await map.locator(".leaflet-marker-icon[aria-label]").count();
    await cluster.focus();
    await page.keyboard.press("Enter");
    await expect.poll(async () => map.locator(".leaflet-marker-icon[aria-label]").count()).not.toBe(pins);
    await expect(map.locator(".leaflet-marker-icon:focus")).toHaveCount(1);
  });

  test("several activities at one address are one pin with a list", async ({ page }) => {
    await page.goto("/?omraade=harlev-framlev&tema=it");
    const map = page.getByRole("region", { name: /^Kort over aktiviteterne/ });
    await map.locator(".pin-same").first().click();
    await expect(map.locator(".pin-list li").nth(1)).toBeVisible();
    await expect(map.locator(".pin-list a").first()).toHaveAttribute("href", /^\/aktiviteter\//);
  });

  test("a card lights its pin, and a pin its cards", async ({ page }) => {
    await page.goto("/?omraade=harlev-framlev&tema=it");
    const map = page.getByRole("region", { name: /^Kort over aktiviteterne/ });
    await expect(map.locator(".leaflet-marker-icon[aria-label]").first()).toBeVisible();
    await page.locator(cards).first().hover();
    await expect(map.locator(".lit")).toHaveCount(1);
    await page.locator("#q").hover();
    await expect(map.locator(".lit")).toHaveCount(0);
    await map.locator(".pin, .pin-same").first().hover();
    await expect(page.locator(`${cards}.lit`).first()).toBeVisible();
  });

  test("a point on the map is searched from by mouse, shown, and taken away again", async ({ page }) => {
    await page.goto("/?q=kaffe");
    const map = page.getByRole("region", { name: /^Kort over aktiviteterne/ });
    const before = await total(page);
    await page.getByRole("button", { name: "Søg nær et sted på kortet" }).click();
    await expect(page.getByRole("button", { name: "Brug midten af kortet" })).toBeVisible();
    await expectNoAxeProblems(page);
    const box = (await map.boundingBox())!;
    await page.mouse.click(box.x + box.width / 2 + 20, box.y + box.height / 2 + 40);
    await expect(page).toHaveURL(/naer=56\.\d{1,3}%2C10\.\d{1,3}&radius=3&zoom=\d+$/);
    await expect.poll(() => total(page)).toBeLessThan(before);
    await expect(page.locator("#forstaaet")).toContainText("Nær et punkt på kortet (3 km)");
    await expect(page.locator("#filtre")).toContainText("Hvor langt fra punktet?");
    await expect(map.locator(".near-point")).toBeVisible();
    await expect(page.locator("#resultater a.help")).not.toHaveAttribute("href", /naer|zoom|56/);

    await page
      .locator("#filtre")
      .getByRole("combobox", { name: /^Hvor langt fra punktet/ })
      .selectOption("10");
    await expect(page.locator("#forstaaet")).toContainText("Nær et punkt på kortet (10 km)");
    await page.getByRole("button", { name: "Fjern punktet" }).click();
    await expect(page).toHaveURL(/\?q=kaffe$/);
    await expect.poll(() => total(page)).toBe(before);
    await expect(map.locator(".near-point")).toHaveCount(0);
    await page.goBack();
    await expect(map.locator(".near-point")).toBeVisible();
    await page.locator("#forstaaet .chip", { hasText: "Nær et punkt på kortet" }).click();
    await expect(page).toHaveURL(/\?q=kaffe$/);
    await expect(map.locator(".near-point")).toHaveCount(0);
  });

  test("with the keyboard the middle of the map is the point, and Escape leaves all as it was", async ({ page }) => {
    await page.goto("/?q=kaffe");
    const map = page.getByRole("region", { name: /^Kort over aktiviteterne/ });
    const told = page.locator(".map-frame [role=status]");
    const start = page.getByRole("button", { name: "Søg nær et sted på kortet" });
    await start.focus();
    await page.keyboard.press("Enter");
    await expect(map).toBeFocused();
    await expect(told).toContainText("tryk Enter");
    await page.keyboard.press("Escape");
    await expect(start).toBeFocused();
    await expect(told).toHaveText("Du valgte ikke noget punkt.");
    await expect(page).toHaveURL(/\?q=kaffe$/);

    await page.keyboard.press("Enter");
    await expect(map).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/naer=56\.\d{1,3}%2C10\.\d{1,3}&radius=3&zoom=\d+$/);
    await expect(start).toBeFocused();
    await expect(told).toHaveText(/på kortet, højst 3 km væk/);
    await expect(map.locator(".near-point")).toBeVisible();
  });

  test("by touch a tap on the map is the point @phone", async ({ page }) => {
    await page.goto("/?q=kaffe");
    await page.getByRole("link", { name: "Vis kort" }).tap();
    await page.getByRole("button", { name: "Søg nær et sted på kortet" }).tap();
    await page.locator("#kort .map-box").tap({ position: { x: 120, y: 330 } });
    await expect(page).toHaveURL(/naer=56\.\d{1,3}%2C10\.\d{1,3}&radius=3&zoom=\d+#kort$/);
    await expect(page.locator("#kort .near-point")).toBeVisible();
    await page.getByRole("link", { name: "Vis liste" }).tap();
    await expect(page.locator("#forstaaet")).toContainText("Nær et punkt på kortet (3 km)");
  });

  test("by touch a pin stays open while the map moves, as wide as the screen and over the buttons @phone", async ({
    page,
  }) => {
    await page.goto("/?q=kaffe");
    await page.getByRole("link", { name: "Vis kort" }).tap();
    const map = page.locator("#kort .map-box");
    const pins = page.locator("#kort .pin, #kort .pin-same");
    await expect(pins.first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    const tops = await pins.evaluateAll((all) => all.map((pin) => pin.getBoundingClientRect().top));
    const fetched = page.waitForResponse(/aktiviteter\.geojson/);
    // What is told of the northernmost has no room above it, so the map moves.
    await pins.nth(tops.indexOf(Math.min(...tops))).tap();
    await fetched;
    const popup = map.locator(".leaflet-popup");
    await expect(popup.getByRole("link").first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await expect(popup).toHaveCount(1);
    await expect(page.locator("#kort .lit")).toHaveCount(1);
    const [room, words] = [(await map.boundingBox())!, (await popup.boundingBox())!];
    expect(words.width).toBeGreaterThan(room.width - 40);
    expect(words.x).toBeGreaterThanOrEqual(room.x);
    expect(words.x + words.width).toBeLessThanOrEqual(room.x + room.width);
    expect(await popup.evaluate(covered)).toEqual([]);
    await expect(page.getByRole("button", { name: "Søg i dette område" })).toBeHidden();
    await expectNoAxeProblems(page);
    await popup.getByRole("button", { name: "Luk" }).tap();
    await expect(popup).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Søg nær et sted på kortet" })).toBeVisible();
  });

  test("by touch an area offers what is there alone @phone", async ({ page }) => {
    await page.goto("/?q=kaffe&dag=tir");
    const all = await total(page);
    await page.getByRole("link", { name: "Vis kort" }).tap();
    await page.locator("#kort .area-shape").first().waitFor();
    await page.waitForLoadState("networkidle");
    const at = await page.locator("#kort .area-name span:visible").first().boundingBox();
    await page.touchscreen.tap(at!.x + at!.width / 2, at!.y + at!.height / 2);
    const offer = page.locator("#kort .leaflet-popup").getByRole("link", { name: /^Vis kun / });
    await expect(offer).toHaveAttribute("href", /\?q=kaffe&dag=tir&omraade=[a-z-]+$/);
    await expectNoAxeProblems(page);
    await offer.tap();
    await expect(page).toHaveURL(/\?q=kaffe&dag=tir&omraade=[a-z-]+#kort$/);
    await expect(page.locator("#kort .area-shape.chosen")).toHaveCount(1);
    await expect(page.locator("#kort .leaflet-popup")).toHaveCount(0);
    expect(await total(page)).toBeLessThan(all);
  });

  test("with the keyboard one goes into a pin and comes back out of it", async ({ page }) => {
    await page.goto("/?omraade=harlev-framlev&tema=it");
    const map = page.getByRole("region", { name: /^Kort over aktiviteterne/ });
    const pin = map.locator(".pin, .pin-same").first();
    await pin.focus();
    await page.keyboard.press("Enter");
    await expect(map.locator(".leaflet-popup a[href^='/aktiviteter/']").first()).toBeFocused();
    await expectNoAxeProblems(page);
    await page.keyboard.press("Escape");
    await expect(map.locator(".leaflet-popup")).toHaveCount(0);
    await expect(pin).toBeFocused();
  });

  test("nothing on it is said in English", async ({ page }) => {
    await page.goto("/?q=kaffe");
    const map = page.getByRole("region", { name: /^Kort over aktiviteterne/ });
    await map.locator(".pin, .pin-same").first().press("Enter");
    await expect(map.locator(".leaflet-popup")).toHaveCount(1);
    const said = await map.evaluate((box) =>
      [...box.querySelectorAll("*")].flatMap((element) =>
        ["aria-label", "title", "alt"].flatMap((name) => element.getAttribute(name) ?? []),
      ),
    );
    expect(said).toEqual(expect.arrayContaining(["Zoom ind", "Zoom ud", "Luk"]));
    expect(said.filter((words) => /\b(close|in|out|popup|marker|map|a JavaScript)\b/i.test(words))).toEqual([]);
  });

  test("by touch a pin opens, and the list comes back @phone", async ({ page }) => {
    await page.goto("/?q=strik");
    await page.getByRole("link", { name: "Vis kort" }).tap();
    const pin = page.locator("#kort .leaflet-marker-icon.pin").first();
    await pin.tap();
    await expect(page.locator("#kort .leaflet-popup a[href^='/aktiviteter/']").first()).toBeVisible();
    await page.getByRole("link", { name: "Vis liste" }).tap();
    await expect(page.locator(cards).first()).toBeVisible();
  });
});

/** What lies over the corners and the middle of an element, other than itself. */
function covered(element: Element): string[] {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const points = [
    [left + 20, top + 20],
    [right - 20, top + 20],
    [left + 20, bottom - 40],
    [right - 20, bottom - 40],
    [(left + right) / 2, (top + bottom) / 2],
  ];
  return points.flatMap(([x = 0, y = 0]) => {
    const seen = document.elementFromPoint(x, y);
    return seen && !element.contains(seen) ? [seen.outerHTML] : [];
  });
}
