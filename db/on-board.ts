import { sql } from "drizzle-orm";
import type { ActivityState, Audience, OrganisationState, Standing } from "./schema.ts";

type Shown = { state: ActivityState; lapsedAt: number | null; audience: Audience };

/** Whether an activity is on the board: it stands, and its organisation is approved. */
export function isOnBoard(activity: Shown, organisation: { state: OrganisationState }): boolean {
  return stands(activity) && organisation.state === "approved";
}

/**
 * An activity's own half of being on the board: published, not taken off because nobody confirmed it, and for
 * everybody.
 */
export function stands({ state, lapsedAt, audience }: Shown): boolean {
  return state === "published" && lapsedAt === null && isForAll({ audience });
}

/**
 * How it stands; `takesPlace` says whether a date is ahead that is not called off. An association that is not let in
 * comes before what its activity lacks: nothing of it is seen until then.
 */
export function standingOf(activity: Shown, organisation: { state: OrganisationState }, takesPlace: boolean): Standing {
  if (activity.state === "withdrawn") return "down";
  if (activity.state !== "published") return activity.state;
  if (organisation.state !== "approved") return organisation.state === "pending" ? "waiting" : "rejected";
  if (activity.lapsedAt !== null) return "down";
  if (!takesPlace) return "over";
  return isForAll(activity) ? "on" : "referred";
}

/** Whether everybody may come; else nobody but whom a brobygger has referred, and then it is nowhere in public. */
export function isForAll({ audience }: { audience: Audience }): boolean {
  return audience === "all";
}

/**
 * `isOnBoard` of SQL that calls activities `a` and organisations `o`; the planner knows its indexes by these very
 * words.
 */
export const ON_BOARD = spelt("a", "o");

/** `isOnBoard` of a raw part of drizzle's SQL, which calls them so too. */
export const onBoard = sql.raw(ON_BOARD);

/** `isOnBoard` of a query that drizzle writes, with both tables in it. */
export const onBoardOfTables = sql.raw(spelt("activities", "organisations"));

/** What would be on the board if it were not for referred citizens only; of raw SQL, and of drizzle's. */
export const forReferred = sql.raw(spelt("a", "o", "referred"));
export const forReferredOfTables = sql.raw(spelt("activities", "organisations", "referred"));

function spelt(activities: string, organisations: string, audience: Audience = "all"): string {
  return `${activities}.state = 'published' AND ${activities}.lapsed_at IS NULL AND ${activities}.audience = '${audience}' AND ${organisations}.state = 'approved'`;
}
