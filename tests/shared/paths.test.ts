import { describe, expect, it } from "vitest";
import { paths } from "../../src/shared/paths.ts";
import { filesOf, read } from "../harness/imports.ts";

type Listed = string | ((part: never) => string) | { [name: string]: Listed };

const listed = namesIn(paths);
const pages = filesOf(["src/pages/**/*.{astro,ts}"])
  .map((file) => file.slice("src/pages".length).replace(/\.(astro|ts)$/, ""))
  .filter((page) => !page.includes("/_"));

describe("The addresses of the site", () => {
  it.each(listed)("%s leads to a page", (_, path) => {
    expect(pages.some((page) => patternOf(page).test(path))).toBe(true);
  });

  it("every page has its address in the list", () => {
    const unlisted = pages.filter((page) => !listed.some(([, path]) => patternOf(page).test(path)));
    // What others look for where they expect it, and no page of ours leads to.
    expect(unlisted).toEqual(["/robots.txt"]);
  });

  it("none is written by hand", () => {
    const first = [...new Set(listed.map(([, path]) => path.split("/")[1]!.replaceAll(".", "\\.")))].filter(Boolean);
    const byHand = new RegExp(`(["'\`]|siteUrl\\})/(${first.join("|")})(?=["'\`?#$]|/[^"])|(href|action)="/["?]`);
    const sources = filesOf(["src/**/*.{ts,tsx,astro}"]).filter((file) => file !== "src/shared/paths.ts");
    const found = sources.flatMap((file) =>
      read(file)
        .split("\n")
        .filter((line) => byHand.test(line) && !/^\s*(\*|\/[/*]|import )| from "/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });
});

/** Each address by its name in the list, with `del` where one wants to know whose. */
function namesIn(list: Listed, name = "paths"): [name: string, path: string][] {
  if (typeof list === "string") return [[name, list]];
  if (typeof list === "function") return [[name, list("del" as never)]];
  return Object.entries(list).flatMap(([key, one]) => namesIn(one, `${name}.${key}`));
}

/** What Astro answers with a page: `/aktiviteter/[slug]` takes any slug, `index` none. */
function patternOf(page: string): RegExp {
  const path = page.replace(/\/index$/, "").replaceAll(".", "\\.");
  return new RegExp(`^${path.replace(/\[\w+\]/g, "[^/.]+") || "/"}$`);
}
