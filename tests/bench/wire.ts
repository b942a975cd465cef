import { type Browser, chromium } from "@playwright/test";
import { BROWSER_ARGS, findBrowser, NO_BROWSER } from "../harness/browser.ts";
import { met } from "./pages.ts";

interface Loaded {
  path: string;
  bytes: number;
}

/**
 * Prints what a browser that comes for the first time receives: on a phone, where no map is shown, and on a wide screen
 * with the map.
 */
export async function measureBytes(address: string): Promise<void> {
  const executablePath = findBrowser();
  if (!executablePath) return console.info(`\nBytes on the wire: ${NO_BROWSER}`);
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  try {
    tell("without the map (phone)", await firstVisit(browser, address, { width: 360, height: 740 }), 60);
    tell("with the map, no tiles (1400 px)", await firstVisit(browser, address, { width: 1400, height: 900 }), 130);
  } finally {
    await browser.close();
  }
}

async function firstVisit(
  browser: Browser,
  address: string,
  viewport: { width: number; height: number },
): Promise<Loaded[]> {
  const context = await browser.newContext({ viewport, locale: "da-DK" });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  const paths = new Map<string, string>();
  const loaded: Loaded[] = [];
  network.on("Network.requestWillBeSent", ({ requestId, request }) =>
    paths.set(requestId, new URL(request.url).pathname),
  );
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    loaded.push({ path: paths.get(requestId) ?? "?", bytes: encodedDataLength }),
  );
  await page.goto(address, { waitUntil: "networkidle" });
  await context.close();
  // What stands in the page itself (data:) is part of it.
  return loaded.filter(({ bytes }) => bytes > 0);
}

function tell(name: string, loaded: Loaded[], floor: number): void {
  const kilobytes = loaded.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  console.info(
    `\nThe first page ${name}: ${kilobytes.toFixed(1)} kB in ${loaded.length} requests  ${met(kilobytes <= floor)} (at most ${floor} kB)`,
  );
  for (const { path, bytes } of loaded.toSorted((a, b) => b.bytes - a.bytes))
    console.info(`  ${(bytes / 1000).toFixed(1).padStart(7)} kB  ${path}`);
}
