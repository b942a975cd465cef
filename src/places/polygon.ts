import type { AreaPolygon } from "#db/schema.ts";
import type { LatLng } from "#src/shared/point.ts";

/**
 * Whether a polygon (GeoJSON, `[lng, lat]`) holds a point. Holes do not count; a point on the very edge may fall to
 * either side.
 */
export function holds(polygon: AreaPolygon, point: LatLng): boolean {
  return holderOf(polygon)(point);
}

/** The same for many points: what lies outside the box around a part is told at once. */
export function holderOf(polygon: AreaPolygon): (point: LatLng) => boolean {
  const rings = polygon.type === "Polygon" ? [polygon.coordinates] : polygon.coordinates;
  const parts = rings.map(([outer = [], ...holes]) => ({ outer, holes, box: boxOf(outer) }));
  return (point) =>
    parts.some(
      ({ outer, holes, box }) =>
        isIn(box, point) && isInside(outer, point) && !holes.some((hole) => isInside(hole, point)),
    );
}

interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

function boxOf(ring: readonly number[][]): Box {
  const box = { south: Infinity, west: Infinity, north: -Infinity, east: -Infinity };
  for (const [lng = 0, lat = 0] of ring) {
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
  }
  return box;
}

function isIn({ south, west, north, east }: Box, { lat, lng }: LatLng): boolean {
  return lat >= south && lat <= north && lng >= west && lng <= east;
}

/** Counts how often a ray to the east crosses the ring. */
function isInside(ring: readonly number[][], { lat, lng }: LatLng): boolean {
  let inside = false;
  for (let i = 0, before = ring.length - 1; i < ring.length; before = i++) {
    const [x1 = 0, y1 = 0] = ring[i] ?? [];
    const [x2 = 0, y2 = 0] = ring[before] ?? [];
    if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
