import type { Page } from "@playwright/test";
import { notices } from "../../src/texts/notices.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { talkTexts as texts } from "../../src/texts/talk.ts";
import { askForHelp, expectSheetSaved, openSheet, takeCase } from "./casework.ts";
import { expect, expectNoAxeProblems, signInAs, test } from "./support.ts";

const pick = (page: Page, label: string) => page.getByText(label, { exact: true }).first().click();

test("A brobygger writes while they talk, finds what fits, puts it on the list and prints it", async ({
  browser,
  page,
}) => {
  await signInAs(page, "brobygger");
  await takeCase(page, (await askForHelp(browser)).name);
  const address = await openSheet(page);
  await expect(page.getByText(texts.noWishes)).toBeVisible();
  await page.getByLabel(texts.likes).fill("strik, sang");
  await page.getByLabel(texts.lines).fill("4A");
  await pick(page, texts.economies.free);
  await page.getByLabel(texts.cell("Tirsdag", "Eftermiddag")).check();
  await expectSheetSaved(page);
  await expect(page.locator("#match > .hits > .hit").first()).toContainText("bus 4A");
  expect(page.url(), "nothing of the person is in the address").toBe(address);
  await expectNoAxeProblems(page);

  await page.getByRole("button", { name: texts.strike("gratis") }).click();
  await expect(page.locator(".notice")).toHaveText(notices["ark-gemt"]);
  await expect(page.getByRole("button", { name: texts.takeUp("gratis") })).toBeVisible();
  await expect(page.getByLabel(texts.likes)).toHaveValue("strik, sang");

  const hit = page.locator("#match > .hits > .hit").first();
  const title = (await hit.locator("h3").textContent())?.trim() ?? "";
  // Typed and not saved yet: the list takes it along.
  await page.getByLabel(texts.note, { exact: true }).fill("Ring om tirsdagen");
  await hit.getByRole("button", { name: texts.putNamed(title) }).click();
  await expect(page.locator(".notice")).toHaveText(notices["paa-listen"]);
  await expect(page.getByLabel(texts.note, { exact: true })).toHaveValue("Ring om tirsdagen");
  await page.getByText(texts.own).click();
  await page.getByLabel(texts.ownTitle).fill("Kaffe hos Inge");
  await page.getByLabel(texts.ownCall).fill("86 11 22 33");
  await page.getByRole("button", { name: texts.ownSave, exact: true }).click();
  await expect(page.getByRole("heading", { name: texts.listCount(2) })).toBeVisible();

  await page.getByRole("link", { name: texts.print }).click();
  await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
  await expect(page.getByText("86 11 22 33").first()).toBeVisible();
  await expectNoAxeProblems(page);
  await page.goto(address);
  await page.getByRole("button", { name: texts.takeOffNamed("Kaffe hos Inge") }).click();
  await expect(page.getByRole("heading", { name: texts.listCount(1) })).toBeVisible();
});

test("Two tabs with the same sheet lose nothing, and a CPR number is never kept", async ({
  browser,
  page,
  context,
}) => {
  await signInAs(page, "brobygger");
  await takeCase(page, (await askForHelp(browser)).name);
  const address = await openSheet(page);
  const other = await context.newPage();
  await other.goto(address);
  await page.getByLabel(texts.likes).fill("pileflet");
  await expectSheetSaved(page);
  await other.getByLabel(texts.resources).fill("Bager brød");
  await expectSheetSaved(other);
  await page.getByLabel(texts.limits).fill("Går dårligt 010190-1234");
  await expect(page.locator("[data-talk-saved]")).toHaveText(refusals.cpr);
  await page.getByLabel(texts.limits).fill("Går dårligt");
  await expectSheetSaved(page);
  await page.goto(address);
  await expect(page.getByLabel(texts.likes)).toHaveValue("pileflet");
  await expect(page.getByLabel(texts.resources)).toHaveValue("Bager brød");
  await expect(page.getByLabel(texts.limits)).toHaveValue("Går dårligt");
});

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the sheet is saved by its button, and a wish is struck with what was typed", async ({ browser, page }) => {
    await signInAs(page, "brobygger");
    await takeCase(page, (await askForHelp(browser)).name);
    await openSheet(page);
    await page.getByLabel(texts.likes).fill("sang");
    await page.getByLabel(texts.km).fill("99");
    await page.getByRole("button", { name: texts.save, exact: true }).click();
    await expect(page.getByText(refusals.number).first()).toBeVisible();
    await page.getByLabel(texts.km).fill("4");
    await page.getByRole("button", { name: texts.save, exact: true }).click();
    await expect(page.locator(".notice")).toHaveText(notices["ark-gemt"]);
    await page.getByLabel(texts.resources).fill("Synger");
    await page.getByRole("button", { name: texts.strike("sang") }).click();
    await expect(page.getByRole("button", { name: texts.takeUp("sang") })).toBeVisible();
    await expect(page.getByLabel(texts.resources)).toHaveValue("Synger");
  });
});
