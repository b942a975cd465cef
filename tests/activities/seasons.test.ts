import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { activities, occurrences } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import type { ActivityFields } from "../../src/activities/activity.ts";
import { fromToday, withSeason } from "../../src/schedule/fresh-dates.ts";
import { cloneActivity, createDraft } from "../../src/activities/writing.ts";
import { publish } from "../../src/activities/publishing.ts";
import { saySchedule } from "../../src/schedule/say-schedule.ts";
import { checkSchedule } from "../../src/schedule/check.ts";
import type { ScheduleEntry } from "../../src/shared/schedule-entry.ts";
import { nextSeason, renewSeason, seasonsToRenew } from "../../src/activities/seasons.ts";
import { localDate } from "../../src/shared/time.ts";
import {
  activityOf,
  addOrganisation,
  contactOf,
  DAY,
  noted,
  NOW,
  openTown,
  publicIds,
  refusalOf,
  wholeFields,
} from "../world.ts";
import { schedules } from "../schedule/schedules.ts";
import fc from "fast-check";

const TODAY = "2026-11-24";
const SPRING = { from: "2027-01-01", until: "2027-05-31" };
const tuesdays = (changes: object = {}): ScheduleEntry => ({
  weekday: "tir",
  start: "10:00",
  end: "12:00",
  from: "2026-09-01",
  until: "2026-12-15",
  ...changes,
});

let db: OpenDb;
let lis: Viewer;
let library: string;
beforeEach(() => {
  db = openTown();
  library = addOrganisation(db, "Viby Bibliotek");
  lis = contactOf(db, library);
});
const published = (changes: Partial<ActivityFields> = {}) => {
  const { id } = createDraft(db, lis, library, wholeFields({ schedule: [tuesdays()], ...changes }), NOW);
  publish(db, lis, id, NOW);
  return id;
};
const datesOf = (id: string) =>
  db
    .select()
    .from(occurrences)
    .where(eq(occurrences.activityId, id))
    .orderBy(occurrences.start)
    .all()
    .map(({ start }) => localDate(start));

