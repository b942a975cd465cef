import { and, eq, isNotNull } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { memberships, users } from "../../db/schema.ts";
import { actsFor, scopesOf, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";

/** A contact leaves an organisation. Refuses the last one who can sign in: somebody else must have taken over first. */
export function leave(db: Db, viewer: Viewer, organisationId: string, now: number): void {
  if (!scopesOf(viewer, "contact").includes(organisationId)) refuse("notYours");
  db.transaction((tx) => {
    const isContact = and(eq(memberships.role, "contact"), eq(memberships.scope, organisationId));
    const active = tx
      .select({ id: users.id })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(isContact, isNotNull(users.passwordHash)))
      .all();
    if (!active.some(({ id }) => id !== viewer.id)) refuse("lastContact");
    tx.delete(memberships)
      .where(and(isContact, eq(memberships.userId, viewer.id)))
      .run();
    noteAudit(
      tx,
      { kind: "role-taken", by: viewer.id, to: viewer.id, detail: { role: "contact", scope: organisationId } },
      now,
    );
  });
}

/**
 * Takes another contact out of an organisation, invited or not. Refuses others than its contacts and editors, and
 * oneself: that is `leave`.
 */
export function removeContact(db: Db, viewer: Viewer, organisationId: string, userId: string, now: number): void {
  if (!actsFor(viewer, organisationId)) refuse("notYours");
  if (userId === viewer.id) refuse("notPossibleNow");
  db.transaction((tx) => {
    const scope = organisationId;
    const { changes } = tx
      .delete(memberships)
      .where(and(eq(memberships.role, "contact"), eq(memberships.scope, scope), eq(memberships.userId, userId)))
      .run();
    if (changes > 0)
      noteAudit(tx, { kind: "role-taken", by: viewer.id, to: userId, detail: { role: "contact", scope } }, now);
  });
}
