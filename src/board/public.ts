import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { onBoard } from "../../db/on-board.ts";
import type { activities, ActivityState, Demand, Level } from "../../db/schema.ts";
import { allRows } from "../../db/statements.ts";
import { factsOf } from "../shared/facts.ts";
import { eachField, FIELDS, PAGE_FIELDS, type PageField } from "../shared/fields.ts";
import { shownPoint } from "../../search/document.ts";
import type { Hue, ThemeLook } from "../shared/hues.ts";
import type { LatLng } from "../shared/point.ts";
import type { FoundHit } from "../../search/engine.ts";
import { pauseDates } from "../schedule/occurrences.ts";
import type { PauseKind } from "../schedule/pauses.ts";
import type { Price, PricePer } from "../shared/price.ts";
import type { DateRange, ScheduleEntry } from "../shared/schedule-entry.ts";

/** What a citizen may see of an activity in a list. */
export interface Card {
  id: string;
  slug: string;
  title: string;
  summary: string;
  organisation: { name: string; slug: string };
  area: { slug: string; name: string } | null;
  postcode: string | null;
  placeName: string | null;
  point: LatLng | null;
  online: boolean;
  themes: string[];
  /** The first of them, that gives the colour; null: it has none, or none that there is. */
  theme: ThemeLook | null;
  facts: string[];
  /** Null: nobody stated it. */
  price: Price | null;
  schedule: ScheduleEntry[];
  confirmedAt: string | null;
  /** No room now. */
  full: boolean;
  /** The occurrence that met the wishes: epoch ms. */
  next: number;
  nextEnd: number;
  /** Metres, where the search had a point. */
  distance: number | null;
}

interface Row {
  id: string;
  slug: string;
  state: ActivityState;
  title: string;
  summary: string;
  organisation_name: string;
  organisation_slug: string;
  organisation_id: string;
  organisation_state: string;
  area: string | null;
  area_name: string | null;
  postcode: string | null;
  town: string | null;
  place_name: string | null;
  address: string | null;
  lat: number | null;
  lng: number | null;
  private_place: number;
  themes: string;
  theme_slug: string | null;
  theme_name: string;
  theme_hue: Hue;
  facts: string;
  level: Level | null;
  demand: Demand | null;
  languages: string;
  bus: string | null;
  parking: number;
  price_ore: number | null;
  price_per: PricePer | null;
  first_free: number;
  schedule: string;
  confirmed_at: string | null;
  full: number;
  age_min: number | null;
  age_max: number | null;
  contact_name: string;
  contact_phone: string | null;
  contact_email: string | null;
  updated_at: number;
  pauses: string;
}

/** How long something is new: 60 days. */
const NEW_FOR = 60 * 24 * 60 * 60 * 1000;

const COLUMNS =
  sql.raw(`a.id, a.slug, a.state, a.title, a.summary, a.area, a.postcode, a.place_name, a.lat, a.lng, a.private_place, a.themes, a.facts, a.level, a.demand,
  a.languages, a.bus, a.parking, a.price_ore, a.price_per, a.first_free, a.schedule, a.confirmed_at, a.full,
  o.name AS organisation_name, o.slug AS organisation_slug, o.id AS organisation_id, o.state AS organisation_state, ar.name AS area_name,
  t.slug AS theme_slug, t.name AS theme_name, t.hue AS theme_hue`);
/** What the page shows as it is stored, under the names of the fields. */
const PAGE_COLUMNS = sql.raw(PAGE_FIELDS.map((name) => `a.${columnOf(name)} AS "${name}"`).join(", "));
const FROM = sql.raw(
  "FROM activities a JOIN organisations o ON o.id = a.organisation_id LEFT JOIN areas ar ON ar.slug = a.area LEFT JOIN themes t ON t.slug = a.themes ->> 0",
);

/**
 * The cards of these hits in their order; a hit that has left the board since is left out. The hits come first in the
 * join (CROSS JOIN): the planner would scan.
 */
