/** What whoever referred hears of a course, with the citizen's yes (C12): how far it has gone, and nothing else. */
import { and, desc, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import {
  caseEvents,
  type Door,
  type FeedbackStep,
  type FeedbackWay,
  type FollowOutcome,
  placements,
  type UnitKind,
  units,
} from "../../db/schema.ts";
import { readSettings } from "../../db/settings.ts";
import type { Viewer } from "../accounts/roles.ts";
import { localDate } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { caseFor } from "./deeds.ts";
import { followUpsOf } from "./following/planning.ts";
import { isInTime } from "./following/rules.ts";
import { isOpen } from "./open.ts";
import { addEvent, type CaseRow, detailOf, findCase } from "./store.ts";
import { holdsYes } from "./yes.ts";

/** Whether a unit hears of each citizen who says yes, or totals alone. */
export type Hears = "each" | "totals";

/** Job centres, workplaces and unions hear totals alone: what somebody does with the days is not for them to know. */
export function hearsOf(kind: UnitKind): Hears {
  return kind === "health-unit" || kind === "gp" || kind === "other" ? "each" : "totals";
}

/** What is known of a course; `atThreeMonths`: what was answered in time, null when nothing was. */
export interface Known {
  isOpen: boolean;
  spoken: boolean;
  hasStarted: boolean;
  atThreeMonths: FollowOutcome | null;
}

/** How far it has gone. What nobody knows is not guessed: who was not reached after three months has started. */
export function stepOf({ isOpen: goesOn, spoken, hasStarted, atThreeMonths }: Known): FeedbackStep {
  if (hasStarted) {
    if (atThreeMonths === "still-there" || atThreeMonths === "elsewhere") return "still-active";
    return atThreeMonths === "stopped" ? "stopped" : "started";
  }
  if (spoken) return goesOn ? "contacted" : "not-started";
  return goesOn ? "waiting" : "not-reached";
}

/** What the page of a case shows of it. */
export interface FeedbackView {
  hears: Hears;
  /** Whether the unit reads it by a link of its own; else the brobygger sends the text. */
  byLink: boolean;
  hasYes: boolean;
  step: FeedbackStep;
  /** What was told last. */
  last: { step: FeedbackStep; way: FeedbackWay; at: number } | null;
}

/** For the page of a case; null where nobody referred who could hear of it. */
export function feedbackOf(db: Db, stored: CaseRow, now: number): FeedbackView | null {
  const hears = whoHears(db, stored);
  if (!hears) return null;
  return {
    hears,
    byLink: stored.unitLinkId !== null,
    hasYes: holdsYes(db, stored.id, "feed-back", now),
    step: stepIn(db, stored, now),
    last: lastTold(db, stored.id),
  };
}

/** Whether somebody referred who may hear of it: a unit, or whoever wrote a letter. */
export function whoHears(db: Db, { unitId, door }: { unitId: string | null; door: Door }): Hears | null {
  if (unitId === null) return door === "letter" ? "each" : null;
  const unit = db.select({ kind: units.kind }).from(units).where(eq(units.id, unitId)).get();
  return unit ? hearsOf(unit.kind) : null;
}

/** How far a case has gone on the day of `now`. */
export function stepIn(db: Db, stored: CaseRow, now: number): FeedbackStep {
  const today = localDate(now);
  const starts = db.select().from(placements).where(eq(placements.caseId, stored.id)).all();
  const windows = readSettings(db, ["followWeeksFirst", "followWeeksLater"], stored.teamId);
  const asked = followUpsOf(db, stored.id).find((row) => row.round === "months-3" && isInTime(row, windows));
  return stepOf({
    isOpen: isOpen(stored.state),
    spoken: stored.firstContactAt !== null || stored.contactDays !== null,
    hasStarted: starts.some(({ startedOn }) => startedOn === null || startedOn <= today),
    atThreeMonths: asked?.outcome ?? null,
  });
}

/** Notes that the brobygger of a case, open or closed, has sent the text to whoever referred. Refuses without a yes. */
export function noteFedBack(db: Db, viewer: Viewer, id: string, now: number): void {
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, findCase(tx, id)?.state === "closed" ? "reopen" : "work", id);
    if (whoHears(tx, stored) !== "each" || !holdsYes(tx, id, "feed-back", now)) refuse("feedbackYes");
    tell(tx, stored, { way: "text", step: stepIn(tx, stored, now) }, viewer.id, now);
  });
}

/** Writes down what was told, unless that was the last thing told in that way. `by` null: they read it themselves. */
export function tell(
  db: Db,
  { id }: CaseRow,
  told: { way: FeedbackWay; step: FeedbackStep },
  by: string | null,
  now: number,
): void {
  const last = lastTold(db, id);
  if (last?.step === told.step && last.way === told.way) return;
  addEvent(db, { caseId: id, kind: "fed-back", actorId: by, detail: told }, now);
}

function lastTold(db: Db, caseId: string): FeedbackView["last"] {
  const event = db
    .select()
    .from(caseEvents)
    .where(and(eq(caseEvents.caseId, caseId), eq(caseEvents.kind, "fed-back")))
    .orderBy(desc(caseEvents.id))
    .get();
  const told = event && detailOf(event, "fed-back");
  return told ? { ...told, at: event.happenedAt } : null;
}
