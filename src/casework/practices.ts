/** Øvefællesskaber: groups that a team leads for a while, on the way to somewhere else. */
import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities, type ActivityState, type Audience, occurrences, placements, practices } from "../../db/schema.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";
import { localDate } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { mayDo } from "./rules.ts";
import { findCase, noteRead } from "./store.ts";
import { meetGap } from "./met-gaps.ts";
import { type Gap, keyOf } from "./talk/wished-gaps.ts";

/** What the team that leads one looks after. */
export interface PracticeLine {
  id: string;
  slug: string;
  title: string;
  teamId: string;
  state: ActivityState;
  audience: Audience;
  next: { start: number; end: number } | null;
  /** How many take part now. */
  takePart: number;
  /** How many stopped there and began somewhere else. */
  movedOn: number;
  /** `YYYY-MM-DD`: when the brobygger steps back, and whether that day has come. */
  stepsBackOn: string;
  isToStepBack: boolean;
}

/** A time of a group. */
export interface PracticeDate {
  start: number;
  end: number;
  cancelled: boolean;
}

const MOST_DATES = 12;
const NOTHING: Gap = { area: "", theme: "", time: "" };

/** Whether a team of the viewer's leads it: then they see it, also when it is for referred citizens only. */
export function leadsPractice(db: Db, viewer: Viewer | null, activityId: string): boolean {
  const own = and(eq(practices.activityId, activityId), inArray(practices.teamId, teamsOf(viewer)));
  return db.select({ id: practices.activityId }).from(practices).where(own).get() !== undefined;
}

/** Refuses whoever is not of the team that leads it. */
export function refuseUnlessLed(db: Db, viewer: Viewer, activityId: string): { teamId: string } {
  const led = leadsPractice(db, viewer, activityId) ? practiceOf(db, activityId) : null;
  return led ?? refuse("notYours");
}

/** When its brobygger steps back, and of which team; null: it is no group of a team. */
export function practiceOf(db: Db, activityId: string): { teamId: string; stepsBackOn: string } | null {
  const { teamId, stepsBackOn } = practices;
  return db.select({ teamId, stepsBackOn }).from(practices).where(eq(practices.activityId, activityId)).get() ?? null;
}

/**
 * Notes that a team leads a new group, until its brobygger steps back, and that it meets a gap of theirs; `answerId`: it came of
 * that workshop. Refuses a day that is not ahead, and a team that is not the viewer's.
 */
export function lead(
  db: Db,
  viewer: Viewer,
  activityId: string,
  { teamId, stepsBackOn, gap, answerId }: { teamId: string; stepsBackOn: string; gap: Gap; answerId?: number },
  now: number,
): void {
  if (!teamsOf(viewer).includes(teamId)) refuse("notYours");
  refusePast(stepsBackOn, now);
  db.transaction((tx) => {
    tx.insert(practices).values({ activityId, teamId, stepsBackOn, madeAt: now, madeById: viewer.id }).run();
    if (keyOf(gap) !== keyOf(NOTHING)) meetGap(tx, viewer, { teamId, gap, activityId, answerId }, now);
  });
}

/** Chooses another day ahead on which the brobygger steps back. */
export function stepBackOn(db: Db, viewer: Viewer, activityId: string, on: string, now: number): void {
  refuseUnlessLed(db, viewer, activityId);
  refusePast(on, now);
  db.update(practices).set({ stepsBackOn: on }).where(eq(practices.activityId, activityId)).run();
}

/** A copy of a group is led by the same team. */
export function leadCopy(db: Db, viewer: Viewer, activityId: string, copyId: string, now: number): void {
  const led = db.select().from(practices).where(eq(practices.activityId, activityId)).get();
  if (led)
    db.insert(practices)
      .values({ ...led, activityId: copyId, madeAt: now, madeById: viewer.id })
      .run();
}

