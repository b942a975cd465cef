import type { LatLng } from "#src/shared/point.ts";

const EARTH_RADIUS = 6_371_008.8;

/** Metres between two points (WGS84 degrees), along the surface of a round earth: within 0.5 % of the truth. */
export function distanceMetres(a: LatLng, b: LatLng): number {
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const h = half(b.lat - a.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(b.lng - a.lng);
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The place with the centre nearest to a point; null when there are none. The first wins when two are equally near. */
export function nearest<T extends LatLng>(places: readonly T[], point: LatLng): T | null {
  let best: T | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const distance = distanceMetres(place, point);
    if (distance < shortest) [best, shortest] = [place, distance];
  }
  return best;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
