import { describe, expect, it } from "vitest";
import { cancelDate, moveDate } from "../../src/activities/date-deeds.ts";
import { changesBetween } from "../../src/activities/changes.ts";
import { changeActivity } from "../../src/activities/store.ts";
import { edit } from "../../src/activities/writing.ts";
import { pause, withdraw } from "../../src/activities/publishing.ts";
import { arrange } from "../../src/upkeep/arranging.ts";
import { confirm } from "../../src/upkeep/confirming.ts";
import { linkHolder } from "../../src/upkeep/links.ts";
import { newestByLink, undo, undoByLink } from "../../src/activities/undoing.ts";
import { historyOf } from "../../src/activities/history.ts";
import {
  activityOf,
  addActivity,
  DAY,
  isCancelled,
  NEXT_TUESDAY,
  NOW,
  openSettledTown,
  publicIds,
  refusalOf,
} from "../world.ts";

describe("The history of an activity", () => {
  it("names every change and who made it, newest first", async () => {
    const { db, lis, sanne, ellen } = openSettledTown();
    addActivity(db, { id: "a" });
    edit(db, lis, "a", { ...activityOf(db, "a"), title: "Strik i Viby" }, NOW);
    cancelDate(db, linkHolder({ organisationId: "viby-bibliotek" }), "a", NEXT_TUESDAY, NOW + 1);
    confirm(db, ellen, "a", NOW + 2);
    arrange(
      db,
      lis,
      "a",
      { full: true, fullNote: "Skriv til Lis", arrivalsWelcome: true, volunteerTasks: null },
      NOW + 3,
    );
    pause(db, lis, "a", NOW + 4);
    expect(historyOf(db, lis, "a").map(({ deed, actor }) => [deed, actor])).toEqual([
      ["pause", "Lis"],
      ["arrange", "Lis"],
      ["confirm", "Ellen"],
      ["cancelDate", null],
      ["edit", "Lis"],
    ]);
    expect(historyOf(db, sanne, "a")).toEqual([]);
  });

  it("takes one change back and leaves what came after, and takes the undoing back too", async () => {
    const { db, lis } = openSettledTown();
    addActivity(db, { id: "a" });
    edit(db, lis, "a", { ...activityOf(db, "a"), title: "Noget andet" }, NOW);
    withdraw(db, lis, "a", NOW + 1);
    undo(db, lis, "a", historyOf(db, lis, "a").at(-1)!.id, NOW + 2);
    expect(activityOf(db, "a")).toMatchObject({ title: "Strik a", state: "withdrawn" });
    undo(db, lis, "a", historyOf(db, lis, "a")[0]!.id, NOW + 3);
    expect(activityOf(db, "a")).toMatchObject({ title: "Noget andet", state: "withdrawn" });
    undo(db, lis, "a", historyOf(db, lis, "a").at(-2)!.id, NOW + 4);
    expect(activityOf(db, "a")).toMatchObject({ title: "Noget andet", state: "published" });
    expect(isCancelled(db, NEXT_TUESDAY)).toBe(false);
  });

  it("takes back that one day was called off, and not that another was", () => {
    const { db, lis } = openSettledTown();
    addActivity(db, { id: "a" });
    cancelDate(db, lis, "a", NEXT_TUESDAY, NOW);
    cancelDate(db, lis, "a", NEXT_TUESDAY + 7 * DAY, NOW + 1);
    confirm(db, lis, "a", NOW + 2 * DAY);
    undo(db, lis, "a", historyOf(db, lis, "a").at(-1)!.id, NOW + 2 * DAY);
    expect([isCancelled(db, NEXT_TUESDAY), isCancelled(db, NEXT_TUESDAY + 7 * DAY)]).toEqual([false, true]);
    expect(activityOf(db, "a").confirmedAt).toBe("2026-11-26");
  });

  it("does not take back what was changed again since: one is told to begin with the newest", () => {
    const { db, lis } = openSettledTown();
    addActivity(db, { id: "a" });
    edit(db, lis, "a", { ...activityOf(db, "a"), title: "Noget andet" }, NOW);
    edit(db, lis, "a", { ...activityOf(db, "a"), title: "Noget tredje" }, NOW + 1);
    expect(refusalOf(() => undo(db, lis, "a", historyOf(db, lis, "a").at(-1)!.id, NOW + 2))).toBe("changedSince");
    expect(activityOf(db, "a").title).toBe("Noget tredje");
  });

  it("says from what to what, in words", () => {
    const { db, lis } = openSettledTown();
    addActivity(db, { id: "a" });
    edit(
      db,
      lis,
      "a",
      { ...activityOf(db, "a"), title: "Strik i Viby", priceOre: 2000, pricePer: "gang", facts: ["vaert"] },
      NOW,
    );
    cancelDate(db, lis, "a", NEXT_TUESDAY, NOW + 1);
    moveDate(db, lis, "a", NEXT_TUESDAY + 7 * DAY, { date: "2026-12-09", start: "14:00", end: "16:00" }, NOW + 2);
    arrange(
      db,
      lis,
      "a",
      { full: true, fullNote: "Skriv til Lis", arrivalsWelcome: false, volunteerTasks: null },
      NOW + 3,
    );
    const said = historyOf(db, lis, "a").map(({ before, after }) =>
      changesBetween(before, after, new Map(), "2026-11-24").map(({ name, from, to }) => [name, from, to]),
    );
    expect(said).toEqual([
      [
        ["Fuldt", "nej", "ja"],
        ["Hvad man kan gøre i stedet", "ingenting", "Skriv til Lis"],
      ],
      [["Flyttet", "tirsdag den 8. december", "onsdag den 9. december kl. 14–16"]],
      [["Aflyst", null, "tirsdag den 1. december"]],
      [
        ["Navnet", "Strik a", "Strik i Viby"],
        ["Prisen", "Gratis", "20 kr. pr. gang"],
        ["Godt at vide", "ingenting", "Vi tager imod dig"],
      ],
    ]);
  });

  it("never opens to everybody what has been kept for referred citizens since", () => {
    const { db, lis } = openSettledTown();
    addActivity(db, { id: "a" });
    edit(db, lis, "a", { ...activityOf(db, "a"), title: "Noget andet" }, NOW);
    changeActivity(db, activityOf(db, "a"), { audience: "referred" }, { deed: "edit", actorId: lis.id, now: NOW + 1 });
    undo(db, lis, "a", historyOf(db, lis, "a").at(-1)!.id, NOW + 2);
    expect(activityOf(db, "a")).toMatchObject({ title: "Strik a", audience: "referred" });
    expect(publicIds(db)).toEqual([]);
  });

  it("keeps the newest 50 changes", async () => {
    const { db, lis } = openSettledTown();
    addActivity(db, { id: "a" });
    for (let n = 0; n < 60; n += 1) confirm(db, lis, "a", NOW + n);
    const history = historyOf(db, lis, "a");
    expect(history).toHaveLength(50);
    expect(history[0]?.at).toBe(NOW + 59);
  });

  it("undoes nothing for strangers, and nothing of another activity", () => {
    const { db, lis, sanne } = openSettledTown();
    addActivity(db, { id: "a" });
    addActivity(db, { id: "b" });
    pause(db, lis, "a", NOW);
    const [version] = historyOf(db, lis, "a");
    expect(refusalOf(() => undo(db, sanne, "a", version!.id, NOW))).toBe("notYours");
    expect(refusalOf(() => undo(db, lis, "b", version!.id, NOW))).toBe("notPossibleNow");
  });
});

