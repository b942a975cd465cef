/** What waits for an association: first on its desk. */
import { and, asc, eq } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { activities, questions } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { missingIn, type Missing } from "../activities/activity.ts";
import type { OwnActivity } from "../activities/queries.ts";
import { isClosed, type KeyRing } from "../shared/seal.ts";
import { type Arrival, arrivalsFor } from "./arrivals.ts";
import { type Question, questionOf } from "./questions.ts";
import { type Report, reportsOf } from "./reports.ts";

type About = Pick<OwnActivity, "id" | "title">;

export interface WaitingAtDesk {
  /** Oldest first. */
  questions: { activity: About; question: Question }[];
  reports: Report[];
  /** By date. */
  comers: { activity: About; start: number; end: number; arrivals: Arrival[] }[];
  /** What nobody has said is true for a season, what has left the board first. */
  unconfirmed: OwnActivity[];
  /** Drafts, with what each lacks before it can be published. */
  drafts: { activity: About; missing: Missing[] }[];
}

/**
 * What waits with these activities of the viewer. Names and reports are left out while the keys are closed: the desk
 * goes on without them.
 */
export function waitingAtDesk(
  db: Db,
  keys: KeyRing,
  viewer: Viewer | null,
  own: readonly OwnActivity[],
  now: number,
): WaitingAtDesk {
  const opened = isClosed(keys) ? [] : own;
  return {
    questions: askedOf(db, own),
    reports: opened.flatMap(({ id }) => reportsOf(db, keys, viewer, id)),
    comers: opened
      .flatMap((activity) => byDate(activity, arrivalsFor(db, keys, viewer, activity.id, now)))
      .sort((a, b) => a.start - b.start),
    unconfirmed: own
      .filter(({ warnings }) => warnings.includes("lapsed") || warnings.includes("unconfirmed"))
      .sort((a, b) => Number(b.standing === "down") - Number(a.standing === "down")),
    drafts: draftsOf(db, own),
  };
}

/** How much waits in all. */
export function countWaiting(waiting: WaitingAtDesk): number {
  const { questions, reports, comers, unconfirmed, drafts } = waiting;
  return questions.length + reports.length + comers.length + unconfirmed.length + drafts.length;
}

function askedOf(db: Db, own: readonly OwnActivity[]): WaitingAtDesk["questions"] {
  const titles = new Map(own.map((activity) => [activity.id, activity]));
  return db
    .select()
    .from(questions)
    .where(and(among(questions.activityId, [...titles.keys()]), eq(questions.state, "asked")))
    .orderBy(asc(questions.askedAt), asc(questions.id))
    .all()
    .flatMap((row) => {
      const activity = titles.get(row.activityId);
      return activity ? [{ activity, question: questionOf(row) }] : [];
    });
}

function byDate(activity: About, arrivals: readonly Arrival[]): WaitingAtDesk["comers"] {
  return [...Map.groupBy(arrivals, ({ start }) => start).entries()].map(([start, some]) => ({
    activity,
    start,
    end: some[0]?.end ?? start,
    arrivals: some,
  }));
}

function draftsOf(db: Db, own: readonly OwnActivity[]): WaitingAtDesk["drafts"] {
  const drafts = own.filter(({ standing }) => standing === "draft").map(({ id }) => id);
  return db
    .select()
    .from(activities)
    .where(among(activities.id, drafts))
    .orderBy(asc(activities.title))
    .all()
    .map((activity) => ({ activity, missing: missingIn(activity) }));
}
