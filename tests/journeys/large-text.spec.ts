import { type Browser, chromium, type Page } from "@playwright/test";
import { BROWSER_ARGS } from "../harness/browser.ts";
import { goTo, PUBLIC } from "./public-pages.ts";
import { expect, test } from "./support.ts";

/** A browser's own font size, as its settings have it: zoom does not change it, and every rem follows. */
const SIZES = [
  { font: 24, width: 320, height: 640 },
  { font: 32, width: 360, height: 780 },
];
/** Letters that fit on the narrowest line of a text. */
const FEWEST_LETTERS = 4;
const TABS = 25;

for (const { font, width, height } of SIZES)
  test.describe(`With the browser's letters at ${font} px on ${width} px`, () => {
    let browser: Browser;
    test.beforeAll(async () => {
      const args = [...BROWSER_ARGS, `--blink-settings=defaultFontSize=${font}`];
      browser = await chromium.launch({ executablePath: process.env["CHROMIUM_PATH"] ?? "", args });
    });
    test.afterAll(() => browser.close());

    for (const path of PUBLIC)
      test(`${path} can be read and used`, async ({ baseURL }) => {
        const page = await browser.newPage({
          baseURL: baseURL ?? "",
          viewport: { width, height },
          reducedMotion: "reduce",
        });
        await goTo(page, path);
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(`${font}px`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
        expect(await squeezed(page)).toEqual([]);
        expect(await hidden(page)).toEqual([]);
        await page.close();
      });
  });

/** Texts on lines so narrow that a word stands a few letters to a line, or that are cut off. */
function squeezed(page: Page): Promise<string[]> {
  return page.evaluate((fewest) => {
    const texts = [...document.querySelectorAll<HTMLElement>("main *, header *, footer *")].filter((element) => {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim().length > fewest,
      );
      return (
        own &&
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.closest(".visually-hidden, .leaflet-container, select")
      );
    });
    return texts.flatMap((element) => {
      const style = getComputedStyle(element);
      if (style.clipPath !== "none") return [];
      const box = style.display === "inline" ? (element.parentElement ?? element) : element;
      const isSqueezed = box.clientWidth > 0 && box.clientWidth < fewest * 0.5 * Number.parseFloat(style.fontSize);
      const isCut =
        style.overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
      return isSqueezed || isCut ? [`${element.tagName} ${(element.textContent ?? "").trim().slice(0, 40)}`] : [];
    });
  }, FEWEST_LETTERS);
}

/** What has the focus while something else lies over it (WCAG 2.2, 2.4.11). */
async function hidden(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (let i = 0; i < TABS; i++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return null;
      const { left, top, width, height } = focused.getBoundingClientRect();
      const isSeen = [0.25, 0.5, 0.75].some((part) => {
        const over = document.elementFromPoint(left + width / 2, top + height * part);
        return (
          over !== null &&
          (focused.contains(over) || over.contains(focused) || over.closest("label")?.contains(focused))
        );
      });
      return isSeen ? null : `${focused.tagName} ${(focused.textContent ?? "").trim().slice(0, 40)}`;
    });
    if (name) found.push(name);
  }
  return found;
}
