import { beforeEach, describe, expect, it } from "vitest";
import { cases } from "../../db/schema.ts";
import { forgetCitizens } from "../../src/casework/forgetting.ts";
import { close } from "../../src/casework/deeds.ts";
import { writeCost } from "../../src/figures/cost.ts";
import { freezeYears, lastClosedYear } from "../../src/figures/frozen.ts";
import { loadOf } from "../../src/figures/figures.ts";
import { readLeaving } from "../../src/figures/leaving.ts";
import { readFigures } from "../../src/figures/read.ts";
import { shownFigures } from "../../src/figures/shown.ts";
import { instantOf } from "../../src/shared/time.ts";
import { refusalOf, TEAM } from "../world.ts";
import { openAutumn } from "./town.ts";

const NAMES = { areas: [], postcodes: [], themes: [] };
const YEAR = { from: "2026-01", until: "2026-12" };
const FEBRUARY = instantOf("2027-02-01", "03:00");
const MARCH = instantOf("2027-03-01", "10:00");

let town: ReturnType<typeof openAutumn>;
beforeEach(() => {
  town = openAutumn();
});
const leaving = () => readLeaving(town.db, town.lead, TEAM, { year: 2026, quarter: null }, NAMES, MARCH);
const shown = (span = YEAR, now = MARCH) =>
  shownFigures(town.db, readFigures(town.db, town.lead, TEAM, span, now)!, town.lead, NAMES);
/** Somebody is late with an end. */
const endOne = () => {
  const open = town.db
    .select()
    .from(cases)
    .all()
    .find(({ state, brobyggerId }) => state === "taken" && brobyggerId === town.hassan.id)!;
  close(town.db, town.box.keys, town.hassan, open.id, { reason: "other", note: "" }, MARCH);
};

describe("A year", () => {
  it("is closed when its January is over, once for each team that had anybody", () => {
    expect([lastClosedYear(instantOf("2027-01-31", "23:00")), lastClosedYear(FEBRUARY)]).toEqual([2025, 2026]);
    expect(freezeYears(town.db, instantOf("2027-01-31", "23:00"))).toBe(0);
    expect(freezeYears(town.db, FEBRUARY)).toBe(2);
    expect(freezeYears(town.db, MARCH)).toBe(0);
  });

  it("leaves the team as it was closed, whatever is written or erased later", () => {
    freezeYears(town.db, FEBRUARY);
    const closed = leaving();
    expect(closed?.frozenAt).toBe(FEBRUARY);
    endOne();
    forgetCitizens(town.db, town.db.select().from(cases).all(), MARCH);
    expect(leaving()).toEqual(closed);
  });

  it("is shown at the desk as it was closed, with what is another since beside it", () => {
    freezeYears(town.db, FEBRUARY);
    expect(shown(YEAR, FEBRUARY).changes).toEqual([]);
    endOne();
    expect(shown().changes.map(({ label, was, is }) => [label, was, is])).toEqual(
      expect.arrayContaining([
        ["Undervejs", 14, 13],
        ["Sluttet på en anden måde", 2, 3],
      ]),
    );
    expect(shown({ from: "2026-02", until: "2026-12" }).frozenAt, "months are counted anew").toBeNull();
  });
});

describe("What a year cost", () => {
  it("is for each who was reached, who began, and who is still active, of a whole year alone", () => {
    writeCost(town.db, town.lead, { teamId: TEAM, year: 2026, ore: 62_000_000 });
    const cost = shown().sections.find(({ key }) => key === "cost");
    // 27 were talked with or written to, 24 of whom answered; 8 began.
    expect(cost?.singles.map(({ key, value, denominator }) => [key, value, denominator])).toContainEqual([
      "costStarted",
      7_750_000,
      8,
    ]);
    expect(shown({ from: "2026-02", until: "2026-12" }).sections.some(({ key }) => key === "cost")).toBe(false);
  });

  it("is a lead's to write, and to take away", () => {
    expect(refusalOf(() => writeCost(town.db, town.maria, { teamId: TEAM, year: 2026, ore: 1 }))).toBe("unknown");
    writeCost(town.db, town.lead, { teamId: TEAM, year: 2026, ore: 62_000_000 });
    writeCost(town.db, town.lead, { teamId: TEAM, year: 2026, ore: null });
    expect(shown().sections.some(({ key }) => key === "cost")).toBe(false);
  });
});

describe("The load", () => {
  it("is of all for a lead, and one's own for a brobygger", () => {
    const of = (viewer: typeof town.lead) => loadOf(readFigures(town.db, viewer, TEAM, YEAR, MARCH)!, viewer);
    expect(of(town.lead).map(({ name }) => name)).toEqual(["Hassan", "Maria"]);
    expect(of(town.maria).map(({ name, open, perTenHours }) => [name, open, perTenHours])).toEqual([
      ["Maria", 10, null],
    ]);
  });
});
