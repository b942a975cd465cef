import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { noteYes } from "../../src/casework/consents.ts";
import { choosePlan, noteFollowUp } from "../../src/casework/following/note.ts";
import { place } from "../../src/casework/placements.ts";
import { eraseNow } from "../../src/casework/retention.ts";
import { findCase } from "../../src/casework/store.ts";
import { figuresOf } from "../../src/figures/figures.ts";
import { type Found, type Followable, foundAt, NOT_KNOWN, retention } from "../../src/figures/following.ts";
import { readFigures } from "../../src/figures/read.ts";
import { addDays, addMonths, instantOf } from "../../src/shared/time.ts";
import { openWay } from "../casework/introductions/support.ts";
import { TEAM } from "../world.ts";

const WINDOWS = { followWeeksFirst: 1, followWeeksLater: 4 };
const many = (n: number, found: Found): Found[] => Array.from({ length: n }, () => found);

describe("Who is still active after 3 months", () => {
  it("is told as Aarhus did and with all who had started beside it: 62 of 70, and 62 of 140", () => {
    const aarhus = [
      ...many(62, "active"),
      ...many(8, "stopped"),
      ...many(21, "worse"),
      ...many(17, "found-own"),
      ...many(20, "opted-out"),
      ...many(12, "no-wish"),
      // Nobody knows of these, and they are in no denominator.
      ...many(5, "not-reached"),
      ...many(3, "not-due"),
    ];
    expect(retention(aarhus)).toEqual({
      ofFollowed: { value: 89, numerator: 62, denominator: 70 },
      ofStarted: { value: 44, numerator: 62, denominator: 140 },
      coverage: { value: 50, numerator: 70, denominator: 140 },
    });
  });

  it("can rise from 3 to 6 months as in Silkeborg, for it is not the same people: 90 of 100, then 58 of 63", () => {
    expect(retention([...many(90, "active"), ...many(10, "stopped"), ...many(16, "not-due")]).ofFollowed.value).toBe(
      90,
    );
    expect(retention([...many(58, "active"), ...many(5, "stopped"), ...many(53, "not-due")]).ofFollowed.value).toBe(92);
  });

  it("is never more of those followed up than of all, and of nobody it is nothing", () => {
    const found = fc.array(fc.constantFrom<Found>("active", "stopped", ...NOT_KNOWN));
    fc.assert(
      fc.property(found, (all) => {
        const { ofFollowed, ofStarted, coverage } = retention(all);
        expect(ofFollowed.numerator).toBe(ofStarted.numerator);
        expect(ofFollowed.denominator).toBeLessThanOrEqual(ofStarted.denominator);
        expect(coverage).toMatchObject({ numerator: ofFollowed.denominator, denominator: ofStarted.denominator });
      }),
    );
    expect(retention([]).ofFollowed.value).toBeNull();
  });
});

describe("What is found of somebody at a round", () => {
  const started: Followable = { startedOn: "2026-01-10", noFollowUp: null, noted: [], isForgotten: false };
  const noted = (doneOn: string, outcome: "still-there" | "elsewhere" | "stopped" | "not-reached") =>
    foundAt(
      "months-3",
      { ...started, noted: [{ round: "months-3", dueOn: "2026-04-10", doneOn, outcome }] },
      WINDOWS,
      "2026-12-01",
    );

  it("is what was answered in time; too late it counts nowhere", () => {
    expect(noted("2026-04-10", "still-there")).toBe("active");
    expect(noted("2026-05-08", "elsewhere")).toBe("active");
    expect(noted("2026-05-09", "still-there")).toBe("late");
    expect(noted("2026-04-10", "stopped")).toBe("stopped");
    expect(noted("2026-04-10", "not-reached")).toBe("not-reached");
  });

  it("is not due until its time is over, then that nobody asked, or why nobody is to", () => {
    const on = (today: string, own: Partial<Followable> = {}) =>
      foundAt("months-3", { ...started, ...own }, WINDOWS, today);
    expect([on("2026-05-08"), on("2026-05-09")]).toEqual(["not-due", "nobody-asked"]);
    expect(on("2026-05-09", { noFollowUp: "worse" })).toBe("worse");
  });
});

describe("A team's figures", () => {
  let way: ReturnType<typeof openWay>;
  beforeEach(() => {
    way = openWay();
  });

  it("tell what a brobygger noted, also when the citizen is forgotten", () => {
    const start = "2026-11-20";
    const due = addMonths(start, 3);
    const now = instantOf(due, "10:00");
    noteYes(way.db, way.box.keys, way.maria, way.id, { kind: "follow-up", how: "oral" }, now);
    place(way.db, way.box.keys, way.maria, way.id, { offer: "Kor", startedOn: start }, now);
    const answer = {
      outcome: "still-there",
      mattered: null,
      received: null,
      gains: [],
      barriers: [],
      words: "",
    } as const;
    const row = way.db.query.followUps.findFirst({ where: (one, { eq }) => eq(one.round, "months-3") }).sync();
    noteFollowUp(
      way.db,
      way.box.keys,
      way.maria,
      way.id,
      { ...answer, gains: [], barriers: [], id: row?.id ?? 0, on: due },
      now,
    );
    const later = instantOf(addDays(due, 40), "10:00");
    const still = () => {
      const rows = readFigures(way.db, way.maria, TEAM, { from: "2026-10", until: "2026-12" }, later);
      const sections = rows ? figuresOf(rows, way.maria, { areas: [], postcodes: [], themes: [] }) : [];
      return sections.flatMap(({ singles }) => singles).find(({ key }) => key === "still3")?.numerator;
    };
    expect(still()).toBe(1);
    eraseNow(way.db, [findCase(way.db, way.id)!], later);
    expect(still()).toBe(1);
  });

  it("give the reason where nobody is to be asked", () => {
    const now = instantOf("2027-06-01", "10:00");
    place(way.db, way.box.keys, way.maria, way.id, { offer: "Kor", startedOn: "2026-11-20" }, now);
    choosePlan(way.db, way.maria, way.id, { plan: "none", why: "opted-out" }, now);
    const rows = readFigures(way.db, way.maria, TEAM, { from: "2026-10", until: "2026-12" }, now);
    expect(rows?.courses.flatMap(({ found }) => found?.["months-3"] ?? [])).toEqual(["opted-out"]);
  });
});
