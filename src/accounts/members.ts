import { and, asc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { memberships, organisations, type Role, secondFactors, teams, users } from "../../db/schema.ts";
import { refuse } from "../shared/refusal.ts";
import { scopeNameOf } from "./invitations.ts";
import { has, type Viewer } from "./roles.ts";

export interface Member {
  id: string;
  name: string;
  email: string;
  /** Invited, and no password chosen yet. */
  invited: boolean;
  secondFactor: boolean;
  memberships: { role: Role; scope: string; scopeName: string }[];
}

/** Everybody with an account and what they may act for, by name; for an editor, else nobody. */
export function listMembers(db: Db, viewer: Viewer | null): Member[] {
  if (!has(viewer, "editor")) return [];
  const held = db
    .select({
      userId: memberships.userId,
      role: memberships.role,
      scope: memberships.scope,
      scopeName: sql<string>`coalesce(${organisations.name}, ${teams.name}, '')`,
    })
    .from(memberships)
    .leftJoin(organisations, and(eq(memberships.role, "contact"), eq(organisations.id, memberships.scope)))
    .leftJoin(teams, and(sql`${memberships.role} IN ('brobygger', 'lead')`, eq(teams.id, memberships.scope)))
    .all();
  const byUser = Map.groupBy(held, ({ userId }) => userId);
  return db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      invited: isNull(users.passwordHash).mapWith(Boolean),
      secondFactor: isNotNull(secondFactors.userId).mapWith(Boolean),
    })
    .from(users)
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .orderBy(asc(users.name))
    .all()
    .map((user) => ({ ...user, memberships: (byUser.get(user.id) ?? []).map(({ role, scope, scopeName }) => ({ role, scope, scopeName })) }))
    .sort((a, b) => a.name.localeCompare(b.name, "da"));
}

/** One role of one person, with the words for it; null when there is none such or the viewer is no editor. */
export function membershipFor(
  db: Db,
  viewer: Viewer | null,
  held: { userId: string; role: Role; scope: string },
): { name: string; email: string; scopeName: string } | null {
  if (!has(viewer, "editor")) return null;
  const user = db
    .select({ name: users.name, email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(isHeld(held))
    .get();
  return user ? { ...user, scopeName: scopeNameOf(db, held.role, held.scope) ?? "" } : null;
}

/** Takes a role from a person; it holds from the next page on. Refuses to take the last editor's. */
export function removeMembership(db: Db, by: Viewer, held: { userId: string; role: Role; scope: string }, now: number): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    const editors = tx.select({ userId: memberships.userId }).from(memberships).where(eq(memberships.role, "editor")).all();
    if (held.role === "editor" && editors.length === 1 && editors[0]?.userId === held.userId) refuse("lastEditor");
    const taken = tx.delete(memberships).where(isHeld(held)).run().changes;
    if (taken) noteAudit(tx, { kind: "role-taken", by: by.id, to: held.userId, detail: { role: held.role, scope: held.scope } }, now);
  });
}

function isHeld({ userId, role, scope }: { userId: string; role: Role; scope: string }) {
  return and(eq(memberships.userId, userId), eq(memberships.role, role), eq(memberships.scope, scope));
}

/** What an editor can invite somebody to: each team as brobygger or lead, the editors' desk, the audit trail, each organisation that is not refused. */
export function placesToInviteTo(db: Db, viewer: Viewer | null): { role: Role; scope: string; scopeName: string }[] {
  if (!has(viewer, "editor")) return [];
  const allTeams = db.select({ scope: teams.id, scopeName: teams.name }).from(teams).orderBy(asc(teams.name)).all();
  const allOrganisations = db
    .select({ scope: organisations.id, scopeName: organisations.name })
    .from(organisations)
    .where(ne(organisations.state, "rejected"))
    .all();
  return [
    ...allTeams.flatMap((team) => [
      { role: "brobygger" as const, ...team },
      { role: "lead" as const, ...team },
    ]),
    { role: "editor", scope: "", scopeName: "" },
    { role: "data-officer", scope: "", scopeName: "" },
    ...allOrganisations.sort((a, b) => a.scopeName.localeCompare(b.scopeName, "da")).map((organisation) => ({ role: "contact" as const, ...organisation })),
  ];
}
