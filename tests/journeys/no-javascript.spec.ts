import { help, ownPage } from "../../src/texts/help.ts";
import { expect, signInAs, test } from "./support.ts";

test.use({ javaScriptEnabled: false });

test.describe("Without JavaScript", () => {
  test("a citizen searches, chooses and turns the page", async ({ page }) => {
    await page.goto("/");
    await page.getByLabel("Søg", { exact: true }).fill("strik");
    await page.getByRole("button", { name: "Find aktivitet" }).click();
    await expect(page).toHaveURL(/\?q=strik/);
    const all = Number((await page.locator("#antal").textContent())?.replace(/\D/g, ""));

    await page
      .locator("#filtre")
      .getByRole("checkbox", { name: /^tirsdag/i })
      .check();
    await page.locator("#filtre button[form=soeg]").click();
    await expect(page).toHaveURL(/dag=tir/);
    const tuesdays = Number((await page.locator("#antal").textContent())?.replace(/\D/g, ""));
    expect(tuesdays).toBeGreaterThan(0);
    expect(tuesdays).toBeLessThan(all);

    await page
      .getByRole("list", { name: "Sådan forstod vi dig" })
      .getByRole("link", { name: /tirsdag/i })
      .click();
    await expect(page).not.toHaveURL(/dag=tir/);
    await page.getByRole("link", { name: "Næste", exact: true }).click();
    await expect(page).toHaveURL(/side=2/);
    await expect(page.locator("#resultater .card").first()).toBeVisible();
  });

  test("whoever finds no choir nearby reads where one is, and finds as many as were promised", async ({ page }) => {
    await page.goto(`/?q=${encodeURIComponent("kor på Trøjborg om aftenen")}`);
    await expect(page.locator("p.missing")).toHaveText("Ingen kor på Trøjborg. Her er 2 i nærheden.");
    await expect(page.locator("#resultater ol.cards").first()).toBeVisible();
    await page.getByRole("link", { name: "2 i nærheden" }).click();
    await expect(page.locator("#antal")).toHaveText("2 aktiviteter");
    await expect(page.locator("#resultater .card")).toHaveCount(2);
    await page.getByRole("link", { name: /Kun det, der passer helt/ }).click();
    await expect(page).not.toHaveURL(/passer/);
  });

  test("whoever lives by a bus line keeps it while choosing a day", async ({ page }) => {
    await page.goto("/?linje=4A");
    await expect(page.getByRole("link", { name: /Bus 4A/ })).toBeVisible();
    await page
      .locator("#filtre")
      .getByRole("checkbox", { name: /^tirsdag/i })
      .check();
    await page.locator("#filtre button[form=soeg]").click();
    await expect(page).toHaveURL(/linje=4A/);
    await expect(page).toHaveURL(/dag=tir/);
  });

  test("whoever writes a word that no title bears is told so", async ({ page }) => {
    await page.goto("/?q=par");
    await expect(page.locator("p.missing")).toHaveText("Ingen titler nævner »par«. Det her ligner mest.");
  });

  test("whoever seeks something close by is asked where, and chooses an area", async ({ page }) => {
    await page.goto(`/?q=${encodeURIComponent("noget tæt på")}`);
    const where = page.locator("#forstaaet").getByRole("region", { name: "Hvor" });
    await expect(where).toContainText("Hvor? Skriv et sted i søgefeltet, eller vælg et område her.");
    await where.getByRole("link").first().click();
    await expect(page).toHaveURL(/omraade=/);
    await expect(where).toHaveCount(0);
  });

  test("nobody sees an empty box where a map would be, but the way there", async ({ page }) => {
    await page.goto("/?q=strikkecafe");
    await expect(page.locator("#kort")).toBeHidden();
    await page.locator("#resultater .card a[href^='/aktiviteter/']").first().click();
    await expect(page.locator(".map-box")).toBeHidden();
    await page.getByText("Find vej", { exact: true }).click();
    const way = page.getByRole("link", { name: "OpenStreetMap" });
    await expect(way).toHaveAttribute("href", /^https:\/\/www\.openstreetmap\.org\/directions\?to=56\.\d+,/);
  });

  test("a citizen gets help called: from the search to the own page, a note and a no", async ({ page }) => {
    const started = Date.now();
    await page.goto("/?q=strik&omraade=viby&dag=tir");
    await page.locator("#resultater").getByRole("link", { name: "Få hjælp" }).click();
    const carried = page.locator("fieldset.carried");
    await expect(carried.getByRole("checkbox", { name: "Viby" })).toBeChecked();
    await carried
      .getByRole("checkbox", { name: /tirsdag/i })
      .first()
      .uncheck();
    await page.getByLabel(help.name).fill("Karen Uden Script");
    await page.getByLabel(help.phone).fill("20 11 22 33");
    await page.getByRole("button", { name: help.send }).click();

    await expect(page).toHaveURL(/\/hjaelp\/[\w-]{20,}/);
    expect(Date.now() - started).toBeLessThan(60_000);
    await expect(page.locator("main")).toContainText(/FB-[2-9A-Z]{5}/);
    await expectPrivate(page);

    await page.getByLabel(ownPage.addLabel).fill("Jeg kan bedst om formiddagen.");
    await page.getByRole("button", { name: ownPage.addSend }).click();
    await expect(page.locator(".notes")).toContainText("Jeg kan bedst om formiddagen.");

    await page.getByText(ownPage.stopOpen).click();
    await page.getByRole("button", { name: ownPage.stopSend }).click();
    await expect(page.locator(".status")).toContainText(/nej tak/i);
  });

  test("a form that lacks something says what, beside the field, and keeps everything typed", async ({ page }) => {
    await page.goto("/hjaelp");
    await page.getByLabel(help.name).fill("Karen Holm");
    await page.getByLabel(help.wishes).fill("Jeg vil gerne synge.");
    await page.getByRole("button", { name: help.send }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.locator("#f-phone-error")).toBeVisible();
    await expect(page.locator("#f-phone")).toHaveAttribute("aria-describedby", /f-phone-error/);
    await expect(page.getByLabel(help.name)).toHaveValue("Karen Holm");
    await expect(page.getByLabel(help.wishes)).toHaveValue("Jeg vil gerne synge.");

    await page.getByLabel(help.phone).fill("12");
    await page.getByRole("button", { name: help.send }).click();
    await expect(page.locator("#f-phone-error")).toBeVisible();
    await expect(page.getByLabel(help.phone)).toHaveValue("12");
    await page.getByLabel(help.phone).fill("20112234");
    await page.getByRole("button", { name: help.send }).click();
    await expect(page).toHaveURL(/\/hjaelp\/[\w-]{20,}/);
  });

  test("a brobygger works at the desk", async ({ page }) => {
    await signInAs(page, "brobygger");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/tirsdag/i);
    await page.getByRole("link", { name: "Mine forløb" }).click();
    await page
      .getByRole("link", { name: /^Åbn sagen/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});

async function expectPrivate(page: import("@playwright/test").Page): Promise<void> {
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
}
