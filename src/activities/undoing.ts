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
import type { Snapshot } from "./history.ts";

/**
 * Makes an activity again what it was before a change; what came after goes too, and can be had back in the same way.
 * Refuses a change of another activity. A price that nobody had stated is unstated again.
 */
export function undo(db: Db, viewer: Viewer | null, activityId: string, versionId: number, now: number): void {
  const version = db.select().from(activityVersions).where(eq(activityVersions.id, versionId)).get();
  if (version?.activityId !== activityId) refuse("notPossibleNow");
  const changed = change(db, viewer, activityId, "undo", now, (activity) => {
    const before = withThemesThatAre(db, version.before as Snapshot);
    const missing = mustBeWhole(before) ? missingIn(before).find(({ field }) => field !== "price") : undefined;
    if (missing) refuse(missing.key);
    return { ...before, publishedAt: before.publishedAt ?? activity.publishedAt };
  });
  // A merged one that comes back is at its own address again.
  if (changed.state !== "withdrawn") db.delete(slugRedirects).where(eq(slugRedirects.slug, changed.slug)).run();
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
function withThemesThatAre(db: Db, before: Snapshot): Snapshot {
  const known = new Set(allThemes(db).map(({ slug }) => slug));
  return { ...before, themes: before.themes.filter((theme) => known.has(theme)) };
}

const BY_LINK: readonly Deed[] = ["cancelDate", "restoreDate", "moveDate", "withdraw", "undo"];
