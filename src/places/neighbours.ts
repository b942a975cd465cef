import type { Db } from "../../db/client.ts";
import { keptRead } from "../../db/kept-reads.ts";
import { distanceMetres } from "./distance.ts";
import { readPlaces } from "./places.ts";

/**
 * Areas by how near their centres are to an area or postcode, nearest first, itself left out; none for a place that is
 * not ours.
 */
export function neighboursOf(db: Db): (place: string) => string[] {
  return keptRead(db, "neighbours", () => {
    const { areas, postcodes } = readPlaces(db);
    return (place) => {
      const centre = areas.find(({ slug }) => slug === place) ?? postcodes.find(({ code }) => code === place);
      if (!centre) return [];
      return areas
        .filter(({ slug }) => slug !== place)
        .map(({ slug, lat, lng }) => ({ slug, metres: distanceMetres(centre, { lat, lng }) }))
        .sort((a, b) => a.metres - b.metres)
        .map(({ slug }) => slug);
    };
  });
}
