import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { activities, occurrences, organisations } from "../../db/schema.ts";
import { importLines } from "../../src/exchange/import.ts";
import { cancelDate } from "../../src/activities/date-deeds.ts";
import { edit } from "../../src/activities/writing.ts";
import { pause } from "../../src/activities/publishing.ts";
import {
  addActivity,
  addOrganisation,
  contactOf,
  DAY,
  noted,
  NOW,
  onlyActivity,
  openTown,
  publicIds,
  wholeFields,
  wholeLine,
} from "../world.ts";

let db: OpenDb;
beforeEach(() => {
  db = openTown();
});

const load = (...lines: (Record<string, unknown> | string)[]) =>
  importLines(
    db,
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))),
    NOW,
  );
const contact = () => contactOf(db, onlyActivity(db).organisationId);

describe("Importing", () => {
  it("what is for referred citizens only is in public never, whatever the next file says", () => {
    load(wholeLine({ audience: "referred" }));
    expect([onlyActivity(db).audience, onlyActivity(db).state, publicIds(db)]).toEqual(["referred", "published", []]);
    expect(db.select().from(occurrences).all().length).toBeGreaterThan(0);
    load(wholeLine({ title: "Strik i fred" }), wholeLine({ title: "Strik i fred", audience: "all" }));
    expect(onlyActivity(db)).toMatchObject({ title: "Strik i fred", audience: "referred" });
    expect(publicIds(db)).toEqual([]);
  });

  it("the example of the contract goes in and is public at once", () => {
    const example = wholeLine({
      summary: "Kom og strik.",
      place: {
        name: "Viby Bibliotek",
        address: "Skanderborgvej 170",
        postcode: "8260",
        lat: 56.1262,
        lng: 10.1528,
        private: false,
      },
      schedule: [
        {
          weekday: "tir",
          start: "10:00",
          end: "12:00",
          from: "2026-09-01",
          until: "2027-05-31",
          weeks: "odd",
          except: ["2026-12-22"],
          cancelled: ["2026-12-01"],
        },
        { date: "2026-12-03", start: "17:00", end: "19:30" },
        { rrule: "FREQ=MONTHLY;BYDAY=1TU", from: "2026-09-01", start: "13:00", end: "15:00" },
      ],
      level: "beginner",
      demand: "none",
      facts: ["dropin", "vaert"],
      languages: ["da", "en"],
      transport: { bus: "4A, 16", parking: true },
      ages: [18, 99],
      firstTime: "Lis står i døren.",
      leadsTo: null,
      url: "https://bib.example",
      confirmed: "2026-11-03",
    });
    expect(load(example)).toEqual({ added: 1, updated: 0, unchanged: 0, bad: [], kept: [] });
    const activity = onlyActivity(db);
    expect(activity).toMatchObject({
      slug: "strikkecafe-for-alle",
      state: "published",
      area: "viby",
      bus: "4A, 16",
      parking: true,
      ageMin: 18,
      ageMax: 99,
      confirmedAt: "2026-11-03",
      contactPhone: "12 34 56 78",
    });
    expect(publicIds(db)).toEqual([activity.id]);
    const cancelled = db.select().from(occurrences).where(eq(occurrences.cancelled, true)).all();
    expect(cancelled.map(({ start }) => start)).toEqual([Date.parse("2026-12-01T09:00:00Z")]);
  });

  it("approves the organisations it names, and makes those that are missing once", () => {
    addOrganisation(db, "Viby Bibliotek", "pending");
    load(
      wholeLine(),
      wholeLine({ id: "2", organisation: "viby bibliotek" }),
      wholeLine({ id: "3", organisation: "Gellerup IF" }),
    );
    expect(
      db
        .select()
        .from(organisations)
        .all()
        .map(({ name, state }) => [name, state]),
    ).toEqual([
      ["Viby Bibliotek", "approved"],
      ["Gellerup IF", "approved"],
    ]);
  });

  it("the search is told of what is new, and of what an association wrote before a line approved it", () => {
    addOrganisation(db, "Viby Bibliotek", "pending");
    const written = addActivity(db, { id: "skrevet-af-lis" });
    load(wholeLine());
    expect(noted(db).sort()).toEqual(publicIds(db));
    expect(publicIds(db)).toContain(written);
    expect(publicIds(db)).toHaveLength(2);
  });

  it("the same lines again change nothing, not even what the search is told", () => {
    const lines = [
      wholeLine(),
      wholeLine({ id: undefined, title: "Uden nummer" }),
      wholeLine({ id: "k", facts: ["online"], place: undefined }),
    ];
    load(...lines);
    const [rows, told, dates] = [db.select().from(activities).all(), noted(db), db.select().from(occurrences).all()];
    expect(
      importLines(
        db,
        lines.map((line) => JSON.stringify(line)),
        NOW + DAY,
      ),
    ).toEqual({ added: 0, updated: 0, unchanged: 3, bad: [], kept: [] });
    expect(db.select().from(activities).all()).toEqual(rows);
    expect(noted(db)).toEqual(told);
    expect(db.select().from(occurrences).all()).toEqual(dates);
  });

  it("a change in the source is taken over, with new dates and a note for the search", () => {
    load(wholeLine());
    const before = noted(db).length;
    expect(
      load(
        wholeLine({
          title: "Strik og snak",
          schedule: [{ weekday: "ons", start: "10:00", end: "12:00", from: "2026-09-01" }],
        }),
      ),
    ).toMatchObject({
      updated: 1,
      kept: [],
    });
    expect(onlyActivity(db)).toMatchObject({ title: "Strik og snak", slug: "strikkecafe-for-alle" });
    expect(db.select().from(occurrences).all()[0]?.start).toBe(Date.parse("2026-11-25T09:00:00Z"));
    expect(noted(db)).toHaveLength(before + 1);
  });

  it("a line without a number is known by organisation, title, place and first time", () => {
    const line = wholeLine({ id: undefined });
    load(line);
    expect(load({ ...line, description: "Nyt." })).toMatchObject({ added: 0, updated: 1 });
    expect(load({ ...line, title: "En anden" })).toMatchObject({ added: 1 });
  });

  it("gives many of one name each an address", () => {
    load(...Array.from({ length: 12 }, (_, n) => wholeLine({ id: String(n), title: "Gåtur" })));
    expect(
      db
        .select({ slug: activities.slug })
        .from(activities)
        .all()
        .map(({ slug }) => slug)
        .sort(),
    ).toContain("gaatur-12");
  });

  it("many lines go in step by step, so that others can write between, and progress is told", () => {
    const told: number[] = [];
    const lines = Array.from({ length: 700 }, (_, n) => JSON.stringify(wholeLine({ id: String(n) })));
    expect(importLines(db, lines, NOW, (count) => told.push(count)).added).toBe(700);
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(700);
  });
});

