import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { keptRead } from "../../db/kept-reads.ts";
import { stands } from "../../db/on-board.ts";
import { activities } from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import { datesToCome } from "./arrivals.ts";
import { isGoneFromCalendar } from "../activities/activity.ts";
import { startOfMinute } from "../shared/time.ts";
import { isDoubted } from "./confirming.ts";
import { answeredQuestions, type Question } from "./questions.ts";

/** What the page of an activity says of how true it is, and what one can do there. */
export interface TrustParts {
  id: string;
  isOn: boolean;
  host: string;
  full: boolean;
  fullNote: string | null;
  volunteerTasks: string | null;
  confirmedAt: string | null;
  doubted: boolean;
  lapsed: boolean;
  /** The calendar from which it came no longer names it, and nobody has said since that it stands. */
  goneFromCalendar: boolean;
  questions: Question[];
  /** The dates that one can say one comes to; empty when the host has not agreed to it, or there is no room. */
  dates: { start: number; end: number }[];
}

/** In this minute; null when there is no such activity. */
export function trustParts(db: Db, activityId: string, now: number): TrustParts | null {
  const minute = startOfMinute(now);
  return keptRead(db, `trust ${activityId} ${minute}`, () => readTrust(db, activityId, minute));
}

function readTrust(db: Db, activityId: string, now: number): TrustParts | null {
  const activity = db.select().from(activities).where(eq(activities.id, activityId)).get();
  if (!activity) return null;
  const isOn = stands(activity);
  return {
    id: activity.id,
    isOn,
    host: activity.contactName,
    full: activity.full,
    fullNote: activity.fullNote,
    volunteerTasks: activity.volunteerTasks,
    confirmedAt: activity.confirmedAt,
    doubted: activity.state === "published" && isDoubted(activity, readSetting(db, "seasonMonths"), now),
    lapsed: activity.lapsedAt !== null,
    goneFromCalendar: activity.state === "published" && isGoneFromCalendar(activity),
    questions: answeredQuestions(db, activityId),
    dates: isOn && activity.arrivalsWelcome && !activity.full ? datesToCome(db, activityId, now) : [],
  };
}
