import type { Page } from "@playwright/test";
import { contact } from "../../src/texts/contact.ts";
import { notices } from "../../src/texts/notices.ts";
import { gapTexts, practiceTexts as texts } from "../../src/texts/practice.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { talkTexts } from "../../src/texts/talk.ts";
import { standingSaid } from "../../src/texts/standing.ts";
import { askForHelp, expectSheetSaved, openSheet, takeCase } from "./casework.ts";
import { PHONE } from "./public-pages.ts";
import { expect, expectNoAxeProblems, signInAs, test, uniqueTitle } from "./support.ts";

/** Nothing is cut off or has to be scrolled to the side on a narrow phone. */
async function expectRoomOnPhone(page: Page): Promise<void> {
  const { width, height } = page.viewportSize()!;
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(PHONE.width);
  await expectNoAxeProblems(page);
  await page.setViewportSize({ width, height });
}

test("What a citizen misses becomes a group that nobody but the team and those they refer can find", async ({
  browser,
  page,
}) => {
  test.slow();
  const title = uniqueTitle("Hviskegruppe");
  await signInAs(page, "brobygger");
  await takeCase(page, (await askForHelp(browser)).name);
  const sheet = await openSheet(page);
  await page.getByLabel(talkTexts.likes).fill("skak");
  await page.getByLabel(talkTexts.km).fill("1");
  await page.getByLabel(talkTexts.cell("Søndag", "Morgen")).check();
  await expectSheetSaved(page);
  await page.getByRole("button", { name: gapTexts.note }).click();
  await expect(page.locator(".notice")).toHaveText(notices["mangel-noteret"]);
  await expect(page.getByText(gapTexts.isNoted)).toBeVisible();
  await expect(page.getByRole("button", { name: gapTexts.note })).toHaveCount(0);
  await expect(page.getByLabel(talkTexts.likes)).toHaveValue("skak");

  await page.getByRole("link", { name: gapTexts.nav, exact: true }).click();
  await expect(page.getByText("Spil · Viby · weekend morgen").first()).toBeVisible();
  await expectNoAxeProblems(page);
  await expectRoomOnPhone(page);
  await page.getByRole("link", { name: gapTexts.startNamed("Spil, Viby, weekend morgen") }).click();
  await expect(page.getByLabel(texts.title)).toHaveValue("Spil i Viby");
  await expect(page.getByLabel(texts.start)).toHaveValue("08:00");
  await expectNoAxeProblems(page);
  await expectRoomOnPhone(page);

  await page.getByLabel(texts.title).fill(title);
  await page.getByLabel(texts.description).fill("Vi spiller skak og siger ikke ret meget.");
  await page.getByLabel(texts.weekday).selectOption("Søndag");
  await page.getByLabel(texts.placeName).fill("Baglokalet");
  await page.getByLabel(texts.leadsTo).fill("Skakklubben i Viby");
  await page.getByRole("button", { name: texts.make }).click();
  await expect(page.getByText(refusals.chooseAudience).first(), "nobody is chosen for her").toBeVisible();
  await page.getByText(texts.audiences.referred).click();
  await page.getByRole("button", { name: texts.make }).click();
  await expect(page.locator(".notice")).toHaveText(notices["oevefaellesskab-lavet"]);
  await expect(page.getByText(texts.isForReferred)).toBeVisible();
  await expectNoAxeProblems(page);
  await expectRoomOnPhone(page);
  await page.getByRole("button", { name: contact.publish }).click();
  await expect(page.locator(".notice")).toHaveText(standingSaid.referred);
  const desk = page.url().replace(/\?.*/, "");

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`/?q=${encodeURIComponent(title)}`);
  await expect(stranger.getByText(title, { exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: texts.openPage }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText(texts.seenBy)).toBeVisible();
  await expectNoAxeProblems(page);
  expect((await stranger.goto(page.url()))?.status()).toBe(404);

  // The lead of the team has a case of her own.
  const colleague = await (await browser.newContext()).newPage();
  await signInAs(colleague, "lead");
  await takeCase(colleague, (await askForHelp(browser)).name);
  await openSheet(colleague);
  await colleague.getByLabel(talkTexts.likes).fill("skak");
  await expectSheetSaved(colleague);
  const ours = colleague.locator("#match section").filter({ hasText: texts.ours });
  const hit = ours.locator(".hit").filter({ hasText: title });
  await expect(hit).toContainText("skak ✓");
  const [top, board] = [
    await ours.boundingBox(),
    await colleague.getByRole("heading", { name: texts.onBoard }).boundingBox(),
  ];
  expect(top!.y, "above what the board has").toBeLessThan(board!.y);
  await expectNoAxeProblems(colleague);
  await expectRoomOnPhone(colleague);
  await hit.getByRole("button", { name: talkTexts.putNamed(title) }).click();
  await expect(colleague.locator(".notice")).toHaveText(notices["paa-listen"]);
  await colleague.getByRole("link", { name: talkTexts.print }).click();
  await expect(colleague.getByRole("heading", { level: 2, name: title })).toBeVisible();
  await expect(colleague.getByText("Baglokalet").first()).toBeVisible();

  await page.goto("/brobygger/mangler");
  const line = page.getByRole("listitem").filter({ hasText: title });
  await expect(line.first()).toContainText(texts.forReferred);
  await expect(line.first()).toContainText(texts.takePart(0));
  await expect(page.getByText(gapTexts.metBy(title))).toBeVisible();
  await expectNoAxeProblems(page);
  await expectRoomOnPhone(page);

  // A colleague opens its desk, and nobody opens it to all by one press.
  await colleague.goto("/brobygger/mangler");
  await colleague.getByRole("button", { name: texts.editNamed(title) }).click();
  await expect(colleague).toHaveURL(desk);
  await colleague.getByRole("link", { name: texts.toAll }).click();
  await colleague.getByRole("button", { name: texts.toAll }).click();
  await expect(colleague.getByText(refusals.sureToOpen).first()).toBeVisible();
  await expectNoAxeProblems(colleague);
  await colleague.getByLabel(texts.sure).check();
  await colleague.getByRole("button", { name: texts.toAll }).click();
  await expect(colleague.locator(".notice")).toHaveText(notices["aabnet-for-alle"]);
  await expect(async () => {
    await stranger.goto(`/?q=${encodeURIComponent(title)}`);
    await expect(stranger.getByRole("link", { name: title })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await colleague.getByRole("button", { name: texts.toReferred }).click();
  await expect(colleague.locator(".notice")).toHaveText(notices["kun-for-henviste"]);
  await expect(async () => {
    await stranger.goto(`/?q=${encodeURIComponent(title)}`);
    await expect(stranger.getByRole("link", { name: title })).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  expect(page.url() + sheet).not.toContain("skak");
});
