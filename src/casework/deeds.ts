import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { cases, type CloseReason, type Onward } from "../../db/schema.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";
import { looksLikeCpr } from "../shared/cpr.ts";
import { localDate } from "../shared/time.ts";
import type { KeyRing } from "../shared/seal.ts";
import { refuse } from "../texts/refusal.ts";
import { dropPlanned, planFollowUps } from "./following/planning.ts";
import { endIntroductions } from "./introductions/ending.ts";
import { type CaseDeed, mayDo } from "./rules.ts";
import { addEvent, addTextEvent, type CaseRow, findCase } from "./store.ts";
import { askOnce, endTasks, giveTasks, stepWithin } from "./tasks.ts";

/** Takes a new request. Whoever comes second is told that a colleague has it. */
export function take(db: Db, viewer: Viewer, id: string, now: number): void {
  db.transaction((tx) => {
    const stored = findCase(tx, id);
    if (
      stored &&
      stored.state === "taken" &&
      stored.brobyggerId !== viewer.id &&
      teamsOf(viewer).includes(stored.teamId)
    )
      refuse("takenAlready");
    caseFor(tx, viewer, "take", id);
    tx.update(cases).set({ state: "taken", brobyggerId: viewer.id }).where(eq(cases.id, id)).run();
    giveTasks(tx, id, viewer.id);
    addEvent(tx, { caseId: id, kind: "taken", actorId: viewer.id }, now);
  });
}

/** Ends a course: what was planned falls away. `onward`: to whom the citizen goes on, with which yes. */
export function close(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  id: string,
  { reason, note, onward }: { reason: CloseReason; note: string; onward?: Onward },
  now: number,
): void {
  refuseCpr(note, "note");
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "close", id);
    tx.update(cases).set({ state: "closed", closeReason: reason, closedAt: now }).where(eq(cases.id, id)).run();
    endTasks(tx, id, viewer.id, now);
    endIntroductions(tx, id, viewer.id, now, { withTrials: true });
    dropPlanned(tx, id, viewer.id, now);
    addTextEvent(
      tx,
      keys,
      stored,
      { kind: "closed", actorId: viewer.id, detail: { reason, ...(onward && { onward }) } },
      note,
      now,
    );
  });
}

/** Takes up a closed case again, as long as it has not been erased; the next step is to call. */
export function reopen(db: Db, viewer: Viewer, id: string, now: number): void {
  db.transaction((tx) => {
    caseFor(tx, viewer, "reopen", id);
    tx.update(cases).set({ state: "taken", closeReason: null, closedAt: null }).where(eq(cases.id, id)).run();
    addEvent(tx, { caseId: id, kind: "reopened", actorId: viewer.id }, now);
    askOnce(tx, id, stepWithin("call", 1, now), viewer.id, now);
    planFollowUps(tx, id, viewer.id, now);
  });
}

/**
 * The case, if the viewer may do this with it now; refuses alike whether it is somebody else's, in another state or not
 * there.
 */
export function caseFor(db: Db, viewer: Viewer, deed: CaseDeed, id: string): CaseRow {
  const stored = findCase(db, id);
  if (!stored || !mayDo(viewer, deed, stored)) return refuse("notYourCase");
  return stored;
}

/** Refuses a day (`YYYY-MM-DD`) before the citizen asked: nothing of the course happened then. */
export function refuseBeforeRequest({ createdAt }: Pick<CaseRow, "createdAt">, day: string, field: string): void {
  if (day < localDate(createdAt)) refuse("beforeRequest", field);
}

/** Refuses a text in which a CPR number stands. */
export function refuseCpr(text: string, field: string): void {
  if (looksLikeCpr(text)) refuse("cpr", field);
}
