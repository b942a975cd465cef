import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { isOnBoard } from "../../db/on-board.ts";
import { activities, organisations, themes } from "../../db/schema.ts";
import { actsFor, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import { HOUR, localClock, localDate } from "../shared/time.ts";
import type { StateDeed } from "../../db/schema.ts";
import {
  type Activity,
  type ActivityFields,
  missingIn,
  missingToPublish,
  mustBeWhole,
  stateAfter,
} from "./activity.ts";
import { fromToday } from "../schedule/fresh-dates.ts";
import { pauseDates } from "../schedule/occurrences.ts";
import { checkRoomForDraft } from "./quota.ts";
import type { DateRange, ScheduleEntry } from "../shared/schedule-entry.ts";
import * as dates from "../schedule/change-dates.ts";
import * as schedules from "../schedule/schedule.ts";
import type { Deed } from "../../db/schema.ts";
import { addDraft, changeActivity } from "./store.ts";

/**
 * Saves a new activity that only its organisation sees. The slug comes from the title and never changes. Refuses a
 * draft without a title.
 */
export function createDraft(
  db: Db,
  viewer: Viewer | null,
  organisationId: string,
  fields: ActivityFields,
  now: number,
): { id: string; slug: string } {
  if (!actsFor(viewer, organisationId)) refuse("notYours");
  if (!fields.title) refuse("titleMissing", "title");
  return db.transaction((tx) => {
    if (!tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, organisationId)).get())
      refuse("notYours");
    checkRoomForDraft(tx, organisationId, "title");
    checkThemes(tx, fields.themes);
    return addDraft(tx, { ...fields, organisationId }, now);
  });
}

/**
 * Writes a draft off from another activity of the same organisation: the same fields and title, no date before today,
 * nothing of its history.
 */
export function cloneActivity(
  db: Db,
  viewer: Viewer | null,
  activityId: string,
  now: number,
): { id: string; slug: string } {
  const original = db.select().from(activities).where(eq(activities.id, activityId)).get();
  if (!original || !actsFor(viewer, original.organisationId)) refuse("notYours");
  return db.transaction((tx) => {
    checkRoomForDraft(tx, original.organisationId, null);
    const fresh = { publishedAt: null, confirmedAt: null, importKey: null, imported: null } as const;
    const asked = { confirmAskedAt: null, confirmAsks: 0, lapsedAt: null, full: false, fullNote: null };
    return addDraft(
      tx,
      { ...original, ...fresh, ...asked, schedule: fromToday(original.schedule, localDate(now)) },
      now,
    );
  });
}

/**
 * Saves what was changed. What the public has been promised must stay whole: refuses to take away what publishing
 * needs.
 */
export function edit(db: Db, viewer: Viewer | null, activityId: string, fields: ActivityFields, now: number): void {
  change(db, viewer, activityId, "edit", now, (activity) => {
    checkThemes(
      db,
      fields.themes.filter((theme) => !activity.themes.includes(theme)),
    );
    const whole = mustBeWhole(activity) ? missingIn(fields)[0] : undefined;
    if (whole) refuse(whole.key, whole.field);
    if (!fields.title) refuse("titleMissing", "title");
    return { ...fields, ...(activity.state === "published" && { confirmedAt: localDate(now), lapsedAt: null }) };
  });
}

/**
 * Puts a draft on the board. Refuses one that lacks what the public needs, or whose dates are over. Answers whether
 * everybody can see it now: not before the organisation is approved.
 */
export function publish(db: Db, viewer: Viewer | null, activityId: string, now: number): { isPublic: boolean } {
  return moveTo(db, viewer, activityId, "publish", now);
}

/** Takes an activity off the board for a while. */
export function pause(db: Db, viewer: Viewer | null, activityId: string, now: number): void {
  moveTo(db, viewer, activityId, "pause", now);
}

/** Ends a pause. Refuses like `publish`. */
export function resume(db: Db, viewer: Viewer | null, activityId: string, now: number): { isPublic: boolean } {
  return moveTo(db, viewer, activityId, "resume", now);
}

/** Takes an activity off the board for good; its address says so, and `restore` brings it back. */
export function withdraw(db: Db, viewer: Viewer | null, activityId: string, now: number): void {
  moveTo(db, viewer, activityId, "withdraw", now);
}

