import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { importLines } from "../src/exchange/import.ts";
import { PAUSE_KINDS } from "../src/schedule/pauses.ts";
import { NOW, openTown } from "./world.ts";
import { ROOT } from "./harness/root.ts";

const readme = readFileSync(join(ROOT, "README.md"), "utf8");

it("A newcomer who copies the README's line into a file gets an activity on the board", () => {
  const [, example = ""] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(importLines(openTown(), [example.replaceAll("\n", " ")], NOW)).toMatchObject({ added: 1, bad: [] });
});

it("A newcomer finds every pause that a line may name", () => {
  for (const kind of PAUSE_KINDS) expect(readme).toContain(`\`${kind}\``);
});

it("A newcomer finds every setting of the machine, and every command that is named exists", () => {
  const config = readFileSync(join(ROOT, "src/shared/config.ts"), "utf8");
  const settings = [...config.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name ?? "");
  expect(settings.length).toBeGreaterThan(8);
  for (const setting of settings) expect(readme).toContain(`\`${setting}\``);
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const named = [...readme.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name]) => name ?? "");
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
