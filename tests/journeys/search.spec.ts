import type { Page } from "@playwright/test";
import { expect, expectNoAxeProblems, test } from "./support.ts";

const cards = "#resultater .card";

test.describe("A search follows what one wishes, without a reload", () => {
  test("a filter changes list, counts and address, and the back button takes it back", async ({ page }) => {
    await page.goto("/?q=kaffe");
    const before = await total(page);
    await markPage(page);
    await page
      .locator("#filtre")
      .getByRole("checkbox", { name: /^torsdag/i })
      .check();
    await expect(page).toHaveURL(/dag=tor/);
    await expect.poll(() => total(page)).toBeLessThan(before);
    await expect(page.locator("#filtre").getByRole("checkbox", { name: /^torsdag/i })).toBeFocused();
    expect(await isMarked(page), "the page was not loaded anew").toBe(true);

    await page.goBack();
    await expect.poll(() => total(page)).toBe(before);
    await expect(page.locator("#filtre").getByRole("checkbox", { name: /^torsdag/i })).not.toBeChecked();
    await page.goForward();
    await expect.poll(() => total(page)).toBeLessThan(before);
  });

  test("a count beside a filter is what one gets", async ({ page }) => {
    await page.goto("/?q=kaffe");
    const option = page.locator("#filtre label.option", { hasText: "Formiddag" });
    const promised = Number(await option.locator(".n").textContent());
    await option.getByRole("checkbox").check();
    await expect.poll(() => total(page)).toBe(promised);
  });

  test("two days are one or the other, two facts are both", async ({ page }) => {
    await page.goto("/?dag=man");
    const mondays = await total(page);
    await page.goto("/?dag=man&dag=tor");
    expect(await total(page)).toBeGreaterThan(mondays);
    await page.goto("/?fakta=dropin");
    const dropIn = await total(page);
    await page.goto("/?fakta=dropin&fakta=trinfri");
    expect(await total(page)).toBeLessThan(dropIn);
  });

  test("a box that the sentence ticked can be unticked: its words become plain words", async ({ page }) => {
    await page.goto(`/?q=${encodeURIComponent("kaffe torsdag")}`);
    const thursday = page.locator("#filtre").getByRole("checkbox", { name: /^torsdag/i });
    await expect(thursday).toBeChecked();
    await thursday.uncheck();
    await expect(page).toHaveURL(/q=kaffe\+%22torsdag%22/);
    await expect(page.locator("#forstaaet .chip")).toHaveCount(0);
  });

  test("one tap gives today, and another any time again", async ({ page }) => {
    await page.goto("/?q=kaffe");
    const any = await total(page);
    await page.locator("#filtre").getByRole("link", { name: "I dag" }).click();
    await expect(page).toHaveURL(/fra=2026-11-24.*til=2026-11-24/);
    await expect(page.locator(cards).first()).toContainText("i dag");
    await page.locator("#filtre").getByRole("link", { name: "Når som helst" }).click();
    await expect.poll(() => total(page)).toBe(any);
  });
});

test.describe("Suggestions while typing", () => {
  test("a theme, a place and an activity come up; arrows, Enter and Escape work", async ({ page }) => {
    await page.goto("/");
    const field = page.getByRole("combobox", { name: "Søg" });
    await field.pressSequentially("strik", { delay: 20 });
    const options = page.getByRole("listbox", { name: "Forslag" }).getByRole("option");
    await expect(options.first()).toBeVisible();
    await expect(field).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("ArrowDown");
    await expect(options.first()).toHaveAttribute("aria-selected", "true");
    await expect(field).toHaveAttribute("aria-activedescendant", /forslag-0/);
    await expectNoAxeProblems(page);
    await page.keyboard.press("Escape");
    await expect(options).toHaveCount(0);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/aktiviteter\/|[?&]q=/);
  });

  test("a misspelt word is met with the word that was meant", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("combobox", { name: "Søg" }).pressSequentially("stirkkecafe", { delay: 20 });
    await expect(page.getByRole("option", { name: /Mente du/ })).toBeVisible();
  });
});

test.describe("Who finds little is helped on", () => {
  test("sees which wish was hard to meet and what is near, with counts that hold", async ({ page }) => {
    await page.goto(`/?q=${encodeURIComponent("skak onsdag morgen i Sabro gratis")}`);
    await expect(page.locator("#antal")).toHaveText(/^[0-2] aktivitet/);
    const way = page.locator(".ways a.chip").first();
    const promised = Number(await way.locator("strong").textContent());
    await way.click();
    await expect.poll(() => total(page)).toBe(promised);
  });

  test("after three searches without opening anything Få hjælp speaks up, once", async ({ page }) => {
    await page.goto("/?q=kaffe");
    const offer = page.getByText("Er det svært at finde noget?");
    await page.goto("/?q=kor");
    await expect(offer).toBeHidden();
    await page.goto("/?q=skak");
    await expect(offer).toBeVisible();
    await page.goto("/?q=yoga");
    await expect(offer).toBeHidden();
  });
});

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
    await page.getByRole("button", { name: "Søg ud fra et punkt" }).click();
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
    const start = page.getByRole("button", { name: "Søg ud fra et punkt" });
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
    await page.getByRole("button", { name: "Søg ud fra et punkt" }).tap();
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

async function total(page: Page): Promise<number> {
  return Number(((await page.locator("#antal").textContent()) ?? "").replace(/\D/g, ""));
}

async function markPage(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute("data-first", "1"));
}

async function isMarked(page: Page): Promise<boolean> {
  return (await page.locator("html[data-first]").count()) === 1;
}
