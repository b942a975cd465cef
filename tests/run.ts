import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, stripVTControlCharacters } from "node:util";
import { findBrowser, installBrowser, NO_BROWSER } from "./harness/browser.ts";
import { add, type Counts, line, NONE, playwrightCounts, vitestCounts } from "./harness/counts.ts";
import { ROOT } from "./harness/root.ts";

const HELP = `npm test [-- options]: types, lint, unit and contract tests, the build, kills and fuzz, journeys in a browser

  --only check|vitest|system|journeys   one part (more by repeating it)
  --long                                kills and fuzz at full size
  --help                                this text

CHROMIUM_PATH names the browser; without it one is looked for. The last line is "N passed, N failed, N skipped".`;

const PARTS = ["check", "vitest", "system", "journeys"] as const;
type Part = (typeof PARTS)[number];

const { values } = parseArgs({
  options: { only: { type: "string", multiple: true }, long: { type: "boolean" }, help: { type: "boolean" } },
});
if (values.help) {
  console.info(HELP);
  process.exit(0);
}
const chosen = (values.only ?? PARTS) as Part[];
const unknown = chosen.filter((part) => !PARTS.includes(part));
if (unknown.length) {
  console.error(`No such part: ${unknown.join(", ")}. There are: ${PARTS.join(", ")}`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "faellesbro-test-"));
let counts = NONE;
let build: Promise<boolean> | undefined;
try {
  for (const part of chosen) await runPart(part);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.info(`\n${line(counts)}`);
process.exitCode = counts.failed > 0 ? 1 : 0;

async function runPart(part: Part): Promise<void> {
  if (part === "check") return check();
  if (part === "vitest") return vitest("unit", "unit, contract and integration tests");
  if (!(await built())) return;
  return part === "system" ? vitest("system", "kills and fuzz of the real server") : journeys();
}

async function check(): Promise<void> {
  await step("types", ["astro", "check", "--minimumFailingSeverity", "error"], failedAsOne);
  await step("lint", ["biome", "lint", ".", "--error-on-warnings"], failedAsOne);
  await step("format", ["prettier", "--check", "--log-level", "warn", "."], failedAsOne);
}

async function vitest(project: string, name: string): Promise<void> {
  const report = join(folder, `${project}.json`);
  const args = [
    "run",
    "--config",
    "tests/vitest.config.ts",
    "--project",
    project,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  await step(name, ["vitest", ...args], (ok) => atLeastOne(ok, vitestCounts(report)));
}

async function journeys(): Promise<void> {
  const browser = findBrowser() ?? installBrowser();
  if (!browser) return tell("journeys", performance.now(), { ...NONE, failed: 1 }, NO_BROWSER);
  const report = join(folder, "journeys.json");
  const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report, E2E_DATA_DIR: join(folder, "journeys") };
  const args = ["test", "--config", "tests/playwright.config.ts", "--reporter=dot,json"];
  await step("journeys in a browser", ["playwright", ...args], (ok) => atLeastOne(ok, playwrightCounts(report)), env);
}

/**
 * Builds once; what needs the build is not run when that fails. One that says something has failed: whoever starts the
 * site reads it, and can do nothing about it.
 */
function built(): Promise<boolean> {
  build ??= step("build", ["../../src/commands/build.ts"], (ok, output) => failedAsOne(ok && output.trim() === ""));
  return build;
}

/** A check has no tests of its own: it counts only when it fails. */
function failedAsOne(ok: boolean): Counts {
  return { ...NONE, failed: ok ? 0 : 1 };
}

/** A runner that ends badly without a failed test has failed all the same. */
function atLeastOne(ok: boolean, found: Counts): Counts {
  return ok || found.failed > 0 ? found : { ...found, failed: 1 };
}

async function step(
  name: string,
  [tool, ...args]: string[],
  count: (ok: boolean, output: string) => Counts,
  env: Record<string, string> = {},
): Promise<boolean> {
  const started = performance.now();
  const { code, output } = await run(join(ROOT, "node_modules/.bin", tool ?? ""), args, env);
  const found = count(code === 0, output);
  const ok = found.failed === 0;
  tell(name, started, found, ok ? "" : output);
  return ok;
}

function tell(name: string, started: number, found: Counts, output = ""): void {
  counts = add(counts, found);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const tests = found.passed + found.failed + found.skipped > 0 ? `  ${line(found)}` : "";
  console.info(`${found.failed > 0 ? "✗" : "✓"} ${name.padEnd(38)} ${seconds.padStart(6)} s${tests}`);
  if (output) console.info(`\n${stripVTControlCharacters(output).trimEnd()}\n`);
}

function run(
  command: string,
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const size = values.long ? { LONG: "1" } : {};
    const child = spawn(process.execPath, [command, ...args], {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: "1", ...size, ...env },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}
