import { asc, gt } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { dropMark, readMark, writeMark } from "../../db/marks.ts";
import { activities } from "../../db/schema.ts";
import { areaFinder, isRefiling, readPlaces, REFILE_MARK } from "../places/places.ts";
import type { LatLng } from "../shared/point.ts";
import { fileUnder } from "./store.ts";

const ACTIVITIES_A_STEP = 200;
const STEP_MS = 10;

/**
 * Files activities under their areas anew, a step of at most 20 ms each time that it is called: answers how many moved,
 * null when all are filed. Goes on from where it was cut off, and begins anew when areas have changed meanwhile.
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
function movedAfter(
  tx: Db,
  after: string,
  areaAt: (point: LatLng) => string | null,
): { moved: number; last: string | null } {
  const rows = tx
    .select({
      id: activities.id,
      lat: activities.lat,
      lng: activities.lng,
      area: activities.area,
      facts: activities.facts,
    })
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
  fileUnder(tx, moved);
  return { moved: moved.length, last };
}
