import type { Page } from "@playwright/test";
import { expect, expectNoAxeProblems, test, total } from "./support.ts";

const cards = "#resultater .card";

test.describe("A search follows what one wishes, without a reload", () => {
  test("a filter changes list, counts and address, and the back button takes it back", async ({ page }) => {
    await page.goto("/?q=kaffe");
    const before = await total(page);
    await markPage(page);
    await page
      .locator("#filtre")
      .getByRole("checkbox", { name: /^torsdag/i })
      .check();
    await expect(page).toHaveURL(/dag=tor/);
    await expect.poll(() => total(page)).toBeLessThan(before);
    await expect(page.locator("#filtre").getByRole("checkbox", { name: /^torsdag/i })).toBeFocused();
    expect(await isMarked(page), "the page was not loaded anew").toBe(true);

    await page.goBack();
    await expect.poll(() => total(page)).toBe(before);
    await expect(page.locator("#filtre").getByRole("checkbox", { name: /^torsdag/i })).not.toBeChecked();
    await page.goForward();
    await expect.poll(() => total(page)).toBeLessThan(before);
  });

  test("a count beside a filter is what one gets", async ({ page }) => {
    await page.goto("/?q=kaffe");
    const option = page.locator("#filtre label.option", { hasText: "Formiddag" });
    const promised = Number(await option.locator(".n").textContent());
    await option.getByRole("checkbox").check();
    await expect.poll(() => total(page)).toBe(promised);
  });

  test("two days are one or the other, two facts are both", async ({ page }) => {
    await page.goto("/?dag=man");
    const mondays = await total(page);
    await page.goto("/?dag=man&dag=tor");
    expect(await total(page)).toBeGreaterThan(mondays);
    await page.goto("/?fakta=dropin");
    const dropIn = await total(page);
    await page.goto("/?fakta=dropin&fakta=trinfri");
    expect(await total(page)).toBeLessThan(dropIn);
  });

  test("a box that the sentence ticked can be unticked: its words become plain words", async ({ page }) => {
    await page.goto(`/?q=${encodeURIComponent("kaffe torsdag")}`);
    const thursday = page.locator("#filtre").getByRole("checkbox", { name: /^torsdag/i });
    await expect(thursday).toBeChecked();
    await thursday.uncheck();
    await expect(page).toHaveURL(/q=kaffe\+%22torsdag%22/);
    await expect(page.locator("#forstaaet .chip")).toHaveCount(0);
  });

  test("one tap gives today, and another any time again", async ({ page }) => {
    await page.goto("/?q=kaffe");
    const any = await total(page);
    await page.locator("#filtre").getByRole("link", { name: "I dag" }).click();
    await expect(page).toHaveURL(/fra=2026-11-24.*til=2026-11-24/);
    await expect(page.locator(cards).first()).toContainText("i dag");
    await page.locator("#filtre").getByRole("link", { name: "Når som helst" }).click();
    await expect.poll(() => total(page)).toBe(any);
  });
});

test.describe("Suggestions while typing", () => {
  test("a theme, a place and an activity come up; arrows, Enter and Escape work", async ({ page }) => {
    await page.goto("/");
    const field = page.getByRole("combobox", { name: "Søg" });
    await field.pressSequentially("strik", { delay: 20 });
    const options = page.getByRole("listbox", { name: "Forslag" }).getByRole("option");
    await expect(options.first()).toBeVisible();
    await expect(field).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("ArrowDown");
    await expect(options.first()).toHaveAttribute("aria-selected", "true");
    await expect(field).toHaveAttribute("aria-activedescendant", /forslag-0/);
    await expectNoAxeProblems(page);
    await page.keyboard.press("Escape");
    await expect(options).toHaveCount(0);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/aktiviteter\/|[?&]q=/);
  });

  test("a misspelt word is met with the word that was meant", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("combobox", { name: "Søg" }).pressSequentially("stirkkecafe", { delay: 20 });
    await expect(page.getByRole("option", { name: /Mente du/ })).toBeVisible();
  });
});

test.describe("Who finds little is helped on", () => {
  test("sees which wish was hard to meet and what is near, with counts that hold", async ({ page }) => {
    await page.goto(`/?q=${encodeURIComponent("skak onsdag morgen i Sabro gratis")}`);
    await expect(page.locator("#antal")).toHaveText(/^[0-2] aktivitet/);
    const way = page.locator(".ways a.chip").first();
    const promised = Number(await way.locator("strong").textContent());
    await way.click();
    await expect.poll(() => total(page)).toBe(promised);
  });

  test("after three searches without opening anything Få hjælp speaks up, once", async ({ page }) => {
    await page.goto("/?q=kaffe");
    const offer = page.getByText("Er det svært at finde noget?");
    await page.goto("/?q=kor");
    await expect(offer).toBeHidden();
    await page.goto("/?q=skak");
    await expect(offer).toBeVisible();
    await expect(page.locator("#resultater .cards > li").nth(3)).toContainText("Er det svært at finde noget?");
    await page.goto("/?q=yoga");
    await expect(offer).toBeHidden();
  });
});

async function markPage(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute("data-first", "1"));
}

async function isMarked(page: Page): Promise<boolean> {
  return (await page.locator("html[data-first]").count()) === 1;
}
