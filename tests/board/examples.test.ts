import { describe, expect, it } from "vitest";
import type { SearchEngine, SearchResult } from "../../search/engine.ts";
import { chosenExamples, exampleSearches } from "../../src/board/examples.ts";
import { board } from "../../src/texts/board.ts";
import { NOW, openTown } from "../world.ts";

const db = openTown();
let asked = 0;

/** An engine that finds so many by words, and as many that fit wholly. */
function finding(totals: Record<string, [literal: number, fitting: number]>): Pick<SearchEngine, "search"> {
  return {
    search: async ({ q }) => {
      asked++;
      const [literal, fitting] = totals[q] ?? [0, 0];
      return { literal, fitting } as SearchResult;
    },
  };
}

describe("Searches that one may try", () => {
  it("are three that enough activities meet wholly, by their own words", async () => {
    const search = finding({ kor: [9, 9], strik: [9, 2], yoga: [4, 4], maling: [2, 9], banko: [3, 3], quiz: [8, 8] });
    const chosen = await chosenExamples(["kor", "strik", "yoga", "maling", "banko", "quiz"], db, search, NOW);
    expect(chosen).toHaveLength(3);
    expect(["kor", "yoga", "banko", "quiz"]).toEqual(expect.arrayContaining(chosen));
  });

  it("are others another day, and fewer where the board has less", async () => {
    const all = ["kor", "strik", "yoga", "maling"];
    const search = finding(Object.fromEntries(all.map((words) => [words, [5, 5]])));
    const days = [0, 1, 2, 3].map((day) => chosenExamples(all, db, search, NOW + day * 86_400_000));
    expect(new Set((await Promise.all(days)).map(String)).size).toBe(4);
    expect(await chosenExamples(all, db, finding({ kor: [5, 5] }), NOW)).toEqual(["kor"]);
  });

  it("are chosen once in five minutes, and are none where the search fails", async () => {
    const broken = { search: () => Promise.reject(new Error("away")) };
    expect(await exampleSearches(db, broken, NOW)).toEqual([]);
    const search = finding(Object.fromEntries(board.examples.map((words) => [words, [5, 5]])));
    await exampleSearches(db, search, NOW + 60_000);
    expect(asked).toBeGreaterThan(0);
    const before = asked;
    expect(await exampleSearches(db, search, NOW + 120_000)).toEqual([]);
    expect(asked).toBe(before);
  });
});
