/** The follow-ups of a case are planned from its first start: when that moves, planned ones move and done ones stay. */
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { cases, type FollowPlan, followUps, placements } from "../../../db/schema.ts";
import { readSettings } from "../../../db/settings.ts";
import { localDate } from "../../shared/time.ts";
import type { CaseRow } from "../store.ts";
import { askAbout, endTasksAbout } from "../tasks.ts";
import { holdsYes } from "../yes.ts";
import { dutiesOf } from "./duty.ts";
import { plannedFrom, windowOf } from "./rules.ts";

export type FollowUpRow = typeof followUps.$inferSelect;

/** How a case is followed up: as was chosen for it, else as whoever has it does. */
export function planOf(
  db: Db,
  {
    followPlan,
    followDuty,
    teamId,
    brobyggerId,
  }: Pick<CaseRow, "followPlan" | "followDuty" | "teamId" | "brobyggerId">,
): FollowPlan {
  return followPlan ?? followDuty ?? dutiesOf(db, teamId)(brobyggerId);
}

/** Plans anew: nothing without the citizen's yes, without a start, or of a case that is not open. Done ones stay. */
export function planFollowUps(db: Db, caseId: string, by: string | null, now: number): void {
  const stored = db.select().from(cases).where(eq(cases.id, caseId)).get();
  if (!stored) return;
  const start = firstStart(db, caseId);
  const goesOn = stored.state === "taken" && start !== null && holdsYes(db, caseId, "follow-up", now);
  const wanted = goesOn ? plannedFrom(start.startedOn, planOf(db, stored)) : [];
  const rows = followUpsOf(db, caseId);
  for (const row of rows.filter(({ doneOn, round }) => doneOn === null && !wanted.some((one) => one.round === round)))
    drop(db, row, by, now);
  for (const { round, dueOn } of wanted) {
    const row = rows.find((one) => one.round === round);
    if (row?.doneOn) continue;
    if (row && row.dueOn === dueOn) continue;
    if (row) drop(db, row, by, now);
    add(db, stored, { round, dueOn, placementId: start?.id ?? null }, by, now);
  }
}

/** The follow-ups of a case that stand: planned, or done; the soonest first. */
export function followUpsOf(db: Db, caseId: string): FollowUpRow[] {
  return db
    .select()
    .from(followUps)
    .where(and(eq(followUps.caseId, caseId), isNull(followUps.droppedAt)))
    .orderBy(asc(followUps.dueOn), asc(followUps.id))
    .all();
}

/** How a case is followed up, for its page. */
export function followingOf(db: Db, stored: CaseRow, now: number) {
  return {
    plan: planOf(db, stored),
    noFollowUp: stored.noFollowUp,
    hasYes: holdsYes(db, stored.id, "follow-up", now),
    hasStarted: firstStart(db, stored.id) !== null,
    windows: readSettings(db, ["followWeeksFirst", "followWeeksLater"], stored.teamId),
    rows: followUpsOf(db, stored.id),
  };
}

/** Drops what was planned and not done: the case has ended. */
export function dropPlanned(db: Db, caseId: string, by: string | null, now: number): void {
  for (const row of followUpsOf(db, caseId)) if (row.doneOn === null) drop(db, row, by, now);
}

function firstStart(db: Db, caseId: string): { id: number; startedOn: string } | null {
  const row = db
    .select({ id: placements.id, startedOn: placements.startedOn })
    .from(placements)
    .where(and(eq(placements.caseId, caseId), isNotNull(placements.startedOn)))
    .orderBy(asc(placements.startedOn), asc(placements.id))
    .get();
  return row?.startedOn ? { id: row.id, startedOn: row.startedOn } : null;
}

function add(
  db: Db,
  { id: caseId, teamId, brobyggerId }: CaseRow,
  planned: Pick<FollowUpRow, "round" | "dueOn" | "placementId">,
  by: string | null,
  now: number,
): void {
  const { id } = db
    .insert(followUps)
    .values({ ...planned, caseId, teamId, brobyggerId, madeAt: now })
    .returning({ id: followUps.id })
    .get();
  const windows = readSettings(db, ["followWeeksFirst", "followWeeksLater"], teamId);
  const { until } = windowOf(planned, windows);
  if (until < localDate(now)) return;
  askAbout(db, caseId, { kind: "follow-up", startsOn: planned.dueOn, dueOn: until, about: id }, by, now);
}

function drop(db: Db, { id, caseId }: FollowUpRow, by: string | null, now: number): void {
  db.update(followUps).set({ droppedAt: now }).where(eq(followUps.id, id)).run();
  endTasksAbout(db, { caseId, about: id, kinds: ["follow-up"] }, by, now);
}
