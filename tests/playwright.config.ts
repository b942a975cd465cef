import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "./harness/browser.ts";
import { freePort } from "./harness/port.ts";
import { ROOT } from "./harness/root.ts";

// Read once more by each worker: what the first reading chose stays in the environment.
process.env["CHROMIUM_PATH"] ||= findBrowser() ?? "";
process.env["E2E_DATA_DIR"] ||= mkdtempSync(join(tmpdir(), "faellesbro-journeys-"));
process.env["E2E_PORT"] ||= String(await freePort());

const { CHROMIUM_PATH: executablePath, E2E_DATA_DIR: dataDir, E2E_PORT: port } = process.env as Record<string, string>;
const address = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: join(ROOT, "tests/journeys"),
  outputDir: join(ROOT, "test-results"),
  globalSetup: join(ROOT, "tests/journeys/busy-day.ts"),
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env["CI"],
  // Where one bad moment of a machine would throw a whole change away; a second try is told (harness/counts.ts) and is
  // a defect to mend.
  retries: process.env["CI"] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 5_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1400, height: 900 },
    baseURL: address,
    actionTimeout: 5_000,
    navigationTimeout: 15_000,
    trace: "on-first-retry",
    locale: "da-DK",
    timezoneId: "Europe/Copenhagen",
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: BROWSER_ARGS },
  },
  projects: [
    { name: "desktop", grepInvert: /@phone/ },
    { name: "phone", grep: /@phone/, use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
  ],
  webServer: {
    command: `"${join(ROOT, "node_modules/.bin/node")}" src/process/start.ts`,
    cwd: ROOT,
    url: `${address}/api/health`,
    // A Tuesday, 9:00 in Copenhagen, so that what the demo town offers stays the same whatever today is.
    env: {
      PORT: port ?? "",
      DATA_DIR: dataDir ?? "",
      DEMO: "1",
      CLOCK: "2026-11-24T08:00:00Z",
      HOST: "127.0.0.1",
      NODE_ENV: "test",
      TRUST_PROXY: "1",
    },
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 12_000 },
    stdout: "ignore",
    stderr: "pipe",
    timeout: 120_000,
  },
});
