/**
 * A true board: each season somebody says that an activity is still as it stands, or it leaves the board until somebody
 * does.
 */
import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { onBoard } from "../../db/on-board.ts";
import type { Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import { DAY, isDate, localDate } from "../shared/time.ts";
import type { Activity } from "../activities/activity.ts";
import { change } from "../activities/change.ts";

/** Days between one question and the next. */
const PATIENCE = 14;
/** Questions before the activity is marked: one, and two reminders. */
const QUESTIONS = 3;

export type Asked = Pick<
  Activity,
  "confirmedAt" | "publishedAt" | "createdAt" | "confirmAskedAt" | "confirmAsks" | "lapsedAt"
>;
export type SeasonStep = "ask" | "remind" | "lapse";

/** The local date from which an activity is to be confirmed anew. */
export function dueOn(activity: Pick<Asked, "confirmedAt" | "publishedAt" | "createdAt">, months: number): string {
  return monthsAfter(activity.confirmedAt ?? localDate(activity.publishedAt ?? activity.createdAt), months);
}

/** How often was asked since it was due: whoever confirms makes earlier questions void. */
export function asksOf(activity: Asked, months: number): number {
  return activity.confirmAskedAt !== null && localDate(activity.confirmAskedAt) >= dueOn(activity, months)
    ? activity.confirmAsks
    : 0;
}

/**
 * What the season's round does now: asks, reminds after 14 and 28 days, takes off the board 28 days after the last
 * reminder. Null: nothing yet.
 */
export function seasonStep(activity: Asked, months: number, now: number): SeasonStep | null {
  if (activity.lapsedAt !== null || localDate(now) < dueOn(activity, months)) return null;
  const asks = asksOf(activity, months);
  if (asks === 0) return "ask";
  const waited = now - (activity.confirmAskedAt ?? now);
  if (asks < QUESTIONS) return waited >= PATIENCE * DAY ? "remind" : null;
  return waited >= 2 * PATIENCE * DAY ? "lapse" : null;
}

/**
 * Whether citizens are told that nobody has confirmed it: 14 days after the last reminder, and when it has left the
 * board.
 */
export function isDoubted(activity: Asked, months: number, now: number): boolean {
  if (activity.lapsedAt !== null) return true;
  return asksOf(activity, months) >= QUESTIONS && now - (activity.confirmAskedAt ?? now) >= PATIENCE * DAY;
}

/**
 * Somebody says that all of it is still true: it stays on the board, or comes back to it. Refuses what is not meant to
 * be on the board.
 */
export function confirm(db: Db, viewer: Viewer | null, activityId: string, now: number): void {
  change(db, viewer, activityId, "confirm", now, ({ state }) => {
    if (state !== "published") refuse("notPossibleNow");
    return { confirmedAt: localDate(now), lapsedAt: null };
  });
}

/**
 * Activities of approved organisations with dates ahead, whose last confirmation is about a season old. Those that
 * nobody has to be asked about yet are among them.
 */
export function perhapsDue(db: Db, months: number, now: number): ({ id: string } & Asked)[] {
  const shortest = localDate(now - months * 28 * DAY);
  return db.all(sql`
    SELECT a.id, a.confirmed_at AS confirmedAt, a.published_at AS publishedAt, a.created_at AS createdAt, a.confirm_asked_at AS confirmAskedAt,
      a.confirm_asks AS confirmAsks, a.lapsed_at AS lapsedAt
    FROM activities a JOIN organisations o ON o.id = a.organisation_id
    WHERE ${onBoard} AND coalesce(a.confirmed_at, date(coalesce(a.published_at, a.created_at) / 1000, 'unixepoch')) <= ${shortest}
      AND EXISTS (SELECT 1 FROM occurrences oc WHERE oc.activity_id = a.id AND oc."end" > ${now})
    ORDER BY a.id`);
}

/** The same day so many months later, or the last of that month. */
function monthsAfter(date: string, months: number): string {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const start = `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
  for (let day = Number(date.slice(8)); day > 28; day -= 1) if (isDate(`${start}-${day}`)) return `${start}-${day}`;
  return `${start}-${String(Math.min(28, Number(date.slice(8)))).padStart(2, "0")}`;
}
