import { companionTexts as texts } from "../../src/texts/companions.ts";
import { notices } from "../../src/texts/notices.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { newPerson, signIn } from "./people.ts";
import { expect, expectNoAxeProblems, test, uniqueTitle } from "./support.ts";

test("A lead writes a companion up, notes the papers, and later that she has stopped @phone", async ({ page }) => {
  await signIn(page, await newPerson("Ferdinand Leder", "lead"));
  await page.goto("/brobygger/foelgesvende");
  const name = uniqueTitle("Inge");
  await page.getByText(texts.kinds.volunteer, { exact: true }).click();
  await page.getByLabel(texts.name, { exact: true }).fill(name);
  await page.getByRole("button", { name: texts.addButton }).click();
  await expect(page.getByText(refusals.phoneOrEmail).first()).toBeVisible();
  await page.getByLabel(texts.phone).fill("41 86 09 01");
  await page.getByRole("button", { name: texts.addButton }).click();
  await expect(page.locator(".notice")).toHaveText(notices["foelgesvend-skrevet"]);
  const row = page.locator(".companion", { hasText: name });
  await expect(row).toContainText(texts.notReady);
  await expectNoAxeProblems(page);

  await row.getByRole("link").click();
  await page.getByLabel(texts.secrecyOn).fill("2026-10-01");
  await page.getByLabel(texts.recordSeenOn).fill("2026-11-24");
  await page.getByRole("button", { name: texts.save, exact: true }).click();
  await expect(page.locator(".notice")).toHaveText(notices["foelgesvend-gemt"]);
  await expectNoAxeProblems(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.getByRole("link", { name: texts.all }).click();
  await expect(row).toContainText(texts.ready);

  await row.getByRole("link").click();
  await page.locator("summary", { hasText: texts.end }).click();
  await page.getByRole("button", { name: texts.endButton }).click();
  await expect(row).toContainText(texts.stopped);
});
