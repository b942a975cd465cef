import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrivals } from "../../db/schema.ts";
import { cancelDate } from "../../src/activities/date-deeds.ts";
import { pause } from "../../src/activities/publishing.ts";
import { arrange } from "../../src/upkeep/arranging.ts";
import { arrivalsFor, forgetArrivals } from "../../src/upkeep/arrivals.ts";
import { readFirstName, ownArrival, sayComing, takeBack } from "../../src/upkeep/coming.ts";
import { addActivity, NEXT_TUESDAY, NOW, openSettledTown, refusalOf, waitingLetters } from "../world.ts";

describe("Sig, at du kommer", () => {
  const karen = { name: "karen holm", start: NEXT_TUESDAY, alone: true };

  it("tells the tovholder a first name and a day, and nothing else", async () => {
    const { db, box, lis } = openSettledTown();
    addActivity(db, { id: "a", arrivalsWelcome: true });
    const token = sayComing(db, box, "a", karen, NOW);
    const [letter] = waitingLetters(db, box);
    expect(letter?.to).toBe("lis@eksempel.dk");
    expect(letter?.text).toContain("Karen kommer tirsdag den 1. december kl. 10–12");
    expect(letter?.text).not.toMatch(/holm/i);
    expect(db.select().from(arrivals).get()?.sealed.includes("Karen")).toBe(false);
    expect(ownArrival(db, box.keys, token, NOW)).toMatchObject({
      name: "Karen",
      host: "Lis",
      alone: true,
      isOff: false,
    });
    expect(arrivalsFor(db, box.keys, lis, "a", NOW)).toMatchObject([{ name: "Karen" }]);
  });

  it("is not possible where the host has not agreed, on other days, or when it holds a pause", () => {
    const { db, box, lis } = openSettledTown();
    addActivity(db, { id: "a" });
    expect(refusalOf(() => sayComing(db, box, "a", karen, NOW))).toBe("notAgreed");
    arrange(db, lis, "a", { full: false, fullNote: null, arrivalsWelcome: true, volunteerTasks: null }, NOW);
    expect(refusalOf(() => sayComing(db, box, "a", { ...karen, start: NEXT_TUESDAY + 1 }, NOW))).toBe(
      "gang: chooseDate",
    );
    cancelDate(db, lis, "a", NEXT_TUESDAY, NOW);
    expect(refusalOf(() => sayComing(db, box, "a", karen, NOW))).toBe("gang: chooseDate");
    pause(db, lis, "a", NOW);
    expect(refusalOf(() => sayComing(db, box, "a", karen, NOW))).toBe("notAgreed");
  });

  it("is gone after the day, and when it is taken back", async () => {
    const { db, box } = openSettledTown();
    addActivity(db, { id: "a", arrivalsWelcome: true });
    const token = sayComing(db, box, "a", karen, NOW);
    const other = sayComing(db, box, "a", { ...karen, name: "Bent" }, NOW);
    takeBack(db, box, token, NOW);
    takeBack(db, box, token, NOW);
    expect(ownArrival(db, box.keys, token, NOW)).toBeNull();
    expect(waitingLetters(db, box).filter(({ kind }) => kind === "arrival-taken-back")).toHaveLength(1);
    const over = NEXT_TUESDAY + 2 * 60 * 60_000;
    expect(ownArrival(db, box.keys, other, over)).toBeNull();
    expect(forgetArrivals(db, over - 1)).toBe(0);
    expect(forgetArrivals(db, over)).toBe(1);
    expect(db.select().from(arrivals).all()).toEqual([]);
  });

  it("says on the citizen's page when the day was called off since", async () => {
    const { db, box, lis } = openSettledTown();
    addActivity(db, { id: "a", arrivalsWelcome: true });
    const token = sayComing(db, box, "a", karen, NOW);
    cancelDate(db, lis, "a", NEXT_TUESDAY, NOW);
    expect(ownArrival(db, box.keys, token, NOW)?.isOff).toBe(true);
  });

  it("keeps the first word of a name and nothing that is no name", () => {
    expect(readFirstName("  anne-marie Holm ")).toBe("Anne-marie");
    expect(readFirstName("Åse")).toBe("Åse");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (typed) => {
        const first = readFirstName(typed);
        if (first !== null) expect(first).toMatch(/^\p{L}[\p{L}'’-]{0,30}$/u);
      }),
    );
    for (const typed of ["", "12345678", "a@b.dk", "Karen2", "<b>"]) expect(readFirstName(typed)).toBeNull();
  });
});
