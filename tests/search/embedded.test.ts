import { describe, expect, it } from "vitest";
import type { SearchDocument } from "../../search/document.ts";
import { EmbeddedIndex } from "../../search/embedded/postings-index.ts";
import type { SearchQuery } from "../../search/engine.ts";
import { SYNONYM_GROUPS } from "../../search/synonyms.ts";
import { BENCH_NOW, CORPUS_NAMES, corpus } from "../bench/corpus.ts";
import { wishing } from "../../search/query.ts";

const HOUR = 3_600_000;
const ON_MONDAY = occurrence(0, 24);

describe("Words", () => {
  it.each([
    ["плавання", "Svømning"],
    ["swimming", "Svømning"],
    ["хор", "Sangkor"],
    ["sygemeldt", "Sygemeldte mødes"],
    ["ithjælp", "IT-hjælp"],
    ["repaircafe", "Repair Café"],
    ["SVØMNING!!", "Svømning"],
    ["svømnign", "Svømning"],
  ])("%s finds %s", (q, title) => {
    expect(found(["Svømning", "Sangkor", "Sygemeldte mødes", "IT-hjælp", "Repair Café"], { q })).toContain(title);
  });

  it("of a need find help, but help does not find the need", () => {
    expect(found(["Besøgsven", "Ensom ulv: film"], { q: "jeg er ensom" })).toEqual(
      expect.arrayContaining(["Besøgsven", "Ensom ulv: film"]),
    );
    expect(found(["Besøgsven", "Ensom ulv: film"], { q: "besøgsven" })).toEqual(["Besøgsven"]);
  });

  it("must all be met, and only when few are found some of them", () => {
    const titles = Array.from({ length: 25 }, (_, i) => `Kor for kvinder ${i}`);
    expect(found([...titles, "Kor for alle"], { q: "kor kvinder" })).not.toContain("Kor for alle");
    expect(found(["Kor for alle", "Kor for kvinder"], { q: "kvinder kor" })).toEqual([
      "Kor for kvinder",
      "Kor for alle",
    ]);
  });

  it("that stand in a title come before those in the text", () => {
    const index = indexOf([activity("a", "Aften i huset", { description: "Vi spiller skak." }), activity("b", "Skak")]);
    expect(index.search(wishing({ q: "skak" }), BENCH_NOW).hits.map((hit) => hit.id)).toEqual(["b", "a"]);
  });

  it.each([
    ["", 3],
    ["🎉", 3],
    ['"', 3],
    ["og i", 0],
    ["x".repeat(5_000), 0],
    [Array.from({ length: 500 }, () => "kor").join(" "), 1],
    ["s", 2],
    ["c++ 'or' 1=1 --", 0],
  ])("of any kind are answered: %s", (q, least) => {
    const index = indexOf(["Svømning", "Sangkor", "Yoga"].map((title, i) => activity(`id${i}`, title)));
    expect(index.search(wishing({ q, facets: true }), BENCH_NOW).total).toBeGreaterThanOrEqual(least);
  });

  it("are told for highlighting", () => {
    const index = indexOf([activity("a", "Seniorsvømning")]);
    expect(index.search(wishing({ q: "svømmer" }), BENCH_NOW).matched).toEqual(
      expect.arrayContaining(["svoemmer", "svoem"]),
    );
  });
});

describe("Order and pages", () => {
  it("lifts what fits a bare theme, fact or area, and loses nothing", () => {
    const index = indexOf([
      activity("a", "Kor"),
      activity("b", "Kor", { themes: ["musik"] }),
      activity("c", "Kor", { themes: ["musik"], areas: ["viby"] }),
    ]);
    const lifts = { tema: ["musik"], fakta: [], omraade: ["viby"] };
    expect(index.search(wishing({ q: "kor", lifts }), BENCH_NOW).hits.map((hit) => hit.id)).toEqual(["c", "b", "a"]);
  });

  it("gives every activity once over all pages, and beyond the last page the last", () => {
    const index = indexOf([...corpus(130)]);
    const pages = Array.from({ length: 8 }, (_, i) => index.search(wishing({ side: i + 1 }), BENCH_NOW));
    const total = pages[0]?.total as number;
    expect(new Set(pages.flatMap((page) => page.hits.map((hit) => hit.id))).size).toBe(total);
    expect(pages.at(-1)).toMatchObject({ page: Math.ceil(total / 20), hits: pages[Math.ceil(total / 20) - 1]?.hits });
  });

  it("puts the nearest first, and what is online last", () => {
    const index = indexOf([
      activity("far", "Kor", { lat: 56.2 }),
      activity("online", "Kor", { online: true, lat: null, lng: null }),
      activity("near", "Kor", { lat: 56.11 }),
    ]);
    const { hits } = index.search(wishing({ naer: { lat: 56.1, lng: 10.1 }, radius: 3, sort: "afstand" }), BENCH_NOW);
    expect(hits.map((hit) => [hit.id, hit.distance])).toEqual([
      ["near", 1112],
      ["online", null],
    ]);
  });
});

