import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeNames, type Rect } from "../../src/islands/labels.ts";

const rect = fc.record({
  left: fc.integer({ min: 0, max: 600 }),
  top: fc.integer({ min: 0, max: 600 }),
  width: fc.integer({ min: 20, max: 120 }),
  height: fc.constant(18),
});
const overlap = (a: Rect, b: Rect) =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

describe("The names of areas on the map", () => {
  it("never cover a pin or each other, however many there are", () => {
    fc.assert(
      fc.property(fc.array(rect, { maxLength: 30 }), fc.array(rect, { maxLength: 30 }), (names, pins) => {
        const shown = placeNames(names, pins).flatMap((below, i) =>
          below === null ? [] : [{ ...names[i]!, top: names[i]!.top + below }],
        );
        const wrong = shown.filter((name, i) => [...pins, ...shown.slice(0, i)].some((other) => overlap(name, other)));
        expect(wrong).toEqual([]);
      }),
    );
  });

  it("step aside for a pin that stands on them, and are left out when there is no room", () => {
    const name = { left: 100, top: 100, width: 60, height: 20 };
    expect(placeNames([name], [])).toEqual([0]);
    expect(placeNames([name], [{ left: 110, top: 95, width: 30, height: 20 }])).toEqual([24]);
    expect(placeNames([name, name], [{ left: 0, top: 0, width: 600, height: 600 }])).toEqual([null, null]);
  });

  it("grow in number as the map comes nearer", () => {
    const places = Array.from({ length: 24 }, (_, i) => ({ x: (i % 6) * 20, y: Math.floor(i / 6) * 10 }));
    const shown = [1, 2, 4, 8].map(
      (near) =>
        placeNames(
          places.map(({ x, y }) => ({ left: x * near, top: y * near, width: 60, height: 18 })),
          [],
        ).filter((below) => below !== null).length,
    );
    expect(shown).toEqual(shown.toSorted((a, b) => a - b));
    expect(shown[0]).toBeLessThan(shown[3]!);
  });
});
