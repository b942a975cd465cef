/** *Sig at du kommer*: a first name and a date to the tovholder, sealed, gone after the date. */
import { and, asc, eq, gt, lte } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities, arrivals, occurrences } from "../../db/schema.ts";
import { actsFor, type Viewer } from "../accounts/roles.ts";
import { type KeyRing, openWithRing, sealWithRing } from "../shared/seal.ts";

/** What is sealed. */
export interface Person {
  name: string;
  alone: boolean;
  /** Where they hear of a change of the day; nobody but the site reads it. */
  email?: string;
  /** What they have been told of the day last (`changed-days.ts`). */
  heard?: string;
}

/** What a host reads of somebody who comes. */
export interface Arrival {
  name: string;
  alone: boolean;
  /** Whether the site writes to them when the day changes. */
  hears: boolean;
  start: number;
  end: number;
}

/** How many dates one may choose among. */
const DATES_SHOWN = 6;

/** Who has said that they come to what is ahead, by date; for somebody who acts for the activity, else nobody. */
export function arrivalsFor(db: Db, keys: KeyRing, viewer: Viewer | null, activityId: string, now: number): Arrival[] {
  const activity = db
    .select({ organisationId: activities.organisationId })
    .from(activities)
    .where(eq(activities.id, activityId))
    .get();
  if (!activity || !actsFor(viewer, activity.organisationId)) return [];
  return db
    .select()
    .from(arrivals)
    .where(and(eq(arrivals.activityId, activityId), gt(arrivals.end, now)))
    .orderBy(asc(arrivals.start), asc(arrivals.createdAt))
    .all()
    .map((arrival) => arrivalOf(keys, arrival));
}

/** What of it is not the site's alone. */
export function arrivalOf(keys: KeyRing, arrival: typeof arrivals.$inferSelect): Arrival {
  const { name, alone, email } = open(keys, arrival);
  return { name, alone, hears: email !== undefined, start: arrival.start, end: arrival.end };
}

/** The next dates that take place and have not begun. */
export function datesToCome(db: Db, activityId: string, now: number): { start: number; end: number }[] {
  return db
    .select({ start: occurrences.start, end: occurrences.end })
    .from(occurrences)
    .where(and(eq(occurrences.activityId, activityId), gt(occurrences.start, now), eq(occurrences.cancelled, false)))
    .orderBy(asc(occurrences.start))
    .limit(DATES_SHOWN)
    .all();
}

/** Drops everybody whose date is over. Answers how many. */
export function forgetArrivals(db: Db, now: number): number {
  return db.delete(arrivals).where(lte(arrivals.end, now)).run().changes;
}

/** What was sealed. */
export function open(keys: KeyRing, { id, sealed }: { id: string; sealed: Buffer }): Person {
  return JSON.parse(openWithRing(keys, sealed, contextOf(id)).toString());
}

/** Seals who comes. */
export function seal(keys: KeyRing, id: string, person: Person): Buffer {
  return sealWithRing(keys, Buffer.from(JSON.stringify(person)), contextOf(id));
}

/** What it is sealed for. */
export function contextOf(id: string): string {
  return `arrival ${id}`;
}
