import { isNotNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { noteChanged } from "#db/outbox.ts";
import { activities, areas, postcodes } from "#db/schema.ts";
import type { LatLng } from "#search/engine.ts";
import { nearest } from "./distance.ts";
import { holderOf } from "./polygon.ts";

/** What is known of the municipality's geography; read once, then asked often. */
export interface Places {
  areas: (typeof areas.$inferSelect)[];
  postcodes: (typeof postcodes.$inferSelect)[];
}

export function readPlaces(db: Db): Places {
  return { areas: db.select().from(areas).orderBy(areas.number).all(), postcodes: db.select().from(postcodes).orderBy(postcodes.code).all() };
}

/** The slug of the area whose polygon holds the point, else of the one with the nearest centre; null when there are no areas. */
export function areaOf(places: Places, point: LatLng): string | null {
  return areaFinder(places)(point);
}

/** The same for many points. */
function areaFinder({ areas }: Places): (point: LatLng) => string | null {
  const borders = areas.flatMap((area) => (area.polygon ? [{ area, holds: holderOf(area.polygon) }] : []));
  return (point) => (borders.find(({ holds }) => holds(point))?.area ?? nearest(areas, point))?.slug ?? null;
}

/** The postcode with the nearest centre; null when there are none. */
export function postcodeOf(places: Places, point: LatLng): string | null {
  return nearest(places.postcodes, point)?.code ?? null;
}

/** The middle of a postcode; null for one that is not among ours. */
export function centreOf(places: Places, postcode: string): LatLng | null {
  const found = places.postcodes.find(({ code }) => code === postcode);
  return found ? { lat: found.lat, lng: found.lng } : null;
}

/** Computes the area of every activity anew, after areas have changed. Answers how many moved. */
export function recomputeAreas(db: Db): number {
  return db.transaction((tx) => {
    const areaAt = areaFinder(readPlaces(tx));
    const moved = tx
      .select({ id: activities.id, lat: activities.lat, lng: activities.lng, area: activities.area, facts: activities.facts })
      .from(activities)
      .where(isNotNull(activities.lat))
      .all()
      .map(({ id, lat, lng, area, facts }) => ({ id, before: area, area: facts.includes("online") ? null : areaAt({ lat: lat ?? 0, lng: lng ?? 0 }) }))
      .filter(({ before, area }) => before !== area);
    const rows = JSON.stringify(moved.map(({ id, area }) => [id, area]));
    tx.run(sql`UPDATE activities SET area = w.value ->> 1 FROM json_each(${rows}) w WHERE activities.id = w.value ->> 0`);
    noteChanged(
      tx,
      moved.map(({ id }) => id),
    );
    return moved.length;
  });
}
