import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentile, share, tallyOf } from "../../src/figures/counting.ts";

const waited = (values: readonly number[]) =>
  tallyOf(values.map((days) => ({ month: "2026-01", figure: "waited" as const, key: String(days), count: 1 })));

describe("A figure", () => {
  it("is the nearest rank: somebody waited so long", () => {
    expect(percentile(waited([4, 1, 3, 2]), "waited", 50)).toEqual({ value: 2, numerator: 4, denominator: 4 });
    expect(percentile(waited([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), "waited", 90).value).toBe(9);
    expect(percentile(waited([7]), "waited", 90, 3)).toEqual({ value: 7, numerator: 1, denominator: 3 });
    expect(percentile(waited([]), "waited", 50, 3)).toEqual({ value: null, numerator: 0, denominator: 3 });
  });

  it("is at or above its share of all and one of them, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1 }), fc.constantFrom(50, 90), (values, per) => {
        const value = percentile(waited(values), "waited", per).value ?? -1;
        expect(values).toContain(value);
        expect(values.filter((one) => one <= value).length * 100).toBeGreaterThanOrEqual(per * values.length);
        expect(values.filter((one) => one < value).length * 100).toBeLessThan(per * values.length);
      }),
    );
  });

  it("says both numbers of a share, and none where there is nothing to share", () => {
    expect(share(279, 307)).toEqual({ value: 91, numerator: 279, denominator: 307 });
    expect(share(0, 0).value).toBeNull();
  });
});