describe("Time", () => {
  it("never offers what is over, still offers what is going on, and may be asked again about an earlier minute", () => {
    const index = indexOf([activity("a", "Kor", { occurrences: [occurrence(0, 2), occurrence(7 * 24, 2)] })]);
    const nextAt = (hours: number) => index.search(wishing({}), BENCH_NOW + hours * HOUR).hits[0]?.next;
    expect([1, 2, 7 * 24 + 1, 1, 7 * 24 + 2].map(nextAt)).toEqual([
      BENCH_NOW,
      BENCH_NOW + 168 * HOUR,
      BENCH_NOW + 168 * HOUR,
      BENCH_NOW,
      undefined,
    ]);
  });
});

describe("Counts", () => {
  it("include online activities in every area that the site knows", () => {
    const index = indexOf([activity("a", "Kor", { online: true, lat: null, lng: null })]);
    index.setNames([{ kind: "area", label: "Viby", value: "viby" }]);
    expect(index.search(wishing({ facets: true }), BENCH_NOW).facets?.omraade).toEqual({ viby: 1 });
  });
});

describe("Pins", () => {
  it("put activities at one point together, and draw none for what is online", () => {
    const index = indexOf([
      activity("a", "Kor"),
      activity("b", "Kor"),
      activity("c", "Kor", { lat: 56.2 }),
      activity("d", "Kor", { online: true, lat: null, lng: null }),
    ]);
    const { pins, total } = index.pins(wishing({}), null, BENCH_NOW);
    expect(total).toBe(4);
    expect(pins).toEqual([
      { kind: "same", ids: ["a", "b"], nexts: [BENCH_NOW, BENCH_NOW], lat: 56.1, lng: 10.1, count: 2 },
      { kind: "one", id: "c", lat: 56.2, lng: 10.1, next: BENCH_NOW },
    ]);
  });

  it("gather in clusters that hold every hit, fewer the farther away one looks", () => {
    const index = indexOf([...corpus(500)].filter((document) => !document.online));
    const counts = [8, 11, 14, 20].map((zoom) => index.pins(wishing({}), zoom, BENCH_NOW).pins);
    const { total } = index.search(wishing({}), BENCH_NOW);
    for (const pins of counts)
      expect(pins.reduce((sum, pin) => sum + (pin.kind === "one" ? 1 : pin.count), 0)).toBe(total);
    expect(counts.map((pins) => pins.length)).toEqual(counts.map((pins) => pins.length).sort((a, b) => a - b));
  });
});

describe("Suggestions", () => {
  const index = indexOf([
    activity("a", "Svømning for alle"),
    activity("b", "Seniorsvømning"),
    activity("c", "Strikkecafé"),
  ]);
  index.setNames([
    ...CORPUS_NAMES,
    { kind: "area", label: "Trøjborg (Midtbyen)", value: "midtbyen" },
    { kind: "theme", label: "Musik og sang", value: "musik" },
  ]);

  it.each([
    ["svø", { kind: "activity", label: "Svømning for alle", value: "a" }],
    ["svømning", { kind: "activity", label: "Seniorsvømning", value: "b" }],
    ["trøj", { kind: "area", label: "Trøjborg (Midtbyen)", value: "midtbyen" }],
    ["sang", { kind: "theme", label: "Musik og sang", value: "musik" }],
    ["8260", { kind: "area", label: "8260 Viby", value: "8260" }],
    ["svomning", { kind: "word", label: "svømning", value: "svømning" }],
    ["strikkecaffe", { kind: "word", label: "strikkecafé", value: "strikkecafé" }],
    ["svømnign for alle", { kind: "word", label: "svømning for alle", value: "svømning for alle" }],
  ])("for %s", (typed, suggestion) => {
    expect(index.suggest(typed, BENCH_NOW, 8)).toContainEqual(suggestion);
  });

  it("are none for nothing, and correct nothing that is known", () => {
    expect(index.suggest("  ", BENCH_NOW, 8)).toEqual([]);
    expect(index.suggest("svømning", BENCH_NOW, 8).filter((each) => each.kind === "word")).toEqual([]);
  });
});

function found(titles: string[], wishes: Partial<SearchQuery>): string[] {
  const index = indexOf(titles.map((title, i) => activity(`id${i}`, title)));
  return index.search(wishing(wishes), BENCH_NOW).hits.map((hit) => titles[Number(hit.id.slice(2))] as string);
}

function indexOf(documents: SearchDocument[]): EmbeddedIndex {
  const index = new EmbeddedIndex();
  index.setSynonyms(SYNONYM_GROUPS);
  for (const document of documents) index.put(document);
  return index;
}

function activity(id: string, title: string, more: Partial<SearchDocument> = {}): SearchDocument {
  return {
    id,
    title,
    summary: "",
    description: "",
    names: [],
    areas: [],
    postcode: null,
    lat: 56.1,
    lng: 10.1,
    online: false,
    themes: [],
    facts: [],
    priceOre: 0,
    ageMin: null,
    ageMax: null,
    lines: [],
    publishedAt: 0,
    occurrences: [ON_MONDAY],
    ...more,
  };
}

function occurrence(hours: number, length: number) {
  const start = BENCH_NOW + hours * HOUR;
  return { start, end: start + length * HOUR, local: start / 60_000 + 60 };
}
