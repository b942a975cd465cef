import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type CalendarCase, calendarCases } from "../exchange/calendar-cases.ts";
import { ROOT } from "../harness/root.ts";
import { LONG } from "./size.ts";

/** Another's reading of RFC 5545; in the long run alone, since it is fetched. */
const PACKAGES = ["icalendar==7.3.2", "recurring-ical-events==3.8.2", "tzdata==2026.6"];
const cases = [...calendarCases("own.txt"), ...calendarCases("programs.txt")];
const folder = mkdtempSync(join(tmpdir(), "faellesbro-second-reader-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const python = LONG ? installed() : null;
if (!python) console.info(`skipped: a second reader of calendars${LONG ? " (no python3 with venv, or no PyPI)" : ""}`);

describe("A second reader of calendars", () => {
  it.skipIf(!python)("finds the same dates in each, or it is said why not", () => {
    const theirs = python ? readBy(python) : [];
    const odd = cases.filter(
      ({ dates, differs }, i) => (JSON.stringify(theirs[i]) === JSON.stringify(dates)) === (differs !== null),
    );
    expect(odd.map((one) => [one.what, one.dates, theirs[cases.indexOf(one)]])).toEqual([]);
    console.info(
      `${cases.length} calendars read twice, ${cases.filter(({ differs }) => differs).length} differ as said`,
    );
  });
});

/** The interpreter that has the packages; null when they cannot be had. */
function installed(): string | null {
  const own = join(folder, "bin", "python");
  const steps = [
    ["python3", "-m", "venv", folder],
    [own, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...PACKAGES],
  ];
  return steps.every(([tool = "", ...args]) => spawnSync(tool, args, { timeout: 300_000 }).status === 0) ? own : null;
}

function readBy(interpreter: string): unknown[] {
  const input = cases.map(({ file, from, to }: CalendarCase) =>
    JSON.stringify({ file: file.toString("base64"), from, to }),
  );
  const { status, stdout, stderr } = spawnSync(
    interpreter,
    ["-W", "ignore", join(ROOT, "tests/exchange/calendars/second_reader.py")],
    {
      input: `${input.join("\n")}\n`,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      timeout: 300_000,
    },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}
