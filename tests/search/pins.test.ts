import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Columns } from "../../search/embedded/columns.ts";
import { gridPins } from "../../search/embedded/pins.ts";

const TARGET = 48;

describe("Pins on the map", () => {
  it("never lie over each other, and none of the activities is lost, however close they are", () => {
    const place = fc.record({
      lat: fc.double({ min: 55.9, max: 56.4, noNaN: true }),
      lng: fc.double({ min: 9.9, max: 10.5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 120 }), fc.integer({ min: 8, max: 18 }), (places, zoom) => {
        const pins = gridPins(columnsOf(places), Int32Array.from(places.keys()), zoom, () => 0);
        expect(pins.reduce((sum, pin) => sum + ("count" in pin ? pin.count : 1), 0)).toBe(places.length);
        const at = pins.map(({ lat, lng }) => pixelOf(lat, lng, zoom));
        for (const [i, one] of at.entries())
          for (const other of at.slice(i + 1))
            expect(Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))).toBeGreaterThan(TARGET - 1);
      }),
      { numRuns: 200 },
    );
  });
});

function columnsOf(places: { lat: number; lng: number }[]): Columns {
  const points = places.map(({ lat, lng }) => pixelOf(lat, lng, 0));
  return {
    ids: places.map((_, row) => String(row)),
    lat: Float64Array.from(places, ({ lat }) => lat),
    lng: Float64Array.from(places, ({ lng }) => lng),
    across: Float64Array.from(points, ({ x }) => x / 256),
    down: Float64Array.from(points, ({ y }) => y / 256),
  } as unknown as Columns;
}

/** Where a point lies on the map at a zoom, in pixels (Web Mercator, EPSG:3857). */
function pixelOf(lat: number, lng: number, zoom: number): { x: number; y: number } {
  const sine = Math.sin((lat * Math.PI) / 180);
  const size = 256 * 2 ** zoom;
  return { x: size * (0.5 + lng / 360), y: size * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) };
}