/** Takes back that an activity was withdrawn: it holds a pause then, or is a draft if it never was public. */
export function restore(db: Db, viewer: Viewer | null, activityId: string, now: number): void {
  moveTo(db, viewer, activityId, "restore", now);
}

/** Calls off the occurrence that begins at `start` (epoch ms). Refuses a start at which nothing is planned. */
export function cancelDate(db: Db, viewer: Viewer | null, activityId: string, start: number, now: number): void {
  changeDate(db, viewer, activityId, start, "cancelDate", now, dates.cancelDate);
}

/** Takes back that the occurrence at `start` (epoch ms) was called off. */
export function restoreDate(db: Db, viewer: Viewer | null, activityId: string, start: number, now: number): void {
  changeDate(db, viewer, activityId, start, "restoreDate", now, dates.restoreDate);
}

/**
 * Moves the occurrence at `start` (epoch ms) to another local date or hour. Refuses a start at which nothing is
 * planned, a date that is over, and one on which the activity holds free.
 */
export function moveDate(
  db: Db,
  viewer: Viewer | null,
  activityId: string,
  start: number,
  to: { date: string; start: string; end: string },
  now: number,
): void {
  changeDate(db, viewer, activityId, start, "moveDate", now, (schedule, key, clock, free) => {
    if (schedules.hoursOn(to.date, to.start, to.end).end <= now) refuse("dateOver", "dato");
    if (schedules.isPaused(to.date, free)) refuse("datePaused", "dato");
    return dates.moveDate(schedule, key, to, clock);
  });
}

function moveTo(
  db: Db,
  viewer: Viewer | null,
  activityId: string,
  deed: StateDeed,
  now: number,
): { isPublic: boolean } {
  const changed = change(db, viewer, activityId, deed, now, (activity) => {
    const state = stateAfter(activity, deed) ?? refuse("notPossibleNow");
    if (state !== "published") return { state };
    const missing = missingToPublish(activity, now, pauseDates(db, activity, now))[0];
    if (missing) refuse(missing.key, missing.field);
    return { state, publishedAt: activity.publishedAt ?? now, confirmedAt: localDate(now), lapsedAt: null };
  });
  const organisation = db
    .select({ state: organisations.state })
    .from(organisations)
    .where(eq(organisations.id, changed.organisationId))
    .get();
  return { isPublic: organisation !== undefined && isOnBoard(changed, organisation) };
}

type ChangeSchedule = (
  schedule: readonly ScheduleEntry[],
  key: string,
  start: string | undefined,
  free: readonly DateRange[],
) => ScheduleEntry[];

function changeDate(
  db: Db,
  viewer: Viewer | null,
  activityId: string,
  start: number,
  name: Deed,
  now: number,
  deed: ChangeSchedule,
): void {
  change(db, viewer, activityId, name, now, ({ schedule, pauses }) => {
    const free = pauseDates(db, { schedule, pauses }, now);
    const occurrence =
      schedules.occurrencesOf(schedule, { from: start, to: start + HOUR }, free).find((one) => one.start === start) ??
      refuse("dateNotPlanned");
    const atItsHour = deed(schedule, occurrence.key, localClock(start), free);
    // A date that was moved to another hour is known by the hour that was planned.
    const isMoved = JSON.stringify(atItsHour) === JSON.stringify(schedule);
    return { schedule: isMoved ? deed(schedule, occurrence.key, undefined, free) : atItsHour };
  });
}

/**
 * One change of one activity by somebody who acts for its organisation, in one transaction; what `what` decides is
 * asked after that.
 */
export function change(
  db: Db,
  viewer: Viewer | null,
  activityId: string,
  deed: Deed,
  now: number,
  what: (activity: Activity, tx: Db) => Partial<Activity>,
): Activity {
  return db.transaction((tx) => {
    const activity = tx.select().from(activities).where(eq(activities.id, activityId)).get();
    if (!activity || !actsFor(viewer, activity.organisationId)) refuse("notYours");
    return changeActivity(tx, activity, what(activity, tx), { deed, actorId: viewer?.id || null, now });
  });
}

function checkThemes(db: Db, chosen: readonly string[]): void {
  if (chosen.length === 0) return;
  const known = db.select({ slug: themes.slug }).from(themes).all();
  if (!chosen.every((theme) => known.some(({ slug }) => slug === theme))) refuse("unknown", "themes");
}
