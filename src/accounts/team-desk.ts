import { and, eq, inArray } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { memberships, type Role } from "../../db/schema.ts";
import { organisationOfTeam } from "../shared/ids.ts";

/**
 * Whoever leaves a team leaves the desk of its own groups too: they became its contact as one of the team. `held` is
 * the role that was just taken; one that is held in the team still keeps the desk.
 */
export function leaveTeamDesk(
  db: Db,
  userId: string,
  { role, scope }: { role: Role; scope: string },
  by: string | undefined,
  now: number,
): void {
  if (role !== "brobygger" && role !== "lead") return;
  const isTheirs = (held: Role[], where: string) =>
    and(eq(memberships.userId, userId), inArray(memberships.role, held), eq(memberships.scope, where));
  if (
    db
      .select()
      .from(memberships)
      .where(isTheirs(["brobygger", "lead"], scope))
      .get()
  )
    return;
  const desk = organisationOfTeam(scope);
  if (
    db
      .delete(memberships)
      .where(isTheirs(["contact"], desk))
      .run().changes > 0
  )
    noteAudit(db, { kind: "role-taken", by, to: userId, detail: { role: "contact", scope: desk } }, now);
}
