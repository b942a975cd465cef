import type { Page } from "@playwright/test";
import { help } from "../../src/texts/help.ts";
import { expect, test } from "./support.ts";

const MOST_STEPS = 120;

test.describe("With the keyboard alone", () => {
  test("somebody gets from the first page to a sent request, and always sees where they are", async ({ page }) => {
    test.slow();
    await page.goto("/");
    await page.keyboard.press("Tab");
    await expect(page.locator(".skip").first()).toBeFocused();
    await expectVisibleFocus(page);

    await tabTo(page, "#q");
    await page.keyboard.type("strik");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/q=strik/);
    await expect(page.locator("#resultater .card").first()).toContainText(/strik/i);

    await tabTo(page, "#resultater .card h3 a");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/aktiviteter\//);

    await tabTo(page, "main a.button.help");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/hjaelp/);

    await tabTo(page, "#f-name");
    await page.keyboard.type("Ane Tastatur");
    await tabTo(page, "#f-phone");
    await page.keyboard.type("20 11 22 44");
    await tabTo(page, "input[name=whenToCall]");
    await page.keyboard.press("Space");
    await tabTo(page, "main form button.help");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/hjaelp\/[\w-]{20,}/);
    await expect(page.locator("main")).toContainText(/FB-[2-9A-Z]{5}/);
  });

  test("the first hit is at most twelve steps from the field", async ({ page }) => {
    await page.goto("/?q=strik");
    await page.locator("#q").focus();
    let steps = 0;
    const press = async (key: string) => {
      await page.keyboard.press(key);
      steps += 1;
    };
    while (!(await page.getByRole("link", { name: "Gå til resultaterne" }).evaluate((link) => link.matches(":focus"))))
      await press("Tab");
    await press("Enter");
    while (
      !(await page
        .locator("#resultater .card h3 a")
        .first()
        .evaluate((link) => link.matches(":focus"))) &&
      steps < 20
    )
      await press("Tab");
    expect(steps).toBeLessThanOrEqual(12);
  });

  test("the skip link leads past the menu", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
  });

  test("a form that comes back puts the focus on what is wrong", async ({ page }) => {
    await page.goto("/hjaelp");
    await page.locator("form.sheet").evaluate((form) => form.setAttribute("novalidate", ""));
    await tabTo(page, "main form button.help");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toBeVisible();
    await tabTo(page, "#problems a");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.matches("input, textarea, fieldset input"))).toBe(true);
  });

  test("suggestions can be chosen and left", async ({ page }) => {
    await page.goto("/");
    await tabTo(page, "#q");
    await page.keyboard.type("stri", { delay: 30 });
    const options = page.getByRole("listbox").getByRole("option");
    await expect(options.first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await expect(page.locator("#q")).toHaveAttribute("aria-activedescendant", /./);
    await page.keyboard.press("Escape");
    await expect(options.first()).toBeHidden();
    await expect(page.locator("#q")).toBeFocused();
  });

  test(`"${help.send}" is no trap: one gets out of every part of the help form`, async ({ page }) => {
    await page.goto("/hjaelp");
    const seen = new Set<string>();
    for (let step = 0; step < MOST_STEPS; step++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() =>
        document.activeElement && document.activeElement !== document.body
          ? `${document.activeElement.tagName} ${document.activeElement.id} ${document.activeElement.getAttribute("href")}`
          : "",
      );
      if (at === "" || at.endsWith("/was")) return;
      seen.add(at);
    }
    throw new Error(`never came to the end of the page: ${[...seen].slice(-5).join(", ")}`);
  });
});

/** Presses Tab until the focus is there; each stop on the way must show it. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector))
      return expectVisibleFocus(page);
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard never reached ${selector} on ${page.url()}`);
}

async function expectVisibleFocus(page: Page): Promise<void> {
  const ring = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused) return "";
    // The link of a card covers the whole card, and so does its ring.
    return [null, "::after"]
      .map((part) => getComputedStyle(focused, part))
      .map(({ outlineStyle, outlineWidth }) => `${outlineStyle} ${outlineWidth}`)
      .join(", ");
  });
  expect(ring).toMatch(/(solid|auto) [1-9]/);
}