describe("What a person has edited", () => {
  it("is kept and reported, and the rest is taken over", () => {
    load(wholeLine());
    edit(
      db,
      contact(),
      onlyActivity(db).id,
      { ...wholeFields({ contactPhone: "12 34 56 78" }), title: "Lis' strikkecafé" },
      NOW,
    );
    const report = load(wholeLine({ title: "Strik", description: "Nyt fra kilden." }));
    expect(report.updated).toBe(1);
    expect(report.kept).toEqual([{ line: 1, id: onlyActivity(db).id, fields: ["title"] }]);
    expect(onlyActivity(db)).toMatchObject({ title: "Lis' strikkecafé", description: "Nyt fra kilden." });
  });

  it("is taken as agreed when the source says the same", () => {
    load(wholeLine());
    edit(db, contact(), onlyActivity(db).id, wholeFields({ title: "Strik", contactPhone: "12 34 56 78" }), NOW);
    expect(load(wholeLine({ title: "Strik" })).kept).toEqual([]);
    expect(load(wholeLine({ title: "Strik og snak" }))).toMatchObject({ updated: 1, kept: [] });
  });

  it("a date that was called off stays called off", () => {
    load(wholeLine());
    cancelDate(db, contact(), onlyActivity(db).id, Date.parse("2026-12-01T09:00:00Z"), NOW);
    expect(load(wholeLine()).kept[0]?.fields).toEqual(["schedule"]);
    expect(db.select().from(occurrences).where(eq(occurrences.cancelled, true)).all()).toHaveLength(1);
  });

  it("what was paused is not put back on the board", () => {
    load(wholeLine());
    pause(db, contact(), onlyActivity(db).id, NOW);
    expect(load(wholeLine({ description: "Nyt." })).kept[0]?.fields).toEqual(["state"]);
    expect(publicIds(db)).toEqual([]);
    expect(db.select().from(occurrences).all()).toEqual([]);
  });
});
