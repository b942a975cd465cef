import { expect, test } from "./support.ts";

const cards = "#resultater .card";

test.describe("A citizen looks for something to go to", () => {
  test("sees today's board at once: how many there are, and when and where", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("#antal")).toHaveText("De næste dage");
    await expect(page.getByRole("link", { name: /^Vis alle \d+$/ })).toBeVisible();
    await expect(page.locator(cards)).toHaveCount(20);
    await expect(page.locator(cards).first()).toContainText(/i dag|i morgen|kl\./);
  });

  test("finds by words as people write them", async ({ page }) => {
    await page.goto("/");
    await page.getByLabel("Søg", { exact: true }).fill("strikning");
    await page.getByRole("button", { name: "Find aktivitet" }).click();
    await expect(page).toHaveURL(/q=strikning/);
    await expect(page.locator(cards).first()).toContainText(/strik/i);
  });

  test("tries one of three searches that find something now", async ({ page }) => {
    await page.goto("/");
    const examples = page.getByRole("list", { name: "Prøv for eksempel" }).getByRole("link");
    await expect(examples).toHaveCount(3);
    for (const href of await examples.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))) {
      await page.goto(href);
      expect(await page.locator(cards).count(), href).toBeGreaterThanOrEqual(3);
      await expect(page.locator("p.missing"), href).toHaveCount(0);
    }
    await page.goto("/");
    await examples.first().click();
    await expect(page).toHaveURL(/\?q=/);
    await expect(examples).toHaveCount(0);
  });

  test("chooses where and when beside the words, before anything is searched for", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("combobox", { name: "Hvor", exact: true }).selectOption("Viby");
    await page.getByRole("combobox", { name: "Hvornår", exact: true }).selectOption("Tirsdag");
    await expect(page).toHaveURL(/\/$/);
    await page.getByRole("button", { name: "Find aktivitet" }).click();
    await expect(page).toHaveURL(/omraade=viby&dag=tir/);
    await expect(page.locator(cards).first()).toContainText("Viby");
  });

  test("says it in a sentence, sees how it was understood, and takes a wish away", async ({ page }) => {
    await page.goto(`/?q=${encodeURIComponent("gåtur onsdag formiddag i Viby")}`);
    const chips = page.getByRole("list", { name: "Sådan forstod vi dig" });
    await expect(chips).toContainText(/onsdag/i);
    await expect(chips).toContainText(/formiddag/i);
    await expect(chips).toContainText(/viby/i);
    const before = await chips.getByRole("listitem").count();
    await chips.getByRole("link", { name: /viby/i }).click();
    await expect(chips.getByRole("listitem")).toHaveCount(before - 1);
    await expect(chips).not.toContainText(/viby/i);
  });

  test("chooses day, area and theme beside the list, and the list follows", async ({ page }) => {
    await page.goto("/?q=");
    const all = await found(page);
    const filters = page.locator("#filtre");
    await open(filters.locator("> details"));
    await filters.getByRole("checkbox", { name: /^tirsdag/i }).check();
    await filters.locator("button[form=soeg]").click();
    await expect(page).toHaveURL(/dag=tir/);
    await expect.poll(() => found(page)).toBeLessThan(all);
    const tuesdays = await found(page);

    await page.goto("/?dag=tir&omraade=viby&tema=haandarbejde");
    expect(await found(page)).toBeLessThan(tuesdays);
    for (const card of await page.locator(cards).all()) await expect(card).toContainText("Viby");
  });

  test("goes on to the next twenty and back", async ({ page }) => {
    await page.goto("/");
    const first = await page.locator(`${cards} h3`).first().textContent();
    await page.getByRole("link", { name: "Næste" }).click();
    await expect(page).toHaveURL(/side=2/);
    await expect(page.locator(`${cards} h3`).first()).not.toHaveText(first ?? "");
    await page.getByRole("link", { name: "Forrige" }).click();
    await expect(page.locator(`${cards} h3`).first()).toHaveText(first ?? "");
  });

  test("who finds nothing is offered a way on, with the search", async ({ page }) => {
    await page.goto("/?q=%22zzyzxqq%22&omraade=viby");
    await expect(page.locator("#antal")).toHaveText("0 aktiviteter");
    await expect(page.getByText("Ingen aktiviteter passer til din søgning")).toBeVisible();
    const help = page.locator("#resultater").getByRole("link", { name: "Få hjælp" });
    await expect(help).toHaveAttribute("href", /^\/hjaelp\?.*omraade=viby/);
  });

  test("opens an activity: what, when, where, how it is the first time, and whom to ask", async ({ page }) => {
    await page.goto("/?q=strik");
    const title = await page.locator(`${cards} h3`).first().textContent();
    await page.locator(`${cards} h3 a`).first().click();
    await expect(page.getByRole("heading", { level: 1, name: title ?? "" })).toBeVisible();
    for (const name of ["Det sker", "Hvornår", "De næste gange", "Hvor", "Sådan er det første gang", "Tovholder"])
      await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: /^Få hjælp/ }).first()).toHaveAttribute("href", /^\/hjaelp/);
    expect(await page.locator("article .activity").innerHTML()).not.toMatch(/tel:|mailto:[^?]/);
    await page.getByRole("link", { name: "Vis telefon og mail" }).click();
    await expect(page.locator("#kontakt")).toContainText(/\d\d \d\d \d\d \d\d|@/);
  });

  test("puts the series into a calendar", async ({ page }) => {
    await page.goto("/?q=strik");
    await page.locator(`${cards} h3 a`).first().click();
    await page.getByText("Kalender", { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Tilføj til kalender" }).click(),
    ]);
    const file = await (await download.createReadStream()).toArray();
    const text = Buffer.concat(file as Buffer[]).toString("utf8");
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text).toContain("TZID=Europe/Copenhagen");
    expect(text).toContain("BEGIN:VEVENT");
  });

  test("sees the hits of the week, day by day", async ({ page }) => {
    await page.goto("/ugen");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("main")).toContainText(/tirsdag/i);
    await expect(page.locator("main a[href^='/aktiviteter/']").first()).toBeVisible();
  });

  test("an address that leads nowhere says so and leads back", async ({ page }) => {
    const response = await page.goto("/aktiviteter/findes-ikke");
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "Siden findes ikke" })).toBeVisible();
    await expect(page.locator("main").getByRole("link").first()).toBeVisible();
  });
});

