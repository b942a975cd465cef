import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { writeSetting } from "../../db/settings.ts";
import { isDue, MAIL_WORKS_DAYS, noteVisit, outreachOf, remindUnit, silentUnits } from "../../src/feedback/outreach.ts";
import { addUnit, closeUnit } from "../../src/referrals/units.ts";
import { addDays, instantOf, localDate } from "../../src/shared/time.ts";
import { DAY, NOW, refusalOf, TEAM, waitingLetters } from "../world.ts";
import { ANNE, openUnit } from "./support.ts";

let unit: ReturnType<typeof openUnit>;
beforeEach(() => {
  unit = openUnit();
});

const LATER = instantOf("2027-02-16", "10:00");
const silent = (now = LATER, viewer = unit.maria) => silentUnits(unit.db, viewer, now).map(({ name }) => name);

describe("A unit that has referred nobody for twelve weeks", () => {
  it("stands on the desk of its team, and of no other, from the day on which the weeks are over", () => {
    unit.refer();
    expect(silent(LATER - DAY)).toEqual([]);
    expect(silent()).toEqual(["Lægerne i Viby"]);
    expect(silent(LATER, unit.lead)).toEqual(["Lægerne i Viby"]);
    expect(silent(LATER, unit.stranger)).toEqual([]);
    unit.refer("Bo Holm", LATER);
    expect(silent()).toEqual([]);
  });

  it("is off it when somebody has been there, and comes back after as many weeks", () => {
    noteVisit(unit.db, unit.maria, unit.unitId, { kind: "staff-meeting", on: localDate(LATER) }, LATER);
    expect(silent()).toEqual([]);
    expect(silent(LATER + 83 * DAY)).toEqual([]);
    expect(silent(LATER + 84 * DAY)).toEqual(["Lægerne i Viby"]);
    expect(outreachOf(unit.db, unit.hassan, unit.unitId)).toEqual([{ kind: "staff-meeting", on: "2027-02-16" }]);
  });

  it("is reminded by a mail that names nobody but the brobygger, not twice within two weeks", () => {
    expect(remindUnit(unit.db, unit.box, unit.maria, unit.unitId, LATER)).toBe(1);
    const letter = waitingLetters(unit.db, unit.box).at(-1);
    expect(letter).toMatchObject({ to: ANNE.email, kind: "unit-reminder" });
    expect(letter?.text).toContain("Maria fra brobyggerne");
    expect(letter?.text).not.toMatch(/Anne|Viby|henvis\//);
    expect(silent()).toEqual([]);
    expect(silent(LATER + MAIL_WORKS_DAYS * DAY)).toEqual(["Lægerne i Viby"]);
    expect(refusalOf(() => remindUnit(unit.db, unit.box, unit.hassan, unit.unitId, LATER + 13 * DAY))).toBe(
      "remindedLately",
    );
    expect(remindUnit(unit.db, unit.box, unit.hassan, unit.unitId, LATER + 14 * DAY)).toBe(1);
  });

  it("is not reminded where nobody has a link", () => {
    const id = addUnit(unit.db, unit.lead, { teamId: TEAM, name: "Hjerneskadecentret", kind: "health-unit" }, NOW);
    expect(refusalOf(() => remindUnit(unit.db, unit.box, unit.maria, id, LATER))).toBe("noColleagues");
  });

  it("is visited by those of its team alone, while it is open, on a day that was", () => {
    const visit = { kind: "group", on: localDate(LATER) } as const;
    expect(refusalOf(() => noteVisit(unit.db, unit.stranger, unit.unitId, visit, LATER))).toBe("notYours");
    expect(refusalOf(() => remindUnit(unit.db, unit.box, unit.stranger, unit.unitId, LATER))).toBe("notYours");
    expect(refusalOf(() => outreachOf(unit.db, unit.stranger, unit.unitId))).toBe("notYours");
    expect(refusalOf(() => noteVisit(unit.db, unit.maria, unit.unitId, { ...visit, on: "2027-02-17" }, LATER))).toBe(
      "on: notYet",
    );
    closeUnit(unit.db, unit.lead, unit.unitId, LATER);
    expect(silent()).toEqual([]);
    expect(refusalOf(() => noteVisit(unit.db, unit.maria, unit.unitId, visit, LATER))).toBe("notYours");
  });

  it("is none of those that only hand out a card: who came by them is not known", () => {
    addUnit(unit.db, unit.lead, { teamId: TEAM, name: "3F", kind: "union" }, NOW);
    expect(silent()).toEqual(["Lægerne i Viby"]);
  });

  it("waits while five others have been silent for longer", () => {
    for (let n = 1; n <= 5; n++)
      addUnit(unit.db, unit.lead, { teamId: TEAM, name: `Sundhedscenter ${n}`, kind: "health-unit" }, NOW - n * DAY);
    expect(silent()).toEqual([5, 4, 3, 2, 1].map((n) => `Sundhedscenter ${n}`));
  });

  it("is left alone where the team has said so", () => {
    writeSetting(unit.db, "unitSilentWeeks", 0, TEAM);
    expect(silent()).toEqual([]);
    writeSetting(unit.db, "unitSilentWeeks", 13, TEAM);
    expect([silent(), silent(LATER + 7 * DAY)]).toEqual([[], ["Lægerne i Viby"]]);
  });
});

describe("Whether it is time to come by", () => {
  const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays("2026-01-01", n));
  const seen = fc.record({
    knownSince: day,
    referredOn: fc.option(day),
    visitedOn: fc.option(day),
    mailedOn: fc.option(day),
  });

  it("never changes by what lies further back than the last, and only once as days go by without anything", () => {
    fc.assert(
      fc.property(seen, fc.integer({ min: 1, max: 60 }), day, (last, weeks, today) => {
        const due = isDue(last, weeks, today);
        if (due) expect(isDue(last, weeks, addDays(today, 1))).toBe(true);
        if (due) expect(isDue({ ...last, visitedOn: today }, weeks, today)).toBe(false);
        if (!due) expect(isDue({ ...last, mailedOn: today }, weeks, today)).toBe(false);
        expect(isDue(last, 0, today)).toBe(false);
      }),
    );
  });
});