describe("A new season", () => {
  it("begins in September or in January, whichever is next", () => {
    expect(nextSeason("2026-05-20")).toEqual({ from: "2026-09-01", until: "2027-05-31" });
    expect(nextSeason("2026-09-01")).toEqual(SPRING);
    expect(nextSeason("2026-12-31")).toEqual(SPRING);
  });

  it("keeps weekday and hours, and is said back from its first day", () => {
    const autumn = { from: "2026-09-01", until: "2027-05-31" };
    const schedule = withSeason(
      [tuesdays({ from: "2025-09-02", until: "2026-05-26", cancelled: ["2026-02-10"], except: ["2026-04-07"] })],
      autumn,
      "2026-06-10",
    );
    expect(saySchedule(schedule, "2026-06-10")).toEqual([
      "hver tirsdag kl. 10–12 fra 1. september til og med 31. maj 2027",
    ]);
  });

  it("leaves what is left of the old one alone", () => {
    const old = tuesdays({ cancelled: ["2026-12-08"] });
    expect(withSeason([old, { date: "2026-10-01", start: "10:00", end: "11:00" }], SPRING, TODAY)).toEqual([
      { ...(old as object), cancelled: ["2026-12-08"] },
      { weekday: "tir", start: "10:00", end: "12:00", from: "2027-01-05", until: "2027-05-31" },
    ]);
  });

  it("of every second week and of a rule with a number of times goes on in step", () => {
    const rule: ScheduleEntry = {
      rrule: "FREQ=MONTHLY;BYDAY=1WE;COUNT=3",
      start: "14:00",
      end: "16:00",
      from: "2026-09-02",
    };
    const odd = tuesdays({ weeks: "odd", from: "2026-09-08" });
    expect(withSeason([odd, rule], SPRING, "2026-12-20")).toEqual([
      { weekday: "tir", start: "10:00", end: "12:00", from: "2027-01-05", until: "2027-05-31", weeks: "odd" },
      { rrule: "FREQ=MONTHLY;BYDAY=1WE", start: "14:00", end: "16:00", from: "2027-01-06", until: "2027-05-31" },
    ]);
  });

  it("makes a schedule that means something, of any schedule", () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        for (const made of [withSeason(schedule, SPRING, TODAY), fromToday(schedule, TODAY)])
          expect(checkSchedule(made).filter(({ why }) => why !== "empty")).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("is offered to what ends within 60 days or is over, and to nobody else's", () => {
    const soon = published();
    published({ title: "Hele året", schedule: [tuesdays({ until: undefined })] });
    published({ title: "Til maj", schedule: [tuesdays({ until: "2027-05-25" })] });
    published({ title: "En enkelt dag", schedule: [{ date: "2026-12-03", start: "10:00", end: "12:00" }] });
    expect(seasonsToRenew(db, lis, [library], NOW).map(({ id }) => id)).toEqual([soon]);
    expect(seasonsToRenew(db, lis, [library], NOW + 100 * DAY).map(({ id }) => id)).toEqual([soon]);
    expect(seasonsToRenew(db, contactOf(db, addOrganisation(db, "Koret")), [library], NOW)).toEqual([]);
  });

  it("of five is published with one deed, confirmed that day", () => {
    const five = [1, 2, 3, 4, 5].map((n) => published({ title: `Hold ${n}` }));
    const later = Date.parse("2026-12-20T09:00:00Z");
    db.update(activities).set({ state: "paused", lapsedAt: NOW }).where(eq(activities.id, five[0]!)).run();
    const before = noted(db).length;
    renewSeason(db, lis, five, SPRING, later);
    expect(noted(db).slice(before).sort()).toEqual([...five].sort());
    for (const id of five) {
      expect(datesOf(id)[0]).toBe("2027-01-05");
      expect(datesOf(id).at(-1)).toBe("2027-05-25");
      expect(activityOf(db, id)).toMatchObject({ state: "published", confirmedAt: "2026-12-20", lapsedAt: null });
    }
    expect(publicIds(db, later).sort()).toEqual([...five].sort());
    expect(seasonsToRenew(db, lis, [library], later)).toEqual([]);
  });

  it("is for all or none", () => {
    const mine = published();
    const koret = addOrganisation(db, "Koret");
    const theirs = createDraft(db, contactOf(db, koret), koret, wholeFields({ schedule: [tuesdays()] }), NOW).id;
    expect(refusalOf(() => renewSeason(db, lis, [mine, theirs], SPRING, NOW))).toBe("notYours");
    expect(activityOf(db, mine).schedule).toEqual([tuesdays()]);
  });

  it.each([
    ["no activity", [], SPRING, "aktivitet: seasonNone"],
    ["an end before its start", ["mine"], { from: "2027-05-31", until: "2027-01-01" }, "sidste: seasonDates"],
    ["an end that is over", ["mine"], { from: "2026-09-01", until: "2026-11-01" }, "sidste: seasonDates"],
    ["more than a year", ["mine"], { from: "2027-01-01", until: "2028-05-31" }, "sidste: seasonLong"],
    ["no such weekday", ["mine"], { from: "2027-01-06", until: "2027-01-08" }, "aktivitet: seasonEmpty"],
  ])("is refused with %s", (_, ids, season, key) => {
    const mine = published();
    expect(
      refusalOf(() =>
        renewSeason(
          db,
          lis,
          ids.map(() => mine),
          season,
          NOW,
        ),
      ),
    ).toBe(key);
  });
});

describe("An activity like another", () => {
  it("is a draft with the same fields and no date before today", () => {
    const id = published({
      pauses: ["christmas"],
      firstTime: "Lis står i døren.",
      schedule: [tuesdays({ cancelled: ["2026-12-01"] }), { date: "2026-10-01", start: "10:00", end: "11:00" }],
    });
    db.update(activities).set({ importKey: "ics:17", full: true }).where(eq(activities.id, id)).run();
    const copy = cloneActivity(db, lis, id, NOW);
    const kept = wholeFields({
      pauses: ["christmas"],
      firstTime: "Lis står i døren.",
      schedule: [tuesdays({ from: TODAY })],
    });
    expect(activityOf(db, copy.id)).toMatchObject({
      ...kept,
      state: "draft",
      importKey: null,
      publishedAt: null,
      confirmedAt: null,
      full: false,
      organisationId: library,
    });
    expect(copy.slug).not.toBe(activityOf(db, id).slug);
    expect(datesOf(copy.id)).toEqual([]);
    expect(publicIds(db)).toEqual([id]);
  });

  it("of a season that is over goes on without an end, for its host to look at", () => {
    const id = published();
    const copy = cloneActivity(db, lis, id, Date.parse("2027-02-01T09:00:00Z"));
    expect(activityOf(db, copy.id).schedule).toEqual([
      { weekday: "tir", start: "10:00", end: "12:00", from: "2027-02-02" },
    ]);
  });

  it("is refused to somebody else", () => {
    const id = published();
    expect(refusalOf(() => cloneActivity(db, contactOf(db, addOrganisation(db, "Koret")), id, NOW))).toBe("notYours");
  });
});
