import { describe, expect, it } from "vitest";
import { organisations } from "../../db/schema.ts";
import { cancelDate, noteDay, restoreDate } from "../../src/activities/date-deeds.ts";
import { publish, withdraw } from "../../src/activities/publishing.ts";
import { createDraft, edit } from "../../src/activities/writing.ts";
import { followChangedDays } from "../../src/jobs/moved-dates.ts";
import { approve, reject } from "../../src/organisations/approval.ts";
import { arrange } from "../../src/upkeep/arranging.ts";
import { arrivalsFor } from "../../src/upkeep/arrivals.ts";
import { sayComing } from "../../src/upkeep/coming.ts";
import { DAY, NEXT_TUESDAY, NOW, openSettledTown, waitingLetters, wholeFields } from "../world.ts";

/** Strikkecafé on Tuesdays, where one may say that one comes. */
function strik() {
  const town = openSettledTown();
  const { db, box, lis } = town;
  const { id } = createDraft(db, lis, "viby-bibliotek", wholeFields(), NOW);
  publish(db, lis, id, NOW);
  arrange(db, lis, id, { full: false, fullNote: null, arrivalsWelcome: true, volunteerTasks: null }, NOW);
  const come = (name: string, email: string | null) =>
    sayComing(db, box, id, { name, start: NEXT_TUESDAY, alone: false, email }, NOW);
  const told = () => {
    followChangedDays(db, box, NOW);
    return waitingLetters(db, box).filter(({ kind }) => kind === "changed-day");
  };
  return { ...town, id, come, told };
}

describe("Whoever said that they come, and left a mail,", () => {
  it("hears once that the day is called off, and again when it takes place after all", () => {
    const { db, lis, id, come, told } = strik();
    come("Karen", "karen@eksempel.dk");
    come("Bent", null);
    expect(told()).toEqual([]);
    cancelDate(db, lis, id, NEXT_TUESDAY, NOW);
    expect(told().map(({ to }) => to)).toEqual(["karen@eksempel.dk"]);
    expect(told()).toHaveLength(1);
    expect(told()[0]?.text.replace(/\s+/g, " ")).toContain(
      "»Strikkecafé for alle« tirsdag den 1. december kl. 10–12 er aflyst eller flyttet.",
    );
    restoreDate(db, lis, id, NEXT_TUESDAY, NOW);
    expect(told()).toHaveLength(2);
  });

  it("hears of another place, of other hours, of what was taken down and of an association that leaves the board", () => {
    const { db, box, lis, ellen, id, come, told } = strik();
    come("Karen", "karen@eksempel.dk");
    edit(db, lis, id, wholeFields({ placeName: "Salen" }), NOW);
    expect(told().at(-1)?.text).toContain("Salen");
    const schedule = [{ weekday: "tir" as const, start: "10:00", end: "11:00", from: "2026-09-01" }];
    edit(db, lis, id, wholeFields({ placeName: "Salen", schedule }), NOW);
    expect(told().at(-1)?.text).toContain("10–11");
    reject(db, box, ellen, "viby-bibliotek", "Nej", NOW);
    expect(told()).toHaveLength(3);
    approve(db, box, ellen, "viby-bibliotek", NOW);
    withdraw(db, lis, id, NOW);
    expect(told()).toHaveLength(3);
    expect(db.select().from(organisations).all()).not.toEqual([]);
  });

  it("hears where it is that day, when it is elsewhere", () => {
    const { db, lis, id, come, told } = strik();
    come("Karen", "karen@eksempel.dk");
    noteDay(db, lis, id, NEXT_TUESDAY, { place: "Medborgerhuset", text: "Biblioteket er lukket." }, NOW);
    expect(told()).toHaveLength(1);
    expect(told()[0]?.text).toContain("Medborgerhuset");
    noteDay(db, lis, id, NEXT_TUESDAY, { place: "Medborgerhuset", text: "Tag strikkepinde med." }, NOW);
    expect(told()).toHaveLength(1);
  });

  it("hears nothing of a change of another day, nor when the text alone is another", () => {
    const { db, lis, id, come, told } = strik();
    come("Karen", "karen@eksempel.dk");
    cancelDate(db, lis, id, NEXT_TUESDAY + 7 * DAY, NOW);
    edit(db, lis, id, wholeFields({ description: "Vi hækler." }), NOW);
    expect(told()).toEqual([]);
  });

  it("is read by the host by first name alone: whether they hear of it, and not where", () => {
    const { db, box, lis, id, come } = strik();
    come("Karen", "karen@eksempel.dk");
    come("Bent", null);
    const seen = arrivalsFor(db, box.keys, lis, id, NOW);
    expect(seen.map(({ name, hears }) => [name, hears])).toEqual([
      ["Karen", true],
      ["Bent", false],
    ]);
    expect(JSON.stringify(seen)).not.toContain("@");
    expect(waitingLetters(db, box).map(({ text }) => text)).not.toContainEqual(expect.stringContaining("karen@"));
  });
});
