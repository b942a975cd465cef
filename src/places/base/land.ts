import { type Box, type LngLat, type Ring, unpacked } from "#src/shared/map-base.ts";
import denmark from "./denmark.json" with { type: "json" };
import { areaOfRing, boxAround, clipped, meet, simplified } from "./rings.ts";

const FAR_METRES = 250;
const FAR_KM2 = 0.5;
const NEAR_METRES = 1;

let coasts: Ring[] | null = null;

/** All the land there is, as fine as it is known: Denmark, and what of its neighbours lies around it. */
export function allLand(): Ring[] {
  return (coasts ??= denmark.map(unpacked));
}

/** The land of a box, cut off at its edges. */
export function landIn(box: Box): Ring[] {
  return allLand()
    .filter((ring) => meet(boxAround(ring), box))
    .map((ring) => clipped(ring, box))
    .filter((ring) => ring.length > 2);
}

/** All land: in the box as fine as `landIn` has it, elsewhere good enough to be seen from afar. */
export function landAround({ west, south, east, north }: Box): Ring[] {
  const isNear = ([lng, lat]: LngLat) => lng >= west && lng <= east && lat >= south && lat <= north;
  return allLand()
    .filter((ring) => ring.some(isNear) || areaOfRing(ring) >= FAR_KM2)
    .map((ring) => simplified(ring, (at) => (isNear(at) ? NEAR_METRES : FAR_METRES)))
    .filter((ring) => ring.length > 2);
}
