import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaOfRing, boxAround, clipped, isClockwise, simplified } from "../../../src/places/base/rings.ts";
import { allLand, landAround, landIn } from "../../../src/places/base/land.ts";
import { holds } from "../../../src/places/polygon.ts";
import { type Box, type LngLat, packed, type Ring, unpacked, WHOLE } from "../../../src/shared/map-base.ts";
import { read } from "../../harness/imports.ts";

const AARHUS: Box = { west: 9.7, south: 55.85, east: 10.62, north: 56.48 };
/** Clear of the edges of the box, where the two differ by what a line from without is drawn to. */
const INNER: Box = { west: 9.75, south: 55.9, east: 10.57, north: 56.43 };
const isOn = (land: Ring[], [lng, lat]: LngLat) =>
  land.some((ring) => holds({ type: "Polygon", coordinates: [ring] }, { lat, lng }));
const inBox = ({ west, south, east, north }: Box) =>
  fc.tuple(
    fc.double({ min: west, max: east, noNaN: true }),
    fc.double({ min: south, max: north, noNaN: true }),
  ) as fc.Arbitrary<LngLat>;

describe("A coast that is cut to a box", () => {
  it("holds of the box what it held before, and nothing outside", () => {
    const land = landIn(AARHUS);
    fc.assert(fc.property(inBox(INNER), (point) => isOn(land, point) === isOn(allLand(), point)));
    const { west, south, east, north } = boxAround(land.flat());
    expect([west >= AARHUS.west, south >= AARHUS.south, east <= AARHUS.east, north <= AARHUS.north]).toEqual(
      Array(4).fill(true),
    );
  });

  it("is none when it lies elsewhere", () => {
    const square: Ring = [
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 2],
    ];
    expect(clipped(square, AARHUS)).toEqual([]);
    expect(clipped(square, { west: 0, south: 0, east: 3, north: 3 })).toEqual(square);
    expect(clipped(square, { west: 0, south: 0, east: 1.5, north: 3 })).toHaveLength(4);
  });
});

describe("The land of the whole country", () => {
  it("is for who looks at the areas the same as the land that came first", () => {
    const [near, whole] = [landIn(AARHUS), landAround(AARHUS)];
    fc.assert(
      fc.property(inBox(INNER), (point) => isOn(near, point) === isOn(whole, point)),
      {
        numRuns: 300,
      },
    );
  });

  it("has Aarhus, Skagen, Rønne and Malmö on land, and what lies between them at sea", () => {
    const places: [LngLat, boolean][] = [
      [[10.2, 56.15], true],
      [[10.57, 57.72], true],
      [[14.71, 55.1], true],
      [[13.05, 55.58], true],
      [[9.45, 54.75], true],
      [[10.35, 56.1], false],
      [[11.5, 56.8], false],
      [[13.8, 55], false],
    ];
    for (const land of [allLand(), landAround(AARHUS)])
      expect(places.map(([place]) => isOn(land, place))).toEqual(places.map(([, expected]) => expected));
  });

  it("goes round one way, so that what neighbours share is not taken for a hole", () => {
    expect(allLand().filter(isClockwise)).toEqual([]);
  });

  it("is the file that its licence speaks of", () => {
    const sum = createHash("sha256").update(read("src/places/base/denmark.json")).digest("hex");
    expect(read("src/places/base/denmark.LICENCE.txt")).toContain(sum);
  });
});

describe("A ring", () => {
  it("keeps the bends that can be seen and loses the others", () => {
    const bay: Ring = [
      [10, 56],
      [10.05, 56.0001],
      [10.1, 56],
      [10.1, 56.1],
      [10.05, 56.05],
      [10, 56.1],
    ];
    expect(simplified(bay, () => 100)).toEqual(bay.filter((_, i) => i !== 1));
    expect(simplified(bay, () => 1)).toEqual(bay);
    expect(areaOfRing(bay)).toBeGreaterThan(40);
  });

  it("comes out of what was packed as it went in, to ten metres", () => {
    fc.assert(
      fc.property(fc.array(inBox(WHOLE), { minLength: 3 }), (ring) => {
        const back = unpacked(packed(ring));
        const rounded = ring.map(([lng, lat]) => [Math.round(lng * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4]);
        expect(back).toEqual(rounded.filter((at, i) => i === 0 || String(at) !== String(rounded[i - 1])));
      }),
    );
  });
});
