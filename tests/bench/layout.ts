import { type Browser, chromium, type Page } from "@playwright/test";
import { BROWSER_ARGS, findBrowser, NO_BROWSER } from "../harness/browser.ts";
import { met } from "./pages.ts";

/** Where the first card may begin at most, and how high a card may be in the mean and at most, in px. */
const FIRST_CARD: [string, number][] = [
  ["/", 620],
  ["/?q=strik", 270],
];
const MEAN_CARD = 160;
const HIGHEST_CARD = 220;
const TABS = 12;

/** Prints how soon one sees something on a phone of 360 by 780, and how many Tabs lead from the field to the first hit. */
export async function measureLayout(address: string): Promise<void> {
  const executablePath = findBrowser();
  if (!executablePath) return console.info(`\nOn a phone: ${NO_BROWSER}`);
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  console.info("\nOn a phone of 360 by 780:");
  try {
    for (const [path, most] of FIRST_CARD) await tellLayout(browser, address, path, most);
  } finally {
    await browser.close();
  }
}

async function tellLayout(browser: Browser, address: string, path: string, most: number): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, locale: "da-DK" });
  const page = await context.newPage();
  await page.goto(address + path, { waitUntil: "networkidle" });
  const cards = await page.locator("li.card").evaluateAll((all) =>
    all.map((card) => {
      const { top, height } = card.getBoundingClientRect();
      return { top: top + scrollY, height };
    }),
  );
  const heights = cards.map(({ height }) => height);
  const first = Math.round(cards[0]?.top ?? Number.NaN);
  const mean = Math.round(heights.reduce((sum, height) => sum + height, 0) / heights.length);
  const highest = Math.round(Math.max(...heights));
  const tabs = await tabsToFirstHit(page);
  console.info(
    `  ${path.padEnd(12)} first card at ${first} px ${met(first <= most)} (${most}), cards ${mean} px in the mean ${met(mean <= MEAN_CARD)} (${MEAN_CARD}), at most ${highest} ${met(highest <= HIGHEST_CARD)} (${HIGHEST_CARD}), ${tabs} Tabs ${met(tabs <= TABS)} (${TABS})`,
  );
  await context.close();
}

/** Tabs from the field of words, the link to the results taken where there is one. */
async function tabsToFirstHit(page: Page): Promise<number> {
  await page.locator("#q").focus();
  for (let tabs = 1; tabs <= 5 * TABS; tabs++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => ({
      isHit: document.activeElement?.closest("li.card") !== null,
      isSkip: document.activeElement?.getAttribute("href") === "#antal",
    }));
    if (at.isHit) return tabs;
    if (at.isSkip) await page.keyboard.press("Enter");
  }
  return Number.POSITIVE_INFINITY;
}
