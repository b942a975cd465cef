import fc from "fast-check";
import ICAL from "ical.js";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { activities, holidays, occurrences } from "../../db/schema.ts";
import { calendarOf } from "../../src/schedule/calendar-file.ts";
import { PAUSE_KINDS, pausesOf, type PauseKind, sayPauses } from "../../src/schedule/pauses.ts";
import { activityPage } from "../../src/board/activity-page.ts";
import { createDraft } from "../../src/activities/writing.ts";
import { moveDate } from "../../src/activities/date-deeds.ts";
import { publish } from "../../src/activities/publishing.ts";
import type { ScheduleEntry } from "../../src/shared/schedule-entry.ts";
import { isPaused, occurrencesOf } from "../../src/schedule/schedule.ts";
import { calendarActivity } from "../../src/board/to-calendar.ts";
import { rollOccurrences } from "../../src/jobs/roll-occurrences.ts";
import { addHoliday } from "../../src/editing/holidays.ts";
import { localDate } from "../../src/shared/time.ts";
import { addOrganisation, addPerson, contactOf, DAY, NOW, openTown, refusalOf, wholeFields } from "../world.ts";
import { schedules } from "./schedules.ts";

const thursdays: ScheduleEntry[] = [{ weekday: "tor", start: "10:00", end: "12:00", from: "2026-09-03" }];
const window = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2028, 0, 1) };
const site = { name: "Fællesbro", siteUrl: "https://faellesbro.example", now: window.from };
const kinds = fc.subarray([...PAUSE_KINDS]);
const rows = [{ kind: "school" as const, name: "Efterårsferie", from: "2026-10-10", until: "2026-10-18" }];

describe("When an activity holds free", () => {
  it.each<[PauseKind, string, string]>([
    ["christmas", "2026-12-23", "2027-01-01"],
    ["easter", "2027-03-20", "2027-03-29"],
    ["summer", "2027-07-01", "2027-07-31"],
    ["school", "2026-10-10", "2026-10-18"],
    ["public", "2027-05-06", "2027-05-06"],
  ])("%s is from %s to %s", (kind, from, until) => {
    expect(pausesOf([kind], rows, "2026-09-01", "2027-08-31")).toContainEqual({ from, until });
  });

  it("nothing takes place then, whatever the schedule, and a calendar says the same", () => {
    fc.assert(
      fc.property(schedules, kinds, (schedule, chosen) => {
        const pauses = pausesOf(chosen, rows, "2025-12-01", "2032-01-01");
        const shown = occurrencesOf(schedule, window, pauses);
        expect(shown.filter(({ start }) => isPaused(localDate(start), pauses))).toEqual([]);
        const activity = {
          id: "k3v9",
          slug: "cafe",
          title: "Café",
          description: "Kom.",
          place: null,
          schedule,
          pauses,
          updatedAt: 0,
          url: "https://faellesbro.example/aktiviteter/cafe",
        };
        // What began before and is still on is shown, too.
        const starting = shown.map(({ start }) => start).filter((start) => start >= window.from);
        expect(startsIn(calendarOf([activity], site))).toEqual(starting);
      }),
      { numRuns: 60 },
    );
  });

  it("is said in plain words", () => {
    expect(sayPauses(["public", "school"])).toBe("Holder fri i skolernes ferier og på helligdage");
    expect(sayPauses(["christmas"])).toBe("Holder fri fra 23. december til 1. januar");
    expect(sayPauses([])).toBeNull();
  });
});

describe("A published activity with pauses", () => {
  const board = (pauses: PauseKind[]) => {
    const db = openTown();
    const lis = contactOf(db, addOrganisation(db, "Viby Bibliotek"));
    const { id, slug } = createDraft(db, lis, "viby-bibliotek", wholeFields({ schedule: thursdays, pauses }), NOW);
    publish(db, lis, id, NOW);
    const dates = () =>
      db
        .select()
        .from(occurrences)
        .where(eq(occurrences.activityId, id))
        .all()
        .map(({ start }) => localDate(start));
    return { db, lis, id, slug, dates };
  };

  it("on Thursdays is not offered on 24 December when it holds free at Christmas", () => {
    expect(board([]).dates()).toContain("2026-12-24");
    const { dates, db, slug } = board(["christmas"]);
    expect(dates()).not.toContain("2026-12-24");
    expect(dates()).not.toContain("2026-12-31");
    expect(dates()).toEqual(expect.arrayContaining(["2026-12-17", "2027-01-07"]));
    const calendar = calendarOf([calendarActivity(activityPage(db, slug, NOW)!, site.siteUrl)], { ...site, now: NOW });
    expect(startsIn(calendar).map(localDate)).not.toContain("2026-12-24");
  });

  it("follows the holidays that an editor keeps, the same day", async () => {
    const { db, dates } = board(["school"]);
    await rollOccurrences(db, NOW);
    expect(dates()).toContain("2026-12-10");
    addHoliday(db, addPerson(db, "Ellen", "editor"), {
      kind: "school",
      name: "Skolens fridag",
      from: "2026-12-10",
      until: "2026-12-10",
    });
    expect(await rollOccurrences(db, NOW + 60_000)).toBe(1);
    expect(dates()).not.toContain("2026-12-10");
  });

  it("cannot be moved to a day on which it holds free", () => {
    const { db, lis, id, dates } = board(["christmas"]);
    const start = db.select().from(occurrences).where(eq(occurrences.activityId, id)).all()[1]!.start;
    expect(
      refusalOf(() => moveDate(db, lis, id, start, { date: "2026-12-23", start: "10:00", end: "12:00" }, NOW)),
    ).toBe("dato: datePaused");
    moveDate(db, lis, id, start, { date: "2026-12-22", start: "10:00", end: "12:00" }, NOW);
    expect(dates()).toContain("2026-12-22");
  });

  it("that only takes place when it holds free has nothing to publish", () => {
    const db = openTown();
    const lis = contactOf(db, addOrganisation(db, "Viby Bibliotek"));
    const only = wholeFields({
      schedule: [{ date: "2026-12-24", start: "10:00", end: "12:00" }],
      pauses: ["christmas"],
    });
    const { id } = createDraft(db, lis, "viby-bibliotek", only, NOW);
    expect(refusalOf(() => publish(db, lis, id, NOW))).toBe("schedule: scheduleOver");
  });
});

describe("The holidays of a new site", () => {
  it("are there for two school years, and an editor's own stay", () => {
    const db = openTown();
    const all = db.select().from(holidays).all();
    expect(all).toHaveLength(10);
    expect(all.every(({ from, until }) => from < until && Date.parse(until) - Date.parse(from) < 60 * DAY)).toBe(true);
    expect(db.select().from(activities).all()).toEqual([]);
  });
});

function startsIn(file: string): number[] {
  const events = new ICAL.Component(ICAL.parse(file))
    .getAllSubcomponents("vevent")
    .map((component) => new ICAL.Event(component, { exceptions: [] }));
  const series = events.filter((event) => !event.isRecurrenceException());
  const starts: number[] = [];
  for (const event of series) {
    for (const other of events)
      if (other.isRecurrenceException() && other.uid === event.uid) event.relateException(other);
    if (!event.isRecurring()) {
      starts.push(event.startDate.toJSDate().getTime());
      continue;
    }
    const iterator = event.iterator();
    for (let next = iterator.next(); next && next.toJSDate().getTime() < window.to; next = iterator.next())
      starts.push(event.getOccurrenceDetails(next).startDate.toJSDate().getTime());
  }
  return [...new Set(starts)].filter((start) => start >= window.from && start < window.to).sort((a, b) => a - b);
}
