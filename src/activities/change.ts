import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities } from "../../db/schema.ts";
import { actsFor, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import type { Activity } from "./activity.ts";
import type { Deed } from "../../db/schema.ts";
import { changeActivity } from "./store.ts";

/**
 * One change of one activity by somebody who acts for its organisation, in one transaction; what `what` decides is
 * asked after that.
 */
export function change(
  db: Db,
  viewer: Viewer | null,
  activityId: string,
  deed: Deed,
  now: number,
  what: (activity: Activity, tx: Db) => Partial<Activity>,
): Activity {
  return db.transaction((tx) => {
    const activity = tx.select().from(activities).where(eq(activities.id, activityId)).get();
    if (!activity || !actsFor(viewer, activity.organisationId)) refuse("notYours");
    return changeActivity(tx, activity, what(activity, tx), { deed, actorId: viewer?.id || null, now });
  });
}