/** The groups of the viewer's teams that are not taken down, by title. */
export function practicesOf(db: Db, viewer: Viewer, now: number): PracticeLine[] {
  const rows = db.all<Omit<PracticeLine, "next" | "isToStepBack"> & { start: number | null; end: number | null }>(sql`
    SELECT a.id, a.slug, a.title, p.team_id AS teamId, a.state, a.audience, p.steps_back_on AS stepsBackOn, oc.start, oc."end",
      (SELECT count(DISTINCT case_id) FROM placements WHERE activity_id = a.id AND ended_on IS NULL) AS takePart,
      (SELECT count(DISTINCT here.case_id) FROM placements here JOIN placements there ON there.case_id = here.case_id
        WHERE here.activity_id = a.id AND here.ended_on IS NOT NULL AND there.activity_id IS NOT a.id
          AND (there.started_on > here.started_on OR (there.started_on IS here.started_on AND there.id > here.id))) AS movedOn
    FROM practices p JOIN activities a ON a.id = p.activity_id
    LEFT JOIN occurrences oc ON oc.activity_id = a.id AND oc.start =
      (SELECT min(start) FROM occurrences WHERE activity_id = a.id AND "end" > ${now} AND NOT cancelled)
    WHERE p.team_id IN (SELECT value FROM json_each(${JSON.stringify(teamsOf(viewer))})) AND a.state <> 'withdrawn'
    ORDER BY a.title, a.id`);
  return rows.map(({ start, end, ...row }) => ({
    ...row,
    next: start === null || end === null ? null : { start, end },
    isToStepBack: row.stepsBackOn <= localDate(now),
  }));
}

/** The next times of a group that has not ended, those that are called off marked; at most 12, the soonest first. */
export function datesOf(db: Db, activityId: string, now: number): PracticeDate[] {
  const { start, end, cancelled } = occurrences;
  return db
    .select({ start, end, cancelled })
    .from(occurrences)
    .where(and(eq(occurrences.activityId, activityId), gt(end, now)))
    .orderBy(asc(start))
    .limit(MOST_DATES)
    .all();
}

/** A group in which a citizen takes part, with its next times. */
export interface OwnGroup {
  placementId: number;
  title: string;
  where: string;
  dates: PracticeDate[];
}

/** The groups in which the citizen of a case takes part now: what nobody else can look up they see here. */
export function groupsOf(db: Db, caseId: string, now: number): OwnGroup[] {
  const { title, placeName, address, postcode } = activities;
  return db
    .select({ placementId: placements.id, activityId: activities.id, title, placeName, address, postcode })
    .from(placements)
    .innerJoin(practices, eq(practices.activityId, placements.activityId))
    .innerJoin(activities, eq(activities.id, placements.activityId))
    .where(and(eq(placements.caseId, caseId), isNull(placements.endedOn)))
    .orderBy(asc(placements.id))
    .all()
    .map(({ placementId, activityId, title: called, ...place }) => ({
      placementId,
      title: called,
      where: [place.placeName, place.address, place.postcode].filter(Boolean).join(", "),
      dates: datesOf(db, activityId, now),
    }));
}

/** One of them on paper, of a case that the viewer works with; null for any other. */
export function groupPaper(
  db: Db,
  viewer: Viewer,
  placementId: number,
  now: number,
): (OwnGroup & { caseId: string }) | null {
  return db.transaction((tx) => {
    const row = tx.select({ caseId: placements.caseId }).from(placements).where(eq(placements.id, placementId)).get();
    const stored = row ? findCase(tx, row.caseId) : null;
    if (!stored || !mayDo(viewer, "work", stored)) return null;
    const group = groupsOf(tx, stored.id, now).find((one) => one.placementId === placementId);
    if (!group) return null;
    noteRead(tx, stored.id, viewer.id, now);
    return { ...group, caseId: stored.id };
  });
}

/** What a brobygger of another team is not told: something for referred citizens of others. */
export function isHidden(db: Db, viewer: Viewer, activity: { id: string; audience: Audience }): boolean {
  return activity.audience !== "all" && !leadsPractice(db, viewer, activity.id);
}

function refusePast(on: string, now: number): void {
  if (on <= localDate(now)) refuse("stepsBackLater", "stepsBackOn");
}
