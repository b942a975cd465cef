/** What comes next in a case: one list, and the desk is what is due of it. */
import { and, eq, inArray, isNull, lte } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { cases, caseTasks, memberships, type TaskKind } from "../../db/schema.ts";
import { addDays, localDate } from "../shared/time.ts";
import { addWorkingDays, isWorkingDay } from "../shared/working-days.ts";
import { isPublicHoliday } from "../shared/holidays.ts";
import type { WhenToCall } from "./vault.ts";

export type TaskRow = typeof caseTasks.$inferSelect;

export interface NextStep {
  kind: TaskKind;
  /** `YYYY-MM-DD`: from when it stands on the desk, and the last day on which it is not late. */
  startsOn: string;
  dueOn: string;
  /** `HH:MM`: not before this time of the day. */
  clock?: string | null;
  /** The introduction or the trial that it is about. */
  about?: number;
}

/** The kinds that a talk with the citizen settles. */
export const CALLS = ["first-call", "call", "after-first-time"] as const satisfies readonly TaskKind[];

/** What tells of something and is no next step: a case with nothing else still needs one. */
export const NOTICES = [
  "told",
  "renew-consent",
  "erased-soon",
  "untouched",
  "copy",
  "tell-no",
] as const satisfies readonly TaskKind[];

/** What is asked because nothing happens: whatever happens ends it. */
export const OF_SILENCE = ["untouched", "give-notice", "closes-soon"] as const satisfies readonly TaskKind[];

/** What only an answer or an outcome ends, written on the case: nobody ticks it off. */
const ENDS_IN_CASE = ["give-notice", "closes-soon", "no-answer", "date-off"] as const satisfies readonly TaskKind[];
/** So do these, once they are about something that is booked or planned. */
const WITH_OUTCOME = ["trial", "follow-up"] as const satisfies readonly TaskKind[];

/** Whether a step ends by what is written on the case alone. */
export function endsInCase({ kind, about }: { kind: TaskKind | null; about: number | null }): boolean {
  return ENDS_IN_CASE.some((one) => one === kind) || (about !== null && WITH_OUTCOME.some((one) => one === kind));
}

/** Whether a kind tells of something and is no next step. */
export function isNotice(kind: TaskKind): boolean {
  return NOTICES.some((notice) => notice === kind);
}

/** The time of day from which one may call, as the citizen wished: in the afternoon not before 12. */
export function clockOf(whenToCall: WhenToCall | null): string | null {
  return whenToCall === "afternoon" ? "12:00" : null;
}

/** A step that is to be done on that day, neither sooner nor later. */
export function stepOn(kind: TaskKind, day: string, clock: string | null = null): NextStep {
  return { kind, startsOn: day, dueOn: day, clock };
}

/** A step that stands on the desk at once and is not late before so many working days have passed. */
export function stepWithin(kind: TaskKind, workingDays: number, now: number, clock: string | null = null): NextStep {
  return { kind, startsOn: localDate(now), dueOn: workingDay(now, workingDays), clock };
}

/** The date that lies so many working days after today. */
export function workingDay(now: number, n: number): string {
  return localDate(addWorkingDays(now, n, isPublicHoliday));
}

/** The n-th working day after today, whatever day today is: on a Sunday the first is Monday. */
export function workingDayAfter(now: number, n: number): string {
  return workingDay(now, isWorkingDay(localDate(now), isPublicHoliday) ? n : n - 1);
}

/** Whether a task is over its time. */
export function isOverdue({ dueOn }: Pick<TaskRow, "dueOn">, now: number): boolean {
  return dueOn < localDate(now);
}

/** Adds a step to a case; whoever has the case does it, else the team. A case that has one needs no reason for none. */
export function addTask(db: Db, caseId: string, step: NextStep, by: string | null, now: number): void {
  const stored = db
    .update(cases)
    .set({ noStep: null })
    .where(eq(cases.id, caseId))
    .returning({ teamId: cases.teamId, brobyggerId: cases.brobyggerId })
    .get();
  if (!stored) throw new Error("there is no such case");
  const doerId = stored.brobyggerId && isOfTeam(db, stored.brobyggerId, stored.teamId) ? stored.brobyggerId : null;
  db.insert(caseTasks)
    .values({ ...step, clock: step.clock ?? null, caseId, teamId: stored.teamId, doerId, madeAt: now, madeById: by })
    .run();
}

