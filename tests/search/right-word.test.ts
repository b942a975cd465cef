import { describe, expect, it, test } from "vitest";
import { compoundParts, relatedWords } from "../../search/analysis.ts";
import { isCompoundFrom, isCompoundWith } from "../../search/embedded/compounds.ts";
import { openMeaningTable } from "../../search/meaning/table.ts";
import { openTown } from "./needs.ts";

const ask = openTown();
const titlesOf = async (q: string, most = 8) => (await ask(q)).cards.slice(0, most).map(({ title }) => title);

describe("A part of a word is found where it is a word of the compound", () => {
  const table = openMeaningTable();
  const lexicon = {
    isWord: (word: string) => table.has(word),
    alike: (word: string, other: string) => table.nearness(word, other),
  };

  test.each([
    ["seniorsvoemning", "svoemning"],
    ["morgensang", "sang"],
    ["hoejtlaesning", "laesning"],
    ["braetspilsaften", "spil"],
    ["braetspilsaften", "aften"],
    ["traevaerkstedet", "vaerksted"],
    ["gaafodbold", "bold"],
    ["surdejsbagning", "bagning"],
  ])("whoever seeks the end of %s finds it: %s", (word, part) => {
    expect(isCompoundWith(lexicon, word, part)).toBe(true);
  });

  test.each([
    ["foraeldre", "aeldre"],
    ["oldeforaeldre", "aeldre"],
    ["bedsteforaeldrene", "aeldre"],
    ["kvinder", "inde"],
    ["eftermiddag", "middag"],
    ["bestille", "stille"],
    ["praktikforloeb", "loeb"],
    ["digitale", "tale"],
    ["tilbage", "bage"],
  ])("nobody who seeks something else finds %s by %s", (word, part) => {
    expect(isCompoundWith(lexicon, word, part)).toBe(false);
  });

  test.each([
    ["braetspilsaften", "braetspil", true],
    ["fodboldhold", "fodbold", true],
    ["kunstig", "kunst", false],
    ["dansk", "dans", false],
  ])("%s begins with the word %s: %s", (word, first, begins) => {
    expect(isCompoundFrom(lexicon, word, first)).toBe(begins);
  });

  test("and a text is not noted under a word that it only ends with", () => {
    expect(["forloeb", "eftermiddag", "litteratur", "opgaven"].flatMap(compoundParts)).toEqual([]);
    expect(relatedWords("oldeforaeldre")).not.toContain("aeldre");
    expect(compoundParts("kvindekor")).toEqual(["kvinde", "kor"]);
  });
});

describe("People in the demo town", () => {
  it("who seek something for the old find no course on their forefathers", async () => {
    const titles = await titlesOf("noget for ældre");
    expect(titles[0]).toMatch(/senior/i);
    expect(titles.join()).not.toContain("oldeforældre");
  });

  it("who say bingo find banko first", async () => {
    expect((await titlesOf("bingo", 5)).every((title) => title.startsWith("Banko"))).toBe(true);
    expect((await ask("bingo")).result.literal).toBeGreaterThan(0);
  });

  it("who are alone find what is open to all before what is for fathers, and a lonely father finds his first", async () => {
    const alone = await titlesOf("jeg er alene");
    expect(alone.slice(0, 4).every((title) => title.startsWith("Brunch for dig, der bor alene"))).toBe(true);
    expect((await titlesOf("far alene"))[0]).toMatch(/^Fædre/);
  });

  it("find swimming for everybody before swimming for women, unless they ask for that", async () => {
    const titles = await titlesOf("svømning", 3);
    expect(titles.indexOf("Kvindesvømning bag lukkede døre")).toBe(2);
    expect((await titlesOf("svømning kvinder"))[0]).toMatch(/^Kvindesvømning/);
  });

  it("who sing are not driven about: kor is no kør", async () => {
    expect((await titlesOf("kor", 5)).every((title) => /kor/i.test(title))).toBe(true);
    expect((await ask("kor om aftenen")).result.fitting).toBe(7);
  });

  it.each(["Trøjborg", "noget på Trøjborg", "trojborg"])(
    "who write »%s« find what bears that name first",
    async (q) => {
      const { cards } = await ask(q);
      const isThere = cards.map(({ placeName, organisation }) =>
        `${placeName} ${organisation.name}`.includes("Trøjborg"),
      );
      expect(isThere.slice(0, 5)).not.toContain(false);
    },
  );
});