test.describe("A citizen looks at the map", () => {
  test("every marker has a name, and leads to the activity by mouse and by keyboard", async ({ page }) => {
    await page.goto("/?q=strik");
    const map = page.getByRole("region", { name: /^Kort over aktiviteterne/ });
    const markers = map.locator(".leaflet-marker-icon:not([aria-hidden])");
    await expect(markers.first()).toBeVisible();
    for (const marker of await markers.all()) {
      await expect(marker).toHaveAttribute("aria-label", /\p{L}{3,}/u);
      await expect(marker).toHaveAttribute("tabindex", "0");
    }
    const single = map.locator(".leaflet-marker-icon.pin").first();
    await single.focus();
    await page.keyboard.press("Enter");
    await expect(map.locator(".leaflet-popup a[href^='/aktiviteter/']").first()).toBeVisible();
  });

  test("the map shows what the list holds", async ({ page }) => {
    await page.goto("/?q=strik");
    const status = page.locator("#kort [role=status]");
    await expect(status).toHaveText(/\d+ aktivitet/);
    const shown = Number(/\d+/.exec((await status.textContent()) ?? "")?.[0]);
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThanOrEqual(await found(page));
  });

  test("on a phone the map comes when it is asked for @phone", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto("/?q=strik");
    await expect(page.locator(cards).first()).toBeVisible();
    expect(asked.filter((path) => /leaflet.*\.js|geojson/i.test(path))).toEqual([]);
    await page.getByRole("link", { name: "Vis kort" }).click();
    await expect(page.locator("#kort .leaflet-marker-icon").first()).toBeVisible();
  });
});

test("nobody but the site is asked for anything, and no cookie is set", async ({ page, baseURL }) => {
  const strangers: string[] = [];
  page.on(
    "request",
    (request) =>
      request.url().startsWith(baseURL ?? "") || request.url().startsWith("data:") || strangers.push(request.url()),
  );
  await page.goto("/");
  await page.goto("/?q=strik");
  await page.locator(`${cards} h3 a`).first().click();
  await page.waitForLoadState("networkidle");
  expect(strangers).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

async function found(page: import("@playwright/test").Page): Promise<number> {
  return Number(((await page.locator("#antal").textContent()) ?? "").replace(/\D/g, ""));
}

async function open(details: import("@playwright/test").Locator): Promise<void> {
  const summary = details.locator("> summary");
  if ((await summary.isVisible()) && (await details.getAttribute("open")) === null) await summary.click();
}
