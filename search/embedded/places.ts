import type { LatLng } from "../engine.ts";

const EARTH_RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Metres between two points along the globe (haversine). */
export function metresBetween(lat: number, lng: number, to: LatLng): number {
  const north = Math.sin(((to.lat - lat) * RADIANS) / 2);
  const east = Math.sin(((to.lng - lng) * RADIANS) / 2);
  const half = north * north + Math.cos(lat * RADIANS) * Math.cos(to.lat * RADIANS) * east * east;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Degrees of latitude that so many metres span. */
export function degreesOf(metres: number): number {
  return metres / (EARTH_RADIUS * RADIANS);
}

/** Web-Mercator position of a point, 0 to 1 from west and from north. */
export function mercator(lat: number, lng: number): { x: number; y: number } {
  const sine = Math.min(0.9999, Math.max(-0.9999, Math.sin(lat * RADIANS)));
  return { x: lng / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}
