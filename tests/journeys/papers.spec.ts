import type { Page } from "@playwright/test";
import { expect, expectNoAxeProblems, listOf, test } from "./support.ts";

for (const javaScriptEnabled of [true, false]) {
  test.describe(`A nurse in a corridor, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("comes from a search to one A4 for each activity in less than a minute", async ({ page }) => {
      const began = Date.now();
      const titles = await listOf(page, "/?omraade=viby", 2);
      await page.getByRole("link", { name: "Ét ark pr. aktivitet" }).click();
      for (const title of titles) await expect(page.locator(".paper h1", { hasText: title })).toBeVisible();
      const paper = await page.pdf({ preferCSSPageSize: true });
      expect(Date.now() - began).toBeLessThan(60_000);
      expect(pagesOf(paper)).toEqual(["A4", "A4"]);
    });

    test("keeps a whole search, which finds what is new by itself", async ({ page }) => {
      await page.goto("/?tema=musik");
      await page.locator("#peg summary").click();
      await page.locator("#peg select").selectOption("moede");
      await page.getByRole("button", { name: "Brug hele søgningen" }).click();
      await expect(page).toHaveURL(/\/liste\/[2-9A-Z]{8}$/);
      await expect(page.getByText("Listen er en søgning.")).toBeVisible();
      expect(await page.locator(".shown > li").count()).toBe(20);
    });
  });
}

test.describe("Papers", () => {
  test("each fit on their A4, foot and code included", async ({ page }) => {
    await listOf(page, "/?tema=mad", 5);
    const list = page.url();
    await page.emulateMedia({ media: "print" });
    for (const [path, pages] of [
      ["/ark", 5],
      ["/oversigt", 1],
      ["/skaerm", 1],
      ["/postkort", 2],
    ] as const) {
      await page.goto(list + path);
      expect(await spilling(page), path).toEqual([]);
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true })), path).toHaveLength(pages);
    }
  });

  test("the poster of a week is one A4, for every area, for the whole town, and when nothing happens", async ({
    page,
  }) => {
    test.slow();
    await page.goto("/plakat");
    const areas = await page
      .locator("#omraade option")
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    await page.emulateMedia({ media: "print" });
    for (const query of ["q=%22zzyzxqq%22", "uge=naeste", ...areas.map((area) => `omraade=${area}`)]) {
      await page.goto(`/plakat?${query}`);
      expect(await spilling(page), query).toEqual([]);
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true })), query).toEqual(["A4"]);
    }
  });

  test("the code on a poster leads to the same search", async ({ page }) => {
    await page.goto("/l/plakat?omraade=viby&tema=mad");
    await expect(page).toHaveURL("/?omraade=viby&tema=mad");
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`In ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test("all pages for pointing are readable for everybody", async ({ page }) => {
      test.slow();
      await listOf(page, "/?omraade=viby", 3);
      const list = page.url();
      for (const path of [
        list,
        `${list}/ark`,
        `${list}/oversigt`,
        `${list}/skaerm`,
        `${list}/postkort`,
        `${list}/hoejt`,
        "/liste",
        "/plakat?omraade=viby",
        "/liste/22222222",
      ]) {
        await page.goto(path);
        await expectNoAxeProblems(page);
        await page.setViewportSize({ width: 320, height: 640 });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
          path,
        ).toBeLessThanOrEqual(0);
        await page.setViewportSize({ width: 1400, height: 900 });
      }
    });
  });
}

/** Papers, and postcards on them, whose content is cut off at their edge. */
function spilling(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".paper, .postcard")].flatMap((paper) => {
      const { bottom, right } = paper.getBoundingClientRect();
      const foot = [...paper.querySelectorAll<HTMLElement>(".foot, .end, h1, h2, .days section")].filter(
        (part) => part.getBoundingClientRect().bottom > bottom + 1 || part.getBoundingClientRect().right > right + 1,
      );
      const cut = [...paper.querySelectorAll<HTMLElement>(".days, .lines")].filter(
        (part) => part.scrollHeight > part.clientHeight + 2,
      );
      return [...foot, ...cut].map(
        (part) => `${part.className || part.tagName}: ${part.textContent?.trim().slice(0, 40)}`,
      );
    }),
  );
}

/** The pages of a PDF that Chromium printed, by their size in points. */
function pagesOf(pdf: Buffer): string[] {
  const boxes = [...pdf.toString("latin1").matchAll(/\/Type \/Page\b[\s\S]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return boxes.map(([, width, height]) =>
    Math.abs(Number(width) - 595) < 1.5 && Math.abs(Number(height) - 842) < 1.5 ? "A4" : `${width}x${height}`,
  );
}
