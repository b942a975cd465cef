/** A team that holds groups of its own is an organisation for them. */
import { eq } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { memberships, organisations, teams } from "../../db/schema.ts";
import { takenSlugs } from "../../db/slugs.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";
import { freeSlug, organisationOfTeam } from "../shared/ids.ts";
import { refuse } from "../texts/refusal.ts";

/**
 * The viewer as a contact of their team's organisation, and its id; it is made under the team's name and let in, when
 * there is none yet. Refuses a team that is not the viewer's.
 */
export function asContactOfTeam(
  db: Db,
  viewer: Viewer,
  teamId: string,
  now: number,
): { contact: Viewer; organisationId: string } {
  if (!teamsOf(viewer).includes(teamId)) refuse("notYours");
  const scope = organisationOfTeam(teamId);
  const held = { userId: viewer.id, role: "contact" as const, scope };
  db.transaction((tx) => {
    if (!tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, scope)).get()) {
      const { name } = tx.select().from(teams).where(eq(teams.id, teamId)).get() ?? refuse("notYours");
      const slug = freeSlug(name, takenSlugs(tx, organisations));
      tx.insert(organisations)
        .values({ id: scope, slug, name, state: "approved", decidedAt: now, decidedBy: viewer.id, createdAt: now })
        .run();
    }
    const { changes } = tx
      .insert(memberships)
      .values({ ...held, createdAt: now })
      .onConflictDoNothing()
      .run();
    if (changes > 0)
      noteAudit(tx, { kind: "role-given", by: viewer.id, to: viewer.id, detail: { role: "contact", scope } }, now);
  });
  const role = { role: held.role, scope };
  return { contact: { ...viewer, memberships: [...viewer.memberships, role] }, organisationId: scope };
}