describe("Whoever holds a link to the dates", () => {
  const holder = linkHolder({ organisationId: "viby-bibliotek" });

  it("moves a day, and has it back", async () => {
    const { db } = openSettledTown();
    addActivity(db, { id: "a" });
    moveDate(db, holder, "a", NEXT_TUESDAY, { date: "2026-12-02", start: "14:00", end: "16:00" }, NOW);
    expect(isCancelled(db, NEXT_TUESDAY)).toBeUndefined();
    expect(isCancelled(db, Date.UTC(2026, 11, 2, 13))).toBe(false);
    undoByLink(db, holder, "a", newestByLink(db, "a", NOW)!.id, NOW + 1);
    expect(isCancelled(db, NEXT_TUESDAY)).toBe(false);
  });

  it("moves a day that was moved before", async () => {
    const { db } = openSettledTown();
    addActivity(db, { id: "a" });
    moveDate(db, holder, "a", NEXT_TUESDAY, { date: "2026-12-02", start: "14:00", end: "16:00" }, NOW);
    moveDate(db, holder, "a", Date.UTC(2026, 11, 2, 13), { date: "2026-12-03", start: "09:00", end: "11:00" }, NOW);
    expect(isCancelled(db, Date.UTC(2026, 11, 2, 13))).toBeUndefined();
    expect(isCancelled(db, Date.UTC(2026, 11, 3, 8))).toBe(false);
  });

  it("moves nothing into the past and nothing that is not planned", () => {
    const { db } = openSettledTown();
    addActivity(db, { id: "a" });
    expect(
      refusalOf(() =>
        moveDate(db, holder, "a", NEXT_TUESDAY, { date: "2026-11-23", start: "14:00", end: "16:00" }, NOW),
      ),
    ).toBe("dato: dateOver");
    expect(
      refusalOf(() =>
        moveDate(db, holder, "a", NEXT_TUESDAY + DAY, { date: "2026-12-24", start: "14:00", end: "16:00" }, NOW),
      ),
    ).toBe("dateNotPlanned");
  });

  it("takes back only what a link did, within a day, and only the newest", () => {
    const { db, lis } = openSettledTown();
    addActivity(db, { id: "a" });
    cancelDate(db, holder, "a", NEXT_TUESDAY, NOW);
    expect(newestByLink(db, "a", NOW + 2 * DAY)).toBeNull();
    const version = newestByLink(db, "a", NOW)!.id;
    arrange(db, lis, "a", { full: true, fullNote: null, arrivalsWelcome: false, volunteerTasks: null }, NOW + 1);
    expect(newestByLink(db, "a", NOW + 2)).toBeNull();
    expect(refusalOf(() => undoByLink(db, holder, "a", version, NOW + 2))).toBe("notPossibleNow");
  });
});
