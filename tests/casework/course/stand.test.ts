import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CloseReason, ReferralState } from "../../../db/schema.ts";
import { countBy, sumOf } from "../../../src/figures/counting.ts";
import {
  daysToStart,
  GROUPS,
  isReferral,
  NOT_WISHED,
  OTHER_ENDS,
  standOf,
} from "../../../src/casework/course/stand.ts";

const STATES: ReferralState[] = ["new", "taken", "closed", "withdrawn"];
const REASONS: CloseReason[] = [
  "does-not-wish",
  "finished",
  "finds-own-way",
  "not-reached",
  "outside-target-group",
  "needs-other-help",
  "nonsense",
  "repeat",
  "silent",
  "other",
];
const ENDED = { startedOn: "2026-03-01", endedOn: "2026-04-01" };
const ONGOING = { startedOn: "2026-03-01", endedOn: null };
const course = (own: Partial<Parameters<typeof standOf>[0]> = {}) =>
  standOf({ state: "taken", closeReason: null, hasMoved: false, placements: [], ...own });

const anyCourse = fc.record({
  state: fc.constantFrom(...STATES),
  closeReason: fc.option(fc.constantFrom(...REASONS)),
  hasMoved: fc.boolean(),
  placements: fc.array(fc.constantFrom(ENDED, ONGOING, { startedOn: null, endedOn: null }), { maxLength: 3 }),
});

describe("Where a citizen is", () => {
  it.each([
    ["nobody has called yet", { state: "new" }, "under-way", null],
    ["talks with a brobygger", {}, "under-way", null],
    ["has begun somewhere", { placements: [ONGOING] }, "active", null],
    [
      "has begun, and the case is closed",
      { state: "closed", closeReason: "finished", placements: [ONGOING] },
      "active",
    ],
    ["began, stopped, and looks further", { placements: [ENDED] }, "stopped", null],
    ["began anew after a stop", { placements: [ENDED, ONGOING] }, "active", null],
    ["is finished", { state: "closed", closeReason: "finished", placements: [ENDED] }, "finished", null],
    ["said no on the own page", { state: "withdrawn", placements: [ONGOING] }, "not-wished", "withdrawn"],
    ["finds the own way", { state: "closed", closeReason: "finds-own-way" }, "not-wished", "finds-own-way"],
    ["was not heard of again", { state: "closed", closeReason: "silent" }, "other-end", "silent"],
    ["is with another team", { hasMoved: true, placements: [ONGOING] }, "moved", null],
  ] as const)("who %s", (_, own, group, why = null) => {
    expect(course(own as object)).toEqual({ group, why });
  });

  it("is one place, so that all places together are all citizens, and each why is told", () => {
    fc.assert(
      fc.property(fc.array(anyCourse, { maxLength: 60 }), (all) => {
        const referrals = all.filter(isReferral);
        const stands = referrals.map(standOf);
        const groups = countBy(stands, GROUPS, ({ group }) => group);
        expect(sumOf(groups)).toBe(referrals.length);
        for (const [group, whys] of [
          ["not-wished", NOT_WISHED],
          ["other-end", OTHER_ENDS],
        ] as const)
          expect(sumOf(countBy(stands, whys, (one) => (one.group === group ? (one.why as never) : null)))).toBe(
            groups.find(({ key }) => key === group)?.count,
          );
      }),
    );
  });

  it("has begun on the first turn-up after the request, and on no day before it", () => {
    expect(daysToStart("2026-03-10", [ENDED, { startedOn: "2026-03-25", endedOn: null }])).toBe(15);
    expect(daysToStart("2026-03-10", [ENDED, { startedOn: null, endedOn: null }])).toBeNull();
    expect(daysToStart("2026-03-01", [ENDED])).toBe(0);
  });
});
