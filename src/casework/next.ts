/** The next step of a case, as its brobygger chooses it. */
import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { type AttemptResult, cases, caseTasks, type NoStep } from "../../db/schema.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";
import { addDays, isDate, localDate } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { caseFor } from "./deeds.ts";
import { type Step, STEPS, whomFor } from "./rules.ts";
import { addEvent } from "./store.ts";
import {
  addTask,
  endChosen,
  endsInCase,
  type NextStep,
  stepOn,
  type TaskRow,
  waitUntil,
  workingDayAfter,
} from "./tasks.ts";

/** A step on a day (`YYYY-MM-DD`, from `HH:MM` where that matters), or why there is none. */
export type Next = { step: Step; on: string; clock: string | null } | { none: NoStep };

/** Farther ahead than any step of half a year. */
const FARTHEST_DAYS = 400;

/**
 * What follows when nobody says otherwise: call again on the next working day, after a message on the second; after a
 * talk nothing.
 */
export function nextAfter(result: AttemptResult, now: number): NextStep | null {
  return result === "reached" ? null : stepOn("call", workingDayAfter(now, result === "message-left" ? 2 : 1));
}

/** Settles what comes next, in place of what was planned; who wrote still waits for an answer. */
export function setNext(db: Db, viewer: Viewer, id: string, next: Next, now: number): void {
  db.transaction((tx) => {
    caseFor(tx, viewer, "work", id);
    endChosen(tx, id, viewer.id, now, ["first-call", ...STEPS]);
    noteNext(tx, viewer, id, next, now);
  });
}

/** As `setNext`, beside what is planned already; the case is known to be the viewer's. */
export function noteNext(db: Db, viewer: Viewer, id: string, next: Next, now: number): void {
  if ("none" in next) {
    db.update(cases).set({ noStep: next.none }).where(eq(cases.id, id)).run();
    addEvent(db, { caseId: id, kind: "no-next-step", actorId: viewer.id, detail: { why: next.none } }, now);
    return;
  }
  const { step, on, clock } = next;
  if (!isDate(on)) refuse("dayMissing", "on");
  if (on < localDate(now)) refuse("stepInPast", "on");
  if (on > addDays(localDate(now), FARTHEST_DAYS)) refuse("stepTooFar", "on");
  addTask(db, id, step === "wait" ? waitUntil(on) : stepOn(step, on, clock), viewer.id, now);
  addEvent(db, { caseId: id, kind: "next-step", actorId: viewer.id, detail: { task: step, on } }, now);
}

/** Says that a step is done. Of one's own, or of the team while nobody has it. */
export function finish(db: Db, viewer: Viewer, taskId: number, now: number): string {
  return db.transaction((tx) => {
    const task = openTask(tx, taskId);
    if (!task || !isTheirs(viewer, task)) return refuse("notYourCase");
    if (endsInCase(task)) refuse("endsInCase");
    tx.update(caseTasks).set({ doneAt: now, doneById: viewer.id }).where(eq(caseTasks.id, taskId)).run();
    return task.caseId;
  });
}

/** Whether the viewer does this step. */
export function isTheirs(viewer: Viewer, { doerId, teamId }: Pick<TaskRow, "doerId" | "teamId">): boolean {
  const isOfTeam = teamsOf(viewer).includes(teamId) && (doerId === null || doerId === viewer.id);
  return isOfTeam || whomFor(viewer, { brobyggerId: doerId, teamId }) !== null;
}

function openTask(db: Db, id: number): TaskRow | undefined {
  return db
    .select()
    .from(caseTasks)
    .where(and(eq(caseTasks.id, id), isNull(caseTasks.doneAt)))
    .get();
}
