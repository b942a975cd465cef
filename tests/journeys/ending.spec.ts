import { casework } from "../../src/texts/casework.ts";
import { endingTexts as texts } from "../../src/texts/ending.ts";
import { notices } from "../../src/texts/notices.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { supervisionTexts } from "../../src/texts/supervision.ts";
import { askForHelp, takeCase } from "./casework.ts";
import { PHONE } from "./public-pages.ts";
import { expect, expectNoAxeProblems, signInAs, test, uniqueTitle } from "./support.ts";

test.use({ viewport: PHONE });

test("A brobygger lets a citizen go on to the doctor, and takes what is hard to supervision", async ({
  browser,
  page,
}) => {
  await signInAs(page, "brobygger");
  const path = await takeCase(page, (await askForHelp(browser)).name);
  await page.getByText(casework.closeTitle).click();
  await expect(page.getByText(texts.limits)).toBeVisible();
  await expect(page.getByText(texts.onwardTo), "asked only where somebody needs other help").toBeHidden();
  await page.getByText(casework.reasons["needs-other-help"]).click();
  await page.getByText(texts.onwards.doctor).click();
  await page.getByRole("button", { name: casework.closeSend }).click();
  await expect(page.getByText(refusals.chooseOnwardBy).first()).toBeVisible();
  await expect(page.getByLabel(texts.onwards.doctor), "what was chosen is kept").toBeChecked();
  await expectNoAxeProblems(page);
  await page.getByText(texts.onwardWays["oral-yes"]).click();
  await page.getByRole("button", { name: casework.closeSend }).click();
  await expect(page.locator(".notice")).toHaveText(notices["sag-lukket"]);
  await page.getByRole("link", { name: texts.toLetter }).click();
  await expect(page.getByText(texts.goesOn(texts.onwards.doctor))).toBeVisible();
  await page.goto(path);
  await page.getByRole("button", { name: casework.reopen }).click();
  await expect(page.locator(".notice")).toHaveText(notices["sag-aabnet"]);

  const question = uniqueTitle("Hvornår slipper jeg?");
  await page.getByText(casework.closeTitle).click();
  await page.getByRole("link", { name: texts.supervision }).click();
  await page.getByLabel(supervisionTexts.question).fill(`${question} 20 30 40 50`);
  await page.getByRole("button", { name: supervisionTexts.save }).click();
  await expect(page.getByText(refusals.noPersonsHere).first()).toBeVisible();
  await page.getByLabel(supervisionTexts.question).fill(question);
  await page.getByRole("button", { name: supervisionTexts.save }).click();
  await expect(page.locator(".notice")).toHaveText(notices["supervision-gemt"]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await expectNoAxeProblems(page);
  const lead = await (await browser.newContext()).newPage();
  await signInAs(lead, "lead");
  await lead.goto("/brobygger/supervision");
  await expect(lead.getByText(question)).toHaveCount(0);
  await page.getByRole("button", { name: supervisionTexts.removeNamed(question) }).click();
  await expect(page.getByText(question)).toHaveCount(0);
});
