/** What a team does about a gap: an activity that meets it, and workshops with citizens, associations and staff. */
import { and, asc, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { isOnBoard, onBoardOfTables } from "../../db/on-board.ts";
import { activities, gapAnswers, organisations, practices } from "../../db/schema.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";
import { meetGap } from "../casework/met-gaps.ts";
import { activityAt } from "../casework/placements.ts";
import { isHidden } from "../casework/practices.ts";
import type { Gap } from "../casework/talk/wished-gaps.ts";
import { refuse } from "../texts/refusal.ts";
import { refusePerson } from "../casework/nameless.ts";

/** Day (`YYYY-MM-DD`), place, and who is invited, in words. */
export interface Workshop {
  heldOn: string;
  place: string;
  invited: string;
}

export interface GapAnswer extends Gap {
  id: number;
  teamId: string;
  workshop: Workshop | null;
  /** What came of it; `isPublic`: everybody finds it on the board, `forReferred`: nobody does. */
  activity: { title: string; slug: string; isPublic: boolean; forReferred: boolean } | null;
}

/** The activity that meets a gap: one of the list (its id), or the address of its page. */
export interface Chosen {
  activity: string;
  address: string;
}

const MOST_SHOWN = 200;
const MOST_CHOICES = 60;

/** Says that an activity meets a gap of one's team. */
export function sayMet(db: Db, viewer: Viewer, gap: Gap & { teamId: string }, chosen: Chosen, now: number): void {
  const { teamId, area, theme, time } = gap;
  meetGap(db, viewer, { teamId, gap: { area, theme, time }, activityId: idOf(db, viewer, chosen) }, now);
}

/** Plans a workshop about a gap of one's team; answers its number. The day may have been, since some note it afterwards. */
export function holdWorkshop(
  db: Db,
  viewer: Viewer,
  { teamId, area, theme, time }: Gap & { teamId: string },
  workshop: Workshop,
  now: number,
): number {
  if (!teamsOf(viewer).includes(teamId)) refuse("notYours");
  refusePersons(workshop);
  return db
    .insert(gapAnswers)
    .values({ teamId, area, theme, time, ...workshop, madeAt: now, madeById: viewer.id })
    .returning({ id: gapAnswers.id })
    .get().id;
}

/** Puts a workshop of one's team right. */
export function changeWorkshop(db: Db, viewer: Viewer, id: number, workshop: Workshop): void {
  refusePersons(workshop);
  workshopIn(db, viewer, id);
  db.update(gapAnswers).set(workshop).where(eq(gapAnswers.id, id)).run();
}

/** Takes a workshop of one's team away. Refuses one from which an activity came. */
export function dropWorkshop(db: Db, viewer: Viewer, id: number): void {
  if (workshopIn(db, viewer, id).activity) refuse("workshopLedOn");
  db.delete(gapAnswers).where(eq(gapAnswers.id, id)).run();
}

/** Says which activity came of a workshop of one's team: it meets the gap. */
export function sayWhatCame(db: Db, viewer: Viewer, id: number, chosen: Chosen, now: number): void {
  const { teamId, area, theme, time } = workshopIn(db, viewer, id);
  const activityId = idOf(db, viewer, chosen);
  meetGap(db, viewer, { teamId, gap: { area, theme, time }, activityId, answerId: id }, now);
}

/** A workshop of the viewer's teams; refuses any other. */
export function workshopIn(db: Db, viewer: Viewer, id: number): GapAnswer {
  return workshopIfMine(db, viewer, id) ?? refuse("notYours");
}

/** The same; null for any other. */
export function workshopIfMine(db: Db, viewer: Viewer, id: number): GapAnswer | null {
  const found = read(db, and(eq(gapAnswers.id, id), inArray(gapAnswers.teamId, teamsOf(viewer))))[0];
  return found?.workshop ? found : null;
}

/** What teams (null: all) have done about gaps, the newest first. */
export function gapAnswersOf(db: Db, teams: readonly string[] | null): GapAnswer[] {
  return read(db, teams === null ? undefined : inArray(gapAnswers.teamId, [...teams]));
}

/**
 * Activities that may meet a gap: those of the board in its area and of its theme, and the groups of the viewer's teams,
 * the newest first.
 */
export function mayMeet(db: Db, viewer: Viewer, { area, theme }: Gap): { id: string; title: string }[] {
  const { id, title, publishedAt } = activities;
  const onBoard = db
    .select({ id, title })
    .from(activities)
    .innerJoin(organisations, eq(organisations.id, activities.organisationId))
    .where(
      and(
        onBoardOfTables,
        area === "" ? undefined : sql`${area} IN (${activities.area}, ${activities.postcode})`,
        theme === "" ? undefined : sql`EXISTS (SELECT 1 FROM json_each(${activities.themes}) WHERE value = ${theme})`,
      ),
    )
    .orderBy(desc(publishedAt), asc(title))
    .limit(MOST_CHOICES)
    .all();
  const ours = db
    .select({ id, title })
    .from(practices)
    .innerJoin(activities, eq(id, practices.activityId))
    .where(inArray(practices.teamId, teamsOf(viewer)))
    .orderBy(desc(practices.madeAt))
    .limit(MOST_CHOICES)
    .all();
  return [...ours, ...onBoard.filter((one) => !ours.some((other) => other.id === one.id))];
}

function idOf(db: Db, viewer: Viewer, { activity, address }: Chosen): string {
  if (address !== "") return activityAt(db, viewer, address)?.id ?? refuse("noSuchActivity", "address");
  const audience = db
    .select({ audience: activities.audience })
    .from(activities)
    .where(eq(activities.id, activity))
    .get();
  if (!audience || isHidden(db, viewer, { id: activity, ...audience })) refuse("chooseActivity", "activity");
  return activity;
}

function refusePersons({ place, invited }: Workshop): void {
  refusePerson(place, "place");
  refusePerson(invited, "invited");
}

function read(db: Db, where: ReturnType<typeof and>): GapAnswer[] {
  const { id, teamId, area, theme, time, heldOn, place, invited } = gapAnswers;
  return db
    .select({
      id,
      teamId,
      area,
      theme,
      time,
      heldOn,
      place,
      invited,
      activity: activities,
      organisation: organisations,
    })
    .from(gapAnswers)
    .leftJoin(activities, eq(activities.id, gapAnswers.activityId))
    .leftJoin(organisations, eq(organisations.id, activities.organisationId))
    .where(and(where, sql`(${isNotNull(activities.id)} OR ${isNotNull(heldOn)})`))
    .orderBy(desc(sql`coalesce(${heldOn}, '')`), desc(id))
    .limit(MOST_SHOWN)
    .all()
    .map(({ heldOn: on, place: where_, invited: who, activity, organisation, ...gap }) => ({
      ...gap,
      workshop: on === null ? null : { heldOn: on, place: where_ ?? "", invited: who ?? "" },
      activity: activity && {
        title: activity.title,
        slug: activity.slug,
        isPublic: organisation !== null && isOnBoard(activity, organisation),
        forReferred: activity.audience !== "all",
      },
    }));
}
