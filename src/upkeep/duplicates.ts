/** Two posts of one activity become one: an editor says which stays. */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { keptRead } from "../../db/kept-reads.ts";
import { isForAll } from "../../db/on-board.ts";
import { noteChanged } from "../../db/outbox.ts";
import { activities, slugRedirects } from "../../db/schema.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import { changeActivity } from "../activities/store.ts";

/**
 * Takes one activity off the board in favour of another: its address leads there; its counts, questions, reports and
 * arrivals move. Editors only; refuses what is for referred citizens only.
 */
export function merge(db: Db, viewer: Viewer, keepId: string, goneId: string, now: number): void {
  if (!has(viewer, "editor")) refuse("notYours");
  if (keepId === goneId) refuse("chooseTwo");
  db.transaction((tx) => {
    const both = tx
      .select()
      .from(activities)
      .where(inArray(activities.id, [keepId, goneId]))
      .all();
    const keep = both.find(({ id }) => id === keepId);
    const gone = both.find(({ id }) => id === goneId);
    if (!keep || !gone || keep.state === "draft" || keep.state === "withdrawn" || !isForAll(keep) || !isForAll(gone))
      refuse("notPossibleNow");
    changeActivity(tx, gone, { state: "withdrawn" }, { deed: "merge", actorId: viewer.id, now });
    tx.update(slugRedirects).set({ activityId: keepId }).where(eq(slugRedirects.activityId, goneId)).run();
    tx.insert(slugRedirects)
      .values({ slug: gone.slug, activityId: keepId })
      .onConflictDoUpdate({ target: slugRedirects.slug, set: { activityId: keepId } })
      .run();
    tx.delete(slugRedirects).where(eq(slugRedirects.slug, keep.slug)).run();
    moveWhatBelongs(tx, keepId, goneId);
    noteChanged(tx, [keepId]);
  });
}

/** The slug that an old address leads to; null when it is nobody's old address. */
export function redirectOf(db: Db, slug: string): string | null {
  return keptRead(
    db,
    `redirect ${slug}`,
    () =>
      db
        .select({ slug: activities.slug })
        .from(slugRedirects)
        .innerJoin(activities, eq(activities.id, slugRedirects.activityId))
        .where(and(eq(slugRedirects.slug, slug), eq(activities.audience, "all")))
        .get()?.slug ?? null,
  );
}

function moveWhatBelongs(tx: Db, keepId: string, goneId: string): void {
  for (const table of ["questions", "reports", "arrivals"])
    tx.run(sql`UPDATE ${sql.identifier(table)} SET activity_id = ${keepId} WHERE activity_id = ${goneId}`);
  tx.run(sql`
    INSERT INTO activity_counts (activity_id, month, kind, count) SELECT ${keepId}, month, kind, count FROM activity_counts WHERE activity_id = ${goneId}
    ON CONFLICT (activity_id, month, kind) DO UPDATE SET count = count + excluded.count`);
  tx.run(sql`DELETE FROM activity_counts WHERE activity_id = ${goneId}`);
  tx.run(sql`
    UPDATE shortlists SET activity_ids = (SELECT json_group_array(DISTINCT CASE value WHEN ${goneId} THEN ${keepId} ELSE value END) FROM json_each(activity_ids))
    WHERE activity_ids IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(activity_ids) WHERE value = ${goneId})`);
}
