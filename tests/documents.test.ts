import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PARAMETERS } from "../search/parameters.ts";
import { FACT_SLUGS } from "../src/shared/facts.ts";
import { filesOf, read } from "./harness/imports.ts";
import { ROOT } from "./harness/root.ts";

const documents = ["CONTRIBUTING.md", "CHANGELOG.md", "README.md", ...filesOf(["docs/*.md", "docs/decisions/*.md"])];
const sources = filesOf(["src/**/*.{ts,tsx,astro}", "search/**/*.ts", "db/**/*.ts", "tests/**/*.ts"]);
const contract = read("docs/contract.md");

describe("Whoever comes after", () => {
  it("finds every file and folder that a document names", () => {
    const named = documents.flatMap((document) =>
      [...read(document).matchAll(/`((?:src|search|db|tests|docs|deploy)\/[\w./[\]-]+)`/g)].map(([, path = ""]) => ({
        document,
        path,
      })),
    );
    expect(named.length).toBeGreaterThan(150);
    expect(named.filter(({ path }) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it("finds every decision in the list of them", () => {
    const decisions = filesOf(["docs/decisions/*.md"]).map((file) => file.replace("docs/decisions/", ""));
    expect(
      decisions.filter((file) => file !== "README.md" && !read("docs/decisions/README.md").includes(`(${file})`)),
    ).toEqual([]);
  });

  it("finds every row of the domain that a comment cites", () => {
    const rows = new Set([...read("docs/domain.md").matchAll(/^\| ([A-Z]\d+) \|/gm)].map(([, row = ""]) => row));
    const cited = sources.flatMap((file) =>
      [...read(file).matchAll(/\((?:docs\/domain\.md,? ?)?([BCGLPRS]\d{1,2})\)/g)].map(([, row = ""]) => ({
        file,
        row,
      })),
    );
    expect(cited.length).toBeGreaterThan(3);
    expect(cited.filter(({ row }) => !rows.has(row))).toEqual([]);
  });
});

describe("Whoever builds on the site", () => {
  it("finds every parameter of a search and every fact in the contract", () => {
    for (const name of [...PARAMETERS, ...FACT_SLUGS]) expect(contract).toMatch(new RegExp(`[\`\\s]${name}[\`\\s]`));
  });

  it("finds every page in the contract", () => {
    const first = filesOf(["src/pages/**/*.{astro,ts}"])
      .map((file) => file.replace(/^src\/pages\//, "").replace(/(\/index)?\.(astro|ts)$/, ""))
      .filter((page) => !/(^|\/)_|^(index|lukket|\d{3})$/.test(page))
      .map((page) => page.split("/")[0] ?? "");
    expect([...new Set(first)].filter((page) => !contract.includes(`/${page}`))).toEqual([]);
  });
});
