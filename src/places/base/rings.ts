import type { Box, LngLat, Ring } from "#src/shared/map-base.ts";

const METRES_A_DEGREE = 111_195;

/**
 * Leaves out the points of a ring that lie closer than so many metres to the line without them (Douglas and Peucker);
 * the tolerance, above 0, may differ from place to place.
 */
export function simplified(ring: Ring, tolerance: (at: LngLat) => number): Ring {
  const line = [...ring, ring[0]!];
  const kept = new Set([0, line.length - 1]);
  const spans: [from: number, to: number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let farthest = from;
    let most = 1;
    for (let i = from + 1; i < to; i++) {
      const away = metresFrom(line[i]!, line[from]!, line[to]!) / tolerance(line[i]!);
      if (away > most) [farthest, most] = [i, away];
    }
    if (farthest === from) continue;
    kept.add(farthest);
    spans.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, i) => kept.has(i)).slice(0, -1);
}

/** The part of a ring within a box (Sutherland and Hodgman); parts that fall apart stay joined along its edges. */
export function clipped(ring: Ring, { west, south, east, north }: Box): Ring {
  const sides: [axis: 0 | 1, limit: number, sign: 1 | -1][] = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ];
  return sides.reduce<Ring>((left, [axis, limit, sign]) => {
    const isIn = (point: LngLat) => (point[axis] - limit) * sign >= 0;
    return left.flatMap((point, i): Ring => {
      const next = left[(i + 1) % left.length]!;
      const own = isIn(point) ? [point] : [];
      if (isIn(point) === isIn(next)) return own;
      const share = (limit - point[axis]) / (next[axis] - point[axis]);
      const edge: LngLat = [point[0] + share * (next[0] - point[0]), point[1] + share * (next[1] - point[1])];
      return [...own, edge];
    });
  }, ring);
}

/** The box around points; everything when there are none. */
export function boxAround(points: readonly LngLat[]): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [lng, lat] of points) {
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

/** Whether two boxes have a point in common. */
export function meet(a: Box, b: Box): boolean {
  return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

/** Square kilometres that a ring holds. */
export function areaOfRing(ring: Ring): number {
  return (Math.abs(signedArea(ring)) * METRES_A_DEGREE ** 2 * narrowing(ring[0]?.[1] ?? 0)) / 1e6;
}

/** Whether a ring goes round as the clock does, seen from above. */
export function isClockwise(ring: Ring): boolean {
  return signedArea(ring) < 0;
}

/** Square degrees; below 0 when it goes round as the clock does. */
function signedArea(ring: Ring): number {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return twice / 2;
}

/** Metres from a point to a short line. */
function metresFrom([lng, lat]: LngLat, [fromLng, fromLat]: LngLat, [toLng, toLat]: LngLat): number {
  const narrow = narrowing(lat);
  const [wayX, wayY] = [(toLng - fromLng) * narrow, toLat - fromLat];
  const [x, y] = [(lng - fromLng) * narrow, lat - fromLat];
  const length = wayX ** 2 + wayY ** 2;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, (x * wayX + y * wayY) / length));
  return Math.hypot(x - share * wayX, y - share * wayY) * METRES_A_DEGREE;
}

/** How much shorter a degree of longitude is than one of latitude. */
function narrowing(lat: number): number {
  return Math.cos((lat * Math.PI) / 180);
}
