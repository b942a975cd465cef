import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { standingOf } from "../../db/on-board.ts";
import { organisations } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import { localDate } from "../shared/time.ts";
import type { StateDeed, Standing } from "../../db/schema.ts";
import { missingToPublish, stateAfter } from "./activity.ts";
import { pauseDates } from "../schedule/occurrences.ts";
import { change } from "./change.ts";

/**
 * Puts a draft on the board, and says yes to what was guessed; answers how it stands. Refuses one that lacks what the public
 * needs, or is over.
 */
export function publish(db: Db, viewer: Viewer | null, activityId: string, now: number): Standing {
  return moveTo(db, viewer, activityId, "publish", now);
}

/** Takes an activity off the board for a while; answers how it stands. */
export function pause(db: Db, viewer: Viewer | null, activityId: string, now: number): Standing {
  return moveTo(db, viewer, activityId, "pause", now);
}

/** Ends a pause. Refuses like `publish`. */
export function resume(db: Db, viewer: Viewer | null, activityId: string, now: number): Standing {
  return moveTo(db, viewer, activityId, "resume", now);
}

/** Takes an activity off the board for good; its address says so, and `restore` brings it back. */
export function withdraw(db: Db, viewer: Viewer | null, activityId: string, now: number): Standing {
  return moveTo(db, viewer, activityId, "withdraw", now);
}

/** Takes back that an activity was withdrawn: it holds a pause then, or is a draft if it never was public. */
export function restore(db: Db, viewer: Viewer | null, activityId: string, now: number): Standing {
  return moveTo(db, viewer, activityId, "restore", now);
}

function moveTo(db: Db, viewer: Viewer | null, activityId: string, deed: StateDeed, now: number): Standing {
  const changed = change(db, viewer, activityId, deed, now, (activity) => {
    const state = stateAfter(activity, deed) ?? refuse("notPossibleNow");
    if (state !== "published") return { state };
    const missing = missingToPublish(activity, now, pauseDates(db, activity, now))[0];
    if (missing) refuse(missing.key, missing.field);
    return {
      state,
      guessed: [],
      publishedAt: activity.publishedAt ?? now,
      confirmedAt: localDate(now),
      lapsedAt: null,
    };
  });
  const organisation = db
    .select({ state: organisations.state })
    .from(organisations)
    .where(eq(organisations.id, changed.organisationId))
    .get();
  return standingOf(changed, organisation ?? refuse("notYours"), true);
}
