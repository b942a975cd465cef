import { beforeEach, describe, expect, it } from "vitest";
import { openTasks } from "../../src/casework/tasks.ts";
import { type Meeting, noteMeeting } from "../../src/referrals/meeting.ts";
import { addUnit } from "../../src/referrals/units.ts";
import { NOW, refusalOf, TEAM } from "../world.ts";
import { openDesk } from "../casework/support.ts";

let desk: ReturnType<typeof openDesk>;
let unit: string;
beforeEach(() => {
  desk = openDesk();
  unit = addUnit(desk.db, desk.lead, { teamId: TEAM, name: "Sundhedshuset", kind: "health-unit" }, NOW);
});

const LIS = { at: 0, name: "Lis", phone: "+4522334455", area: "viby", wishes: "Gåture", saidYes: true, again: false };
const OLE = { at: 3, name: "Ole", phone: "+4522334456", area: null, wishes: "", saidYes: true, again: false };
const met = (changes: Partial<Meeting> = {}) =>
  noteMeeting(
    desk.db,
    desk.box,
    desk.maria,
    {
      teamId: TEAM,
      told: "themselves",
      unit: null,
      reason: null,
      how: "oral",
      whyOral: "",
      keep: true,
      on: "2026-11-26",
      rows: [LIS, OLE],
      ...changes,
    },
    NOW,
  );
const stored = () => desk.db.query.cases.findMany().sync();
const refused = (changes: Partial<Meeting>) => refusalOf(() => met(changes));

describe("A brobygger who comes from a meeting", () => {
  it("writes several down at once: each has a case, and is called on the day that was said", () => {
    expect(met({ unit })).toBe(2);
    expect(stored().map(({ state, brobyggerId, unitId, door }) => [state, brobyggerId, unitId, door])).toEqual([
      ["taken", "maria", unit, "drop-in"],
      ["taken", "maria", unit, "drop-in"],
    ]);
    for (const { id } of stored())
      expect(openTasks(desk.db, id)).toMatchObject([{ kind: "call", dueOn: "2026-11-26", doerId: "maria" }]);
    expect(desk.db.query.consents.findMany().sync()).toMatchObject([{ how: "oral" }, { how: "oral" }]);
  });

  it("leaves them to the team, which calls within the promise, when a colleague told of them", () => {
    met({ told: "colleague", unit, reason: "loneliness", how: "written", keep: false });
    for (const { id, state, door, reason } of stored()) {
      expect([state, door, reason]).toEqual(["new", "colleague", "loneliness"]);
      expect(openTasks(desk.db, id)).toMatchObject([{ kind: "first-call", doerId: null }]);
    }
  });

  it.each<[string, Partial<Meeting>, string, string]>([
    ["a citizen who has not said yes", { rows: [LIS, { ...OLE, saidYes: false }] }, "theirYes", "saidYes-3"],
    ["a number that two have", { rows: [LIS, { ...OLE, phone: LIS.phone }] }, "alreadyHere", "phone-3"],
    ["a colleague of nowhere", { told: "colleague" }, "colleaguesUnit", "unit"],
    ["a CPR number", { rows: [{ ...OLE, wishes: "010101-1234" }] }, "cpr", "wishes-3"],
    ["nobody at all", { rows: [] }, "noneWritten", ""],
  ])("is told of %s where it stands, and nothing is stored", (_, changes, key, field) => {
    expect(refused(changes)).toBe(field ? `${field}: ${key}` : key);
    expect(stored()).toEqual([]);
  });

  it("says why a yes that should be in writing is not", () => {
    expect(refused({ told: "colleague", unit, how: "oral" })).toBe("whyOral: whyOral");
    expect(refused({ told: "colleague", unit, how: "oral", whyOral: "Kan ikke skrive" })).toBeNull();
  });

  it("writes nobody down in another team, and names no unit of another or of a union", () => {
    expect(refused({ teamId: "andre" })).toBe("teamId: unknown");
    const union = addUnit(desk.db, desk.lead, { teamId: TEAM, name: "3F", kind: "union" }, NOW);
    expect(refused({ unit: union })).toBe("unit: unknown");
  });
});
