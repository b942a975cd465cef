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
  });

  test("several activities at one address are one pin with a list", async ({ page }) => {
    await page.goto("/?omraade=harlev-framlev&tema=it");
    const map = page.getByRole("region", { name: /^Kort over aktiviteterne/ });
    await map.locator(".pin-same").first().click();
    await expect(map.locator(".pin-list li").nth(1)).toBeVisible();
    await expect(map.locator(".pin-list a").first()).toHaveAttribute("href", /^\/aktiviteter\//);
  });

  test("a card lights its pin", async ({ page }) => {
    await page.goto("/?omraade=harlev-framlev&tema=it");
    const map = page.getByRole("region", { name: /^Kort over aktiviteterne/ });
    await expect(map.locator(".leaflet-marker-icon[aria-label]").first()).toBeVisible();
    await page.locator(cards).first().hover();
    await expect(map.locator(".lit").first()).toBeVisible();
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
