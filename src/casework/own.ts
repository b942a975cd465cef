/** Whose cases these are, in SQL: one's own, and those of whom one stands in for. `mayDo` says the same of one case. */
import { and, eq, inArray, or, type SQL } from "drizzle-orm";
import { cases, caseTasks } from "../../db/schema.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";

/** Cases that the viewer has, or sees to while their brobygger is away. */
export function isOwn(viewer: Viewer): SQL | undefined {
  return or(
    and(eq(cases.brobyggerId, viewer.id), inArray(cases.teamId, teamsOf(viewer))),
    ...away(viewer).map(({ awayId, teamId }) => and(eq(cases.brobyggerId, awayId), eq(cases.teamId, teamId))),
  );
}

/** Steps that the viewer does, or does while their doer is away. */
export function isDoer(viewer: Viewer): SQL | undefined {
  return or(
    and(eq(caseTasks.doerId, viewer.id), inArray(caseTasks.teamId, teamsOf(viewer))),
    ...away(viewer).map(({ awayId, teamId }) => and(eq(caseTasks.doerId, awayId), eq(caseTasks.teamId, teamId))),
  );
}

const away = ({ standsInFor = [] }: Viewer) => standsInFor;
