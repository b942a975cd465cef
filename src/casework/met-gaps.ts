import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { gapAnswers, gaps } from "../../db/schema.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import type { Gap } from "./talk/wished-gaps.ts";

/**
 * Notes that an activity meets a gap of a team: what was noted of it so far is met, and a search or a wish for it while
 * the activity is on the board. `answerId`: the workshop that it came of.
 */
export function meetGap(
  db: Db,
  viewer: Viewer,
  { teamId, gap, activityId, answerId }: { teamId: string; gap: Gap; activityId: string; answerId?: number },
  now: number,
): void {
  if (!teamsOf(viewer).includes(teamId)) refuse("notYours");
  const { area, theme, time } = gap;
  const met = { activityId, metAt: now };
  db.transaction((tx) => {
    tx.update(gaps)
      .set({ metById: activityId })
      .where(and(isOf(teamId, gap), isNull(gaps.metById)))
      .run();
    if (answerId !== undefined) tx.update(gapAnswers).set(met).where(eq(gapAnswers.id, answerId)).run();
    else
      tx.insert(gapAnswers)
        .values({ area, theme, time, ...met, teamId, madeAt: now, madeById: viewer.id })
        .run();
  });
}

function isOf(teamId: string, { area, theme, time }: Gap) {
  return and(eq(gaps.teamId, teamId), eq(gaps.area, area), eq(gaps.theme, theme), eq(gaps.time, time));
}
