import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReferralState, Role } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { isLate } from "../../src/casework/open.ts";
import { type CaseDeed, type CaseFacts, mayDo, mayWithdraw } from "../../src/casework/rules.ts";
import { dueAt, lastDayOf, waitedDays } from "../../src/casework/promise.ts";
import { isPublicHoliday } from "../../src/shared/holidays.ts";
import { instantOf, MINUTE } from "../../src/shared/time.ts";

const STATES: ReferralState[] = ["new", "taken", "closed", "withdrawn"];
const DEEDS: CaseDeed[] = ["read", "take", "work", "hand-over", "reassign", "close", "reopen"];
const TEAMS = ["nord", "syd"];
const ROLES: Role[] = ["contact", "brobygger", "lead", "referrer", "editor"];

const viewers = fc.record({
  id: fc.constantFrom("maria", "hassan"),
  name: fc.constant("Maria"),
  email: fc.constant("maria@bro.example"),
  memberships: fc.array(fc.record({ role: fc.constantFrom(...ROLES), scope: fc.constantFrom(...TEAMS) }), {
    maxLength: 3,
  }),
});
const cases = fc.record({
  teamId: fc.constantFrom(...TEAMS),
  state: fc.constantFrom(...STATES),
  brobyggerId: fc.constantFrom(null, "maria", "hassan"),
  wrappedKey: fc.constantFrom("wrapped", null),
});

describe("Who may do what with a case", () => {
  const always = (rule: (viewer: Viewer, stored: CaseFacts) => void) =>
    fc.assert(fc.property(viewers, cases, rule), { numRuns: 2000 });
  const works = (viewer: Viewer, team: string) =>
    viewer.memberships.some((m) => ["brobygger", "lead"].includes(m.role) && m.scope === team);

  it("nobody outside the team may do anything", () => {
    always((viewer, stored) => {
      if (!works(viewer, stored.teamId)) expect(DEEDS.filter((deed) => mayDo(viewer, deed, stored))).toEqual([]);
    });
  });

  it("nobody without an account may do anything", () => {
    fc.assert(
      fc.property(cases, (stored) => {
        expect(DEEDS.filter((deed) => mayDo(null, deed, stored))).toEqual([]);
      }),
    );
  });

  it("a claimed case is read by its own brobygger only, also not by the lead", () => {
    always((viewer, stored) => {
      if (stored.state !== "new" && stored.brobyggerId !== viewer.id) expect(mayDo(viewer, "read", stored)).toBe(false);
    });
  });

  it("an unclaimed request is read by all of its team", () => {
    always((viewer, stored) => {
      if (stored.state === "new" && stored.wrappedKey && works(viewer, stored.teamId))
        expect(mayDo(viewer, "read", stored)).toBe(true);
    });
  });

  it("a case whose citizen said no is read by nobody, nor is an erased one", () => {
    always((viewer, stored) => {
      if (stored.state === "withdrawn" || !stored.wrappedKey)
        expect(DEEDS.filter((deed) => mayDo(viewer, deed, stored))).toEqual([]);
    });
  });

  it("only a lead of the team moves somebody else's case", () => {
    always((viewer, stored) => {
      const leads = viewer.memberships.some((m) => m.role === "lead" && m.scope === stored.teamId);
      expect(mayDo(viewer, "reassign", stored)).toBe(
        leads && Boolean(stored.wrappedKey) && stored.state !== "withdrawn",
      );
    });
  });

  it("whoever may change a case may read it", () => {
    always((viewer, stored) => {
      const changes = DEEDS.filter((deed) => deed !== "read" && deed !== "reassign" && mayDo(viewer, deed, stored));
      if (changes.length > 0) expect(mayDo(viewer, "read", stored)).toBe(true);
    });
  });

  it("a case is taken when new, worked with when taken, opened again when closed", () => {
    const maria: Viewer = {
      id: "maria",
      name: "Maria",
      email: "",
      memberships: [{ role: "brobygger", scope: "nord" }],
    };
    const may = (state: ReferralState) =>
      DEEDS.filter((deed) =>
        mayDo(maria, deed, {
          teamId: "nord",
          state,
          brobyggerId: state === "new" ? null : "maria",
          wrappedKey: "wrapped",
        }),
      );
    expect(may("new")).toEqual(["read", "take"]);
    expect(may("taken")).toEqual(["read", "work", "hand-over", "close"]);
    expect(may("closed")).toEqual(["read", "reopen"]);
    expect(may("withdrawn")).toEqual([]);
  });

  it("the citizen may say no at any time, once", () => {
    expect(STATES.filter((state) => mayWithdraw({ state, wrappedKey: "wrapped" }))).toEqual(["new", "taken", "closed"]);
    expect(mayWithdraw({ state: "new", wrappedKey: null })).toBe(false);
  });
});

describe("The promise to call within 3 hverdage", () => {
  const due = (date: string, clock: string, days = 3) => dueAt(instantOf(date, clock), days, isPublicHoliday);
  const waiting = (at: number) => ({ state: "new" as const, dueAt: at, firstAttemptAt: null });

  it("runs out at the same hour on the third day", () => {
    expect(due("2026-11-23", "10:00")).toBe(instantOf("2026-11-26", "10:00"));
    expect(lastDayOf(due("2026-11-23", "10:00"))).toBe("2026-11-26");
  });

  it("leaves out the weekend", () => {
    expect(due("2026-11-26", "15:00")).toBe(instantOf("2026-12-01", "15:00"));
    expect(lastDayOf(due("2026-11-28", "20:00"))).toBe("2026-12-02");
  });

  it("leaves out Christmas: a request of the 22nd has until the 29th", () => {
    const promised = due("2026-12-22", "10:00");
    expect(promised).toBe(instantOf("2026-12-29", "10:00"));
    expect(isLate(waiting(promised), instantOf("2026-12-28", "16:00"))).toBe(false);
    expect(isLate(waiting(promised), promised)).toBe(false);
    expect(isLate(waiting(promised), promised + MINUTE)).toBe(true);
    expect(waitedDays(instantOf("2026-12-22", "10:00"), instantOf("2026-12-28", "16:00"), isPublicHoliday)).toBe(2);
  });

  it("leaves out Easter and Whit Monday", () => {
    expect(due("2027-03-24", "12:00", 1)).toBe(instantOf("2027-03-30", "12:00"));
    expect(due("2027-05-14", "12:00", 1)).toBe(instantOf("2027-05-18", "12:00"));
  });

  it("is kept by the first attempt, also when nobody answered", () => {
    const promised = due("2026-11-23", "10:00");
    expect(isLate({ state: "taken", dueAt: promised, firstAttemptAt: promised - MINUTE }, promised + MINUTE)).toBe(
      false,
    );
    expect(isLate({ state: "taken", dueAt: promised, firstAttemptAt: null }, promised + MINUTE)).toBe(true);
  });

  it("means nothing for a case that is closed or withdrawn", () => {
    expect(isLate({ state: "closed", dueAt: 0, firstAttemptAt: null }, 1)).toBe(false);
    expect(isLate({ state: "withdrawn", dueAt: 0, firstAttemptAt: null }, 1)).toBe(false);
  });
});
