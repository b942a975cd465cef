/** How each who works in a team follows up, and for how many hours a week there is somebody. */
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { cases, type FollowPlan, memberships } from "../../../db/schema.ts";
import { readSetting } from "../../../db/settings.ts";
import { teamsOf, type Viewer } from "../../accounts/roles.ts";
import { refuse } from "../../texts/refusal.ts";
import { planFor } from "./rules.ts";

/** How whoever has a case of the team follows up: as that one chose, else as the team does. */
export function dutiesOf(db: Db, teamId: string): (brobyggerId: string | null) => FollowPlan {
  const own = new Map(
    db
      .select({ id: memberships.userId, plan: memberships.followPlan })
      .from(memberships)
      .where(and(eq(memberships.scope, teamId), isNotNull(memberships.followPlan)))
      .all()
      .map(({ id, plan }) => [id, plan]),
  );
  const ofTeam = planFor(readSetting(db, "followTimes", teamId));
  return (id) => own.get(id ?? "") ?? ofTeam;
}

/** How one works in a team. */
export interface OwnWork {
  /** Null: as the team does. */
  plan: FollowPlan | null;
  /** Null: not stated. */
  hours: number | null;
}

const inTeam = (viewer: Viewer, teamId: string) =>
  and(
    eq(memberships.userId, viewer.id),
    eq(memberships.scope, teamId),
    inArray(memberships.role, ["brobygger", "lead"]),
  );

export function ownWork(db: Db, viewer: Viewer, teamId: string): OwnWork {
  const row = db
    .select({ plan: memberships.followPlan, hours: memberships.weeklyHours })
    .from(memberships)
    .where(inTeam(viewer, teamId))
    .get();
  return row ?? { plan: null, hours: null };
}

/**
 * Keeps how the viewer works in one of the own teams. Another plan holds for cases from now on: those that the viewer has
 * go on as they began.
 */
export function changeOwnWork(db: Db, viewer: Viewer, teamId: string, { plan, hours }: OwnWork): void {
  if (!teamsOf(viewer).includes(teamId)) refuse("unknown");
  db.transaction((tx) => {
    if (ownWork(tx, viewer, teamId).plan !== plan)
      tx.update(cases)
        .set({ followDuty: dutiesOf(tx, teamId)(viewer.id) })
        .where(and(eq(cases.teamId, teamId), eq(cases.brobyggerId, viewer.id), isNull(cases.followDuty)))
        .run();
    tx.update(memberships).set({ followPlan: plan, weeklyHours: hours }).where(inTeam(viewer, teamId)).run();
  });
}
