import { and, asc, eq, inArray } from "drizzle-orm";
import { canSignIn } from "../../db/can-sign-in.ts";
import type { Db } from "../../db/client.ts";
import { memberships, teams, users } from "../../db/schema.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";

/** Those who can have a case of the team and can sign in, by name. */
export function colleagues(db: Db, teamId: string): { id: string; name: string }[] {
  const rows = db
    .selectDistinct({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.scope, teamId), inArray(memberships.role, ["brobygger", "lead"]), canSignIn))
    .all();
  return rows.sort((a, b) => a.name.localeCompare(b.name, "da"));
}

/** The names of a team's leads. */
export function leadNames(db: Db, teamId: string): string[] {
  return db
    .select({ name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.scope, teamId), eq(memberships.role, "lead")))
    .orderBy(asc(users.name))
    .all()
    .map(({ name }) => name);
}

/** The teams that the viewer works in, by name. */
export function myTeams(db: Db, viewer: Viewer): { id: string; name: string; controllerId: string | null }[] {
  return db
    .select({ id: teams.id, name: teams.name, controllerId: teams.controllerId })
    .from(teams)
    .where(inArray(teams.id, teamsOf(viewer)))
    .orderBy(asc(teams.name))
    .all();
}
