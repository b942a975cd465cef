import type { Page } from "@playwright/test";
import { contact } from "../../src/texts/contact.ts";
import { themeTexts as texts } from "../../src/texts/themes-desk.ts";
import { notices } from "../../src/texts/notices.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { standingSaid } from "../../src/texts/standing.ts";
import { expect, expectNoAxeProblems, signInAs, test, uniqueTitle } from "./support.ts";

const adding = (page: Page) => page.locator("section", { has: page.getByRole("heading", { name: texts.add }) });

test("An editor adds a theme, a contact publishes in it, and a citizen finds by it", async ({ page, browser }) => {
  const name = uniqueTitle("Fiskeri");
  const title = uniqueTitle("Ud med stangen");
  await signInAs(page, "editor");
  await page.goto("/redaktion/temaer");
  await adding(page).getByLabel(texts.addName).fill(name);
  await adding(page).getByLabel(texts.addHue).selectOption("skifer");
  await adding(page).getByRole("button", { name: texts.addButton }).click();
  await expect(page.getByRole("status").first()).toHaveText(notices["tema-lavet"]);
  await expect(page.getByRole("button", { name: texts.removeOne(name) })).toBeVisible();
  await expectNoAxeProblems(page);

  const contactPage = await (await browser.newContext()).newPage();
  await signInAs(contactPage, "contact");
  await publishIn(contactPage, name, title);

  const citizen = await (await browser.newContext()).newPage();
  await citizen.goto("/");
  await citizen.getByRole("link", { name: new RegExp(`^${name} 1$`) }).click();
  await expect(citizen).toHaveURL(/tema=fiskeri-/);
  await expect(citizen.locator(".card")).toHaveCount(1);
  await expect(citizen.locator(".card.hue-skifer .when").first()).toContainText(name);
  await expect(citizen.locator(".card h3")).toHaveText(title);
  await citizen.locator("#kort").scrollIntoViewIfNeeded();
  await expect(citizen.locator(".pin.hue-skifer")).toHaveCount(1);
  await citizen.goto(`/?q=${encodeURIComponent(name)}`);
  await expect(citizen.locator(".card h3").first()).toHaveText(title);

  await page.reload();
  await expect(page.getByRole("button", { name: texts.removeOne(name) })).toHaveCount(0);
});

test("An editor who gives a new theme the name of another hears it beside the field, and keeps what was typed", async ({
  page,
}) => {
  await signInAs(page, "editor");
  await page.goto("/redaktion/temaer");
  await adding(page).getByLabel(texts.addName).fill("spil");
  await adding(page).getByLabel(texts.addHue).selectOption("noed");
  await adding(page).getByRole("button", { name: texts.addButton }).click();
  await expect(page.locator("#f-navn-error")).toHaveText(refusals.themeTwice);
  await expect(adding(page).getByLabel(texts.addName)).toHaveValue("spil");
  await expect(adding(page).getByLabel(texts.addHue)).toHaveValue("noed");
  await expectNoAxeProblems(page);
});

test("An editor keeps the themes on a phone @phone", async ({ page }) => {
  await signInAs(page, "editor");
  await page.goto("/redaktion/temaer");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await expectNoAxeProblems(page);
});

/** Writes an activity of next Tuesday and puts it on the board. */
async function publishIn(page: Page, theme: string, title: string): Promise<void> {
  await page.goto("/forening/ny");
  await page.getByLabel(contact.title).fill(title);
  await page.getByLabel(contact.description).fill("Vi fisker ved åen.");
  await page.getByLabel(theme).check();
  await page.locator("[name=w0day]").selectOption("tir");
  await page.locator("[name=w0start]").fill("10:00");
  await page.locator("[name=w0end]").fill("12:00");
  await page.locator("[name=postcode]").selectOption("8260");
  await page.getByLabel(contact.free, { exact: true }).check();
  await page.getByLabel(contact.contactName).fill("Lis");
  await page.locator("[name=contactPhone]").fill("41 86 09 00");
  await page.getByRole("button", { name: contact.saveAndSee }).click();
  await page.getByRole("button", { name: contact.publish, exact: true }).click();
  await expect(page.locator("#status")).toHaveText(standingSaid.on);
}
