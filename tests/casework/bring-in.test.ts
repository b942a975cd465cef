import { beforeEach, describe, expect, it } from "vitest";
import { bringIn, type EarlierCase, knownAs } from "../../src/casework/bring-in.ts";
import { openTasks } from "../../src/casework/tasks.ts";
import { openPerson } from "../../src/casework/vault.ts";
import { instantOf } from "../../src/shared/time.ts";
import { NOW, refusalOf, TEAM, waitingLetters } from "../world.ts";
import { addTeam, ask, openDesk } from "./support.ts";

const BENT: EarlierCase & { at: number } = {
  at: 0,
  name: "Bent Krog",
  phone: "+4522334455",
  email: null,
  area: "viby",
  wishes: "Vil ud at gå",
  askedOn: "2026-11-02",
  talkedOn: "2026-11-05",
  doer: "hassan",
  next: { step: "trial", on: "2026-12-01", clock: null },
  again: false,
};
let desk: ReturnType<typeof openDesk>;
beforeEach(() => {
  desk = openDesk();
});

const bring = (...rows: (Partial<EarlierCase> & { at?: number })[]) =>
  bringIn(
    desk.db,
    desk.box.keys,
    desk.lead,
    { teamId: TEAM, rows: rows.map((row, at) => ({ ...BENT, phone: `+452233445${at + 5}`, at, ...row })) },
    NOW,
  );
const stored = () => desk.db.query.cases.findMany().sync();

describe("A lead who brings the open cases of a sheet in", () => {
  it("gives each to its brobygger with its next step, since when it is and what was wished", () => {
    expect(bring({})).toBe(1);
    const [row] = stored();
    expect(row).toMatchObject({
      door: "sheet",
      state: "taken",
      brobyggerId: "hassan",
      createdAt: instantOf("2026-11-02", "12:00"),
      firstContactAt: instantOf("2026-11-05", "12:00"),
      waitedDays: 3,
      promiseKept: null,
    });
    expect(openTasks(desk.db, row?.id ?? "")).toMatchObject([{ kind: "trial", dueOn: "2026-12-01", doerId: "hassan" }]);
    expect(row && openPerson(desk.box.keys, row)).toMatchObject({ name: "Bent Krog", wishes: "Vil ud at gå" });
  });

  it("leaves somebody whom nobody has called where the team sees it, on the day that was chosen", () => {
    bring({ doer: null, talkedOn: null, next: { step: "call", on: "2026-11-26", clock: null } });
    const [row] = stored();
    expect(row).toMatchObject({ state: "new", brobyggerId: null, firstContactAt: null });
    expect(openTasks(desk.db, row?.id ?? "")).toMatchObject([{ kind: "first-call", dueOn: "2026-11-26" }]);
  });

  it("promises nothing in hindsight: nobody is late who stood in a sheet until today", () => {
    bring({ talkedOn: null, next: { step: "call", on: "2026-11-26", clock: null } });
    expect(stored()[0]?.dueAt).toBeGreaterThan(NOW);
    bring({ phone: "+4522334499" });
    expect(stored().map(({ promiseKept }) => promiseKept)).toEqual([null, null]);
  });

  it("stores nobody twice: not sent again, and not on two lines, unless it is said to be another case", () => {
    bring({});
    expect(refusalOf(() => bring({}))).toBe("phone-0: alreadyHere");
    expect(refusalOf(() => bring({ phone: "+4522334460" }, { phone: "+4522334460" }))).toBe("phone-1: alreadyHere");
    expect(bring({ again: true })).toBe(1);
    expect(stored()).toHaveLength(2);
  });

  it("notes no yes and sends no mail: nobody has said anything to us", () => {
    bring({ email: "bent@eksempel.dk" });
    expect(desk.db.query.consents.findMany().sync()).toEqual([]);
    expect(waitingLetters(desk.db, desk.box)).toEqual([]);
    expect(stored()[0]?.informedAt).toBeNull();
  });

  it.each([
    ["nobody who can be reached", { phone: null }, "phoneOrEmailTheirs", "phone-1"],
    ["a day that has not come", { askedOn: "2026-11-25" }, "dayGone", "askedOn-1"],
    ["a talk before somebody asked", { talkedOn: "2026-11-01" }, "talkedAfterAsked", "talkedOn-1"],
    ["a brobygger of elsewhere", { doer: "olga" }, "unknown", "doer-1"],
    ["a step without its day", { next: { step: "trial", on: "", clock: null } as const }, "dayMissing", "on-1"],
    [
      "nothing more to do for somebody nobody called",
      { talkedOn: null, next: { none: "paused" } as const },
      "callFirst",
      "step-1",
    ],
    ["a CPR number", { wishes: "010101-1234" }, "cpr", "wishes-1"],
  ])("is told of %s at its line, and nothing is stored", (_, fault, key, field) => {
    expect(refusalOf(() => bring({}, fault))).toBe(`${field}: ${key}`);
    expect(stored()).toEqual([]);
  });

  it("brings nothing into a team that she does not lead, and a brobygger nothing at all", () => {
    addTeam(desk.db, "nord");
    const rows = [BENT];
    expect(refusalOf(() => bringIn(desk.db, desk.box.keys, desk.lead, { teamId: "nord", rows }, NOW))).toBe(
      "teamId: unknown",
    );
    expect(refusalOf(() => bringIn(desk.db, desk.box.keys, desk.maria, { teamId: TEAM, rows }, NOW))).toBe(
      "teamId: unknown",
    );
    expect(refusalOf(() => bring())).toBe("noneTaken");
  });

  it("is told who stands here already, of the own controller only", () => {
    const { reference } = ask(desk.db, desk.box, { phone: "+4522334455" });
    expect(knownAs(desk.db, desk.box.keys, TEAM, ["x@eksempel.dk", "+4522334455"])).toBe(reference);
    expect(knownAs(desk.db, desk.box.keys, "andre", ["+4522334455"])).toBeNull();
  });
});
