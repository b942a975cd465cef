import { and, count, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { holds, inDanish } from "../../db/danish.ts";
import { memberships, organisations, type Role, teams, users } from "../../db/schema.ts";
import { LINES_A_PAGE, type Paged, pageOf } from "../shared/paging.ts";
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

/**
 * Everybody with an account and what they may act for, by name, a page at a time; for an editor, else nobody. `sought`
 * is in a name, an address, or a place's name.
 */
export function listMembers(
  db: Db,
  viewer: Viewer | null,
  { sought = "", roles = [], page = 1 }: { sought?: string; roles?: Role[]; page?: number } = {},
): Paged<Member> {
  if (!has(viewer, "editor")) return pageOf(1, 0, () => []);
  if (sought) return soughtMembers(db, isSought(sought, roles), page);
  const total = db.select({ people: count() }).from(users).get()?.people ?? 0;
  return pageOf(page, total, (skip, take) => {
    const rows = db
      .select({ id: users.id })
      .from(users)
      .orderBy(inDanish(users.name), users.id)
      .limit(take)
      .offset(skip)
      .all();
    return peopleWith(
      db,
      rows.map(({ id }) => id),
    );
  });
}

/**
 * Everybody is looked through once, not for the count and again for the page; a page beyond the last is asked for
 * again.
 */
function soughtMembers(db: Db, isSought: SQL, page: number): Paged<Member> {
  const look = (skip: number, take: number) =>
    db.get<{ total: number; ids: string }>(sql`
      WITH found AS MATERIALIZED (SELECT id FROM users INDEXED BY users_by_name WHERE ${isSought} ORDER BY ${inDanish(name)}, id)
      SELECT (SELECT count(*) FROM found) AS total, (SELECT json_group_array(id) FROM (SELECT id FROM found LIMIT ${take} OFFSET ${skip})) AS ids`);
  const asked = (page - 1) * LINES_A_PAGE;
  const found = look(asked, LINES_A_PAGE);
  return pageOf(page, found.total, (skip, take) =>
    peopleWith(db, JSON.parse((skip === asked ? found : look(skip, take)).ids)),
  );
}

/** Everybody who is more than the contact of an association, by name; for an editor, else nobody. */
export function listStaff(db: Db, viewer: Viewer | null): Member[] {
  if (!has(viewer, "editor")) return [];
  const held = db
    .selectDistinct({ id: memberships.userId })
    .from(memberships)
    .where(ne(memberships.role, "contact"))
    .all();
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
  return people.map((user) => ({
    ...user,
    memberships: (byUser.get(user.id) ?? []).map(({ userId: _, ...place }) => place),
  }));
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

const name = sql.raw("name");

/** What is sought in a name or an address, by the index of names; or held at such a place, or by role. */
function isSought(sought: string, roles: readonly Role[]): SQL {
  return sql`(${holds(name, sought)} OR instr(email, lower(${sought})) > 0 OR id IN (
    SELECT user_id FROM memberships WHERE role = 'contact' AND scope IN (SELECT id FROM organisations INDEXED BY organisations_by_name WHERE ${holds(name, sought)})
    UNION ALL SELECT user_id FROM memberships WHERE role IN ('brobygger', 'lead') AND scope IN (SELECT id FROM teams WHERE ${holds(name, sought)})
    UNION ALL SELECT user_id FROM memberships WHERE role IN (SELECT value FROM json_each(${JSON.stringify(roles)}))))`;
}

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
