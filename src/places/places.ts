import { asc, gt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { dropMark, readMark, writeMark } from "#db/marks.ts";
import { noteChanged } from "#db/outbox.ts";
import { activities, areas, postcodes } from "#db/schema.ts";
import type { LatLng } from "#src/shared/point.ts";
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

/** After which activity (its id) they are to be filed anew; "" for all. */
const REFILE_MARK = "areas-refile-after";
const ACTIVITIES_A_STEP = 200;
const STEP_MS = 10;

/** Notes, in the same transaction as a change of areas, that every activity is to be filed under its area anew: a job does it. */
export function refileAll(tx: Db): void {
  writeMark(tx, REFILE_MARK, "");
}

/** Whether activities are still to be filed under their areas anew. */
export function isRefiling(db: Db): boolean {
  return readMark(db, REFILE_MARK) !== null;
}

/**
 * Files activities under their areas anew, a step of at most 20 ms each time that it is called: answers how many moved, null when all are filed. Goes on
 * from where it was cut off, and begins anew when areas have changed meanwhile.
 */
export function openRefiling(db: Db): () => number | null {
  let reached = "";
  let areaAt: (point: LatLng) => string | null = () => null;
  return () => {
    if (!isRefiling(db)) return null;
    return db.transaction((tx) => {
      const after = readMark(tx, REFILE_MARK) ?? "";
      // What is not where this one left it was set by a change of areas.
      if (after === "" || after !== reached) areaAt = areaFinder(readPlaces(tx));
      const { moved, last } = movedAfter(tx, after, areaAt);
      if (last === null) dropMark(tx, REFILE_MARK);
      else writeMark(tx, REFILE_MARK, last);
      reached = last ?? "";
      return moved;
    });
  };
}

/** Moves some of those after this id; `last` is the id that it came to, null when there were no more. */
function movedAfter(tx: Db, after: string, areaAt: (point: LatLng) => string | null): { moved: number; last: string | null } {
  const rows = tx
    .select({ id: activities.id, lat: activities.lat, lng: activities.lng, area: activities.area, facts: activities.facts })
    .from(activities)
    .where(gt(activities.id, after))
    .orderBy(asc(activities.id))
    .limit(ACTIVITIES_A_STEP)
    .all();
  const end = performance.now() + STEP_MS;
  const moved: [id: string, area: string | null][] = [];
  let last: string | null = null;
  for (const { id, lat, lng, area, facts } of rows) {
    if (last !== null && performance.now() >= end) break;
    last = id;
    if (lat === null || lng === null) continue;
    const now = facts.includes("online") ? null : areaAt({ lat, lng });
    if (now !== area) moved.push([id, now]);
  }
  tx.run(sql`UPDATE activities SET area = w.value ->> 1 FROM json_each(${JSON.stringify(moved)}) w WHERE activities.id = w.value ->> 0`);
  noteChanged(
    tx,
    moved.map(([id]) => id),
  );
  return { moved: moved.length, last };
}
