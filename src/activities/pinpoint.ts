import { eq } from "drizzle-orm";
import type { Store } from "../../db/write.ts";
import { activities } from "../../db/schema.ts";
import { actsFor, type Viewer } from "../accounts/roles.ts";
import type { Geocoder } from "../places/geocoder.ts";
import { isOnline } from "./activity.ts";
import { changeActivity } from "./store.ts";

/**
 * Before an activity is published: moves a point of which only the postcode was known to the address. Asks once; what is not found stays. A private home is never looked up.
 */
export async function pinpoint(
  { db, write }: Store,
  geocoder: Geocoder,
  viewer: Viewer | null,
  activityId: string,
  now: number,
): Promise<void> {
  const activity = db.select().from(activities).where(eq(activities.id, activityId)).get();
  if (
    !activity?.address ||
    !activity.postcode ||
    activity.privatePlace ||
    isOnline(activity) ||
    !actsFor(viewer, activity.organisationId)
  )
    return;
  if (activity.lat !== null && activity.pointFrom !== "postcode") return;
  const point = await geocoder.find(activity.address, activity.postcode);
  if (!point) return;
  await write((tx) => {
    const current = tx.select().from(activities).where(eq(activities.id, activityId)).get();
    if (current)
      changeActivity(tx, current, { ...point, pointFrom: "place" }, { deed: "edit", actorId: viewer?.id || null, now });
  });
}
