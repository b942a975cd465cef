import { describe, expect, it } from "vitest";
import { findActions, servedGroups } from "./harness/actions.ts";
import { filesOf, type Import, importsOf, read } from "./harness/imports.ts";

/** Every feature may import these, and of the search what is pure. */
const BELOW = ["shared", "danish", "texts", "db", "places", "mail", "schedule"];
const PURE_SEARCH =
  /^search\/(engine|query|sentence|vocabulary|chips|document|highlight|fold|parameters|telling-words|crisis|language|lexicon\/needs)\.ts$/;
const ROLES = /^src\/accounts\/roles\.ts$/;
const VIEWS = ["components", "layouts", "islands", "browser"];
const VIEW_PACKAGES = /^(preact|@preact\/.*|leaflet|protomaps-leaflet|geojson|astro:actions)$/;

interface Room {
  /** The rooms below it that it may import. */
  below: string[];
  /** Files of other rooms. */
  files?: RegExp[];
  /** Packages that it may import; left out: any. */
  packages?: RegExp;
}

const feature = (...others: string[]): Room => ({ below: [...BELOW, ...others], files: [ROLES, PURE_SEARCH] });

/** Who imports whom: downward only, types as well. A room that is not named belongs to the edge. */
const ROOMS: Record<string, Room> = {
  shared: { below: [], packages: /^(zod|temporal-polyfill|pino|date-holidays|@sindresorhus\/transliterate|node:.*)$/ },
  danish: { below: ["shared"], packages: /^libphonenumber-js$/ },
  texts: { below: ["shared", "danish"], files: [/^db\/schema\.ts$/, /^search\/(chips|vocabulary|language)\.ts$/] },
  db: { below: ["shared"], packages: /^(drizzle-.*|better-sqlite3|node:.*)$/ },
  search: { below: ["db", "shared", "danish"] },
  schedule: { below: ["db", "shared", "danish", "texts"] },
  mail: { below: ["db", "shared", "texts"] },
  places: { below: ["db", "shared", "texts"], files: [PURE_SEARCH] },
  accounts: { below: ["db", "shared", "texts", "mail"] },
  sheets: { below: [], packages: /^(csv-parse|fflate|read-excel-file)$/ },
  sweeping: { below: ["db", "shared", "danish", "texts"], files: [ROLES] },
  board: feature(),
  activities: feature(),
  organisations: feature("sweeping"),
  editing: feature(),
  casework: feature("sweeping", "sheets"),
  referrals: feature("casework"),
  passes: feature("casework"),
  feedback: feature("casework", "referrals", "figures"),
  figures: feature("casework"),
  partners: feature("board", "casework", "figures", "upkeep"),
  exchange: feature("activities", "sheets"),
  upkeep: feature("activities", "board", "sweeping"),
  pointing: feature("board"),
  components: { below: ["shared", "texts", ...VIEWS], files: [ROLES] },
  layouts: { below: ["shared", "texts", ...VIEWS], files: [ROLES] },
  islands: { below: ["shared", "texts", "browser"], packages: VIEW_PACKAGES },
  // Scripts of a page, without an island.
  browser: { below: ["shared", "texts"], packages: /^$/ },
};
const EDGE = [
  "process",
  "pages",
  "actions",
  "jobs",
  "work",
  "commands",
  "keys",
  "db/demo",
  "db/defaults.ts",
  "db/drizzle.config.ts",
  "middleware.ts",
  "env.d.ts",
];
/** Of the edge only what is open is for others of the edge to ask. */
const SERVED_TO_SCRIPTS = /^src\/shared\/config\.ts$/;

const sources = filesOf(["src/**/*.{ts,tsx,astro}", "search/**/*.ts", "db/**/*.ts"]);
const imports = sources.flatMap(importsOf);
const said = (found: Import[]) => found.map(({ from, to }) => `${from} imports ${to}`);

