import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "../../search/embedded/engine.ts";
import type { SearchQuery, SearchResult } from "../../search/engine.ts";
import { openMeiliService } from "../../search/meilisearch/service.ts";
import { readAllDocuments } from "../../search/read-documents.ts";
import { instantOf } from "../../src/shared/time.ts";
import { ROOT } from "../harness/root.ts";
import { naiveFacets, naiveHits } from "./naive.ts";
import { wishing } from "../../search/query.ts";
import { MEILI_IS_HERE, openMeili } from "./servers.ts";
import { openSite, type Planted, type Site } from "./site.ts";

/** Tuesday 24 November 2026, 09:30 in Copenhagen. */
const NOW = instantOf("2026-11-24", "09:30");
const TUE = "2026-11-24";
const WED = "2026-11-25";
const SAT = "2026-11-28";
const NEXT_TUE = "2026-12-01";
const VIBY = { lat: 56.1263, lng: 10.1528 };

interface Engine {
  search(query: SearchQuery, now: number): Promise<SearchResult>;
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

const quiet = { error: () => {}, warn: () => {}, info: () => {} } as never;

const ENGINES: { name: string; isHere: boolean; open(site: Site): Promise<Engine> }[] = [
  {
    name: "embedded",
    isHere: true,
    open: ({ dbFile }) => openEmbedded({ dbFile, root: ROOT, log: quiet, now: () => NOW }),
  },
  { name: "Meilisearch", isHere: MEILI_IS_HERE, open: openMeiliEngine },
];

describe.each(ENGINES)("What everybody can rely on, whoever answers: $name", ({ isHere, open }) => {
  let site: Site;
  let engine: Engine;

  beforeAll(async () => {
    if (!isHere) return;
    site = openSite();
    site.publish(...BOARD);
    engine = await open(site);
    await engine.caughtUp();
  }, 120_000);

  afterAll(async () => {
    await engine?.close();
    site?.remove();
  });

  const ids = async (wishes: Partial<SearchQuery>) =>
    (await engine.search(wishing(wishes), NOW)).hits.map(({ id }) => id);
  const cases = it.skipIf(!isHere);

  cases.each<[string, Partial<SearchQuery>, string[]]>([
    ["everything, the soonest first", {}, ["running", "online", "series", "evening", "weekend", "far"]],
    ["a weekday", { dag: ["ons"] }, ["series", "evening", "far"]],
    ["any of several weekdays", { dag: ["loer", "soen"] }, ["weekend"]],
    [
      "a time of day; 09:00 is in the forenoon, and what is going on counts as its start",
      { tid: ["formiddag"] },
      ["running", "weekend", "series"],
    ],
    ["any of several times of day", { tid: ["morgen", "aften"] }, ["series", "evening", "far"]],
    ["weekday and time of day only together: the evening is another day's", { dag: ["tir"], tid: ["aften"] }, []],
    ["dates and clock only together", { fra: WED, til: WED, klfra: "10:00", kltil: "11:00" }, []],
    ["a date on which the only occurrence is cancelled", { fra: "2026-12-08", til: "2026-12-08" }, []],
    ["dates, both included", { fra: TUE, til: WED }, ["running", "online", "series", "evening"]],
    ["from a date on", { fra: "2026-12-02" }, ["far"]],
    ["until a date", { til: TUE }, ["running", "online"]],
    ["from a clock on", { klfra: "17:00" }, ["series", "evening"]],
    ["to a clock, included", { kltil: "09:00" }, ["running", "far"]],
    ["an area or a postcode", { omraade: ["viby", "8000"] }, ["running", "online", "series", "weekend"]],
    ["facts that all hold", { fakta: ["dropin", "trinfri"] }, ["series"]],
    ["a fact that nobody has", { fakta: ["teleslynge"] }, []],
    ["any of several themes", { tema: ["mad", "musik"] }, ["series", "evening"]],
    ["what is free, not what nobody stated a price of", { pris: "gratis" }, ["running", "online"]],
    ["a highest price, included", { pris: 50 }, ["running", "online", "series"]],
    [
      "the highest price that one can ask for, still a stated one",
      { pris: 999_999 },
      ["running", "online", "series", "evening", "weekend"],
    ],
    ["an age; without a limit everybody may come", { alder: 67 }, ["running", "online", "series", "weekend", "far"]],
    ["near a point; online is near everybody", { naer: VIBY, radius: 2 }, ["running", "online", "series"]],
    [
      "a part of the map; online is on none",
      { boks: { south: 56.12, west: 10.14, north: 56.13, east: 10.163 } },
      ["running", "series"],
    ],
    [
      "the nearest first, online last",
      { naer: VIBY, sort: "afstand" },
      ["running", "series", "weekend", "evening", "far", "online"],
    ],
    [
      "all wishes together",
      { omraade: ["viby"], dag: ["ons"], tid: ["aften"], tema: ["mad"], pris: 50, fakta: ["dropin"], alder: 30 },
      ["series"],
    ],
    ["what has ended or is off the board never", { q: "hemmelig" }, []],
  ])("finds %s", async (_, wishes, found) => {
    expect(await ids(wishes)).toEqual(found);
  });

  cases("tells the first start that meets the wishes, and how far it is", async () => {
    const [hit] = (await engine.search(wishing({ tid: ["aften"], naer: VIBY, radius: 1 }), NOW)).hits;
    expect(hit).toEqual({ id: "series", next: instantOf(WED, "18:00"), distance: 632, by: "literal" });
    expect((await engine.search(wishing({ fakta: ["online"], naer: VIBY }), NOW)).hits[0]?.distance).toBeNull();
  });

  cases.each<[string, Partial<SearchQuery>]>([
    ["nothing wished", {}],
    ["a weekday", { dag: ["ons"] }],
    ["weekdays and a time of day", { dag: ["tir", "ons"], tid: ["aften"] }],
    ["a week", { fra: TUE, til: "2026-11-30" }],
    ["an evening from now on", { fra: TUE, klfra: "17:00" }],
    ["a clock", { klfra: "10:00", kltil: "12:00" }],
    ["an area, a theme and a price", { omraade: ["viby"], tema: ["mad"], pris: "gratis" }],
    ["facts", { fakta: ["dropin"] }],
    ["a place near by and an age", { naer: VIBY, radius: 3, alder: 20 }],
  ])("counts for every value what choosing it finds: %s", async (_, wishes) => {
    const documents = [...readAllDocuments(site.db.$client, NOW)];
    const query = wishing({ ...wishes, facets: true });
    const result = await engine.search(query, NOW);
    const facets = naiveFacets(documents, query, NOW);
    expect(result.total).toBe(naiveHits(documents, query, NOW).length);
    expect({ ...result.facets, omraade: only(result.facets?.omraade, facets.omraade) }).toEqual(facets);
    // where nothing is, what is online is
    for (const place of ["hasle", "8240"])
      expect(result.facets?.omraade[place] ?? 0).toBe(naiveHits(documents, { ...query, omraade: [place] }, NOW).length);
  });

  cases("moves on with the clock: what has ended goes, and the next date is the one to come", async () => {
    const at = async (date: string, clock: string, wishes: Partial<SearchQuery> = {}) =>
      (await engine.search(wishing({ ...wishes, facets: true }), instantOf(date, clock))).hits.map(({ id }) => id);
    expect(await at(TUE, "10:59")).toContain("running");
    expect(await at(TUE, "11:00")).not.toContain("running");
    expect(await at(WED, "18:30", { fra: WED, til: WED })).toEqual(["series", "evening"]);
    expect(await at(WED, "20:00", { fra: WED, til: WED })).toEqual(["evening"]);
    const later = await engine.search(wishing({ facets: true }), instantOf(WED, "21:00"));
    expect(later.hits.find(({ id }) => id === "series")?.next).toBe(instantOf(NEXT_TUE, "10:00"));
    expect(later.facets?.dag).toEqual({ tir: 1, ons: 1, loer: 1, hverdag: 2, weekend: 1 });
  });

  cases("gives pages in one stable order, and the last one to who asks for more", async () => {
    const many = Array.from({ length: 45 }, (_, at): Planted => ({
      id: `many${String(at).padStart(2, "0")}`,
      title: "Banko",
      themes: ["spil"],
      ...VIBY,
      when: [["2027-03-01", "19:00", 60]],
    }));
    site.publish(...many);
    await engine.caughtUp();
    const pageOf = async (side: number, sort: SearchQuery["sort"]) =>
      engine.search(wishing({ tema: ["spil"], side, sort, naer: VIBY }), NOW);
    for (const sort of ["dato", "afstand", "relevans"] as const) {
      const pages = await Promise.all([1, 2, 3].map((side) => pageOf(side, sort)));
      expect(pages.flatMap(({ hits }) => hits.map(({ id }) => id))).toEqual(many.map(({ id }) => id));
      expect(await pageOf(99, sort)).toMatchObject({ total: 45, page: 3, hits: pages[2]?.hits });
    }
    for (const { id } of many) site.withdraw(id);
    await engine.caughtUp();
    expect(await pageOf(1, "dato")).toMatchObject({ total: 0, page: 1, hits: [] });
  });

  cases("lifts what the sentence speaks of, and loses nothing", async () => {
    const lifts = { tema: ["musik"], fakta: ["dropin"], omraade: ["midtbyen"] };
    expect(await ids({ lifts, sort: "relevans" })).toEqual([
      "weekend",
      "series",
      "evening",
      "running",
      "online",
      "far",
    ]);
  });

  cases("knows a change of an activity, and forgets one that is withdrawn", async () => {
    site.publish({ id: "new", title: "Ukulele", themes: ["musik"], ...VIBY, when: [[SAT, "10:00", 60]] });
    await engine.caughtUp();
    expect(await ids({ q: "ukulele" })).toEqual(["new"]);
    site.publish({ id: "new", title: "Banjo", themes: ["musik"], ...VIBY, when: [[SAT, "10:00", 60]] });
    await engine.caughtUp();
    expect([await ids({ q: "ukulele" }), await ids({ q: "banjo" })]).toEqual([[], ["new"]]);
    site.withdraw("new");
    await engine.caughtUp();
    expect(await ids({ q: "banjo" })).toEqual([]);
  });

  cases.each([
    ["svømning", ["online"]],
    ["svomning", ["online"]],
    ["svømnign", ["online"]],
    ["svømmer", ["online"]],
    ["senior", ["online"]],
    ["strikke cafe", ["running"]],
    ["strikkecafé", ["running"]],
    ['"), drop (', []],
  ])("finds %s as people write it", async (q, found) => {
    expect(await ids({ q })).toEqual(found);
  });
});

/** Of the counts those that the other one has too. */
function only(counts: Record<string, number> | undefined, others: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts ?? {}).filter(([name]) => name in others));
}

