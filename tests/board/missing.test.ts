import fc from "fast-check";
import { expect, it, test } from "vitest";
import { demoTown } from "../../db/demo/town.ts";
import { toldPlaces, toldWords } from "../../search/telling-words.ts";
import { missingTexts as texts } from "../../src/texts/missing.ts";
import { openTownPage } from "../search/needs.ts";

const page = openTownPage();
const SLOW = 120_000;

/** What somebody reads above the hits; nothing when something fits. */
async function readAbove(q: string): Promise<string> {
  const { missing } = await page(new URLSearchParams({ q }));
  if (!missing) return "";
  const said = missing.offers.map(({ says }) => says);
  return [missing.says, ...(said.length > 0 ? [`${texts.here} ${said.join(` ${texts.and} `)}.`] : [])].join(" ");
}

test.each([
  ["kor på Trøjborg om aftenen", "Ingen kor på Trøjborg. Her er 2 i nærheden."],
  ["jeg bor på Trøjborg og søger et kor om aftenen", "Ingen kor på Trøjborg. Her er 2 i nærheden."],
  ["Kor aften Trøjborg", "Ingen kor på Trøjborg. Her er 2 i nærheden."],
  ["svømning under 50 kr", "Ingen svømning under 50 kr. Her er 3, hvis det må koste noget."],
])("Whoever writes »%s« reads what is missing, no wish that could be met, and what is nearest", async (q, read) => {
  expect(await readAbove(q)).toBe(read);
});

it("tells somebody for whom only the evening is missing how many there are at other times", async () => {
  expect(await readAbove("jobcafé i Viby om aftenen")).toMatch(/^Ingen jobcafé .*om aftenen\. Her er .*på andre tider/);
});

it("does not count what is online as near, and tells of it apart", async () => {
  expect(await readAbove("quiz i Hasle")).toBe(
    "Ingen quiz i Hasle. Her er 1 i nærheden og 1, man kan være med til hjemmefra.",
  );
});

it("never repeats what somebody goes through", async () => {
  expect(await readAbove("min mand er død i Sabro")).toMatch(/^Vi fandt ikke noget i Sabro, der passer helt\./);
  expect(await readAbove("enke i Sabro om natten")).not.toContain("enke");
});

it("says nothing where something fits, and nothing of a wish where the words alone are not met", async () => {
  expect(await Promise.all(["kor om aftenen", "strik i Viby", "kvantefysik i Viby"].map(readAbove))).toEqual([
    "",
    "",
    "",
  ]);
});

it(
  "never says that there is none where a title on the spot bears the word",
  async () => {
    const { cards } = await page(new URLSearchParams("omraade=viby"));
    const titles = demoTown("2026-11-26").activities.map(({ title }) => title.toLowerCase());
    const words = [...new Set(titles.flatMap((title) => title.match(/\p{L}{3,}/gu) ?? []))];
    expect([cards.length > 0, words.length > 200]).toEqual([true, true]);
    let said = 0;
    for (const q of words) {
      const found = await page(new URLSearchParams({ q, omraade: "viby" }));
      if (!found.missing) continue;
      said += 1;
      const there = found.cards.filter(({ title, placeName }) => placeName && title.toLowerCase().includes(q));
      expect([q, there.map(({ title }) => title)]).toEqual([q, []]);
    }
    expect(said).toBeGreaterThan(100);
  },
  SLOW,
);

it.each([
  ["par", ["par"]],
  ["kor for par", ["par"]],
  ["fodblod", ["fodblod"]],
  ["kor for singler", []],
  ["svømning", []],
  ["min mand er død", []],
])("whoever writes »%s« is told which words no title bears", async (q, told) => {
  const { result, read } = await page(new URLSearchParams({ q }));
  expect(toldWords(read.query.q, result.unmet)).toEqual(told);
});

it("whoever names a place that is not ours is told that nothing is there", async () => {
  const { result, read } = await page(new URLSearchParams({ q: "kor i Odense" }));
  expect(toldPlaces(read.query.q, result.unmet)).toEqual(["Odense"]);
});

it("counts at the filters what fits wholly, where that alone is shown", async () => {
  const { result } = await page(new URLSearchParams("q=yoga&passer=helt"));
  const counts = Object.entries(result.facets?.omraade ?? {});
  expect(counts.length).toBeGreaterThan(3);
  for (const [area, count] of counts)
    expect([
      area,
      (await page(new URLSearchParams({ q: "yoga", passer: "helt", omraade: area }))).result.total,
    ]).toEqual([area, count]);
});

const anySearch = fc
  .tuple(
    fc.constantFrom(
      "kor",
      "yoga",
      "skak",
      "svømning",
      "fodblod",
      "bingo",
      "it hjælp",
      "noget for ældre",
      "quiz",
      "strik",
      "",
    ),
    fc.constantFrom("", "i Viby", "på Trøjborg", "i Sabro", "i Malling", "ved Dokk1", "8240", "Lisbjerg"),
    fc.constantFrom("", "om aftenen", "lørdag", "i morgen", "efter kl. 17", "søndag formiddag"),
    fc.constantFrom("", "gratis", "under 50 kr", "kørestol", "4A", "jeg er 30 år"),
  )
  .map((parts) => parts.filter(Boolean).join(" "));

it(
  "shows as many as it says, whichever of its links one follows",
  async () => {
    let followed = 0;
    await fc.assert(
      fc.asyncProperty(anySearch, async (q) => {
        const { missing, result, out } = await page(new URLSearchParams({ q }));
        expect(missing === null || result.fitting === 0).toBe(true);
        for (const way of missing ? (out?.ways ?? []) : [])
          expect([way.label, (await page(way.params)).result.total]).toEqual([way.label, way.total]);
        for (const { says, params, total } of missing?.offers ?? []) {
          const { result: shown, missing: still } = await page(params);
          expect([says, shown.total, shown.literal, still]).toEqual([says, total, total, null]);
          expect(says).toMatch(new RegExp(`^${total}\\b`));
          followed += 1;
        }
      }),
      { numRuns: 100 },
    );
    expect(followed).toBeGreaterThan(30);
  },
  SLOW,
);
