import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { standingOf } from "../../db/on-board.ts";
import {
  activities,
  occurrences,
  organisations,
  type OrganisationState,
  themes,
  type Standing,
} from "../../db/schema.ts";
import { actsFor, has, scopesOf, type Viewer } from "../accounts/roles.ts";
import { BEGIN_FIELDS, type BeginField } from "../shared/field-groups.ts";
import { daysBetween, localDate } from "../shared/time.ts";
import { type Activity, isGoneFromCalendar, missingIn } from "./activity.ts";
import { pick } from "../shared/keys-of.ts";

export interface OwnOrganisation {
  id: string;
  slug: string;
  name: string;
  state: OrganisationState;
  decisionText: string | null;
}

interface NextDate {
  start: number;
  end: number;
  cancelled: boolean;
  takesPlace: boolean;
}

/** What a contact should look at. */
export type Warning = "lapsed" | "missing" | "noPrice" | "noDates" | "gone" | "unconfirmed" | "noFirstTime";

export interface OwnActivity {
  id: string;
  slug: string;
  title: string;
  standing: Standing;
  /** Taken down by its people, for good. */
  withdrawn: boolean;
  confirmedAt: string | null;
  /** The next date, also a cancelled one, and whether it or a later one takes place; null when there is none. */
  next: NextDate | null;
  warnings: Warning[];
}

/** A season: what was not confirmed within it is doubted. */
const CONFIRMED_FOR_DAYS = 180;

/** The organisations that somebody is a contact of, by name. An editor sees one when asking for its slug. */
export function ownOrganisations(db: Db, viewer: Viewer | null, slug: string | null = null): OwnOrganisation[] {
  const { id, name, state, decisionText } = organisations;
  const own = inArray(id, scopesOf(viewer, "contact"));
  const asked = slug !== null && has(viewer, "editor") ? eq(organisations.slug, slug) : own;
  return db
    .select({ id, slug: organisations.slug, name, state, decisionText })
    .from(organisations)
    .where(asked)
    .orderBy(asc(name))
    .all();
}

/** The activities of an organisation that the viewer acts for, what is withdrawn last; none for anybody else. */
export function ownActivities(db: Db, viewer: Viewer | null, organisationId: string, now: number): OwnActivity[] {
  if (!actsFor(viewer, organisationId)) return [];
  const rows = db
    .select({ row: activities, organisation: { state: organisations.state } })
    .from(activities)
    .innerJoin(organisations, eq(organisations.id, activities.organisationId))
    .where(eq(activities.organisationId, organisationId))
    .orderBy(sql`${activities.state} = 'withdrawn'`, asc(activities.title))
    .all();
  const next = nextDates(
    db,
    rows.map(({ row }) => row.id),
    now,
  );
  return rows.map(({ row, organisation }) => {
    const date = next.get(row.id) ?? null;
    const standing = standingOf(row, organisation, date?.takesPlace ?? false);
    return {
      id: row.id,
      slug: row.slug,
      title: row.title,
      standing,
      withdrawn: row.state === "withdrawn",
      confirmedAt: row.confirmedAt,
      next: date,
      warnings: warningsOf(row, standing, now),
    };
  });
}

/** One activity with its organisation, for somebody who acts for it; null for anybody else. */
export function ownActivity(
  db: Db,
  viewer: Viewer | null,
  id: string,
): { activity: Activity; organisation: OwnOrganisation } | null {
  const row = db
    .select({
      activity: activities,
      organisation: {
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
        state: organisations.state,
        decisionText: organisations.decisionText,
      },
    })
    .from(activities)
    .innerJoin(organisations, eq(organisations.id, activities.organisationId))
    .where(eq(activities.id, id))
    .get();
  return row && actsFor(viewer, row.organisation.id) ? row : null;
}

/** How an activity of the desk stands now. */
export function standingAt(
  db: Db,
  { activity, organisation }: { activity: Activity; organisation: Pick<OwnOrganisation, "state"> },
  now: number,
): Standing {
  return standingOf(activity, organisation, nextDates(db, [activity.id], now).get(activity.id)?.takesPlace ?? false);
}

/** What a new activity may begin as: place, contact and price of the newest one of an organisation. */
export type Start = Pick<Activity, "title" | BeginField>;

/** The newest activity of an organisation that the viewer acts for; null when there is none. */
export function newestActivity(db: Db, viewer: Viewer | null, organisationId: string): Start | null {
  if (!actsFor(viewer, organisationId)) return null;
  const newest = db
    .select()
    .from(activities)
    .where(eq(activities.organisationId, organisationId))
    .orderBy(desc(activities.createdAt), desc(activities.id))
    .limit(1)
    .get();
  if (!newest) return null;
  const isGuess = newest.pointFrom === "postcode";
  return { ...pick(newest, ["title", ...BEGIN_FIELDS]), ...(isGuess && { lat: null, lng: null }) };
}

export function allThemes(db: Db): { slug: string; name: string }[] {
  return db.select({ slug: themes.slug, name: themes.name }).from(themes).orderBy(asc(themes.position)).all();
}

function warningsOf(activity: Activity, standing: Standing, now: number): Warning[] {
  if (activity.state === "withdrawn") return [];
  const warnings: Warning[] = [];
  if (missingIn(activity).length > 0) warnings.push(isUnpriced(activity) ? "noPrice" : "missing");
  if (activity.state !== "published") return warnings;
  if (activity.lapsedAt !== null) return [...warnings, "lapsed"];
  if (standing === "over") warnings.push("noDates");
  if (isGoneFromCalendar(activity)) warnings.push("gone");
  if (!activity.confirmedAt || daysBetween(activity.confirmedAt, localDate(now)) > CONFIRMED_FOR_DAYS)
    warnings.push("unconfirmed");
  if (!activity.firstTime) warnings.push("noFirstTime");
  return warnings;
}

/** On the board, and nobody ever said what it costs. */
function isUnpriced({ state, priceOre }: Activity): boolean {
  return state === "published" && priceOre === null;
}

function nextDates(db: Db, ids: string[], now: number): Map<string, NextDate> {
  const rows = db
    .select({
      id: occurrences.activityId,
      start: sql<number>`MIN(${occurrences.start})`,
      end: occurrences.end,
      cancelled: occurrences.cancelled,
      takesPlace: sql<number>`MAX(NOT ${occurrences.cancelled})`,
    })
    .from(occurrences)
    .where(and(among(occurrences.activityId, ids), gt(occurrences.end, now)))
    .groupBy(occurrences.activityId)
    .all();
  return new Map(rows.map(({ id, takesPlace, ...date }) => [id, { ...date, takesPlace: takesPlace === 1 }]));
}
