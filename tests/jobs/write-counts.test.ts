import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { searchCounts } from "../../db/schema.ts";
import { countsOf } from "../../src/upkeep/counts.ts";
import { addCounted, type Counted, nothingCounted, writeCounts } from "../../src/jobs/write-counts.ts";
import { addActivity, openSettledTown } from "../world.ts";

const WORDS = 1_200;
let db: OpenDb;
beforeEach(() => {
  ({ db } = openSettledTown());
});

function countedOf(words: number, opened: number): Counted {
  const counted = nothingCounted();
  for (let n = 0; n < words; n++) counted.searches.counts.set(JSON.stringify([0, "word", `ord${n}`]), 2);
  counted.seen.set("a 2026-11 opened", opened);
  return counted;
}

describe("What the pages counted", () => {
  it("is written in more than one transaction, each number once", async () => {
    addActivity(db, { id: "a" });
    const waiting = countedOf(WORDS, 5);
    addCounted(waiting, countedOf(WORDS, 2));
    await writeCounts(db, waiting);
    await writeCounts(db, waiting);
    const rows = db.select().from(searchCounts).all();
    expect(rows).toHaveLength(WORDS);
    expect(new Set(rows.map(({ count }) => count))).toEqual(new Set([4]));
    expect(countsOf(db, "a", ["2026-11"]).get("2026-11")?.opened).toBe(7);
  });

  it("waits on when it could not be written", async () => {
    const waiting = countedOf(3, 1);
    db.$client.exec("CREATE TRIGGER full BEFORE INSERT ON search_counts BEGIN SELECT raise(FAIL, 'full'); END");
    await expect(writeCounts(db, waiting)).rejects.toThrow("full");
    expect(waiting).toEqual(countedOf(3, 1));
    db.$client.exec("DROP TRIGGER full");
    await writeCounts(db, waiting);
    expect(db.select().from(searchCounts).all()).toHaveLength(3);
  });
});
