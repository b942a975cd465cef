import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countsOfCourse } from "../../src/casework/course/counts.ts";
import { type Found, NOT_KNOWN } from "../../src/casework/course/found.ts";
import { type Course, GROUPS, type Group } from "../../src/casework/course/stand.ts";
import { leavingOf, leavingSheet, type LeavingTable, readLeaving, readTogether } from "../../src/figures/leaving.ts";
import { QUARTERS } from "../../src/figures/span.ts";
import { instantOf } from "../../src/shared/time.ts";
import { FEWEST } from "../../src/figures/suppress.ts";
import { TEAM } from "../world.ts";
import { openAutumn } from "./town.ts";

const NAMES = { areas: [{ slug: "viby", name: "Viby" }], postcodes: [], themes: [{ slug: "musik", name: "Musik" }] };
const UNITS = [
  { id: "neuro", name: "Neurocenter" },
  { id: "gp", name: "=Lægehuset; Viby" },
];
const course = (own: Partial<Course> = {}): Course => ({
  month: "2025-02",
  door: "site",
  unitId: null,
  reason: null,
  channel: null,
  brobyggerId: null,
  found: { "months-3": "not-due", "months-6": "not-due" },
  isForgotten: false,
  waitedDays: 1,
  kept: true,
  isLate: false,
  isReached: true,
  started: "no",
  distance: null,
  hadCompany: false,
  wellbeing: { before: null, after: null },
  experienced: { mattered: null, received: null, gains: [] },
  daysToStart: null,
  group: "under-way",
  why: null,
  ...own,
});
const many = (times: number, own: Partial<Course>) => Array.from({ length: times }, () => course(own));
const leaving = (courses: Course[], quarter: (typeof QUARTERS)[number] | null) =>
  leavingOf({ units: UNITS, counts: courses.flatMap(countsOfCourse) }, { year: 2025, quarter }, NAMES);
const tableOf = (courses: Course[], quarter: (typeof QUARTERS)[number] | null, key: string): LeavingTable => {
  const table = leaving(courses, quarter).tables.find((one) => one.key === key);
  if (!table) throw new Error(`no table ${key}`);
  return table;
};
const shownOf = ({ rows }: LeavingTable) =>
  Object.fromEntries(rows.flatMap(({ label, count }) => (count === null ? [] : [[label, count]])));

const anyCourse = fc
  .record({
    month: fc.constantFrom("2025-01", "2025-05", "2025-08", "2025-12"),
    door: fc.constantFrom<Course["door"][]>("site", "phone", "colleague"),
    unitId: fc.constantFrom("neuro", "gp", null),
    group: fc.constantFrom<Group[]>(...GROUPS),
    kept: fc.constantFrom(true, true, false, null),
    started: fc.constantFrom<Course["started"][]>("yes", "maybe", "no"),
    found: fc
      .constantFrom<Found[]>("active", "active", "stopped", ...NOT_KNOWN)
      .map((found) => ({ "months-3": found, "months-6": found })),
  })
  .map((own) =>
    course({
      ...own,
      unitId: own.door === "colleague" ? own.unitId : null,
      why: own.group === "not-wished" ? "not-reached" : null,
    }),
  );

