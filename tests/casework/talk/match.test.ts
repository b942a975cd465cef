import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "../../../search/embedded/engine.ts";
import { match } from "../../../src/casework/talk/match.ts";
import { type Candidate, verdictsOf } from "../../../src/casework/talk/meets.ts";
import { EMPTY, type Sheet } from "../../../src/casework/talk/sheet.ts";
import { wishesOf } from "../../../src/casework/talk/wishes.ts";
import { vocabularyOf } from "../../../src/places/vocabulary.ts";
import { instantOf, localClock } from "../../../src/shared/time.ts";
import { ROOT } from "../../harness/root.ts";
import { openSite, type Planted, type Site } from "../../search/site.ts";

const NOW = instantOf("2026-11-24", "09:30");
const VIBY = { name: "Viby", lat: 56.1262, lng: 10.1528 };
const quiet = { error: () => {}, warn: () => {}, info: () => {} } as never;

let site: Site;
let engine: Awaited<ReturnType<typeof openEmbedded>>;
beforeAll(async () => {
  site = openSite();
  site.publish(...board());
  engine = await openEmbedded({ dbFile: site.dbFile, root: ROOT, log: quiet, now: () => NOW });
  await engine.caughtUp();
}, 60_000);
afterAll(async () => {
  await engine.close();
  site.remove();
});

/** Every clock, bus, price and day against each other. */
function board(): Planted[] {
  const planted: Planted[] = [];
  for (const clock of ["10:00", "15:59", "16:00", "19:00"])
    for (const bus of ["4A, 16", "14A", null])
      for (const priceOre of [0, 2000, null])
        for (const date of ["2026-12-01", "2026-12-02"]) {
          const id = `a${planted.length}`;
          const about = planted.length % 2 ? { title: `Strik ${id}` } : { title: `Kortspil ${id}`, themes: ["spil"] };
          const description = "";
          const place = { lat: 56.1263 + (planted.length % 5) * 0.02, lng: 10.1528 };
          planted.push({ id, ...about, ...place, description, bus, priceOre, when: [[date, clock, 60]] });
        }
  return planted;
}

const found = async (said: Partial<Sheet>) => {
  const vocabulary = vocabularyOf(site.db);
  return match(site.db, engine, wishesOf({ ...EMPTY, ...said }, VIBY, vocabulary), vocabulary, NOW);
};
const meetAll = ({ hits }: Awaited<ReturnType<typeof found>>) =>
  hits.filter(({ verdicts }) => verdicts.every(({ met }) => met)).map(({ id }) => id);

describe("The match", () => {
  it("finds for *efter kl. 16, bus 4A, gratis* what a plain look through the database finds", async () => {
    const rows = site.db.$client
      .prepare(
        "SELECT a.id, a.bus, a.price_ore AS price, o.start FROM activities a JOIN occurrences o ON o.activity_id = a.id",
      )
      .all() as { id: string; bus: string | null; price: number | null; start: number }[];
    const plainly = rows.filter(
      ({ bus, price, start }) => price === 0 && /\b4A\b/.test(bus ?? "") && localClock(start) >= "16:00",
    );
    const matched = await found({ earliest: "16:00", lines: "4A", economy: "free" });
    expect(meetAll(matched).toSorted()).toEqual(plainly.map(({ id }) => id).toSorted());
    expect(matched.fitting).toBe(plainly.length);
    expect(plainly.length).toBeGreaterThan(1);
  });

  it("shows below what misses a wish, and says which", async () => {
    const { hits } = await found({ earliest: "16:00", lines: "4A", economy: "free" });
    const missed = hits.map(({ verdicts }) => verdicts.filter(({ met }) => !met).length);
    expect(missed).toEqual(missed.toSorted((a, b) => a - b));
    expect(missed.at(-1)).toBe(1);
    expect(hits.flatMap(({ verdicts }) => verdicts).map(({ said, met }) => `${said} ${met ? "✓" : "✗"}`)).toEqual(
      expect.arrayContaining(["efter kl. 16 ✓", "bus 4A ✓", "gratis ✓", "20 kr. ✗", "bus 14A ✗"]),
    );
  });

  it("takes one of the words as enough, and exact cells of the week", async () => {
    const words = await found({ likes: "strik, madlavning", lines: "4A" });
    expect(words.hits[0]?.title).toMatch(/^Strik/);
    expect(words.hits[0]?.verdicts[0]).toEqual({ key: "words", met: true, said: "strik" });
    const cells = await found({ times: ["tir-formiddag", "ons-aften"], economy: "free", lines: "4A" });
    expect(meetAll(cells)).toHaveLength(2);
  });

  it("is empty without a wish, and for words of danger", async () => {
    expect(await found({ limits: "Trapper" })).toEqual({ hits: [], fitting: 0 });
    expect(await found({ likes: "jeg vil dø" })).toEqual({ hits: [], fitting: 0 });
  });
});

