import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type OpenDb, openDb } from "../../db/client.ts";
import { readQuery } from "../../search/query.ts";
import { countSearch, newTally, searchStatistics, takeTally, writeTally } from "../../src/activities/search-stats.ts";
import { PLACES } from "../search/places.ts";

const NOW = Date.parse("2026-11-24T09:00:00Z");
let db: OpenDb;

beforeEach(() => {
  db = openDb(":memory:", join(import.meta.dirname, "../.."));
});

function search(q: string, times: number, total = 0): void {
  const tally = newTally();
  const read = readQuery(new URLSearchParams({ q }), PLACES, NOW);
  for (let n = 0; n < times; n++) countSearch(tally, read, total, NOW);
  writeTally(db, tally);
}

describe("What was sought", () => {
  it("is shown from the fifth search on, and never before", () => {
    search("harpe", 4, 3);
    expect(searchStatistics(db, 0).words).toEqual([]);
    search("harpe", 1, 3);
    expect(searchStatistics(db, 0).words).toEqual([{ key: "harpe", count: 5 }]);
  });

  it("tells an editor what was sought and not found, by area and time", () => {
    search("harpe i Viby lørdag", 6);
    expect(searchStatistics(db, 0).gaps).toEqual([{ area: "viby", theme: "", time: "weekend", count: 6 }]);
  });

  it("keeps no sentence, no phone number and no mail address", () => {
    search("ring til 20304050 eller lis42@eksempel.dk", 9);
    const stored = JSON.stringify(db.$client.prepare("SELECT * FROM search_counts").all());
    expect(stored).not.toMatch(/2030|lis42|ring til/);
  });

  it("is counted once, whoever takes it", () => {
    const tally = newTally();
    countSearch(tally, readQuery(new URLSearchParams({ q: "kor" }), PLACES, NOW), 7, NOW);
    writeTally(db, takeTally(tally));
    writeTally(db, takeTally(tally));
    expect(db.$client.prepare("SELECT SUM(count) AS n FROM search_counts WHERE kind = 'word'").get()).toEqual({ n: 1 });
  });
});