async function openMeiliEngine(site: Site): Promise<Engine> {
  const server = await openMeili();
  const places = site.db.$client
    .prepare<[], { value: string }>("SELECT slug AS value FROM areas UNION ALL SELECT code FROM postcodes")
    .all();
  const service = openMeiliService({
    url: server.url,
    adminKey: server.adminKey,
    indexName: server.indexName,
    dbFile: site.dbFile,
    log: quiet,
    now: () => NOW,
    areas: () => places.map(({ value }) => value),
    longestMs: 20_000,
  });
  await service.ready(60_000);
  return {
    async search(query, now) {
      const result = await service.search(query, now);
      if (!result) throw new Error("Meilisearch did not answer");
      return result;
    },
    caughtUp: () => service.caughtUp(60_000),
    async close() {
      await service.close();
      await server.remove();
    },
  };
}

/**
 * `far` is offered beyond half a year, and nobody stated its price; `series` is on Tuesday forenoons and Wednesday
 * evenings.
 */
const BOARD: Planted[] = [
  {
    id: "running",
    title: "Strikkecafé",
    ...VIBY,
    area: "viby",
    postcode: "8260",
    themes: ["haandarbejde"],
    priceOre: 0,
    when: [[TUE, "09:00", 120]],
  },
  {
    id: "series",
    title: "Fællesspisning",
    lat: 56.1263,
    lng: 10.163,
    area: "viby",
    postcode: "8260",
    themes: ["mad"],
    priceOre: 5_000,
    pricePer: "gang",
    facts: ["dropin", "trinfri"],
    ageMin: 18,
    when: [
      [TUE, "07:00", 60],
      [WED, "18:00", 120],
      [NEXT_TUE, "10:00", 120],
      ["2026-12-08", "10:00", 120, "cancelled"],
    ],
  },
  {
    id: "evening",
    title: "Kor",
    lat: 56.2,
    lng: 10.2,
    area: "skejby-christiansbjerg",
    postcode: "8200",
    themes: ["musik"],
    priceOre: 10_000,
    pricePer: "gang",
    ageMax: 60,
    when: [[WED, "19:00", 120]],
  },
  {
    id: "weekend",
    title: "Gåtur",
    lat: 56.156,
    lng: 10.21,
    area: "midtbyen",
    postcode: "8000",
    themes: ["natur"],
    priceOre: 7_500,
    pricePer: "gang",
    facts: ["dropin"],
    when: [[SAT, "11:00", 60]],
  },
  {
    id: "online",
    title: "Seniorsvømning",
    lat: null,
    lng: null,
    area: null,
    postcode: null,
    themes: ["motion"],
    facts: ["online"],
    priceOre: 0,
    ageMin: 60,
    when: [[TUE, "13:00", 60]],
  },
  {
    id: "far",
    title: "Årsmøde",
    lat: 56.3,
    lng: 10.3,
    area: "tilst",
    postcode: "8381",
    themes: ["frivillig"],
    priceOre: null,
    when: [["2027-11-24", "08:30", 60]],
  },
  { id: "ended", title: "Hemmelig", ...VIBY, themes: ["spil"], when: [[TUE, "08:00", 60]] },
  { id: "draft", title: "Hemmelig", ...VIBY, themes: ["spil"], state: "draft", when: [[SAT, "08:00", 60]] },
  { id: "calledoff", title: "Hemmelig", ...VIBY, themes: ["spil"], when: [[SAT, "08:00", 60, "cancelled"]] },
];
