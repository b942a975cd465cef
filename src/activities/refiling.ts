import { asc, gt } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { dropMark, readMark, writeMark } from "../../db/marks.ts";
import { activities } from "../../db/schema.ts";
import { aboutIn, areaFinder, isRefiling, type Places, readPlaces, REFILE_MARK } from "../places/places.ts";
import type { LatLng } from "../shared/point.ts";
import { type Filed, fileUnder } from "./store.ts";

const ACTIVITIES_A_STEP = 200;
const STEP_MS = 10;

/**
 * Files activities under their areas anew, and those of which only the postcode is known about there, a step of at most 20 ms each time that it is called: answers how many moved,
 * null when all are filed. Goes on from where it was cut off, and begins anew when areas have changed meanwhile.
 */
export function openRefiling(db: Db): () => number | null {
  let reached = "";
  let places: Places = { areas: [], postcodes: [] };
  let areaAt: (point: LatLng) => string | null = () => null;
  return () => {
    if (!isRefiling(db)) return null;
    return db.transaction((tx) => {
      const after = readMark(tx, REFILE_MARK) ?? "";
      // What is not where this one left it was set by a change of areas.
      if (after === "" || after !== reached) {
        places = readPlaces(tx);
        areaAt = areaFinder(places);
      }
      const { moved, last } = movedAfter(tx, after, places, areaAt);
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
  places: Places,
  areaAt: (point: LatLng) => string | null,
): { moved: number; last: string | null } {
  const rows = tx
    .select({
      id: activities.id,
      lat: activities.lat,
      lng: activities.lng,
      area: activities.area,
      postcode: activities.postcode,
      pointFrom: activities.pointFrom,
      facts: activities.facts,
    })
    .from(activities)
    .where(gt(activities.id, after))
    .orderBy(asc(activities.id))
    .limit(ACTIVITIES_A_STEP)
    .all();
  const end = performance.now() + STEP_MS;
  const moved: Filed[] = [];
  let last: string | null = null;
  for (const { id, lat, lng, area, postcode, pointFrom, facts } of rows) {
    if (last !== null && performance.now() >= end) break;
    last = id;
    if (lat === null || lng === null) continue;
    const guessed = pointFrom === "postcode" && postcode ? aboutIn(places, postcode) : null;
    const point = guessed ?? { lat, lng };
    const now = facts.includes("online") ? null : areaAt(point);
    if (now !== area || point.lat !== lat || point.lng !== lng) moved.push([id, now, point.lat, point.lng]);
  }
  fileUnder(tx, moved);
  return { moved: moved.length, last };
}
