import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { readMark, writeMark } from "#db/marks.ts";
import { areas, postcodes } from "#db/schema.ts";
import type { LatLng } from "#src/shared/point.ts";
import { nearest } from "./distance.ts";
import { holderOf } from "./polygon.ts";

/** What is known of the municipality's geography; read once, then asked often. */
export interface Places {
  areas: (typeof areas.$inferSelect)[];
  postcodes: (typeof postcodes.$inferSelect)[];
}

export function readPlaces(db: Db): Places {
  return {
    areas: db.select().from(areas).orderBy(areas.number).all(),
    postcodes: db.select().from(postcodes).orderBy(postcodes.code).all(),
  };
}

/** Another word whenever the areas are other ones. */
export function areasVersion(db: Db): string {
  const { slug, name, lat, lng, polygon } = areas;
  const all = sql<string | null>`group_concat(json_array(${slug}, ${name}, ${lat}, ${lng}, ${polygon}))`;
  return createHash("sha256")
    .update(db.select({ all }).from(areas).get()?.all ?? "")
    .digest("base64url");
}

/**
 * The slug of the area whose polygon holds the point, else of the one with the nearest centre; null when there are no
 * areas.
 */
export function areaOf(places: Places, point: LatLng): string | null {
  return areaFinder(places)(point);
}

/** The same for many points. */
export function areaFinder({ areas }: Places): (point: LatLng) => string | null {
  const borders = areas.flatMap((area) => (area.polygon ? [{ area, holds: holderOf(area.polygon) }] : []));
  return (point) => (borders.find(({ holds }) => holds(point))?.area ?? nearest(areas, point))?.slug ?? null;
}

/** The postcode with the nearest centre; null when there are none. */
export function postcodeOf(places: Places, point: LatLng): string | null {
  return nearest(places.postcodes, point)?.code ?? null;
}

/**
 * About where something in a postcode is, of which no more is known: the middle of its land, or of the area in which most
 * of it lives, where its land reaches into another. Null for a postcode that is not among ours.
 */
export function aboutIn(places: Places, postcode: string): LatLng | null {
  const found = places.postcodes.find(({ code }) => code === postcode);
  if (!found) return null;
  const home = places.areas.find(({ slug }) => slug === found.area);
  const { lat, lng } = home && areaOf(places, found) !== home.slug ? home : found;
  return { lat, lng };
}

/** After which activity (its id) they are to be filed anew; "" for all. */
export const REFILE_MARK = "areas-refile-after";

/**
 * Notes, in the same transaction as a change of areas, that every activity is to be filed under its area anew: a job
 * does it.
 */
export function refileAll(tx: Db): void {
  writeMark(tx, REFILE_MARK, "");
}

/** Whether activities are still to be filed under their areas anew. */
export function isRefiling(db: Db): boolean {
  return readMark(db, REFILE_MARK) !== null;
}
