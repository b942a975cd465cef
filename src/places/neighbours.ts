import type { Db } from "../../db/client.ts";
import { distanceMetres } from "./distance.ts";
import { readPlaces } from "./places.ts";

const KNOWN = new WeakMap<object, (place: string) => string[]>();

/**
 * Areas by how near their centres are to an area or postcode, nearest first, itself left out; none for a place that is
 * not ours. Read once a process.
 */
export function neighboursOf(db: Db): (place: string) => string[] {
  let known = KNOWN.get(db);
  if (!known) {
    const { areas, postcodes } = readPlaces(db);
    known = (place) => {
      const centre = areas.find(({ slug }) => slug === place) ?? postcodes.find(({ code }) => code === place);
      if (!centre) return [];
      return areas
        .filter(({ slug }) => slug !== place)
        .map(({ slug, lat, lng }) => ({ slug, metres: distanceMetres(centre, { lat, lng }) }))
        .sort((a, b) => a.metres - b.metres)
        .map(({ slug }) => slug);
    };
    KNOWN.set(db, known);
  }
  return known;
}
