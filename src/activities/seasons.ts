/** A new season of several activities at once. */
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { activities } from "../../db/schema.ts";
import { actsFor, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import { addDays, daysBetween, localDate } from "../shared/time.ts";
import { type Activity, missingToPublish } from "./activity.ts";
import { seasonOf, withSeason } from "../schedule/fresh-dates.ts";
import { pauseDates } from "../schedule/occurrences.ts";
import { change } from "./change.ts";
import type { DateRange, ScheduleEntry } from "../shared/schedule-entry.ts";
import { isDated } from "../schedule/planned-dates.ts";
import { seriesEnd } from "../schedule/schedule.ts";

/** A series that ends this soon is offered a new season. */
const ENDS_WITHIN_DAYS = 60;
const LONGEST_SEASON_DAYS = 366;

/**
 * Activities of an organisation on the board or resting, whose series are over or end within 60 days, by title; none
 * for anybody who does not act for it.
 */
export function seasonsToRenew(
  db: Db,
  viewer: Viewer | null,
  organisationIds: readonly string[],
  now: number,
): Activity[] {
  const own = organisationIds.filter((id) => actsFor(viewer, id));
  const soon = addDays(localDate(now), ENDS_WITHIN_DAYS);
  return db
    .select()
    .from(activities)
    .where(among(activities.organisationId, own))
    .all()
    .filter(({ state, schedule }) => (state === "published" || state === "paused") && endsBy(schedule, soon))
    .sort((a, b) => a.title.localeCompare(b.title, "da"));
}

/** The season that begins next: 1 September to 31 May, or 1 January to 31 May. `today` is a local date. */
export function nextSeason(today: string): DateRange {
  const year = Number(today.slice(0, 4));
  if (today < `${year}-09-01`) return { from: `${year}-09-01`, until: `${year + 1}-05-31` };
  return { from: `${year + 1}-01-01`, until: `${year + 1}-05-31` };
}

/**
 * Gives these activities a new season and puts them on the board, confirmed today: all or none. Refuses dates that are
 * no season ahead, an activity that is not offered one, and one that the season would leave without a date.
 */
export function renewSeason(
  db: Db,
  viewer: Viewer | null,
  ids: readonly string[],
  season: DateRange,
  now: number,
): void {
  if (ids.length === 0) refuse("seasonNone", "aktivitet");
  checkSeason(season, localDate(now));
  db.transaction((tx) => {
    for (const id of new Set(ids))
      change(tx, viewer, id, "edit", now, (activity) => renewed(tx, activity, season, now));
  });
}

function renewed(tx: Db, activity: Activity, season: DateRange, now: number): Partial<Activity> {
  const today = localDate(now);
  const isOffered = activity.state === "published" || activity.state === "paused";
  if (!isOffered || !endsBy(activity.schedule, addDays(today, ENDS_WITHIN_DAYS))) refuse("notPossibleNow", "aktivitet");
  if (seasonOf(activity.schedule, season).length === 0) refuse("seasonEmpty", "aktivitet");
  const schedule = withSeason(activity.schedule, season, today);
  const missing = missingToPublish({ ...activity, schedule }, now, pauseDates(tx, { ...activity, schedule }, now))[0];
  if (missing) refuse(missing.key === "scheduleOver" ? "seasonEmpty" : missing.key, "aktivitet");
  return { schedule, state: "published", publishedAt: activity.publishedAt ?? now, confirmedAt: today, lapsedAt: null };
}

function checkSeason({ from, until }: DateRange, today: string): void {
  if (until < from || until < today) refuse("seasonDates", "sidste");
  if (daysBetween(from, until) > LONGEST_SEASON_DAYS) refuse("seasonLong", "sidste");
}

function endsBy(schedule: readonly ScheduleEntry[], date: string): boolean {
  const end = seriesEnd(schedule);
  return schedule.some((entry) => !isDated(entry)) && end !== null && end <= date;
}
