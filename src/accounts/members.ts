import { and, asc, count, eq, inArray, ne, sql } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { holds, inDanish } from "../../db/danish.ts";
import { memberships, organisations, type Role, teams, users } from "../../db/schema.ts";
import { type Paged, pageOf } from "../shared/paging.ts";
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
  /** Known by the municipality's own sign-in. */
  inDirectory: boolean;
  memberships: { role: Role; scope: string; scopeName: string; fromDirectory: boolean }[];
}

/** Everybody with an account and what they may act for, by name, a page at a time; for an editor, else nobody. `sought` is in a name, an address, or a place's name. */
export function listMembers(
  db: Db,
  viewer: Viewer | null,
  { sought = "", roles = [], page = 1 }: { sought?: string; roles?: Role[]; page?: number } = {},
): Paged<Member> {
  if (!has(viewer, "editor")) return pageOf(1, 0, () => []);
  const asked = sought ? sql`${users.id} IN (${peopleNamed(sought)} UNION ${peopleAt(sought)} UNION ${peopleAs(roles)})` : undefined;
  const total = asked ? 0 : (db.select({ people: count() }).from(users).get()?.people ?? 0);
  const inOrder = db.select({ id: users.id }).from(users).where(asked).orderBy(inDanish(users.name), users.id).$dynamic();
  // What is sought is looked through once, not for the count and again for the page.
  const found = asked ? inOrder.all().map(({ id }) => id) : null;
  return pageOf(page, found?.length ?? total, (skip, take) => {
    const ids =
      found?.slice(skip, skip + take) ??
      inOrder
        .limit(take)
        .offset(skip)
        .all()
        .map(({ id }) => id);
    return peopleWith(db, ids);
  });
}

/** Everybody who is more than the contact of an association, by name; for an editor, else nobody. */
export function listStaff(db: Db, viewer: Viewer | null): Member[] {
  if (!has(viewer, "editor")) return [];
  const held = db.selectDistinct({ id: memberships.userId }).from(memberships).where(ne(memberships.role, "contact")).all();
  return peopleWith(
    db,
    held.map(({ id }) => id),
  );
}

function peopleWith(db: Db, ids: string[]): Member[] {
  const people = db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      invited: IS_INVITED.mapWith(Boolean),
      inDirectory: IN_DIRECTORY.mapWith(Boolean),
      secondFactor: sql`EXISTS (SELECT 1 FROM second_factors WHERE user_id = ${users.id})`.mapWith(Boolean),
    })
    .from(users)
    .where(inArray(users.id, ids))
    .orderBy(inDanish(users.name), users.id)
    .all();
  const theirs = heldWithPlace(db).where(inArray(memberships.userId, ids)).all();
  const byUser = Map.groupBy(theirs, ({ userId }) => userId);
  return people.map((user) => ({ ...user, memberships: (byUser.get(user.id) ?? []).map(({ userId: _, ...place }) => place) }));
}

const IN_DIRECTORY = sql`EXISTS (SELECT 1 FROM directory_people WHERE user_id = ${users.id})`;
const IS_INVITED = sql`${users.passwordHash} IS NULL AND NOT ${IN_DIRECTORY}`;
const SCOPE_NAME = sql<string>`coalesce(${organisations.name}, ${teams.name}, '')`;

function heldWithPlace(db: Db) {
  return db
    .select({
      userId: memberships.userId,
      role: memberships.role,
      scope: memberships.scope,
      fromDirectory: memberships.fromDirectory,
      scopeName: SCOPE_NAME,
    })
    .from(memberships)
    .leftJoin(organisations, and(eq(memberships.role, "contact"), eq(organisations.id, memberships.scope)))
    .leftJoin(teams, and(inArray(memberships.role, ["brobygger", "lead"]), eq(teams.id, memberships.scope)))
    .$dynamic();
}

// Three ways to find people, each with its index; asked all at once none would be used.
const name = sql.raw("name");
const peopleNamed = (sought: string) =>
  sql`SELECT id FROM users WHERE ${holds(name, sought)} UNION SELECT id FROM users WHERE instr(email, lower(${sought})) > 0`;
const peopleAt = (sought: string) => sql`
  SELECT user_id FROM memberships WHERE role = 'contact' AND scope IN (SELECT id FROM organisations WHERE ${holds(name, sought)})
  UNION SELECT user_id FROM memberships WHERE role IN ('brobygger', 'lead') AND scope IN (SELECT id FROM teams WHERE ${holds(name, sought)})`;
const peopleAs = (roles: readonly Role[]) => sql`SELECT user_id FROM memberships WHERE role IN (SELECT value FROM json_each(${JSON.stringify(roles)}))`;

/** Names of those who are asked into a team and have chosen no password yet, for an editor. */
export function invitedTo(db: Db, viewer: Viewer | null, teamId: string): string[] {
  if (!has(viewer, "editor")) return [];
  const invited = db
    .selectDistinct({ name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(inArray(memberships.role, ["brobygger", "lead"]), eq(memberships.scope, teamId), IS_INVITED));
  return invited.all().map(({ name }) => name);
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

/** More organisations than these nobody finds one among in a list. */
const MOST_TO_CHOOSE_FROM = 300;

/**
 * What an editor can invite somebody to: each team as brobygger or lead, the editors' desk, the audit trail, each organisation that is not refused. Where those are too many
 * for a list (`isCut`) only the one that was asked for.
 */
export function placesToInviteTo(
  db: Db,
  viewer: Viewer | null,
  organisationId = "",
): { places: { role: Role; scope: string; scopeName: string }[]; isCut: boolean } {
  if (!has(viewer, "editor")) return { places: [], isCut: false };
  const allTeams = db.select({ scope: teams.id, scopeName: teams.name }).from(teams).orderBy(asc(teams.name)).all();
  const standing = ne(organisations.state, "rejected");
  const isCut = (db.select({ rows: count() }).from(organisations).get()?.rows ?? 0) > MOST_TO_CHOOSE_FROM;
  const toChoose = db
    .select({ scope: organisations.id, scopeName: organisations.name })
    .from(organisations)
    .where(isCut ? and(standing, eq(organisations.id, organisationId)) : standing)
    .orderBy(inDanish(organisations.name))
    .all();
  return {
    isCut,
    places: [
      ...allTeams.flatMap((team) => [
        { role: "brobygger" as const, ...team },
        { role: "lead" as const, ...team },
      ]),
      { role: "editor", scope: "", scopeName: "" },
      { role: "data-officer", scope: "", scopeName: "" },
      ...toChoose.map((organisation) => ({ role: "contact" as const, ...organisation })),
    ],
  };
}
