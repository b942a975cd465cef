import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { occurrences } from "../../db/schema.ts";
import { importLines } from "../../src/exchange/import.ts";
import { pause } from "../../src/activities/publishing.ts";
import { rollOccurrences } from "../../src/jobs/roll-occurrences.ts";
import { contactOf, DAY, HOUR, noted, NOW, onlyActivity, openTown, wholeLine } from "../world.ts";

const FIRST = Date.parse("2026-11-24T09:00:00Z");
let db: OpenDb;
beforeEach(() => {
  db = openTown();
});

const load = (changes: Record<string, unknown> = {}) => importLines(db, [JSON.stringify(wholeLine(changes))], NOW);
const starts = () =>
  db
    .select()
    .from(occurrences)
    .orderBy(occurrences.start)
    .all()
    .map(({ start }) => start);

describe("Rolling dates forward", () => {
  it("takes away what has ended, adds what comes, and notes it for the search", async () => {
    load();
    await rollOccurrences(db, NOW);
    const before = noted(db).length;
    expect(await rollOccurrences(db, FIRST + 2 * HOUR)).toBe(1);
    expect(starts()[0]).toBe(FIRST + 7 * DAY);
    expect(noted(db)).toHaveLength(before + 1);
    expect(starts().at(-1)).toBeGreaterThan(NOW + 25 * 7 * DAY);
  });

  it("leaves alone what has nothing new, also one that goes on now", async () => {
    load();
    await rollOccurrences(db, NOW);
    const before = noted(db).length;
    expect([await rollOccurrences(db, FIRST + HOUR), await rollOccurrences(db, FIRST + HOUR)]).toEqual([0, 0]);
    expect(noted(db)).toHaveLength(before);
  });

  it("adds a date that comes within 26 weeks on a new day", async () => {
    load({
      schedule: [
        { date: "2026-12-01", start: "10:00", end: "12:00" },
        { date: "2027-06-15", start: "10:00", end: "12:00" },
      ],
    });
    expect(starts()).toHaveLength(1);
    expect(await rollOccurrences(db, Date.parse("2026-12-20T09:00:00Z"))).toBe(1);
    expect(starts()).toEqual([Date.parse("2027-06-15T08:00:00Z")]);
  });

  it("keeps the next date however far away it is", () => {
    load({ schedule: [{ date: "2028-06-15", start: "10:00", end: "12:00" }] });
    expect(starts()).toEqual([Date.parse("2028-06-15T08:00:00Z")]);
  });

  it("gives no dates to what holds a pause", async () => {
    load();
    pause(db, contactOf(db, onlyActivity(db).organisationId), onlyActivity(db).id, NOW);
    await rollOccurrences(db, NOW + DAY);
    expect(starts()).toEqual([]);
  });

  it("keeps a called-off date as called off", async () => {
    load({
      schedule: [{ weekday: "tir", start: "10:00", end: "12:00", from: "2026-09-01", cancelled: ["2026-12-08"] }],
    });
    await rollOccurrences(db, FIRST + 2 * HOUR);
    expect(
      db
        .select()
        .from(occurrences)
        .where(eq(occurrences.cancelled, true))
        .all()
        .map(({ start }) => start),
    ).toEqual([FIRST + 14 * DAY]);
  });
});
