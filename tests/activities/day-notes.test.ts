import { describe, expect, it } from "vitest";
import { noteDay } from "../../src/activities/date-deeds.ts";
import { historyOf } from "../../src/activities/history.ts";
import { undo } from "../../src/activities/undoing.ts";
import { cloneActivity } from "../../src/activities/writing.ts";
import { activityPage } from "../../src/board/activity-page.ts";
import { calendarActivity } from "../../src/board/to-calendar.ts";
import { activityOf, addActivity, DAY, NEXT_TUESDAY, NOW, openSettledTown, refusalOf } from "../world.ts";

const NEXT_WEEK = NEXT_TUESDAY + 7 * DAY;

describe("What a contact says of one day", () => {
  it("stands on the page and in the calendar, for that day alone, and can be taken back", () => {
    const { db, lis } = openSettledTown();
    addActivity(db, { id: "a" });
    noteDay(db, lis, "a", NEXT_TUESDAY, { place: "Salen", text: null }, NOW);
    noteDay(db, lis, "a", NEXT_WEEK, { place: null, text: "Vi spiser sammen." }, NOW + 1);
    const page = activityPage(db, "a", NOW)!;
    expect(page.dayNotes).toEqual({ "2026-12-01": { place: "Salen" }, "2026-12-08": { text: "Vi spiser sammen." } });
    expect(calendarActivity(page, "https://bro.example").description).toContain(
      "tirsdag den 1. december: Den dag er det her: Salen.",
    );
    undo(db, lis, "a", historyOf(db, lis, "a").at(-1)!.id, NOW + 2);
    expect(activityOf(db, "a").dayNotes).toEqual({ "2026-12-08": { text: "Vi spiser sammen." } });
    noteDay(db, lis, "a", NEXT_WEEK, { place: null, text: null }, NOW + 3);
    expect(activityOf(db, "a").dayNotes).toEqual({});
  });

  it("goes when the day is over, and does not come along into a copy", () => {
    const { db, lis } = openSettledTown();
    addActivity(db, { id: "a" });
    noteDay(db, lis, "a", NEXT_TUESDAY, { place: "Salen", text: null }, NOW);
    expect(activityOf(db, cloneActivity(db, lis, "a", NOW).id).dayNotes).toEqual({});
    noteDay(db, lis, "a", NEXT_WEEK, { place: "Haven", text: null }, NEXT_TUESDAY + DAY);
    expect(activityOf(db, "a").dayNotes).toEqual({ "2026-12-08": { place: "Haven" } });
  });

  it("is said of days that are planned, by its own people, and holds no CPR number", () => {
    const { db, lis, sanne } = openSettledTown();
    addActivity(db, { id: "a" });
    const note = (by = lis, start = NEXT_TUESDAY, text = "Nyt") =>
      refusalOf(() => noteDay(db, by, "a", start, { place: null, text }, NOW));
    expect(note(sanne)).toBe("notYours");
    expect(note(lis, NEXT_TUESDAY + DAY)).toBe("dateNotPlanned");
    expect(note(lis, NEXT_TUESDAY, "010190-1234 er syg")).toBe("hvorfor: cpr");
  });
});
