/** How it was with somebody 3 and 6 months after the start, as far as anybody knows: pure. Dates as `YYYY-MM-DD`. */
import type { FollowOutcome, FollowPlan, FollowRound, NoFollowUp } from "../../../db/schema.ts";
import { daysBetween } from "../../shared/time.ts";
import { dueOn, isInTime, roundsOf, windowOf, type Windows } from "../following/rules.ts";

export const FOLLOWED_AT = ["months-3", "months-6"] as const satisfies readonly FollowRound[];
export type FollowedAt = (typeof FOLLOWED_AT)[number];

/** Why nothing is known of somebody: the first six count as not followed up, the others nowhere. */
export const NOT_KNOWN = [
  "worse",
  "found-own",
  "opted-out",
  "no-wish",
  "nobody-asked",
  "not-started",
  "not-reached",
  "late",
  "not-due",
  "no-duty",
] as const;
export type NotKnown = (typeof NOT_KNOWN)[number];
/** Whose time has come, and whom nobody has asked. */
export const NOT_FOLLOWED: readonly NotKnown[] = NOT_KNOWN.slice(0, 6);

/** How it was with somebody at a round: active there or elsewhere, stopped, or not known. */
export type Found = "active" | "stopped" | NotKnown;

/** What was noted of a round. */
export interface Noted {
  round: FollowRound;
  dueOn: string;
  doneOn: string | null;
  outcome: FollowOutcome | null;
}

/** What of a course is asked. */
export interface Followable {
  startedOn: string | null;
  /** How whoever has it follows up, where nothing else was chosen: a round that it lacks is nobody's duty. */
  duty: FollowPlan;
  /** What was chosen for this one. */
  plan: FollowPlan | null;
  noFollowUp: NoFollowUp | null;
  noted: readonly Noted[];
  /** Nobody helps any more. */
  isOver: boolean;
  /** Only months are left of it: a month is as near as one can say. */
  isForgotten: boolean;
}

/** How it was with somebody at a round, as far as anybody knows on a day. */
export function foundAt(at: FollowedAt, course: Followable, windows: Windows, today: string): Found {
  const { startedOn, duty, plan, noFollowUp, noted, isOver, isForgotten } = course;
  const row = noted.find(({ round, doneOn }) => round === at && doneOn !== null);
  if (row?.doneOn) {
    const inTime = isForgotten ? Math.abs(daysBetween(row.dueOn, row.doneOn)) <= 31 : isInTime(row, windows);
    if (row.outcome === "not-reached") return "not-reached";
    if (!inTime) return "late";
    return row.outcome === "stopped" ? "stopped" : "active";
  }
  const asks = plan === null || plan === "none" ? duty : plan;
  if (!roundsOf(asks).includes(at)) return "no-duty";
  if (noFollowUp) return noFollowUp;
  if (startedOn === null) return isOver ? "not-started" : "not-due";
  const { until } = windowOf({ round: at, dueOn: dueOn(at, startedOn) }, windows);
  return today <= until ? "not-due" : "nobody-asked";
}
