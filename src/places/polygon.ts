import type { AreaPolygon } from "#db/schema.ts";
import type { LatLng } from "#search/engine.ts";

/** Whether a polygon (GeoJSON, `[lng, lat]`) holds a point. Holes do not count; a point on the very edge may fall to either side. */
export function holds(polygon: AreaPolygon, point: LatLng): boolean {
  const parts = polygon.type === "Polygon" ? [polygon.coordinates] : polygon.coordinates;
  return parts.some(([outer, ...holes]) => outer !== undefined && isInside(outer, point) && !holes.some((hole) => isInside(hole, point)));
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
