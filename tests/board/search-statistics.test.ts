import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type OpenDb, openDb } from "../../db/client.ts";
import { readQuery } from "../../search/query.ts";
import { countSearch, newTally, searchStatistics, takeTally, writeTally } from "../../src/board/search-statistics.ts";
import {
  countWords,
  forgetYesterday,
  knownWords,
  openSoughtWords,
  type SoughtWords,
} from "../../src/board/sought-words.ts";
import { PLACES } from "../search/places.ts";
import { DAY, NOW } from "../world.ts";

let db: OpenDb;
let words: SoughtWords;

beforeEach(() => {
  db = openDb(":memory:", join(import.meta.dirname, "../.."));
  words = openSoughtWords([], NOW);
});

/** These people, each at an address of their own, search for the same. */
function search(q: string, people: readonly string[], { total = 3, now = NOW } = {}): void {
  const tally = newTally();
  for (const person of people)
    countSearch(tally, words, readQuery(new URLSearchParams({ q }), PLACES, now), total, person, now);
  writeTally(db, tally);
}

const people = (count: number, first = 0) => Array.from({ length: count }, (_, n) => `person ${first + n}`);
const shown = () => searchStatistics(db, 0).words;
const stored = () => JSON.stringify(db.$client.prepare("SELECT * FROM search_counts").all());

describe("Words of danger", () => {
  it("leave no trace, however many write them", () => {
    search("jeg vil ikke leve mere", people(9));
    search("jeg vil ikke leve mere", people(9), { total: 0 });
    const rows = ["search_counts", "search_gaps"].map((table) => db.$client.prepare(`SELECT * FROM ${table}`).all());
    expect(rows).toEqual([[], []]);
  });
});

describe("A word that people seek", () => {
  it("is kept from the fifth person of a day on, and then counts all five", () => {
    search("harpe", people(4));
    expect([shown(), stored().includes("harpe")]).toEqual([[], false]);
    search("harpe", people(1, 4));
    expect(shown()).toEqual([{ key: "harpe", count: 5 }]);
  });

  it("is not kept because one person seeks it again and again, the whole day", () => {
    search(
      "kræftramt",
      Array.from({ length: 50 }, () => "inge"),
    );
    search("kræftramt", ["inge"], { now: NOW + 5 * 3_600_000 });
    search("kræftramt", people(3));
    expect(stored()).not.toContain("kraeft");
  });

  it("is forgotten with its day when fewer than five sought it, also when nobody searches any more", () => {
    search("karen", people(4));
    expect(JSON.stringify([...words.waiting])).toContain("karen");
    forgetYesterday(words, NOW + DAY);
    expect([words.waiting.size, words.seen.size]).toEqual([0, 0]);
    search("karen", people(4, 4), { now: NOW + DAY });
    expect(stored()).not.toContain("karen");
  });

  it("counts once a day and person when five have sought it before, also after a restart", () => {
    search("harpe", people(5));
    words = openSoughtWords(knownWords(db), NOW + DAY);
    search("harpe", ["inge", "inge", "per"], { now: NOW + DAY });
    expect(shown()).toEqual([{ key: "harpe", count: 7 }]);
  });

  it("of a long sentence is never kept with its neighbours", () => {
    search("min mand Karl Åge er lige død af kræft", people(4));
    search("kræft", people(1, 4));
    expect(shown().map(({ key }) => key)).toEqual(["kraeft"]);
    expect(JSON.stringify(words.seen.values().next().value)).not.toContain("person");
  });

  it("is no phone number and no mail address, however many seek it", () => {
    search("ring til 20304050 eller lis42@eksempel.dk", people(9));
    expect(stored()).not.toMatch(/2030|lis42|ring til/);
  });

  it("does not take more memory than a busy day needs", () => {
    for (let n = 0; n < 60_000; n++) countWords(words, [`word${n}`], `${n % 100}`, NOW);
    expect(words.seen.size).toBeLessThanOrEqual(50_000);
    expect(words.waiting.size).toBeLessThanOrEqual(50_000);
  });
});

describe("What was sought", () => {
  it("tells an editor what was sought and not found, by area and time", () => {
    search("harpe i Viby lørdag", people(6), { total: 0 });
    expect(searchStatistics(db, 0).gaps).toEqual([{ area: "viby", theme: "", time: "weekend", count: 6 }]);
  });

  it("is counted once, whoever takes it", () => {
    const tally = newTally();
    countSearch(tally, words, readQuery(new URLSearchParams({ q: "kor" }), PLACES, NOW), 7, "inge", NOW);
    writeTally(db, takeTally(tally));
    writeTally(db, takeTally(tally));
    expect(db.$client.prepare("SELECT SUM(count) AS n FROM search_counts WHERE kind = 'search'").get()).toEqual({
      n: 1,
    });
  });
});
