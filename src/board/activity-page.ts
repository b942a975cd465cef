import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { keptRead } from "../../db/kept-reads.ts";
import { isForAll, standingOf } from "../../db/on-board.ts";
import type { activities, ActivityState, Audience, DayNote, OrganisationState, Standing } from "../../db/schema.ts";
import { allRows } from "../../db/statements.ts";
import { PAGE_FIELDS, type PageField } from "../shared/field-groups.ts";
import { FIELDS } from "../shared/fields.ts";
import { startOfMinute } from "../shared/time.ts";
import { pauseDates } from "../schedule/occurrences.ts";
import type { PauseKind } from "../schedule/pauses.ts";
import type { DateRange } from "../shared/schedule-entry.ts";
import { type Card, cardOf } from "./cards.ts";
import { COLUMNS, FROM, type Row } from "./board-row.ts";
import { byKey } from "../shared/keys-of.ts";

/** What the page shows as it is stored, under the names of the fields. */
const PAGE_COLUMNS = sql.raw(PAGE_FIELDS.map((name) => `a.${columnOf(name)} AS "${name}"`).join(", "));

/** Everything that the page of one activity shows. */
export interface ActivityPage
  extends Omit<Card, "next" | "nextEnd" | "calledOff" | "distance">, Pick<typeof activities.$inferSelect, PageField> {
  state: ActivityState;
  audience: Audience;
  organisationId: string;
  organisationState: OrganisationState;
  /** When nobody confirmed it and it left the board: epoch ms. */
  lapsedAt: number | null;
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
  /** What is said of single days, by local date. */
  dayNotes: Record<string, DayNote>;
}

/**
 * The activity of an address in this minute; null when nobody ever saw one there. Drafts are found too: who may see one
 * is the page's viewer's matter (`isPublic`).
 */
export function activityPage(db: Db, slug: string, now: number): ActivityPage | null {
  const minute = startOfMinute(now);
  return keptRead(db, `activity ${slug} ${minute}`, () => readPage(db, slug, minute));
}

function readPage(db: Db, slug: string, now: number): ActivityPage | null {
  const row = allRows<Row & Record<PageField, unknown>>(
    db,
    sql`
    SELECT ${COLUMNS}, ${PAGE_COLUMNS}, a.address, a.age_min, a.age_max, a.contact_name, a.contact_phone, a.contact_email, a.updated_at, a.lapsed_at, a.day_notes, a.pauses, p.name AS town
    ${FROM} LEFT JOIN postcodes p ON p.code = a.postcode WHERE a.slug = ${slug}`,
  )[0];
  if (!row) return null;
  const dates = allRows<{ start: number; end: number; cancelled: number }>(
    db,
    sql`SELECT start, "end", cancelled FROM occurrences WHERE activity_id = ${row.id} AND "end" > ${now} ORDER BY start LIMIT 40`,
  );
  const { next: _next, nextEnd: _end, calledOff: _calledOff, distance: _distance, ...card } = cardOf(row, 0, 0, null);
  const pauses: PauseKind[] = JSON.parse(row.pauses);
  return {
    ...card,
    ...shownAsStored(row),
    pauses,
    pauseDates: pauseDates(db, { pauses, schedule: card.schedule }, now),
    state: row.state,
    audience: row.audience,
    organisationId: row.organisation_id,
    organisationState: row.organisation_state,
    lapsedAt: row.lapsed_at,
    dayNotes: JSON.parse(row.day_notes),
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
 * approved, and not for referred citizens only.
 */
export function isPublic(activity: ActivityPage): boolean {
  return activity.state !== "draft" && activity.organisationState === "approved" && isForAll(activity);
}

/** How it stands. */
export function standingOfPage(activity: ActivityPage): Standing {
  return standingOf(
    activity,
    { state: activity.organisationState },
    activity.dates.some((date) => !date.cancelled),
  );
}

function shownAsStored(row: Record<PageField, unknown>): Pick<ActivityPage, PageField> {
  return byKey(PAGE_FIELDS, (name) => {
    const { empty } = FIELDS[name];
    if (typeof empty === "boolean") return row[name] === 1;
    return Array.isArray(empty) ? JSON.parse(String(row[name])) : row[name];
  }) as Pick<ActivityPage, PageField>;
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