export function cardsOf(db: Db, hits: readonly FoundHit[]): Card[] {
  if (!hits.length) return [];
  const wanted = JSON.stringify(hits.map(({ id, next }) => [id, next]));
  const rows = allRows<Row & { next_end: number }>(
    db,
    sql`
    SELECT ${COLUMNS}, oc."end" AS next_end FROM json_each(${wanted}) w CROSS JOIN activities a ON a.id = w.value ->> 0
    CROSS JOIN occurrences oc ON oc.activity_id = a.id AND oc.start = w.value ->> 1 AND NOT oc.cancelled
    JOIN organisations o ON o.id = a.organisation_id LEFT JOIN areas ar ON ar.slug = a.area LEFT JOIN themes t ON t.slug = a.themes ->> 0
    WHERE ${onBoard}`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return hits.flatMap((hit) => {
    const row = byId.get(hit.id);
    return row ? [cardOf(row, hit.next, row.next_end, hit.distance)] : [];
  });
}

/**
 * What came to the board last and is still to come, by when it was published; at most `count`. The newest come first in
 * the join (CROSS JOIN) and end it early.
 */
export function newCards(db: Db, now: number, count: number): Card[] {
  const hits = allRows<FoundHit>(
    db,
    sql`
    SELECT a.id, (SELECT MIN(start) FROM occurrences WHERE activity_id = a.id AND "end" > ${now} AND NOT cancelled) AS next, NULL AS distance
    FROM activities a CROSS JOIN organisations o ON o.id = a.organisation_id
    WHERE ${onBoard} AND a.published_at > ${now - NEW_FOR} AND next IS NOT NULL ORDER BY a.published_at DESC, a.rowid DESC LIMIT ${count}`,
  );
  return cardsOf(db, hits);
}

/** What the map needs of its single pins. */
export function pinTitles(db: Db, ids: readonly string[]): Map<string, { slug: string; title: string; theme: string }> {
  const rows = allRows<{ id: string; slug: string; title: string; theme: string }>(
    db,
    sql`
    SELECT a.id, a.slug, a.title, a.themes ->> 0 AS theme FROM json_each(${JSON.stringify(ids)}) w CROSS JOIN activities a ON a.id = w.value
    JOIN organisations o ON o.id = a.organisation_id WHERE ${onBoard}`,
  );
  return new Map(rows.map(({ id, slug, title, theme }) => [id, { slug, title, theme }]));
}

/** Everything that the page of one activity shows. */
export interface ActivityPage
  extends Omit<Card, "next" | "nextEnd" | "distance">, Pick<typeof activities.$inferSelect, PageField> {
  state: ActivityState;
  organisationId: string;
  organisationApproved: boolean;
  /** When it holds free, and the dates that this means. */
  pauses: PauseKind[];
  pauseDates: DateRange[];
  address: string | null;
  town: string | null;
  private: boolean;
  ages: { min: number | null; max: number | null };
  contact: { name: string; phone: string | null; email: string | null };
  updatedAt: number;
  /** The dates that have not ended, the cancelled ones marked; at most 40. */
  dates: { start: number; end: number; cancelled: boolean }[];
}

/**
 * The activity of an address; null when nobody ever saw one there. Drafts are found too: who may see one is the page's
 * viewer's matter (`isPublic`).
 */
export function activityPage(db: Db, slug: string, now: number): ActivityPage | null {
  const row = allRows<Row & Record<PageField, unknown>>(
    db,
    sql`
    SELECT ${COLUMNS}, ${PAGE_COLUMNS}, a.address, a.age_min, a.age_max, a.contact_name, a.contact_phone, a.contact_email, a.updated_at, a.pauses, p.name AS town
    ${FROM} LEFT JOIN postcodes p ON p.code = a.postcode WHERE a.slug = ${slug}`,
  )[0];
  if (!row) return null;
  const dates = allRows<{ start: number; end: number; cancelled: number }>(
    db,
    sql`SELECT start, "end", cancelled FROM occurrences WHERE activity_id = ${row.id} AND "end" > ${now} ORDER BY start LIMIT 40`,
  );
  const { next: _next, nextEnd: _end, distance: _distance, ...card } = cardOf(row, 0, 0, null);
  const pauses = JSON.parse(row.pauses) as PauseKind[];
  return {
    ...card,
    ...shownAsStored(row),
    pauses,
    pauseDates: pauseDates(db, { pauses, schedule: card.schedule }, now),
    state: row.state,
    organisationId: row.organisation_id,
    organisationApproved: row.organisation_state === "approved",
    address: row.private_place ? null : row.address,
    town: row.town,
    private: row.private_place === 1,
    ages: { min: row.age_min, max: row.age_max },
    contact: { name: row.contact_name, phone: row.contact_phone, email: row.contact_email },
    updatedAt: row.updated_at,
    dates: dates.map((date) => ({ ...date, cancelled: date.cancelled === 1 })),
  };
}

/**
 * Whether everybody may see it: it was published (also when paused or withdrawn since) by an organisation that is
 * approved.
 */
export function isPublic(activity: ActivityPage): boolean {
  return activity.state !== "draft" && activity.organisationApproved;
}

export interface OrganisationPage {
  name: string;
  slug: string;
  description: string;
  url: string | null;
  cards: Card[];
}

/** An approved organisation with what it offers now, by next date. */
export function organisationPage(db: Db, slug: string, now: number): OrganisationPage | null {
  const organisation = allRows<{ id: string; name: string; slug: string; description: string; url: string | null }>(
    db,
    sql`SELECT id, name, slug, description, url FROM organisations WHERE slug = ${slug} AND state = 'approved'`,
  )[0];
  if (!organisation) return null;
  const next = allRows<FoundHit>(
    db,
    sql`
    SELECT a.id, MIN(oc.start) AS next, NULL AS distance ${FROM} JOIN occurrences oc ON oc.activity_id = a.id
    WHERE a.organisation_id = ${organisation.id} AND ${onBoard} AND oc."end" > ${now} AND NOT oc.cancelled GROUP BY a.id ORDER BY next, a.id`,
  );
  const { id: _id, ...shown } = organisation;
  return { ...shown, cards: cardsOf(db, next) };
}

function cardOf(row: Row, next: number, nextEnd: number, distance: number | null): Card {
  const facts = JSON.parse(row.facts) as string[];
  const online = facts.includes("online");
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    organisation: { name: row.organisation_name, slug: row.organisation_slug },
    area: row.area && row.area_name ? { slug: row.area, name: row.area_name } : null,
    postcode: row.postcode,
    placeName: row.place_name,
    point:
      online || row.lat === null || row.lng === null
        ? null
        : shownPoint({ lat: row.lat, lng: row.lng }, row.private_place === 1),
    online,
    themes: JSON.parse(row.themes) as string[],
    theme: row.theme_slug === null ? null : { slug: row.theme_slug, name: row.theme_name, hue: row.theme_hue },
    facts: factsOf({ ...row, facts, languages: JSON.parse(row.languages) as string[], parking: row.parking === 1 }),
    price: row.price_ore === null ? null : { ore: row.price_ore, per: row.price_per, firstFree: row.first_free === 1 },
    schedule: JSON.parse(row.schedule) as ScheduleEntry[],
    confirmedAt: row.confirmed_at,
    full: row.full === 1,
    next,
    nextEnd,
    distance,
  };
}

function shownAsStored(row: Record<PageField, unknown>): Pick<ActivityPage, PageField> {
  return eachField(PAGE_FIELDS, (name) => {
    const { empty } = FIELDS[name];
    if (typeof empty === "boolean") return row[name] === 1;
    return Array.isArray(empty) ? (JSON.parse(row[name] as string) as unknown) : row[name];
  }) as Pick<ActivityPage, PageField>;
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
