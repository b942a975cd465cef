import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { calendarSources } from "../../db/schema.ts";
import { actsFor, type Viewer } from "../accounts/roles.ts";
import { newId } from "../shared/ids.ts";
import { refuse } from "../texts/refusal.ts";
import type { Known } from "./fetch-calendar.ts";

export type CalendarSource = typeof calendarSources.$inferSelect;

const MOST_SOURCES = 10;

/** The calendars of an organisation that are fetched daily; none for anybody who does not act for it. */
export function sourcesOf(db: Db, viewer: Viewer | null, organisationId: string): CalendarSource[] {
  if (!actsFor(viewer, organisationId)) return [];
  return db
    .select()
    .from(calendarSources)
    .where(eq(calendarSources.organisationId, organisationId))
    .orderBy(asc(calendarSources.createdAt))
    .all();
}

/**
 * Keeps an address to be fetched daily; the same address once. What somebody did not want of it stays away, until it is
 * wanted when the address is handed in again. Refuses more than 10.
 */
export function keepSource(
  db: Db,
  viewer: Viewer | null,
  organisationId: string,
  url: string,
  { etag, lastModified, leftOut = [] }: Known & { leftOut?: string[] },
  now: number,
): void {
  const kept = sourcesOf(db, viewer, organisationId);
  const fetched = { etag, lastModified, leftOut, fetchedAt: now, lastError: null };
  const same = kept.find((source) => source.url === url);
  if (same) db.update(calendarSources).set(fetched).where(eq(calendarSources.id, same.id)).run();
  else if (kept.length >= MOST_SOURCES) refuse("manyCalendars", "address");
  else
    db.insert(calendarSources)
      .values({ id: newId(), organisationId, url, createdAt: now, ...fetched })
      .run();
}

/** Holds up fetching a calendar; what it brought stays. */
export function dropSource(db: Db, viewer: Viewer | null, id: string): string {
  const source = db.select().from(calendarSources).where(eq(calendarSources.id, id)).get();
  if (!source || !actsFor(viewer, source.organisationId)) refuse("notYours");
  db.delete(calendarSources)
    .where(and(eq(calendarSources.id, id), eq(calendarSources.organisationId, source.organisationId)))
    .run();
  return source.organisationId;
}