describe("What an activity meets", () => {
  const candidate: Candidate = {
    places: ["viby", "8260"],
    area: "Viby",
    point: { lat: 56.13, lng: 10.15 },
    online: false,
    price: 2000,
    lines: ["4A"],
    facts: ["trinfri"],
    starts: [instantOf("2026-12-01", "10:00"), instantOf("2026-12-03", "17:00")],
  };
  const said = (sheet: Partial<Sheet>, changes: Partial<Candidate> = {}) =>
    verdictsOf(
      { ...candidate, ...changes },
      wishesOf({ ...EMPTY, ...sheet }, VIBY, { areas: [{ slug: "viby", name: "Viby" }], postcodes: [] }),
      new Set(["strik"]),
    ).map((verdict) => `${verdict.said} ${verdict.met ? "✓" : "✗"}`);

  it("is told in few words, met or not", () => {
    expect(said({ earliest: "16:00", lines: "4A, 16", economy: "free", needs: ["trinfri", "vaert"] })).toEqual([
      "efter kl. 16 ✓",
      "20 kr. ✗",
      "bus 4A ✓",
      "uden trapper ✓",
      "vi tager imod dig ✗",
    ]);
    expect(said({ likes: "strik, sang" })).toEqual(["strik ✓"]);
    expect(said({ likes: "sang, kor" })).toEqual(["sang, kor ✗"]);
  });

  it("needs one and the same time for the day and the clock", () => {
    expect(said({ times: ["tir-formiddag"], earliest: "09:00" })).toEqual(["dag og tid ✓"]);
    expect(said({ times: ["tir-formiddag"], earliest: "16:00" })).toEqual(["dag og tid ✗"]);
  });

  it("is near or not, and online is near everybody", () => {
    expect(said({ km: 1 })).toEqual(["450 m ✓"]);
    expect(said({ km: 1 }, { point: { lat: 56.2, lng: 10.15 } })).toEqual(["8,2 km ✗"]);
    expect(said({ km: 1 }, { point: null })).toEqual(["et andet sted ✗"]);
    expect(said({ km: 1 }, { point: null, online: true })).toEqual(["online ✓"]);
    expect(said({ areas: ["viby"] })).toEqual(["Viby ✓"]);
    expect(said({ areas: ["tilst"] })).toEqual(["Viby ✗"]);
    expect(said({ areas: ["tilst"] }, { online: true })).toEqual(["online ✓"]);
  });

  it("that nobody stated is not met", () => {
    expect(said({ economy: "at-most", most: 20, lines: "16" }, { price: null, lines: [] })).toEqual([
      "prisen er ikke skrevet ✗",
      "bus ikke oplyst ✗",
    ]);
    expect(said({ economy: "at-most", most: 20 })).toEqual(["20 kr. ✓"]);
  });
});

it("Of what meets as much the nearest stands first, for nearness decides who comes, and who goes on coming", async () => {
  const vocabulary = vocabularyOf(site.db);
  const wishes = wishesOf({ ...EMPTY, earliest: "16:00", economy: "free" }, VIBY, vocabulary);
  const { hits } = await match(site.db, engine, wishes, vocabulary, NOW, VIBY);
  const reaches = hits.filter(({ verdicts }) => verdicts.every(({ met }) => met)).map(({ reach }) => reach);
  expect(new Set(reaches).size).toBeGreaterThan(1);
  expect(reaches).toEqual(reaches.toSorted((a, b) => a - b));
});
