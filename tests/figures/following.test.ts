import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { noteYes } from "../../src/casework/consents.ts";
import { choosePlan, noteFollowUp } from "../../src/casework/following/note.ts";
import { place } from "../../src/casework/placements.ts";
import { eraseNow } from "../../src/casework/retention.ts";
import { findCase } from "../../src/casework/store.ts";
import { countedOf, figuresOf } from "../../src/figures/figures.ts";
import { type Found, type Followable, foundAt, NOT_KNOWN } from "../../src/casework/course/found.ts";
import { tallyOf } from "../../src/figures/counting.ts";
import { retention, sameAtBoth } from "../../src/figures/retention.ts";
import { readFigures } from "../../src/figures/read.ts";
import { addDays, addMonths, instantOf } from "../../src/shared/time.ts";
import { openWay } from "../casework/introductions/support.ts";
import { TEAM } from "../world.ts";

const WINDOWS = { followWeeksFirst: 1, followWeeksLater: 4 };
type Seen = Partial<Record<Found, number>>;
const seen = (started: Seen, never: Seen = {}) =>
  tallyOf(
    [["months-3" as const, started] as const, ["months-3-never" as const, never] as const].flatMap(([figure, many]) =>
      Object.entries(many).map(([key, count]) => ({ month: "2022-01", figure, key, count })),
    ),
  );

describe("Who is still active after 3 months", () => {
  it("is told with all who should have been asked beside it: 62 of 70, and 62 of 140, never of 307", () => {
    const aarhus = seen(
      { active: 62, stopped: 8, worse: 21, "opted-out": 20, "no-duty": 60, "not-reached": 5, "not-due": 3 },
      { "found-own": 17, "no-wish": 12, "no-duty": 107 },
    );
    expect(retention(aarhus, "months-3")).toEqual({
      ofFollowed: { value: 89, numerator: 62, denominator: 70 },
      ofStarted: { value: 56, numerator: 62, denominator: 111 },
      ofStartedAtMost: { value: 48, numerator: 62, denominator: 128 },
      ofReferred: { value: 44, numerator: 62, denominator: 140 },
      coverage: { value: 50, numerator: 70, denominator: 140 },
      duty: { value: 47, numerator: 148, denominator: 315 },
    });
  });

  it("is never more of those followed up than of those who began, nor of those than of all", () => {
    const found = fc.dictionary(fc.constantFrom<Found>("active", "stopped", ...NOT_KNOWN), fc.nat(40));
    const unknown = fc.dictionary(fc.constantFrom<Found>(...NOT_KNOWN), fc.nat(40));
    fc.assert(
      fc.property(found, unknown, (started, never) => {
        const { ofFollowed, ofStarted, ofReferred, coverage } = retention(seen(started, never), "months-3");
        expect(ofFollowed.numerator).toBe(ofReferred.numerator);
        expect(ofFollowed.denominator).toBeLessThanOrEqual(ofStarted.denominator);
        expect(ofStarted.denominator).toBeLessThanOrEqual(ofReferred.denominator);
        expect(coverage).toMatchObject({ numerator: ofFollowed.denominator, denominator: ofReferred.denominator });
      }),
    );
    expect(retention(seen({}), "months-3").ofFollowed.value).toBeNull();
  });

  it("can rise among the same people, where some come back: of 50, 45 and then 46", () => {
    const both = (key: string, count: number) => ({ month: "2022-01", figure: "both-rounds" as const, key, count });
    const same = sameAtBoth(
      tallyOf([
        both("active active", 43),
        both("active stopped", 2),
        both("stopped active", 3),
        both("stopped stopped", 2),
      ]),
    );
    expect(same).toEqual({
      "months-3": { value: 90, numerator: 45, denominator: 50 },
      "months-6": { value: 92, numerator: 46, denominator: 50 },
    });
  });
});

describe("What is found of somebody at a round", () => {
  const started: Followable = {
    startedOn: "2026-01-10",
    duty: "three-times",
    plan: null,
    noFollowUp: null,
    noted: [],
    isOver: false,
    isForgotten: false,
  };
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

  it("is nobody's duty where whoever has it follows up as needed, and that one's where a reason was given", () => {
    const on = (own: Partial<Followable>) => foundAt("months-3", { ...started, ...own }, WINDOWS, "2026-12-01");
    expect(on({ duty: "as-needed" })).toBe("no-duty");
    expect(on({ duty: "as-needed", plan: "three-months" })).toBe("nobody-asked");
    expect(on({ plan: "none", noFollowUp: "worse" })).toBe("worse");
    expect(on({ duty: "as-needed", plan: "none", noFollowUp: "worse" })).toBe("no-duty");
    expect(foundAt("months-6", { ...started, duty: "three-months" }, WINDOWS, "2026-12-01")).toBe("no-duty");
  });

  it("of one who never began is the reason, else that they are not due, or never began", () => {
    const on = (own: Partial<Followable>) =>
      foundAt("months-3", { ...started, startedOn: null, ...own }, WINDOWS, "2026-12-01");
    expect(on({ noFollowUp: "found-own" })).toBe("found-own");
    expect([on({}), on({ isOver: true })]).toEqual(["not-due", "not-started"]);
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
    expect(rows?.courses.map(({ found }) => found["months-3"])).toEqual(["opted-out"]);
  });
});

describe("How they are, before and after", () => {
  const pairs = (all: readonly [before: number, after: number][]) =>
    countedOf(
      {
        leads: true,
        units: [],
        brobyggere: [],
        counts: all.flatMap(([before, after]) =>
          (
            [
              ["who5-before", before],
              ["who5-after", after],
              ["who5-change", after - before],
            ] as const
          ).map(([figure, score]) => ({ month: "2026-03", figure, key: String(score), count: 1 })),
        ),
      },
      { id: "lead", name: "Birgitte" },
      { areas: [], postcodes: [], themes: [] },
    ).find(({ key }) => key === "wellbeing")?.singles;

  it("is the mean of what changed, and how many are at risk, of those who were asked twice", () => {
    const five = pairs([
      [32, 52],
      [48, 60],
      [52, 48],
      [20, 40],
      [60, 72],
    ]);
    expect(five?.map(({ value, denominator }) => [value, denominator])).toEqual([
      [12, 5],
      [60, 5],
      [40, 5],
    ]);
  });

  it("is not told of four", () => {
    expect(
      pairs([
        [32, 52],
        [48, 60],
        [52, 48],
        [20, 40],
      ]),
    ).toBeUndefined();
  });
});
