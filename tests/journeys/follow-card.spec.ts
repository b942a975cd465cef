import { caseDeeds } from "../../src/texts/case-deeds.ts";
import { casework } from "../../src/texts/casework.ts";
import { consentPage } from "../../src/texts/consents.ts";
import { followTexts as texts } from "../../src/texts/following.ts";
import { notices } from "../../src/texts/notices.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { askForHelp, takeCase } from "./casework.ts";
import { PHONE } from "./public-pages.ts";
import { expect, expectNoAxeProblems, signInAs, test } from "./support.ts";

test.use({ viewport: PHONE });

test("A citizen answers on a card, and the brobygger types it in with five taps", async ({ browser, page }) => {
  await signInAs(page, "brobygger");
  const { name } = await askForHelp(browser);
  const path = await takeCase(page, name);
  await page.getByText(caseDeeds.placedAdd).click();
  await page.getByLabel(caseDeeds.placedOffer).fill("Kor i Sognegården");
  await page.getByRole("button", { name: caseDeeds.placedSave }).click();
  await page.locator("#opfoelgning").getByText(texts.noteNow).waitFor();
  await page.getByText(casework.yesNote).click();
  await page.getByLabel(casework.yesKind).selectOption({ label: consentPage.labels["follow-up"] });
  await page.getByRole("button", { name: casework.yesSave }).click();
  await expect(page.locator(".notice")).toHaveText(notices["ja-gemt"]);

  const round = page.locator("#opfoelgning li").first();
  await round.getByText(texts.note, { exact: true }).click();
  let taps = 0;
  const tap = async (target: { click(): Promise<void> }) => {
    taps++;
    await target.click();
  };
  await tap(round.getByRole("link", { name: texts.card }));
  await page.waitForURL(/\/kort\?/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await expectNoAxeProblems(page);

  await page.emulateMedia({ media: "print" });
  const paper = page.locator("article.paper");
  await expect(paper.getByText(texts.ownOutcomes["still-there"])).toBeVisible();
  await expect(paper.getByText(/FB-[2-9A-Z]{5}/)).toBeVisible();
  await expect(paper.locator(".paper-head")).toBeVisible();
  await expect(paper, "nobody who finds the card knows whose it is").not.toContainText(name);
  await expect(page.getByRole("button", { name: texts.cardSave })).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  const form = page.locator("#tast");
  await form.getByRole("button", { name: texts.cardSave }).click();
  await expect(page.getByText(refusals.chooseFollowOutcome).first()).toBeVisible();
  await expect(page, "the same card").toHaveURL(/opfoelgning=/);
  await tap(form.getByText(texts.ownOutcomes["still-there"]));
  await tap(form.getByRole("group", { name: texts.ownMattered }).getByText(texts.experiences.much));
  await tap(form.getByRole("group", { name: texts.ownReceived }).getByText(texts.experiences.some));
  await tap(form.getByRole("button", { name: texts.cardSave }));
  expect(taps).toBe(5);
  await expect(page.locator(".notice")).toHaveText(notices["opfoelgning-gemt"]);
  expect(new URL(page.url()).pathname).toBe(path);
  await expect(page.locator("#opfoelgning li").first()).toContainText(texts.outcomes["still-there"]);
  await expect(page.locator("#opfoelgning li").first()).toContainText(texts.byCitizen);
});
