import { and, desc, eq, isNotNull, isNull, notLike, sql } from "drizzle-orm";
import type { Viewer } from "../../src/accounts/roles.ts";
import { localDate, weekdayOf } from "../../src/shared/time.ts";
import type { Db } from "../client.ts";
import { activities, areas, cases, placements } from "../schema.ts";

/** Notes that the citizen has turned up today at something of that theme that is open to all. */
export function noteStart(db: Db, { id: madeById }: Viewer, caseId: string, theme: string, now: number): void {
  const startedOn = localDate(now);
  const activityId = nearest(db, caseId, theme, startedOn);
  db.insert(placements).values({ caseId, activityId, startedOn, madeAt: now, madeById }).run();
}

/** The activity nearest to where the citizen lives, before all others one of that weekday. */
function nearest(db: Db, caseId: string, theme: string, on: string): string | null {
  const isThatDay = sql`${activities.schedule} ->> '$[0].weekday' IS ${weekdayOf(on)}`;
  const away = sql`abs(${activities.lat} - ${areas.lat}) + abs(${activities.lng} - ${areas.lng})`;
  const found = db
    .select({ id: activities.id })
    .from(activities)
    .innerJoin(cases, eq(cases.id, caseId))
    .innerJoin(areas, eq(areas.slug, cases.area))
    .where(
      and(
        eq(activities.state, "published"),
        isNotNull(activities.area),
        sql`${activities.schedule} ->> '$[0].weekday' IS NOT NULL`,
        sql`${activities.themes} ->> '$[0]' = ${theme}`,
        notLike(activities.facts, "%kun-%"),
        isNull(activities.ageMin),
        isNull(activities.ageMax),
      ),
    )
    .orderBy(desc(isThatDay), away, activities.id)
    .get();
  return found?.id ?? null;
}
