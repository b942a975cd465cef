import { desc, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activityVersions, slugRedirects } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import { DAY } from "../shared/time.ts";
import { missingIn, mustBeWhole } from "./activity.ts";
import { change } from "./change.ts";
import { allThemes } from "./queries.ts";
import type { Deed } from "../../db/schema.ts";
import { type Snapshot, snapshotAfter, snapshotOf } from "./history.ts";
import { ChangedSince, same, takeBack } from "./take-back.ts";

/**
 * Takes one change of an activity back, and leaves what was changed since as it is. Refuses a change of another
 * activity, and one of something that was changed again since. A price that nobody had stated is unstated again.
 */
export function undo(db: Db, viewer: Viewer | null, activityId: string, versionId: number, now: number): void {
  const version = db.select().from(activityVersions).where(eq(activityVersions.id, versionId)).get();
  if (version?.activityId !== activityId) refuse("notPossibleNow");
  const changed = change(db, viewer, activityId, "undo", now, (activity, tx) => {
    const before = version.before as Snapshot;
    const after = snapshotAfter(tx, activity, versionId);
    const undone = { ...activity, ...withThemesThatAre(db, without(before, after, snapshotOf(activity))) };
    const missing = mustBeWhole(undone) ? missingIn(undone).find(({ field }) => field !== "price") : undefined;
    if (missing) refuse(missing.key);
    return { ...undone, publishedAt: undone.publishedAt ?? activity.publishedAt };
  });
  // A merged one that comes back is at its own address again.
  if (changed.state !== "withdrawn") db.delete(slugRedirects).where(eq(slugRedirects.slug, changed.slug)).run();
}

/** When something was said or done: what happened since has the last word. */
const STAMPS: readonly string[] = ["confirmedAt", "publishedAt", "lapsedAt"];

function without(before: Snapshot, after: Snapshot, now: Snapshot): Snapshot {
  try {
    const names = Object.keys(now) as (keyof Snapshot)[];
    return Object.fromEntries(
      names.map((name) => {
        const isLater = STAMPS.includes(name) && !same(now[name], after[name]);
        return [name, isLater ? now[name] : takeBack(before[name], after[name], now[name])];
      }),
    ) as Snapshot;
  } catch (thrown) {
    if (thrown instanceof ChangedSince) refuse("changedSince");
    throw thrown;
  }
}

/** The newest change, when somebody with a link made it within the last day: that person may take it back. */
export function newestByLink(db: Db, activityId: string, now: number): { id: number; deed: Deed } | null {
  const newest = db
    .select()
    .from(activityVersions)
    .where(eq(activityVersions.activityId, activityId))
    .orderBy(desc(activityVersions.id))
    .limit(1)
    .get();
  const isTheirs = newest?.actorId === null && newest.at > now - DAY && BY_LINK.includes(newest.deed);
  return isTheirs ? { id: newest.id, deed: newest.deed } : null;
}

/** Takes back what somebody did with a link, and nothing else. */
export function undoByLink(db: Db, holder: Viewer, activityId: string, versionId: number, now: number): void {
  if (newestByLink(db, activityId, now)?.id !== versionId) refuse("notPossibleNow");
  undo(db, holder, activityId, versionId, now);
}

/** A theme may have been taken away since. */
function withThemesThatAre(db: Db, undone: Snapshot): Snapshot {
  const known = new Set(allThemes(db).map(({ slug }) => slug));
  return { ...undone, themes: undone.themes.filter((theme) => known.has(theme)) };
}

const BY_LINK: readonly Deed[] = ["cancelDate", "restoreDate", "moveDate", "withdraw", "undo"];
