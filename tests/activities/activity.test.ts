import { describe, expect, it } from "vitest";
import type { StateDeed } from "../../db/schema.ts";
import { isOnline, missingIn, missingToPublish, stateAfter } from "../../src/activities/activity.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { NOW, wholeFields } from "../world.ts";

const next = (
  state: "draft" | "published" | "paused" | "withdrawn",
  deed: StateDeed,
  publishedAt: number | null = null,
) => stateAfter({ state, publishedAt }, deed);

describe("The states of an activity", () => {
  it("a draft is published, rests, comes back and is taken down", () => {
    expect([
      next("draft", "publish"),
      next("published", "pause"),
      next("paused", "resume"),
      next("paused", "withdraw"),
    ]).toEqual(["published", "paused", "published", "withdrawn"]);
  });

  it("what was public comes back as paused, what never was as a draft", () => {
    expect(next("withdrawn", "restore", NOW)).toBe("paused");
    expect(next("withdrawn", "restore")).toBe("draft");
  });

  it("nothing is published twice, and nothing that is taken down", () => {
    expect([
      next("published", "publish"),
      next("withdrawn", "publish"),
      next("withdrawn", "resume"),
      next("draft", "pause"),
      next("draft", "resume"),
    ]).toEqual([null, null, null, null, null]);
  });
});

describe("What must be there before publishing", () => {
  it("nothing is missing in a whole activity", () => {
    expect(missingToPublish(wholeFields(), NOW)).toEqual([]);
  });

  it("each thing that the public needs is named", () => {
    const empty = wholeFields({
      title: "",
      description: "",
      themes: [],
      lat: null,
      lng: null,
      schedule: [],
      contactName: "",
    });
    expect(missingIn(empty).map(({ field }) => field)).toEqual([
      "title",
      "description",
      "themes",
      "postcode",
      "schedule",
      "contactName",
    ]);
    expect(missingIn(empty).filter(({ key }) => !(key in refusals))).toEqual([]);
  });

  it("what is online needs no place", () => {
    const online = wholeFields({ lat: null, lng: null, facts: ["online"] });
    expect(isOnline(online)).toBe(true);
    expect(missingIn(online)).toEqual([]);
  });

  it("a date that is over does not count", () => {
    const over = wholeFields({ schedule: [{ date: "2026-11-23", start: "10:00", end: "12:00" }] });
    expect(missingToPublish(over, NOW).map(({ key }) => key)).toEqual(["scheduleOver"]);
  });

  it("a date that still goes on counts", () => {
    const now = wholeFields({ schedule: [{ date: "2026-11-24", start: "08:00", end: "12:00" }] });
    expect(missingToPublish(now, NOW)).toEqual([]);
  });
});
