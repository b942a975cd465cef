import type { Page } from "@playwright/test";
import { demoPartners } from "../../db/demo/people.ts";
import { contact } from "../../src/texts/contact.ts";
import { notices } from "../../src/texts/notices.ts";
import { answerTexts, partnerTexts as texts } from "../../src/texts/partners.ts";
import { gapTexts, practiceTexts } from "../../src/texts/practice.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { PHONE } from "./public-pages.ts";
import { expect, expectNoAxeProblems, signInAs, test, uniqueTitle } from "./support.ts";

test.use({ viewport: PHONE });

async function expectWell(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(PHONE.width);
  await expectNoAxeProblems(page);
}

test("A lead writes what changed, and a partner reads it by the link until it is taken back", async ({
  browser,
  page,
}) => {
  const who = uniqueTitle("Svømmeklubben");
  const label = uniqueTitle("Partnere");
  await signInAs(page, "lead");
  await page.goto("/brobygger/foelgegruppe");
  await expectWell(page);
  const form = page.locator("form").filter({ hasText: texts.write });
  await form.getByLabel(texts.who).fill(who);
  await form.getByLabel(texts.what).fill("De ringer til Bo på 20 30 40 50.");
  await form.getByLabel(texts.thanksTo).fill("En aften, hvor borgere fortalte.");
  await form.getByRole("button", { name: texts.save }).click();
  await expect(page.getByText(refusals.noPersonsHere).first()).toBeVisible();
  await expect(form.getByLabel(texts.who), "what was typed is kept").toHaveValue(who);
  await form.getByLabel(texts.what).fill("De har en fast vært i døren.");
  await form.getByRole("button", { name: texts.save }).click();
  await expect(page.locator(".notice")).toHaveText(notices["aendring-skrevet"]);

  await page.getByLabel(texts.label).fill(label);
  await page.getByRole("button", { name: texts.give }).click();
  const address = (await page.locator(".address").textContent())?.trim() ?? "";
  await expectWell(page);
  await page.getByRole("link", { name: texts.givenDone }).click();
  await expect(page.getByText(address)).toHaveCount(0);

  const partner = await (await browser.newContext({ viewport: PHONE })).newPage();
  const path = new URL(address).pathname;
  const answer = await partner.goto(path);
  expect(answer?.headers()).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
  await expect(partner.getByRole("heading", { name: who })).toBeVisible();
  await expect(partner.getByText("De har en fast vært i døren.")).toBeVisible();
  await expect(partner.getByRole("heading", { name: texts.figures })).toBeVisible();
  await expectWell(partner);
  await partner.getByRole("button", { name: texts.show }).click();
  await expect(partner.getByRole("heading", { name: who })).toBeVisible();

  await page.getByRole("button", { name: texts.takeNamed(label) }).click();
  await expect(page.locator(".notice")).toHaveText(notices["link-taget"]);
  expect((await partner.goto(path))?.status()).toBe(404);
  await expect(partner.getByRole("heading", { name: texts.goneTitle })).toBeVisible();
  await expect(partner.getByText(who)).toHaveCount(0);

  const told = page.getByRole("listitem").filter({ hasText: who });
  await told.getByText(texts.edit, { exact: true }).click();
  await told.getByRole("button", { name: texts.remove }).click();
  await expect(page.locator(".notice")).toHaveText(notices["aendring-vaek"]);
  await expect(page.getByText(who)).toHaveCount(0);
});

test("A gap becomes a workshop, and the workshop an activity that the følgegruppe reads of", async ({
  browser,
  page,
}) => {
  const gap = "Mad og fællesspisning, Brabrand-Gellerup, weekend";
  const title = uniqueTitle("Søndagsgryde");
  const place = uniqueTitle("Beboerhuset");
  await signInAs(page, "brobygger");
  await page.goto("/brobygger/mangler");
  await expectWell(page);
  await page.getByLabel(gapTexts.what).selectOption({ label: "Mad og fællesspisning" });
  await page.getByRole("button", { name: gapTexts.show }).click();
  await page.getByRole("link", { name: answerTexts.workshopNamed(gap) }).click();
  await expectWell(page);
  await page.getByLabel(answerTexts.heldOn).fill("2026-12-03");
  await page.getByLabel(answerTexts.place).fill(place);
  await page.getByLabel(answerTexts.invited).fill("Borgere fra holdet, beboerforeningen og hjemmeplejen");
  await page.getByRole("button", { name: answerTexts.save }).click();
  await expect(page.locator(".notice")).toHaveText(notices["vaerksted-gemt"]);
  await expectWell(page);
  const workshop = page.url().replace(/\?.*/, "");

  const partner = await (await browser.newContext({ viewport: PHONE })).newPage();
  await partner.goto(`/foelgegruppe/${demoPartners.token}`);
  const line = partner.getByRole("listitem").filter({ hasText: place });
  await expect(line).toContainText("Borgere fra holdet, beboerforeningen og hjemmeplejen");
  await expect(line).not.toContainText(texts.cameOfIt);

  await page.getByRole("link", { name: gapTexts.start }).click();
  await page.getByLabel(practiceTexts.title).fill(title);
  await page.getByLabel(practiceTexts.description).fill("Vi laver mad sammen om søndagen.");
  await page.getByLabel(practiceTexts.weekday).selectOption("Søndag");
  await page.getByLabel(practiceTexts.start).fill("15:00");
  await page.getByLabel(practiceTexts.end).fill("18:00");
  await page.getByLabel(practiceTexts.placeName).fill(place);
  await page.getByText(practiceTexts.audiences.all).click();
  await page.getByLabel(practiceTexts.leadsTo).fill("Fællesspisning i beboerhuset");
  await page.getByRole("button", { name: practiceTexts.make }).click();
  await expect(page.locator(".notice")).toHaveText(notices["oevefaellesskab-lavet"]);
  await page.getByRole("button", { name: contact.publish }).click();
  await expect(page.locator(".notice")).toBeVisible();

  await page.goto(workshop);
  await expect(page.getByText(answerTexts.cameIs(title))).toBeVisible();
  await expectWell(page);
  await partner.reload();
  await expect(line).toContainText(texts.cameOfIt);
  await line.getByRole("link", { name: title }).click();
  await expect(partner.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.goto("/brobygger/mangler");
  await expect(page.getByRole("link", { name: answerTexts.workshopNamed(gap) })).toHaveCount(0);
});
