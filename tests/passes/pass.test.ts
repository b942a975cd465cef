import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeSetting } from "../../db/settings.ts";
import { endPass, issuePass, takeBackUse, usePass } from "../../src/passes/deeds.ts";
import { passesOf } from "../../src/passes/of-case.ts";
import { balance, lastDay, spent, whyNot } from "../../src/passes/pass.ts";
import { DAY, localDate } from "../../src/shared/time.ts";
import { isRefusal } from "../../src/texts/refusal.ts";
import { NOW } from "../world.ts";
import { KR, openPassDesk } from "./support.ts";

const PASS = { ore: 1000 * KR, issuedOn: "2026-11-24", lastOn: "2027-12-31", endedAt: null };
const used = (ore: number, takenBackAt: number | null = null) => ({ ore, takenBackAt });
const wish = (ore: number, usedOn = "2026-12-01", isFolkeoplysende = true) => ({ ore, usedOn, isFolkeoplysende });

describe("What is left of a pass", () => {
  it("is what was put on it, less the uses that stand", () => {
    expect(balance(PASS, [])).toBe(1000 * KR);
    expect(balance(PASS, [used(249_50), used(100 * KR, 1)])).toBe(750_50);
  });
});

describe("A pass", () => {
  it("holds until New Year's Eve of so many years after the one in which somebody got it", () => {
    expect(lastDay("2026-01-01", 1)).toBe("2027-12-31");
    expect(lastDay("2026-12-31", 0)).toBe("2026-12-31");
  });

  it("is good to the last øre and the last day, and no further", () => {
    expect(whyNot(PASS, [used(600 * KR)], wish(400 * KR, "2027-12-31"))).toBeNull();
    expect(whyNot(PASS, [used(600 * KR)], wish(400 * KR + 1))).toBe("too-much");
    expect(whyNot(PASS, [used(1000 * KR)], wish(1))).toBe("spent");
    expect(whyNot(PASS, [], wish(1, "2028-01-01"))).toBe("expired");
    expect(whyNot(PASS, [], wish(1, "2026-12-01", false))).toBe("not-for-this");
    expect(whyNot({ ...PASS, endedAt: 1 }, [], wish(1))).toBe("ended");
  });
});

type Deed =
  | { kind: "issue" }
  | { kind: "end" }
  | { kind: "use"; kroner: number; daysOff: number; at: string }
  | { kind: "take-back"; nth: number };

/** Mostly a day soon, now and then one far off. */
const days = (near: [number, number], far: [number, number]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: near[0], max: near[1] }) },
    { weight: 1, arbitrary: fc.integer({ min: far[0], max: far[1] }) },
  );
const deed: fc.Arbitrary<Deed & { daysOn: number }> = fc
  .oneof<fc.MaybeWeightedArbitrary<Deed>[]>(
    { weight: 2, arbitrary: fc.constantFrom<Deed>({ kind: "issue" }, { kind: "issue" }, { kind: "end" }) },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant("use" as const),
        kroner: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 300, max: 1200 })),
        daysOff: days([-15, 0], [-500, 40]),
        at: fc.constantFrom("kor", "kor", "kor", "kor", "fitness"),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("take-back" as const), nth: fc.nat(3) }) },
  )
  .chain((one) => days([0, 30], [-400, 600]).map((daysOn) => ({ ...one, daysOn })));

const FIRST: Deed & { daysOn: number } = { kind: "issue", daysOn: 0 };

describe("Whatever brobyggere do, in whatever order and at whatever hour", () => {
  it("nobody overspends a pass, or uses it outside its days or where it does not hold; what is left is issued less used", () => {
    let uses = 0;
    fc.assert(
      fc.property(fc.array(deed, { minLength: 12, maxLength: 40 }), fc.constantFrom(0, 1), (deeds, years) => {
        const { db, maria, id } = openPassDesk();
        writeSetting(db, "passYears", years);
        let now = NOW;
        for (const one of [FIRST, ...deeds]) {
          now += one.daysOn * DAY;
          const had = passesOf(db, id);
          try {
            if (one.kind === "issue") issuePass(db, maria, id, now);
            else if (one.kind === "end") endPass(db, maria, id, had[0]?.id ?? 0, now);
            else if (one.kind === "take-back")
              takeBackUse(db, maria, id, had.flatMap(({ uses }) => uses)[one.nth]?.id ?? 0, now);
            else {
              const usedOn = localDate(now + one.daysOff * DAY);
              const use = { chosen: one.at, address: "", ore: one.kroner * KR, usedOn };
              usePass(db, maria, id, had[0]?.id ?? 0, use, now);
              uses += 1;
              expect(usedOn <= localDate(now)).toBe(true);
              expect(one.at).toBe("kor");
            }
          } catch (thrown) {
            if (!isRefusal(thrown)) throw thrown;
          }
          const all = passesOf(db, id);
          expect(all.filter(({ endedAt }) => endedAt === null).length).toBeLessThanOrEqual(1);
          for (const pass of all) {
            expect(pass.left).toBe(pass.ore - spent(pass.uses));
            expect(pass.left).toBeGreaterThanOrEqual(0);
            for (const { usedOn } of pass.uses)
              expect(usedOn >= pass.issuedOn && usedOn <= pass.lastOn, `${usedOn} of ${pass.lastOn}`).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(uses, "and passes were used").toBeGreaterThan(20);
  }, 60_000);
});
