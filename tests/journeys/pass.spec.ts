import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { activities } from "../../db/schema.ts";
import { writeSetting } from "../../db/settings.ts";
import { casework } from "../../src/texts/casework.ts";
import { notices } from "../../src/texts/notices.ts";
import { passPaper, passTexts as texts, passYearTexts } from "../../src/texts/passes.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { withDb } from "./database.ts";
import { newPerson, signIn } from "./people.ts";
import { expect, expectNoAxeProblems, ownPhone, test, uniqueTitle } from "./support.ts";

test.beforeAll(() => withDb((db) => writeSetting(db, "passOn", 1)));

/** The address of an activity of the board that states the fact, or of one that does not. */
function addressOf(isFolkeoplysende: boolean): string {
  const all = withDb((db) => db.select().from(activities).where(eq(activities.state, "published")).all());
  return `/aktiviteter/${all.find(({ facts }) => facts.includes("folkeoplysende") === isFolkeoplysende)?.slug ?? ""}`;
}

/** A brobygger with a case of her own; answers its address. */
async function openCase(page: Page, brobygger: string): Promise<string> {
  await signIn(page, await newPerson(brobygger, "brobygger"));
  await page.goto("/brobygger/ny");
  await page.getByText(casework.doorChoices.phone, { exact: true }).click();
  await page.getByLabel(casework.name).fill(uniqueTitle("P").replace(" ", ""));
  await page.getByLabel(casework.phone).fill(ownPhone());
  await page.getByLabel(casework.saidYes).check();
  await page.getByRole("button", { name: casework.registerSend }).click();
  await expect(page).toHaveURL(/\/brobygger\/sag\//);
  return new URL(page.url()).pathname;
}

async function use(page: Page, kroner: string, address = addressOf(true)): Promise<void> {
  const form = page.locator("#pas details", { hasText: texts.use }).first();
  if (!(await form.evaluate((node) => (node as HTMLDetailsElement).open))) await form.locator("summary").click();
  await page.getByLabel(texts.address).fill(address);
  await page.getByLabel(texts.kroner).fill(kroner);
  await page.getByRole("button", { name: texts.useSend }).click();
}

async function useTwiceAndHearNo(page: Page, brobygger: string): Promise<void> {
  const address = await openCase(page, brobygger);
  const pass = page.locator("#pas");
  await page.getByRole("button", { name: texts.issue }).click();
  await expect(page.locator(".notice")).toHaveText(notices["pas-givet"]);
  await use(page, "600");
  await expect(page.locator(".notice")).toHaveText(notices["pas-brugt"]);
  await use(page, "249,50");
  await expect(pass).toContainText(texts.leftOf("150,50 kr.", "1.000 kr."));
  await expectNoAxeProblems(page);

  await use(page, "200");
  await expect(pass.locator(".error")).toHaveText(refusals.passTooMuch);
  await expect(page.getByLabel(texts.kroner), "what was typed stays").toHaveValue("200");
  await expectNoAxeProblems(page);
  await pass.getByRole("button", { name: texts.noSend }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(passPaper.noTitle);
  await expect(page.getByText(passPaper.whys["too-much"])).toBeVisible();
  await expect(page.getByRole("heading", { name: passPaper.complain })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(`${address}/pas-afslag`);
  await expectNoAxeProblems(page);

  await page.goto(`${address}/pas`);
  await expect(page.getByText("150,50 kr.")).toBeVisible();
  await expect(page.getByText("31. december 2027")).toBeVisible();
  await expectNoAxeProblems(page);
  const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await tooWide()).toBeLessThanOrEqual(0);
  await page.goto(address);
  expect(await tooWide()).toBeLessThanOrEqual(0);
}

test("The pass is used twice and refused the third time, and the citizen gets a letter", async ({ page }) => {
  await useTwiceAndHearNo(page, "Petra Pas");
});

test("The pass is used twice and refused the third time on a phone @phone", async ({ page }) => {
  await useTwiceAndHearNo(page, "Poul Pas");
});

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the pass is used, taken back and ended, and only where it holds", async ({ page }) => {
    await openCase(page, "Pia Pas");
    const pass = page.locator("#pas");
    await pass.getByRole("button", { name: texts.issue }).click();
    const open = (name: string) => pass.locator("summary", { hasText: name }).click();
    const typed = async (address: string) => {
      await page.getByLabel(texts.address).fill(address);
      await page.getByLabel(texts.kroner).fill("100");
      await page.getByRole("button", { name: texts.useSend }).click();
    };
    await open(texts.use);
    await typed(addressOf(false));
    await expect(pass.locator(".error")).toHaveText(refusals.passNotForThis);
    await typed(addressOf(true));
    await expect(page.locator(".notice")).toHaveText(notices["pas-brugt"]);
    await pass.getByRole("button", { name: texts.takeBack }).click();
    await expect(page.locator(".notice")).toHaveText(notices["pas-fortrudt"]);
    await expect(pass).toContainText(texts.leftOf("1.000 kr.", "1.000 kr."));
    await open(texts.end);
    await pass.getByRole("button", { name: texts.endSend }).click();
    await expect(page.locator(".notice")).toHaveText(notices["pas-lukket"]);
  });
});

test("A lead sees what was issued and used per year, and takes it out as a sheet", async ({ page }) => {
  await signIn(page, await newPerson("Lea Pasleder", "lead"));
  await page.goto("/brobygger");
  await page.getByRole("link", { name: passYearTexts.title, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(passYearTexts.title);
  await expectNoAxeProblems(page);
  const sheet = await page.request.get("/brobygger/pas.csv");
  expect(sheet.headers()["content-type"]).toContain("text/csv");
  expect(await sheet.text()).toContain(passYearTexts.issuedOre);
});
