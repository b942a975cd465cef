import { and, asc, count, desc, eq, inArray, ne, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { holds, inDanish } from "../../db/danish.ts";
import { activities, memberships, organisations, type OrganisationState, users } from "../../db/schema.ts";
import { actsFor, has, type Viewer } from "../accounts/roles.ts";
import { type Paged, pageOf } from "../shared/paging.ts";

export interface OrganisationRow {
  id: string;
  slug: string;
  name: string;
  cvr: string | null;
  state: OrganisationState;
  createdAt: number;
  /** Activities on the board, and all that there are. */
  published: number;
  activities: number;
  contacts: number;
}

/**
 * Organisations for an editor (else none), a page at a time: those that wait first in order of coming, the others by
 * name.
 */
export function listOrganisations(
  db: Db,
  viewer: Viewer | null,
  { state, sought = "", page = 1 }: { state?: OrganisationState | undefined; sought?: string; page?: number } = {},
): Paged<OrganisationRow> {
  if (!has(viewer, "editor")) return pageOf(1, 0, () => []);
  const asked = and(state && eq(organisations.state, state), sought ? holds(organisations.name, sought) : undefined);
  const waits = and(asked, eq(organisations.state, "pending"));
  const others = and(asked, ne(organisations.state, "pending"));
  const howMany = (which: SQL | undefined) =>
    db.select({ rows: count() }).from(organisations).where(which).get()?.rows ?? 0;
  const waiting = howMany(waits);
  return pageOf(page, waiting + howMany(others), (skip, take) => {
    const byComing = [organisations.createdAt, organisations.id];
    const byName = [inDanish(organisations.name), organisations.id];
    const idsOf = (which: SQL | undefined, order: SQLWrapper[], skip: number, take: number) =>
      db
        .select({ id: organisations.id })
        .from(organisations)
        .where(which)
        .orderBy(...order.map((by) => sql`${by}`))
        .limit(take)
        .offset(skip)
        .all();
    const first = skip < waiting ? idsOf(waits, byComing, skip, take) : [];
    return readOrganisations(db, [
      ...first,
      ...idsOf(others, byName, Math.max(0, skip - waiting), take - first.length),
    ]);
  });
}

/** How many organisations there are in each state. */
export function countOrganisations(db: Db): Record<OrganisationState, number> {
  const counted = db
    .select({ state: organisations.state, rows: count() })
    .from(organisations)
    .groupBy(organisations.state)
    .all();
  return {
    pending: 0,
    approved: 0,
    rejected: 0,
    ...Object.fromEntries(counted.map(({ state, rows }) => [state, rows])),
  };
}

/** Those of these ids, in their order: what is counted for each is counted for one page alone. */
function readOrganisations(db: Db, ids: { id: string }[]): OrganisationRow[] {
  const rows = db
    .select({
      id: organisations.id,
      slug: organisations.slug,
      name: organisations.name,
      cvr: organisations.cvr,
      state: organisations.state,
      createdAt: organisations.createdAt,
      published: sql<number>`(SELECT count(*) FROM activities a WHERE a.organisation_id = organisations.id AND a.state = 'published')`,
      activities: sql<number>`(SELECT count(*) FROM activities a WHERE a.organisation_id = organisations.id)`,
      contacts: sql<number>`(SELECT count(*) FROM memberships m WHERE m.role = 'contact' AND m.scope = organisations.id)`,
    })
    .from(organisations)
    .where(
      inArray(
        organisations.id,
        ids.map(({ id }) => id),
      ),
    )
    .all();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap(({ id }) => byId.get(id) ?? []);
}

/** How many organisations wait for an editor. */
export function countPending(db: Db): number {
  return (
    db.select({ waiting: count() }).from(organisations).where(eq(organisations.state, "pending")).get()?.waiting ?? 0
  );
}

/** Whether any organisation is let in. */
export function hasApproved(db: Db): boolean {
  return (
    db
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.state, "approved"))
      .limit(1)
      .get() !== undefined
  );
}

/** One organisation with its people and activities, for an editor or a contact of it; null for others. */
export function organisationFor(db: Db, viewer: Viewer | null, id: string) {
  if (!actsFor(viewer, id)) return null;
  const organisation = db.select().from(organisations).where(eq(organisations.id, id)).get();
  if (!organisation) return null;
  const isContact = and(eq(memberships.role, "contact"), eq(memberships.scope, id));
  return {
    ...organisation,
    contacts: db
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        invited: sql<number>`${users.passwordHash} IS NULL`,
      })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(isContact)
      .orderBy(asc(users.name))
      .all(),
    activities: db
      .select({ id: activities.id, title: activities.title, state: activities.state, summary: activities.summary })
      .from(activities)
      .where(eq(activities.organisationId, id))
      .orderBy(desc(activities.updatedAt))
      .all(),
  };
}
