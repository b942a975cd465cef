/** Who answers for what citizens tell: look-ups, cover and moves stay with one controller. */
import { eq, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { teams } from "../../db/schema.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";

/** Id of who answers for what citizens tell a team; null: whoever answers for the site. */
export function controllerOf(db: Db, teamId: string): string | null {
  const found = db.select({ controllerId: teams.controllerId }).from(teams).where(eq(teams.id, teamId)).get();
  return found?.controllerId ?? null;
}

/** Ids of the teams that have the same controller as one of these. */
export function teamsBeside(db: Db, teamIds: readonly string[]): string[] {
  const theirs = sql`(SELECT coalesce(controller_id, '') FROM teams WHERE id IN (SELECT value FROM json_each(${JSON.stringify(teamIds)})))`;
  return db
    .select({ id: teams.id })
    .from(teams)
    .where(sql`coalesce(${teams.controllerId}, '') IN ${theirs}`)
    .all()
    .map(({ id }) => id);
}

/** Ids of the teams among which the viewer may ask who has a case: those of the own controllers. */
export function reachOf(db: Db, viewer: Viewer): string[] {
  return teamsBeside(db, teamsOf(viewer));
}

/** Whether two teams have the same controller, so that a case can go from one to the other without asking anew. */
export function haveOneController(db: Db, one: string, other: string): boolean {
  return teamsBeside(db, [one]).includes(other);
}
