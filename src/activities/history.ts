import { and, asc, desc, eq, gt, notInArray } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities, activityVersions, type Deed, users } from "../../db/schema.ts";
import { actsFor, type Viewer } from "../accounts/roles.ts";
import type { Activity } from "./activity.ts";

/** One change in the history of an activity. */
export interface Version {
  id: number;
  at: number;
  deed: Deed;
  /** Null: somebody with a link from a mail, or the site itself. */
  actor: string | null;
  before: Snapshot;
  /** What it was when the next change came, or is now. */
  after: Snapshot;
}

/** How many changes of an activity are remembered. */
const MOST_VERSIONS = 50;
/** What an undo never changes: who and where it is, who may come, what the import and the season's questions keep. */
const KEPT = [
  "id",
  "slug",
  "organisationId",
  "area",
  "audience",
  "createdAt",
  "updatedAt",
  "importKey",
  "imported",
  "confirmAskedAt",
  "confirmAsks",
] as const;

export type Snapshot = Omit<Activity, (typeof KEPT)[number]>;

/**
 * Keeps what the activity is now, before `deed` changes it. Null as actor: a link in a mail, or a job. The oldest
 * beyond 50 go.
 */
export function remember(tx: Db, activityId: string, actorId: string | null, deed: Deed, now: number): void {
  const activity = tx.select().from(activities).where(eq(activities.id, activityId)).get();
  if (!activity) return;
  tx.insert(activityVersions)
    .values({ activityId, actorId, at: now, deed, before: snapshotOf(activity) })
    .run();
  const newest = tx
    .select({ id: activityVersions.id })
    .from(activityVersions)
    .where(eq(activityVersions.activityId, activityId))
    .orderBy(desc(activityVersions.id))
    .limit(MOST_VERSIONS);
  tx.delete(activityVersions)
    .where(and(eq(activityVersions.activityId, activityId), notInArray(activityVersions.id, newest)))
    .run();
}

/** The changes of an activity, newest first, for somebody who acts for its organisation; none for anybody else. */
export function historyOf(db: Db, viewer: Viewer | null, activityId: string): Version[] {
  const activity = db.select().from(activities).where(eq(activities.id, activityId)).get();
  if (!activity || !actsFor(viewer, activity.organisationId)) return [];
  const rows = db
    .select({
      id: activityVersions.id,
      at: activityVersions.at,
      deed: activityVersions.deed,
      actor: users.name,
      before: activityVersions.before,
    })
    .from(activityVersions)
    .leftJoin(users, eq(users.id, activityVersions.actorId))
    .where(eq(activityVersions.activityId, activityId))
    .orderBy(desc(activityVersions.id))
    .all();
  return rows.map((row, at) => ({
    ...row,
    before: row.before as Snapshot,
    after: (rows[at - 1]?.before as Snapshot | undefined) ?? snapshotOf(activity),
  }));
}

/** What an activity was after that change of it: before the next one, or now. */
export function snapshotAfter(tx: Db, activity: Activity, versionId: number): Snapshot {
  const next = tx
    .select({ before: activityVersions.before })
    .from(activityVersions)
    .where(and(eq(activityVersions.activityId, activity.id), gt(activityVersions.id, versionId)))
    .orderBy(asc(activityVersions.id))
    .limit(1)
    .get();
  return (next?.before as Snapshot | undefined) ?? snapshotOf(activity);
}

/** What of an activity its history keeps. */
export function snapshotOf(activity: Activity): Snapshot {
  return Object.fromEntries(
    Object.entries(activity).filter(([name]) => !KEPT.some((kept) => kept === name)),
  ) as Snapshot;
}
