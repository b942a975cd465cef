import { Buffer } from "node:buffer";
import { brotliCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { landIn } from "../../src/places/base/land.ts";
import { boxOf, reachOf, type Shape, shapesOf } from "../../src/places/cells.ts";
import { distanceMetres, nearest } from "../../src/places/distance.ts";
import { mapBase, wholeLand } from "../../src/places/map-base.ts";
import { areaOf, readPlaces } from "../../src/places/places.ts";
import { holds } from "../../src/places/polygon.ts";
import type { Box } from "../../src/shared/map-base.ts";
import type { LatLng } from "../../src/shared/point.ts";
import { openTown } from "../world.ts";

/** How near to a border a point may be for it not to matter on which side it is drawn. */
const TOO_NEAR_METRES = 5;

const places = readPlaces(openTown());
const { areas } = places;
const reach = reachOf(areas);
const box = boxOf(areas, 0);
const land = landIn(box);
const shapes = shapesOf(areas, land);

const isIn = (shape: Shape, point: LatLng) => holds({ type: "MultiPolygon", coordinates: shape }, point);
const isLand = (point: LatLng) => land.some((ring) => holds({ type: "Polygon", coordinates: [ring] }, point));
const within = ({ west, south, east, north }: Box): fc.Arbitrary<LatLng> =>
  fc.record({
    lng: fc.double({ min: west, max: east, noNaN: true }),
    lat: fc.double({ min: south, max: north, noNaN: true }),
  });
const isClear = (point: LatLng) => {
  const [first = 0, second = 0] = areas.map((area) => distanceMetres(area, point)).toSorted((a, b) => a - b);
  // A circle is drawn with corners, and so up to a hundredth within it.
  return second - first > TOO_NEAR_METRES && (first < reach * 0.99 || first > reach * 1.01);
};

describe("What the map shows as an area", () => {
  it("holds every point of land that is nearest to its centre, and no other does", () => {
    fc.assert(
      fc.property(within(box).filter(isClear), (point) => {
        const holding = areas.filter((_, i) => isIn(shapes[i]!, point)).map(({ slug }) => slug);
        const own = nearest(areas, point)!;
        const isShown = isLand(point) && distanceMetres(own, point) < reach;
        expect(holding).toEqual(isShown ? [own.slug] : []);
      }),
      { numRuns: 400 },
    );
  });

  it("is its border where an editor has loaded one, of which the others' keep clear", () => {
    const west = box.west + 0.3;
    const square = [
      [west, 56.1],
      [west + 0.1, 56.1],
      [west + 0.1, 56.16],
      [west, 56.16],
      [west, 56.1],
    ];
    const bordered = areas.map((area) =>
      area.slug === "viby" ? { ...area, polygon: { type: "Polygon" as const, coordinates: [square] } } : area,
    );
    const drawn = shapesOf(bordered, land);
    fc.assert(
      fc.property(within({ west: west + 0.001, south: 56.101, east: west + 0.099, north: 56.159 }), (point) => {
        expect(areaOf({ ...places, areas: bordered }, point)).toBe("viby");
        expect(bordered.filter((_, i) => isIn(drawn[i]!, point)).map(({ slug }) => slug)).toEqual(["viby"]);
      }),
    );
  });

  it("is nothing without areas, all of the land around one alone, and once where two centres are one", () => {
    const [viby] = areas;
    expect(shapesOf([], land)).toEqual([]);
    expect(isIn(shapesOf([viby!], land)[0]!, viby!)).toBe(true);
    expect(shapesOf([viby!, viby!], land).map((shape) => isIn(shape, viby!))).toEqual([true, false]);
  });
});

describe("What the map loads", () => {
  const size = (part: unknown) => brotliCompressSync(Buffer.from(JSON.stringify(part))).length;

  it("takes a few kilobytes at first, and with the whole country at most 40", () => {
    const [first, whole] = [size(mapBase(places)), size(wholeLand(places))];
    expect(first).toBeLessThan(5_000);
    expect(first + whole).toBeLessThan(40_000);
  });

  it("stays small when editors load borders of many corners", () => {
    const round = (lat: number, lng: number) =>
      Array.from({ length: 800 }, (_, i) => {
        const turn = (i / 799) * 2 * Math.PI;
        const wave = 0.02 + 0.001 * Math.sin(i * 7);
        return [lng + wave * Math.cos(turn), lat + wave * Math.sin(turn)];
      });
    const bordered = areas.map((area) => ({
      ...area,
      polygon: { type: "Polygon" as const, coordinates: [round(area.lat, area.lng)] },
    }));
    expect(size(mapBase({ ...places, areas: bordered }))).toBeLessThan(20_000);
  });
});
