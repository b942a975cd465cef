import type { Page } from "@playwright/test";
import { board } from "../../src/texts/board.ts";
import { pointing } from "../../src/texts/pointing.ts";
import { site } from "../../src/texts/site.ts";
import { expect, expectNoAxeProblems, test } from "./support.ts";

/** As a printer prints: with a margin of its own. */
const MARGIN = { top: "12mm", bottom: "12mm", left: "12mm", right: "12mm" };
const A4 = { width: 794, height: 1123 };
const ROOM = { width: A4.width - 91, height: A4.height - 91 };

test.describe("On paper", () => {
  for (const [name, path, most] of [
    ["the request for help", "/hjaelp", 2],
    ["the week", "/ugen", 3],
    ["the results", "/?q=strik", 2],
    ["an activity", "/aktiviteter/strik-og-snak-i-lisbjerg", 2],
    ["an association", "/foreninger/viby-bibliotek", 2],
  ] as const)
    test(`${name} has no blank page, and says whom to call and where it stands on the web`, async ({ page }) => {
      await page.goto(path);
      const pages = await pagesOf(page);
      expect(pages).toBeLessThanOrEqual(most);
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize(ROOM);
      const { height, blank } = await spread(page);
      expect(pages).toBeLessThanOrEqual(Math.ceil(height / ROOM.height) + 1);
      expect(blank, "what the first page is without").toBe(false);
      const head = page.locator(".paper-head");
      await expect(head).toContainText("86 00 00 00");
      await expect(head).toContainText(new URL(page.url()).host);
      await expect(head.getByRole("img", { name: site.paperCode })).toBeVisible();
      expect(await overprinted(page)).toEqual([]);
    });

  test("the code of a page leads to that page, and to no other site", async ({ page, request }) => {
    const code = await request.get("/kode.svg?til=%2Fugen");
    expect(code.headers()["content-type"]).toContain("image/svg+xml");
    expect((await request.get("/kode.svg?til=https%3A%2F%2Feksempel.dk")).status()).toBe(404);
    await page.goto("/?q=strik&naer=56.15,10.2");
    await expect(page.locator(".paper-head img")).toHaveAttribute("src", /til=%2F%3Fq%3Dstrik$/);
  });

  test("a search is printed with all its hits, not the twenty of a page", async ({ page }) => {
    await page.goto("/?q=strik&side=2");
    const total = Number(((await page.locator("#antal").textContent()) ?? "").replace(/\D/g, ""));
    expect(total).toBeGreaterThan(40);
    await page.getByRole("link", { name: pointing.printAll(total) }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Aktiviteter: strik" })).toBeVisible();
    await expect(page.locator(".printed li")).toHaveCount(total);
    await expect(page.locator(".printed li").first()).toContainText(/kl\. \d.*\d{4} \p{L}/u);
    await expectNoAxeProblems(page);
    expect(await pagesOf(page)).toBeLessThanOrEqual(Math.ceil(total / 16) + 1);
    await page.getByRole("link", { name: pointing.backToSearch }).click();
    await expect(page).toHaveURL("/?q=strik");
  });

  test("a whole board is cut after 500, and says so", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: pointing.printFirst(500) }).click();
    await expect(page.locator(".printed li")).toHaveCount(500);
    await expect(page.locator("header.stack")).toContainText("De første 500 af 5");
  });

  test("words of danger lead to where to call, not to a list", async ({ page }) => {
    await page.goto(`/udskriv?q=${encodeURIComponent("jeg vil ikke leve mere")}`);
    await expect(page).toHaveURL(/\/\?q=/);
    await expect(page.locator("#forstaaet")).toContainText("112");
  });

  test("a poster made from a week shows that week", async ({ page }) => {
    await page.goto("/ugen");
    await page.getByRole("link", { name: board.later }).click();
    await page.getByRole("link", { name: board.later }).click();
    await page.getByRole("link", { name: pointing.posterOfWeek }).click();
    await expect(page.locator(".paper h1")).toHaveText(pointing.posterWeekIn(50, pointing.posterAll));
    await expect(page.locator(".paper .mark")).toContainText("7. december til 13. december");
    await expect(page.locator(".paper .foot")).toContainText("86 00 00 00");
  });
});

async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, margin: MARGIN });
  return [...pdf.toString("latin1").matchAll(/\/Type \/Page\b/g)].length;
}

/** How high the print is, and whether its first page holds a head and nothing else. */
function spread(page: Page): Promise<{ height: number; blank: boolean }> {
  return page.evaluate((room) => {
    const main = document.querySelector("main")!;
    const texts = [...main.querySelectorAll("p, li, label")].filter((part) => part.checkVisibility());
    const onFirst = texts.filter((part) => part.getBoundingClientRect().bottom < room);
    return { height: document.documentElement.scrollHeight, blank: onFirst.length < 3 };
  }, ROOM.height);
}

/** Lines that lie over each other. */
function overprinted(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = [
      ...document.querySelectorAll("h1, h2, .paper-head p, .day li, .card .what, .block section, .field > label"),
    ];
    const boxes = parts
      .filter((part) => part.checkVisibility())
      .map((part) => [part, part.getBoundingClientRect()] as const);
    const lies = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
    return boxes.flatMap(([part, box], i) =>
      boxes
        .slice(i + 1)
        .filter(([other, its]) => !part.contains(other) && !other.contains(part) && lies(box, its))
        .map(([other]) => `${part.textContent?.trim().slice(0, 30)} / ${other.textContent?.trim().slice(0, 30)}`),
    );
  });
}
