/** Øvefællesskaber: groups that a team leads for a while, on the way to somewhere else. */
import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { practices } from "../../db/schema.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";

/** Whether a team of the viewer's leads it: then they see it, also when it is for referred citizens only. */
export function leadsPractice(db: Db, viewer: Viewer | null, activityId: string): boolean {
  const own = and(eq(practices.activityId, activityId), inArray(practices.teamId, teamsOf(viewer)));
  return db.select({ id: practices.activityId }).from(practices).where(own).get() !== undefined;
}
