/** A place on the map as GeoJSON has it. */
export type LngLat = [lng: number, lat: number];
/** Without its first point again at the end. */
export type Ring = LngLat[];

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/**
 * What stands behind the pins: packed rings of land, all going round the same way, and the areas with the rings of their
 * shapes. Beyond `box` there is no land in it.
 */
export interface MapBase {
  box: Box;
  land: number[][];
  areas: { slug: string; name: string; lat: number; lng: number; shape: number[][] }[];
}

/** What the map can show at all: Denmark, and what of its neighbours lies around it. */
export const WHOLE: Box = { west: 7.2, south: 54, east: 15.7, north: 58.1 };

/** Points are packed as whole numbers of this part of a degree: about 6 by 11 m. */
const PARTS = 10_000;

/** A ring as whole numbers, each point by its way from the one before: lng, lat, lng, lat … */
export function packed(ring: Ring): number[] {
  let [lng, lat] = [0, 0];
  return ring.flatMap((point, i) => {
    const [x, y] = [Math.round(point[0] * PARTS), Math.round(point[1] * PARTS)];
    const way = [x - lng, y - lat];
    [lng, lat] = [x, y];
    return i > 0 && way[0] === 0 && way[1] === 0 ? [] : way;
  });
}

/** The ring that was packed. */
export function unpacked(numbers: readonly number[]): Ring {
  let [lng, lat] = [0, 0];
  const ring: Ring = [];
  for (let i = 0; i < numbers.length; i += 2) {
    lng += numbers[i]!;
    lat += numbers[i + 1]!;
    ring.push([lng / PARTS, lat / PARTS]);
  }
  return ring;
}