describe("What may leave a team", () => {
  it("has no unit where too few were sent by any", () => {
    const courses = [
      ...many(20, {}),
      ...many(9, { door: "phone" }),
      ...many(4, { door: "colleague", unitId: "neuro" }),
    ];
    expect(shownOf(tableOf(courses, 1, "doors"))).toEqual({ "Skrev selv på siden": 20, Ringede: 9 });
    expect(tableOf(courses, 1, "units")).toMatchObject({ total: null });
    expect(shownOf(tableOf(courses, 1, "units"))).toEqual({});
  });

  it("hides a quarter's few also in the year: what the other quarters lack does not tell", () => {
    const came = (month: string, neuro: number, gp: number) => [
      ...many(30, { month }),
      ...many(3, { month, door: "phone" }),
      ...many(neuro, { month, door: "colleague", unitId: "neuro" }),
      ...many(gp, { month, door: "colleague", unitId: "gp" }),
      ...many(1, { month, door: "colleague" }),
    ];
    const courses = [...came("2025-01", 2, 30), ...came("2025-04", 20, 30), ...came("2025-07", 20, 30)];
    expect(tableOf(courses, 1, "units")).toMatchObject({ total: 33 });
    expect(shownOf(tableOf(courses, 1, "units"))).toEqual({ "=Lægehuset; Viby": 30 });
    expect(shownOf(tableOf(courses, 2, "units"))).toEqual({ "=Lægehuset; Viby": 30, Neurocenter: 20 });
    // 42 of the year less twice 20 would be the first quarter's two.
    expect(shownOf(tableOf(courses, null, "units"))).toEqual({ "=Lægehuset; Viby": 90 });
    expect(tableOf(courses, 4, "units"), "a quarter in which nobody came").toMatchObject({ total: 0 });
  });

  it("says how long people waited only where both who was tried in time and who was not are many", () => {
    const waits = (late: number) => [
      ...many(40, { waitedDays: 1 }),
      ...many(late, { waitedDays: 6, kept: false }),
      ...many(8, { waitedDays: null, kept: null }),
    ];
    expect(leaving(waits(4), 1).numbers).toEqual([]);
    expect(leaving(waits(10), 1).numbers.map(({ reckoned }) => reckoned)).toEqual([
      { value: 80, numerator: 40, denominator: 50 },
      { value: 1, numerator: 50, denominator: 50 },
      { value: 6, numerator: 50, denominator: 50 },
    ]);
  });

  it("is a sheet that no spreadsheet takes for a formula", () => {
    const sheet = leavingSheet({
      team: "Team Folkesundhed",
      frozenAt: null,
      ...leaving(
        [...many(9, { door: "colleague", unitId: "gp" }), ...many(7, { door: "colleague", unitId: "neuro" })],
        1,
      ),
    });
    expect(sheet.startsWith("\uFEFFTabel;Navn;Antal;")).toBe(true);
    expect(sheet).toContain(`;"'=Lægehuset; Viby";`);
    expect(sheet).toContain(";skjult;");
    expect(sheet.split("\r\n").length).toBeGreaterThan(40);
  });

  it("never shows fewer than five, nor a part of what is hidden, in any quarter or in the year", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCourse, fc.nat(12)), { maxLength: 60 }), (drawn) => {
        const courses = drawn.flatMap(([one, times]) => Array.from({ length: times }, () => one));
        for (const quarter of [...QUARTERS, null]) {
          const { tables } = leaving(courses, quarter);
          const by = (key: string) => tables.find((one) => one.key === key);
          for (const { rows, total } of tables)
            for (const count of [...rows.map((row) => row.count), total])
              expect(count === null || count >= FEWEST || total === 0).toBe(true);
          const sent = by("doors")?.rows.find(({ label }) => label === "Henvist af en kollega");
          expect(by("units")?.total).toBe(sent?.count);
          if (sent?.count === null) expect(shownOf(by("units")!)).toEqual({});
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("All teams of one controller together", () => {
  it("show a sum where each shows its own number, and nothing that follows from the others", () => {
    const town = openAutumn();
    const period = { year: 2026, quarter: null };
    const later = instantOf("2027-01-20", "10:00");
    const lead = { ...town.lead, memberships: [...town.lead.memberships, { role: "lead" as const, scope: "nord" }] };
    const [own, nord] = [TEAM, "nord"].map((team) => readLeaving(town.db, lead, team, period, NAMES, later)!);
    const both = readTogether(town.db, lead, TEAM, period, NAMES, later)!;
    for (const table of both.tables)
      for (const { key, count } of table.rows) {
        const parts = [own, nord].map(
          (one) => one?.tables.find((same) => same.key === table.key)?.rows.find((row) => row.key === key)?.count,
        );
        expect(count).toBe(parts.includes(null) ? null : (parts[0] ?? 0) + (parts[1] ?? 0));
      }
    expect(readTogether(town.db, town.maria, TEAM, period, NAMES, later), "for a lead alone").toBeNull();
    expect(readTogether(town.db, town.stranger, "andre", period, NAMES, later)).toBeNull();
  });
});
