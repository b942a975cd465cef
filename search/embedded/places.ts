import type { LatLng } from "../../src/shared/point.ts";

const EARTH_RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;

/**
 * A point of the globe with radius 1: the straight line between two of them grows with the way along the globe, and is
 * quickly reckoned.
 */
export interface GlobePoint {
  x: number;
  y: number;
  z: number;
}

export function onGlobe({ lat, lng }: LatLng): GlobePoint {
  const around = Math.cos(lat * RADIANS);
  return { x: around * Math.cos(lng * RADIANS), y: around * Math.sin(lng * RADIANS), z: Math.sin(lat * RADIANS) };
}

/** Metres along the globe for the square of a straight line; exactly what the haversine formula gives. */
export function metresOf(squaredLine: number): number {
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(squaredLine) / 2));
}

/** The square of the straight line for metres along the globe. */
export function squaredLineOf(metres: number): number {
  return (2 * Math.sin(Math.min(metres / (2 * EARTH_RADIUS), Math.PI / 2))) ** 2;
}

/** Web-Mercator position of a point, 0 to 1 from west and from north. */
export function mercator({ lat, lng }: LatLng): { across: number; down: number } {
  const sine = Math.min(0.9999, Math.max(-0.9999, Math.sin(lat * RADIANS)));
  return { across: lng / 360 + 0.5, down: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}
