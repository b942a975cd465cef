import type { Page } from "@playwright/test";
import { expect, test } from "./support.ts";

const PHONE = { width: 360, height: 780 };

/** Where the first card begins, how high cards are, and how far one scrolls sideways. */
async function measure(page: Page) {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll("#resultater .card")].map((card) => card.getBoundingClientRect());
    const heights = boxes.map(({ height }) => height);
    return {
      first: boxes[0]?.top ?? 0,
      mean: heights.reduce((sum, height) => sum + height, 0) / heights.length,
      highest: Math.max(...heights),
      sideways: document.documentElement.scrollWidth - innerWidth,
    };
  });
}

test.describe("On a phone", () => {
  test.use({ viewport: PHONE });

  test("the first activity of the first page begins before the fold, and four and more fit on a screen", async ({
    page,
  }) => {
    await page.goto("/");
    const { first, mean, highest, sideways } = await measure(page);
    expect(first).toBeLessThanOrEqual(620);
    expect(mean).toBeLessThanOrEqual(160);
    expect(highest).toBeLessThanOrEqual(220);
    expect(sideways).toBe(0);
  });

  test("the first hit of a search begins at the top", async ({ page }) => {
    await page.goto("/?q=strik&dag=tir");
    expect((await measure(page)).first).toBeLessThanOrEqual(270);
  });

  test("what one wished for stands on every card that has it", async ({ page }) => {
    await page.goto("/?fakta=teleslynge");
    const facts = await page.locator("#resultater .card .facts").all();
    expect(facts.length).toBeGreaterThan(5);
    for (const card of facts) await expect(card).toContainText("Teleslynge");
  });

  test("filters open over the page, stay where they are while the count follows, and close", async ({ page }) => {
    await page.goto("/?q=strik");
    await page.getByText(/^Filtrér/).click();
    const filters = page.locator("#filtre > details");
    await filters.evaluate((sheet) => sheet.scrollTo(0, 300));
    const box = filters.getByText("Formiddag");
    const before = await box.boundingBox();
    await box.click();
    await expect(page).toHaveURL(/tid=formiddag/);
    await expect(filters.getByRole("button", { name: /^Vis \d+ aktivitet/ })).toBeInViewport();
    await expect.poll(async () => (await box.boundingBox())?.y).toBe(before?.y);
    await page.getByText("Luk", { exact: true }).click();
    await expect(page.locator("#resultater .card").first()).toBeInViewport();
    await page.getByText(/^Filtrér/).click();
    await filters.getByRole("button", { name: /^Vis \d+ aktivitet/ }).click();
    await expect(page.locator("#antal")).toBeFocused();
  });

  test("the way back and Esc close the filters, and what was chosen stays", async ({ page }) => {
    await page.goto("/ugen");
    await page.goto("/?q=strik");
    const filters = page.locator("#filtre > details");
    await page.getByText(/^Filtrér/).click();
    await filters.getByText("Formiddag").click();
    await expect(page).toHaveURL(/tid=formiddag/);
    await page.goBack();
    await expect(filters).not.toHaveAttribute("open");
    await expect(page).toHaveURL(/tid=formiddag/);
    await expect(page.getByRole("list", { name: "Sådan forstod vi dig" })).toContainText("Formiddag");
    await page.getByText(/^Filtrér/).click();
    await page.keyboard.press("Escape");
    await expect(filters).not.toHaveAttribute("open");
    await expect(filters.locator("> summary")).toBeFocused();
    await page.goBack();
    await expect(page).toHaveURL(/\?q=strik$/);
    await page.goBack();
    await expect(page).toHaveURL(/\/ugen$/);
  });

  test("the menu opens and closes", async ({ page }) => {
    await page.goto("/");
    const week = page.getByRole("link", { name: "Ugen", exact: true });
    await expect(week).toBeHidden();
    await page.getByRole("button", { name: "Menu" }).click();
    await expect(week).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(week).toBeHidden();
  });

  test("the way back leads to the same search, at the same place", async ({ page }) => {
    await page.goto("/?q=kor&dag=tir&side=1");
    const third = page.locator("#resultater .card").nth(2);
    await third.scrollIntoViewIfNeeded();
    await third.getByRole("link").first().click();
    await page.waitForURL(/\/aktiviteter\//, { waitUntil: "load" });
    const back = page.getByRole("link", { name: "Tilbage til søgningen" });
    await expect(back).toHaveAttribute("href", /q=kor/);
    await back.click();
    await expect(page).toHaveURL(/\?q=kor&dag=tir&side=1$/);
    await expect(third).toBeInViewport();
  });
});