describe("Who imports whom", () => {
  it("every source belongs to a room or to the edge", () => {
    expect(sources.filter((file) => !(roomOf(file) in ROOMS) && !EDGE.includes(roomOf(file)))).toEqual([]);
  });

  it("no files import each other in a circle, for types neither", () => {
    expect(circlesIn(imports)).toEqual([]);
  });

  it("no room is more than a fifth of the source", () => {
    const lines = new Map<string, number>();
    for (const file of sources.filter((each) => each.startsWith("src/")))
      lines.set(roomOf(file), (lines.get(roomOf(file)) ?? 0) + read(file).split("\n").length);
    const all = [...lines.values()].reduce((sum, count) => sum + count, 0);
    expect([...lines].filter(([room, count]) => room in ROOMS && count > all / 5)).toEqual([]);
  });

  it("imports go downward only", () => {
    expect(said(imports.filter(isForbidden))).toEqual([]);
  });

  it.each([
    ["lucia", ["src/accounts/lucia.ts"]],
    ["@lucia-auth/adapter-drizzle", ["src/accounts/lucia.ts"]],
    ["temporal-polyfill", ["src/shared/clock-changes.ts"]],
    ["better-sqlite3", ["db/sqlite.ts"]],
  ])("only one file knows the package %s", (name, allowed) => {
    const knowing = imports.filter(({ to, typesOnly }) => to === name && !typesOnly).map(({ from }) => from);
    expect(knowing.filter((file) => !allowed.includes(file))).toEqual([]);
  });

  it("the rows of activities are written through one door", () => {
    const writing = sources.filter((file) =>
      /(insert|update|delete)\(activities\)|(UPDATE|INSERT INTO|DELETE FROM) activities\b/.test(read(file)),
    );
    expect(writing).toEqual(["src/activities/bulk.ts", "src/activities/store.ts"]);
  });

  it("the settings of the machine are read in one place", () => {
    const reading = filesOf(["src/**/*.{ts,tsx,astro}", "search/**/*.ts", "db/**/*.ts"]).filter((file) =>
      /process\.env|import\.meta\.env/.test(read(file)),
    );
    // server.ts tells the build not to listen by itself; the build is told what it is for.
    expect(
      reading.filter(
        (file) => !["src/shared/config.ts", "src/commands/build.ts", "src/process/server.ts"].includes(file),
      ),
    ).toEqual([]);
  });
});

describe("Actions", () => {
  it("every action goes through act and says who may post it", () => {
    expect(findActions().filter(({ who }) => who === null)).toEqual([]);
    const around = filesOf(["src/**/*.{ts,astro}"]).filter(
      (file) => file !== "src/actions/act.ts" && read(file).includes("defineAction"),
    );
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

/** `src/board/find.ts` is in `board`, `search/engine.ts` in `search`; what of `db` is an edge bears its own name. */
function roomOf(file: string): string {
  const [top = "", second = ""] = file.split("/");
  if (top === "src") return second;
  return EDGE.includes(`${top}/${second}`) ? `${top}/${second}` : top;
}

function isForbidden({ from, to, isFile }: Import): boolean {
  const room = ROOMS[roomOf(from)];
  if (!room) return false;
  if (!isFile) return room.packages ? !room.packages.test(to) : false;
  const target = roomOf(to);
  if (["islands", "browser"].includes(roomOf(from)) && SERVED_TO_SCRIPTS.test(to)) return true;
  if (target === roomOf(from) || room.below.includes(target) || room.files?.some((allowed) => allowed.test(to)))
    return false;
  const isView = from.endsWith(".astro") && (VIEWS.includes(target) || /\.(css|svg)$/.test(to));
  return !isView && !/\.css$/.test(to);
}

/** Files that reach themselves by what they import (Tarjan's strongly connected components). */
function circlesIn(all: Import[]): string[][] {
  const targets = Map.groupBy(
    all.filter(({ isFile }) => isFile),
    ({ from }) => from,
  );
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    order.set(file, order.size);
    lowest.set(file, order.get(file) ?? 0);
    path.push(file);
    for (const { to } of targets.get(file) ?? []) {
      const low = !order.has(to) ? visit(to) : path.includes(to) ? (order.get(to) ?? 0) : Infinity;
      lowest.set(file, Math.min(lowest.get(file) ?? 0, low));
    }
    if (lowest.get(file) === order.get(file)) {
      const circle = path.splice(path.indexOf(file));
      if (circle.length > 1) circles.push(circle);
    }
    return lowest.get(file) ?? 0;
  };
  for (const file of targets.keys()) if (!order.has(file)) visit(file);
  return circles;
}
