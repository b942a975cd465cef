import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
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

/** Organisations for an editor (else none): those that wait first in order of coming, the others by name. */
export function listOrganisations(db: Db, viewer: Viewer | null, state?: OrganisationState): OrganisationRow[] {
  if (!has(viewer, "editor")) return [];
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
    .where(state && eq(organisations.state, state))
    .orderBy(asc(organisations.createdAt))
    .all();
  const waiting = rows.filter((row) => row.state === "pending");
  const others = rows.filter((row) => row.state !== "pending").sort((a, b) => a.name.localeCompare(b.name, "da"));
  return [...waiting, ...others];
}

/** Organisations that wait for an editor (else none), in order of coming. */
export function pendingOrganisations(
  db: Db,
  viewer: Viewer | null,
  page = 1,
): Paged<Pick<OrganisationRow, "id" | "name" | "cvr" | "createdAt" | "published" | "activities">> {
  return pageOf(page, has(viewer, "editor") ? countPending(db) : 0, (skip, take) =>
    db
      .select({
        id: organisations.id,
        name: organisations.name,
        cvr: organisations.cvr,
        createdAt: organisations.createdAt,
        published: sql<number>`(SELECT count(*) FROM activities a WHERE a.organisation_id = organisations.id AND a.state = 'published')`,
        activities: sql<number>`(SELECT count(*) FROM activities a WHERE a.organisation_id = organisations.id)`,
      })
      .from(organisations)
      .where(eq(organisations.state, "pending"))
      .orderBy(asc(organisations.createdAt), asc(organisations.id))
      .limit(take)
      .offset(skip)
      .all(),
  );
}

/** How many organisations wait for an editor. */
export function countPending(db: Db): number {
  return db.select({ waiting: count() }).from(organisations).where(eq(organisations.state, "pending")).get()?.waiting ?? 0;
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
      .select({ id: users.id, name: users.name, email: users.email, invited: sql<number>`${users.passwordHash} IS NULL` })
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
