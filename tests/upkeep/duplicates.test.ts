import { describe, expect, it } from "vitest";
import { arrivals, occurrences, questions, slugRedirects } from "../../db/schema.ts";
import { sayComing } from "../../src/upkeep/coming.ts";
import { countsOf, openTally, writeSeen } from "../../src/upkeep/counts.ts";
import { merge, redirectOf } from "../../src/upkeep/duplicates.ts";
import { perhapsTwins } from "../../src/upkeep/perhaps-twins.ts";
import { ask } from "../../src/upkeep/questions.ts";
import { undo } from "../../src/activities/undoing.ts";
import { historyOf } from "../../src/activities/history.ts";
import { activityOf, addActivity, NEXT_TUESDAY, noted, NOW, openSettledTown, refusalOf } from "../world.ts";

describe("An editor who finds two of the same", () => {
  it("keeps one: the other's address leads there, and all that belongs to it moves", async () => {
    const { db, box, lis, ellen } = openSettledTown();
    addActivity(db, { id: "a", title: "Strikkecafé i Viby" });
    addActivity(db, { id: "b", title: "Strikkecafé", arrivalsWelcome: true });
    addActivity(db, { id: "far", title: "Strikkecafé", lat: 56.2 });
    expect((await perhapsTwins(db, ellen)).map((pair) => pair.map(({ id }) => id).sort())).toEqual([["a", "b"]]);
    expect(await perhapsTwins(db, lis)).toEqual([]);
    ask(db, box, "b", "Hvad koster det?", NOW);
    sayComing(db, box, "b", { name: "Bo", start: NEXT_TUESDAY, alone: false }, NOW);
    const tally = openTally();
    tally.add("opened", ["a", "b"], NOW);
    writeSeen(db, tally.take());
    expect(refusalOf(() => merge(db, lis, "a", "b", NOW))).toBe("notYours");
    expect(refusalOf(() => merge(db, ellen, "a", "a", NOW))).toBe("chooseTwo");
    merge(db, ellen, "a", "b", NOW);
    expect(redirectOf(db, "b")).toBe("a");
    expect(activityOf(db, "b").state).toBe("withdrawn");
    expect(
      db
        .select()
        .from(occurrences)
        .all()
        .some(({ activityId }) => activityId === "b"),
    ).toBe(false);
    expect(db.select().from(questions).get()?.activityId).toBe("a");
    expect(db.select().from(arrivals).get()?.activityId).toBe("a");
    expect(countsOf(db, "a", ["2026-11"]).get("2026-11")?.opened).toBe(2);
    merge(db, ellen, "far", "a", NOW);
    expect([redirectOf(db, "a"), redirectOf(db, "b")]).toEqual(["far", "far"]);
    undo(db, lis, "b", historyOf(db, lis, "b")[0]!.id, NOW);
    expect(redirectOf(db, "b")).toBeNull();
    expect(db.select().from(slugRedirects).all()).toHaveLength(1);
  });

  it("has the search told of both", () => {
    const { db, ellen } = openSettledTown();
    addActivity(db, { id: "a" });
    addActivity(db, { id: "b" });
    merge(db, ellen, "a", "b", NOW);
    expect(noted(db).sort()).toEqual(["a", "b"]);
  });
});
