/** A trial whose date the board no longer has makes a task. */
import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { cases, introductions, trials } from "../../../db/schema.ts";
import { localDate } from "../../shared/time.ts";
import { addEvent } from "../store.ts";
import { askAbout, endTasksAbout, openTasks, stepWithin } from "../tasks.ts";
import { isOnItsDate } from "./trials.ts";

/**
 * Makes a task of each trial ahead whose date was called off or moved, once. `changed`: only of these activities; null: of
 * all. Answers how many.
 */
export function tellOfMovedDates(db: Db, changed: readonly string[] | null, now: number): number {
  const ahead = db
    .select({ id: trials.id, caseId: trials.caseId, start: trials.start, activityId: introductions.activityId })
    .from(trials)
    .innerJoin(introductions, eq(introductions.id, trials.introductionId))
    .innerJoin(cases, eq(cases.id, trials.caseId))
    .where(
      and(
        isNull(trials.outcome),
        gt(trials.start, now),
        eq(cases.state, "taken"),
        changed === null ? undefined : inArray(introductions.activityId, [...changed]),
      ),
    )
    .all();
  for (const { id, caseId, activityId, start } of ahead)
    if (isOnItsDate(db, activityId, start)) endTasksAbout(db, { caseId, about: id, kinds: ["date-off"] }, null, now);
  const untold = ahead.filter(
    ({ id, caseId, activityId, start }) =>
      !isOnItsDate(db, activityId, start) &&
      !openTasks(db, caseId).some(({ kind, about }) => kind === "date-off" && about === id),
  );
  for (const { id, caseId, start } of untold) {
    askAbout(db, caseId, { ...stepWithin("date-off", 0, now), about: id }, null, now);
    addEvent(db, { caseId, kind: "trial-moved", actorId: null, detail: { on: localDate(start) } }, now);
  }
  return untold.length;
}
