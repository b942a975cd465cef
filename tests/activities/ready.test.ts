import { beforeEach, describe, expect, it } from "vitest";
import { publishReady, readyDrafts } from "../../src/activities/ready.ts";
import { activityOf, addActivity, addOrganisation, clearBoard, contactOf, NOW, openTown, refusalOf } from "../world.ts";

const db = openTown();
let organisation: string;
const draft = (id: string, given: Parameters<typeof addActivity>[1] | object = {}) =>
  addActivity(db, { id, organisationId: organisation, state: "draft", publishedAt: null, confirmedAt: null, ...given });

beforeEach(() => {
  clearBoard(db);
  organisation = addOrganisation(db, "Folkehuset");
});

describe("Drafts that are ready", () => {
  it("go on the board at once, and those that lack something stay", () => {
    const lis = contactOf(db, organisation);
    draft("sang", { title: "Sang" });
    draft("strik", { title: "Strik", guessed: ["themes"] });
    draft("uden-pris", { priceOre: null });
    draft("gaet", { guessed: ["schedule"] });
    draft("slut", { schedule: [{ date: "2026-11-01", start: "10:00", end: "12:00" }] });
    expect(readyDrafts(db, lis, organisation, NOW).map(({ title }) => title)).toEqual(["Sang", "Strik"]);
    publishReady(db, lis, organisation, NOW);
    expect(["sang", "strik", "uden-pris", "slut"].map((id) => activityOf(db, id).state)).toEqual([
      "published",
      "published",
      "draft",
      "draft",
    ]);
    expect(refusalOf(() => publishReady(db, lis, organisation, NOW))).toBe("notPossibleNow");
  });

  it("are nobody else's to see or publish", () => {
    draft("strik");
    const stranger = contactOf(db, "andre");
    expect(readyDrafts(db, stranger, organisation, NOW)).toEqual([]);
    expect(refusalOf(() => publishReady(db, stranger, organisation, NOW))).toBe("notYours");
  });
});
