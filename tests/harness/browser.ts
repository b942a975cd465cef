import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** Debian's package of a Chromium without windows: half the work of a whole one for each page. */
const PACKAGE = "chromium-headless-shell";
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** What a headless browser of a test needs: nothing from the network, and no sandbox where root runs it. */
export const BROWSER_ARGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-dev-shm-usage",
  "--disable-gpu",
];

/**
 * The path of a browser that starts: CHROMIUM_PATH, the system's Chromium or Chrome, Playwright's own. Null: there is
 * none.
 */
export function findBrowser(): string | null {
  const given = process.env["CHROMIUM_PATH"];
  const candidates = given ? [given] : [...NAMES.flatMap(onPath), ...ELSEWHERE, chromium.executablePath()];
  return candidates.find(starts) ?? null;
}

/** Installs Debian's package as root; says whether there is a browser afterwards. */
export function installBrowser(): string | null {
  if (process.getuid?.() !== 0 || onPath("apt-get").length === 0) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", PACKAGE]])
    spawnSync("apt-get", ["-q", ...args], { env, stdio: "ignore" });
  return findBrowser();
}

export const NO_BROWSER =
  "No browser found: install Chromium or Chrome, or set CHROMIUM_PATH to one, or run `npx playwright install chromium`.";

function onPath(name: string): string[] {
  const paths = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name));
  return paths.filter((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    execFileSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}
