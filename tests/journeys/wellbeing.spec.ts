import type { Page } from "@playwright/test";
import { writeSetting } from "../../db/settings.ts";
import { casework } from "../../src/texts/casework.ts";
import { consentPage } from "../../src/texts/consents.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { who5Texts as texts } from "../../src/texts/who5.ts";
import { who5Wording as wording } from "../../src/texts/who5-wording.ts";
import { withDb } from "./database.ts";
import { newPerson, signIn } from "./people.ts";
import { expect, expectNoAxeProblems, ownPhone, test, uniqueTitle } from "./support.ts";

test.beforeAll(() => withDb((db) => writeSetting(db, "who5On", 1)));

/** A brobygger with a case of her own. */
async function openCase(page: Page): Promise<void> {
  await signIn(page, await newPerson(uniqueTitle("Wilma"), "brobygger"));
  await page.goto("/brobygger/ny");
  await page.getByText(casework.doorChoices.phone, { exact: true }).click();
  await page.getByLabel(casework.name).fill(uniqueTitle("W").replace(" ", ""));
  await page.getByLabel(casework.phone).fill(ownPhone());
  await page.getByLabel(casework.saidYes).check();
  await page.getByRole("button", { name: casework.registerSend }).click();
  await expect(page).toHaveURL(/\/brobygger\/sag\//);
}

/** Types what stands on the paper: by statement, from the first. */
async function typeAnswers(page: Page, answers: readonly number[]): Promise<void> {
  const own = page.locator("#trivsel");
  const form = own.locator("details").filter({ has: page.locator("form") });
  if (!(await form.evaluate((node) => (node as HTMLDetailsElement).open))) await form.locator("> summary").click();
  for (const [at, answer] of answers.entries())
    await own
      .getByRole("group", { name: `${at + 1}. ${wording.begins} ${wording.items[at]}` })
      .getByLabel(`${answer} ${wording.answers[5 - answer]}`)
      .check();
  await own.getByLabel(texts.ways.paper).check();
  await own.getByRole("button", { name: texts.save }).click();
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("A citizen who says yes is asked on paper before and after, and the case tells what to do @phone", async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await openCase(page);
    const address = page.url();
    const own = page.locator("#trivsel");
    await expect(own).toContainText(texts.noYes);
    await expect(own.locator("form")).toHaveCount(0);
    await page.getByText(casework.yesNote).click();
    await page.getByLabel(casework.yesKind).selectOption({ label: consentPage.labels["who-5"] });
    await page.getByRole("button", { name: casework.yesSave }).click();

    await own.getByRole("link", { name: texts.paper }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(texts.paperTitle);
    for (const item of wording.items) await expect(page.locator("main")).toContainText(item);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    await page.goto(address);
    await typeAnswers(page, []);
    await expect(own.locator(".error")).toHaveText(refusals.who5Nothing);
    await typeAnswers(page, [1, 2, 1, 2, 2]);
    await expect(own).toContainText(`${texts.phases.before}: ${texts.score(32)}`);
    await expect(own).toContainText(texts.bands.low);
    await expect(own).toContainText(texts.todo.low);
    await expect(own).toContainText(texts.noDiagnosis);
    await typeAnswers(page, [3, 3, 3, 3]);
    await expect(own, "an answer is missing").toContainText(texts.noScore);
    await typeAnswers(page, [3, 3, 3, 3, 4]);
    await expect(own).toContainText(`${texts.phases.after}: ${texts.score(64)}`);
    await expect(own).toContainText(texts.change(32));
    await expect(page.locator("main")).toContainText(`skrev, hvordan borgeren har det: ${texts.phaseWhole.after}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

test("The case and the paper of WHO-5 can be read by everybody @phone", async ({ page }) => {
  test.setTimeout(90_000);
  await openCase(page);
  await page.getByText(casework.yesNote).click();
  await page.getByLabel(casework.yesKind).selectOption({ label: consentPage.labels["who-5"] });
  await page.getByRole("button", { name: casework.yesSave }).click();
  await typeAnswers(page, [2, 2, 2, 2, 2]);
  await expect(page.locator("#trivsel")).toContainText(texts.bands.lowish);
  await expectNoAxeProblems(page);
  await page.locator("#trivsel").getByRole("link", { name: texts.paper }).click();
  await expectNoAxeProblems(page);
});
