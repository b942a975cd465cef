import { describe, expect, it } from "vitest";
import { findActions, servedGroups } from "./harness/actions.ts";
import { filesOf, type Import, importsOf, read } from "./harness/imports.ts";

interface Rule {
  /** Files it is about. */
  of: RegExp;
  /** Files they may import beside those of their own kind. */
  files: RegExp[];
  /** Packages they may import; left out: any. */
  packages?: RegExp;
}

const SHARED = /^src\/(shared|texts)\//;
// The interface of the search: types, and the lists of the values that they name.
const SEARCH_WORDS = /^search\/engine\.ts$/;
const PURE_SEARCH = /^search\/(engine|query|sentence|vocabulary|chips|document|highlight|fold|parameters)\.ts$/;
const DB = /^db\/(?!demo\/|defaults\.ts)/;
const ROLES = /^src\/accounts\/roles\.ts$/;
const STYLES = /\.(css|svg)$/;
const EDGE =
  /^(src\/(pages|actions|jobs|work|commands|keys)\/|src\/(middleware|server|kept-pages|requests|metrics|bodies|turns|connections|start|open|build|development|runtime|env\.d)\.ts$|db\/demo\/|db\/defaults\.ts$|db\/drizzle\.config\.ts$)/;

const DOMAIN = [SHARED, DB, ROLES, PURE_SEARCH, /^src\/(places|mail)\//];
const VIEW = [/^src\/(components|layouts|islands|browser)\//, STYLES];

const feature = (name: string): Rule[] => [
  { of: new RegExp(`^src/${name}/.*\\.ts$`), files: [...DOMAIN, new RegExp(`^src/${name}/.*\\.ts$`)] },
  { of: new RegExp(`^src/${name}/.*\\.astro$`), files: [...DOMAIN, ...VIEW, new RegExp(`^src/${name}/`)] },
];

/** Who imports whom: downward only (the first rule that fits a file holds). */
const RULES: Rule[] = [
  { of: EDGE, files: [/./] },
  { of: SHARED, files: [SHARED, SEARCH_WORDS], packages: /^(zod|temporal-polyfill|pino|date-holidays|node:.*)$/ },
  { of: DB, files: [DB, SHARED], packages: /^(drizzle-.*|better-sqlite3|node:.*)$/ },
  { of: /^search\//, files: [/^search\//, DB, SHARED] },
  { of: /^src\/places\//, files: [/^src\/places\//, DB, SHARED, PURE_SEARCH] },
  { of: /^src\/mail\//, files: [/^src\/mail\//, DB, SHARED] },
  { of: /^src\/accounts\//, files: [/^src\/(accounts|mail)\//, DB, SHARED] },
  ...["organisations", "activities", "referrals"].flatMap(feature),
  {
    of: /^src\/(islands|browser)\//,
    files: [/^src\/(islands|browser)\//, /^src\/(shared\/(?!config)|texts\/)/, SEARCH_WORDS, STYLES],
    packages: /^(preact|@preact\/.*|leaflet|astro:actions)$/,
  },
  // Scripts of a page, without an island.
  { of: /^src\/browser\//, files: [/^src\/browser\//, /^src\/(shared\/(?!config)|texts\/)/, SEARCH_WORDS], packages: /^$/ },
  { of: /^src\/(components|layouts)\//, files: [SHARED, ROLES, ...VIEW] },
];

const sources = filesOf(["src/**/*.{ts,tsx,astro}", "search/**/*.ts", "db/**/*.ts"]);
const imports = sources.flatMap(importsOf);
const said = (found: Import[]) => found.map(({ from, to }) => `${from} imports ${to}`);

describe("Who imports whom", () => {
  it("every source belongs to a layer", () => {
    expect(sources.filter((file) => !RULES.some((rule) => rule.of.test(file)))).toEqual([]);
  });

  it("imports go downward only", () => {
    expect(said(imports.filter(isForbidden))).toEqual([]);
  });

  it.each([
    ["lucia", ["src/accounts/session.ts"]],
    ["@lucia-auth/adapter-drizzle", ["src/accounts/session.ts"]],
    ["temporal-polyfill", ["src/shared/time.ts"]],
    ["better-sqlite3", ["db/sqlite.ts"]],
  ])("only one file knows the package %s", (name, allowed) => {
    const knowing = imports.filter(({ to, typesOnly }) => to === name && !typesOnly).map(({ from }) => from);
    expect(knowing.filter((file) => !allowed.includes(file))).toEqual([]);
  });

  it("the settings of the machine are read in one place", () => {
    const reading = filesOf(["src/**/*.{ts,tsx,astro}", "search/**/*.ts", "db/**/*.ts"]).filter((file) => /process\.env|import\.meta\.env/.test(read(file)));
    // server.ts tells the build not to listen by itself; the build is told what it is for.
    expect(reading.filter((file) => !["src/shared/config.ts", "src/commands/build.ts", "src/process/server.ts"].includes(file))).toEqual([]);
  });
});

describe("Actions", () => {
  it("every action goes through act and says who may post it", () => {
    expect(findActions().filter(({ who }) => who === null)).toEqual([]);
    const around = filesOf(["src/**/*.{ts,astro}"]).filter((file) => file !== "src/actions/act.ts" && read(file).includes("defineAction"));
    expect(around).toEqual([]);
  });

  it("every group of actions is served under its own name", () => {
    const groups = new Set(findActions().map(({ name }) => name.split(".")[0] ?? ""));
    expect([...groups].sort()).toEqual(servedGroups().sort());
  });
});

describe("Pages", () => {
  const pages = filesOf(["src/**/*.astro"]);

  it("no page styles an element by itself: the content policy would drop it", () => {
    expect(pages.filter((file) => /\sstyle=["'{]/.test(read(file)))).toEqual([]);
  });

  it("no page holds a script of its own in the markup", () => {
    expect(pages.filter((file) => /\son[a-z]+=["'{]|is:inline/.test(read(file)))).toEqual([]);
  });
});

function isForbidden({ from, to, isFile, typesOnly }: Import): boolean {
  if (typesOnly) return false;
  const rule = RULES.find(({ of }) => of.test(from));
  if (!rule) return false;
  if (!isFile) return rule.packages ? !rule.packages.test(to) : false;
  return !rule.files.some((allowed) => allowed.test(to));
}
