import { beforeEach, describe, expect, it } from "vitest";
import { cases, passes, passUses } from "../../db/schema.ts";
import { writeSetting } from "../../db/settings.ts";
import { forgetCitizens } from "../../src/casework/forgetting.ts";
import { deskNav } from "../../src/casework/desk.ts";
import { keepRetention } from "../../src/jobs/retention.ts";
import { takeBackUse } from "../../src/passes/deeds.ts";
import { passSheet, passYears } from "../../src/passes/ledger.ts";
import { passesInCopy } from "../../src/passes/of-case.ts";
import { instantOf } from "../../src/shared/time.ts";
import { NOW } from "../world.ts";
import { openPassDesk } from "./support.ts";

let desk: ReturnType<typeof openPassDesk>;
beforeEach(() => {
  desk = openPassDesk();
  desk.issue();
  desk.use(300);
  desk.use(200);
  takeBackUse(desk.db, desk.maria, desk.id, desk.newest().uses[1]?.id ?? 0, NOW);
});
const forget = () => forgetCitizens(desk.db, desk.db.select().from(cases).all(), NOW);

describe("When a citizen is forgotten", () => {
  it("the ledger stays, without whose it was, of what, and who wrote it", () => {
    forget();
    expect(desk.db.select().from(passes).all()).toMatchObject([
      { caseId: null, madeById: null, ore: 100_000, issuedOn: "2026-11-24", lastOn: "2027-12-31", endedAt: null },
    ]);
    const uses = desk.db.select().from(passUses).all();
    expect(uses).toMatchObject([
      { ore: 30_000, activityId: null, madeById: null, madeAt: 0, takenBackAt: null },
      { ore: 20_000, activityId: null, madeById: null, madeAt: 0 },
    ]);
    expect((uses[1]?.takenBackAt ?? 1) % 86_400_000, "the day, and no hour").toBe(0);
    expect(passYears(desk.db, desk.lead, NOW)).toMatchObject([{ issued: 1, usedOre: 30_000, leftOre: 70_000 }]);
  });

  it("the ledger goes five years after the year in which the pass ran out", async () => {
    forget();
    await keepRetention(desk.db, instantOf("2032-12-31", "23:59"));
    expect(desk.db.select().from(passes).all()).toHaveLength(1);
    await keepRetention(desk.db, instantOf("2033-01-01", "00:00"));
    expect([desk.db.select().from(passes).all(), desk.db.select().from(passUses).all()]).toEqual([[], []]);
  });
});

describe("A team's lead", () => {
  it("sees per year what was issued, used and is left, of the own teams alone", () => {
    desk.use(100, "2027-01-02", { now: instantOf("2027-01-02", "12:00") });
    const years = passYears(desk.db, desk.lead, instantOf("2027-01-03", "12:00"));
    expect(years).toEqual([
      { team: expect.any(String), year: "2027", issued: 0, issuedOre: 0, uses: 1, usedOre: 10_000, leftOre: 0 },
      {
        team: expect.any(String),
        year: "2026",
        issued: 1,
        issuedOre: 100_000,
        uses: 1,
        usedOre: 30_000,
        leftOre: 60_000,
      },
    ]);
    expect(passYears(desk.db, desk.maria, NOW)).toEqual([]);
    expect(passYears(desk.db, desk.lead, instantOf("2028-01-01", "12:00"))[1], "run out").toMatchObject({ leftOre: 0 });
    expect(passSheet(years).split("\r\n")[2]).toMatch(/;2026;1;1000,00;1;300,00;600,00$/);
    expect(passSheet(years)).not.toContain("AP-");
  });

  it("finds the page from the desk where the team gives passes", () => {
    const has = () => deskNav(desk.db, desk.lead, "").some(({ href }) => href === "/brobygger/pas");
    expect(has()).toBe(true);
    writeSetting(desk.db, "passOn", 0);
    expect(has()).toBe(false);
    expect(deskNav(desk.db, desk.maria, "").some(({ href }) => href === "/brobygger/pas")).toBe(false);
  });
});

it("A citizen who asks for all that is kept hears of the pass and its uses", () => {
  expect(passesInCopy(desk.db, desk.id)).toMatchObject([
    {
      number: desk.newest().number,
      left: 70_000,
      uses: [
        { ore: 30_000, at: "Strik kor", takenBack: false },
        { ore: 20_000, takenBack: true },
      ],
    },
  ]);
});
