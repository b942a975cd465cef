import type { Page } from "@playwright/test";
import { casework } from "../../src/texts/casework.ts";
import { newPerson, type Person, signIn } from "./people.ts";
import { expect, ownPhone, test, uniqueTitle } from "./support.ts";

/** Presses one key after another and counts them. */
async function press(page: Page, ...keys: string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

async function atDesk(page: Page, person: Person): Promise<void> {
  await signIn(page, person);
  await expect(page).toHaveURL(/\/brobygger/);
  await page.goto("/brobygger");
}

test("A brobygger takes the oldest request with two keys, and says that nobody answered with three", async ({
  page,
}) => {
  await atDesk(page, await newPerson("Ida Hurtig", "brobygger"));
  const first = page.locator(".queue > li", { has: page.getByRole("button", { name: /^Tag sagen/ }) }).first();
  const name = (await first.getByRole("link").first().textContent())?.trim() ?? "";
  await first.getByRole("link").first().focus();
  expect(await press(page, "Tab", "Enter")).toBe(2);
  await expect(page).toHaveURL(/\/brobygger\/sag\//);

  await page.goto("/brobygger");
  const mine = page.locator(".queue > li", { hasText: name.split(",")[0] ?? "" }).first();
  await mine.getByRole("link").first().focus();
  let keys = 0;
  while (!(await page.evaluate(() => document.activeElement?.matches("button[aria-label^='Ingen svarede']"))))
    keys += await press(page, "Tab");
  keys += await press(page, "Enter");
  expect(keys).toBeLessThanOrEqual(6);
  await expect(page.locator(".notice")).toBeVisible();
});

test("A brobygger writes down somebody who calls with six taps, beside the words", async ({ page }) => {
  await atDesk(page, await newPerson("Ole Opkald", "brobygger"));
  await page.goto("/brobygger/ny");
  const name = uniqueTitle("K").replace(" ", "");
  let taps = 0;
  const tap = async (target: ReturnType<Page["locator"]>) => {
    await target.click();
    taps += 1;
  };
  await tap(page.getByText(casework.doorChoices.phone, { exact: true }));
  await tap(page.getByLabel(casework.name));
  await page.keyboard.type(`${name} Hansen`);
  await tap(page.getByLabel(casework.phone));
  await page.keyboard.type(ownPhone());
  await tap(page.getByLabel(casework.saidYes));
  await tap(page.getByRole("button", { name: casework.registerSend }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  expect(taps).toBeLessThanOrEqual(6);
});