/** As `addTask`, unless a step of that kind is waiting: who writes three times is answered once. */
export function askOnce(db: Db, caseId: string, step: NextStep, by: string | null, now: number): void {
  if (!openTasks(db, caseId).some(({ kind }) => kind === step.kind)) addTask(db, caseId, step, by, now);
}

/** As `askOnce`, once for each introduction or trial that a step is about. */
export function askAbout(
  db: Db,
  caseId: string,
  step: NextStep & { about: number },
  by: string | null,
  now: number,
): void {
  const isAsked = openTasks(db, caseId).some(({ kind, about }) => kind === step.kind && about === step.about);
  if (!isAsked) addTask(db, caseId, step, by, now);
}

/** Ends the open steps of a case, or those of some kinds. */
export function endTasks(db: Db, caseId: string, by: string | null, now: number, kinds?: readonly TaskKind[]): void {
  db.update(caseTasks)
    .set({ doneAt: now, doneById: by })
    .where(and(eq(caseTasks.caseId, caseId), isNull(caseTasks.doneAt), kinds && inArray(caseTasks.kind, [...kinds])))
    .run();
}

/** As `endTasks`, of those that are about one introduction or one trial. */
export function endTasksAbout(
  db: Db,
  { caseId, about, kinds }: { caseId: string; about: number; kinds: readonly TaskKind[] },
  by: string | null,
  now: number,
): void {
  db.update(caseTasks)
    .set({ doneAt: now, doneById: by })
    .where(
      and(
        eq(caseTasks.caseId, caseId),
        eq(caseTasks.about, about),
        isNull(caseTasks.doneAt),
        inArray(caseTasks.kind, [...kinds]),
      ),
    )
    .run();
}

/** Ends the planned steps of some kinds that somebody chose by hand: what is booked stands. */
export function endChosen(db: Db, caseId: string, by: string, now: number, kinds: readonly TaskKind[]): void {
  db.update(caseTasks)
    .set({ doneAt: now, doneById: by })
    .where(
      and(
        eq(caseTasks.caseId, caseId),
        isNull(caseTasks.about),
        isNull(caseTasks.doneAt),
        inArray(caseTasks.kind, [...kinds]),
      ),
    )
    .run();
}

/**
 * Ends what a talk with the citizen settles. `keepsPlanned`: nobody said what comes next, so what was planned for a day
 * after today stands.
 */
export function endSettled(db: Db, caseId: string, by: string, keepsPlanned: boolean, now: number): void {
  endTasks(db, caseId, by, now, ["first-call", "answer", "taken-over"]);
  const open = and(eq(caseTasks.caseId, caseId), isNull(caseTasks.doneAt), inArray(caseTasks.kind, PLANNED));
  db.update(caseTasks)
    .set({ doneAt: now, doneById: by })
    .where(and(open, keepsPlanned ? lte(caseTasks.startsOn, localDate(now)) : undefined))
    .run();
}

const PLANNED: TaskKind[] = ["call", "after-first-time", "wait"];

/** Gives the open steps of a case to whoever has it now. */
export function giveTasks(db: Db, caseId: string, to: string): void {
  db.update(caseTasks)
    .set({ doerId: to })
    .where(and(eq(caseTasks.caseId, caseId), isNull(caseTasks.doneAt)))
    .run();
}

/** What is still to be done in a case, the soonest first. */
export function openTasks(db: Db, caseId: string): TaskRow[] {
  return db
    .select()
    .from(caseTasks)
    .where(and(eq(caseTasks.caseId, caseId), isNull(caseTasks.doneAt)))
    .orderBy(caseTasks.startsOn, caseTasks.id)
    .all();
}

/** Whether somebody can have a case of the team: as brobygger or as lead. */
export function isOfTeam(db: Db, userId: string, teamId: string): boolean {
  return (
    db
      .select({ role: memberships.role })
      .from(memberships)
      .where(
        and(
          eq(memberships.userId, userId),
          eq(memberships.scope, teamId),
          inArray(memberships.role, ["brobygger", "lead"]),
        ),
      )
      .get() !== undefined
  );
}

/** The day after which nobody waits longer for the citizen to come back. */
export function waitUntil(day: string): NextStep {
  return { kind: "wait", startsOn: day, dueOn: addDays(day, 1) };
}
