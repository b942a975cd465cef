/** When somebody who has started is asked how it goes, and what is in time: pure. Dates as `YYYY-MM-DD`. */
import type { FollowOutcome, FollowPlan, FollowRound, NoFollowUp } from "../../../db/schema.ts";
import { addDays, addMonths, daysBetween } from "../../shared/time.ts";

export const PLANS = ["three-times", "three-months", "as-needed", "none"] as const satisfies readonly FollowPlan[];
export const NO_FOLLOW_UPS = ["worse", "found-own", "opted-out", "no-wish"] as const satisfies readonly NoFollowUp[];
export const OUTCOMES = [
  "still-there",
  "elsewhere",
  "stopped",
  "not-reached",
] as const satisfies readonly FollowOutcome[];
export const EXPERIENCES = ["much", "some", "none"] as const;
/** What somebody may have gained (Silkeborg's *oplevet udbytte*). */
export const GAINS = ["network", "skills", "health", "work"] as const;
export type Gain = (typeof GAINS)[number];

const ROUNDS: Record<FollowPlan, readonly Exclude<FollowRound, "as-needed">[]> = {
  "three-times": ["weeks-3", "months-3", "months-6"],
  "three-months": ["months-3"],
  "as-needed": [],
  none: [],
};

/** The rounds of a plan. */
export function roundsOf(plan: FollowPlan): readonly FollowRound[] {
  return ROUNDS[plan];
}

/** What a team's setting (`followTimes`) means. */
export function planFor(times: number): FollowPlan {
  if (times === 0) return "as-needed";
  return times === 1 ? "three-months" : "three-times";
}

/** The days on which somebody is asked who started on that day. */
export function plannedFrom(startedOn: string, plan: FollowPlan): { round: FollowRound; dueOn: string }[] {
  return ROUNDS[plan].map((round) => ({ round, dueOn: dueOn(round, startedOn) }));
}

/** The day of a round of somebody who started on that day. */
export function dueOn(round: Exclude<FollowRound, "as-needed">, startedOn: string): string {
  if (round === "weeks-3") return addDays(startedOn, 21);
  return addMonths(startedOn, round === "months-3" ? 3 : 6);
}

/** How many weeks before and after its day an answer counts. */
export interface Windows {
  followWeeksFirst: number;
  followWeeksLater: number;
}

/** The first and the last day on which an answer is one of that round; of one that was needed any day is. */
export function windowOf(
  row: { round: FollowRound; dueOn: string },
  windows: Windows,
): { from: string; until: string } {
  const days = daysOf(row.round, windows);
  return { from: addDays(row.dueOn, -days), until: addDays(row.dueOn, days) };
}

/** So many days before and after its own an answer is one of that round. */
function daysOf(round: FollowRound, { followWeeksFirst, followWeeksLater }: Windows): number {
  if (round === "as-needed") return 0;
  return 7 * (round === "weeks-3" ? followWeeksFirst : followWeeksLater);
}

/** Whether an answer on a day counts for its round. */
export function isInTime(row: { round: FollowRound; dueOn: string; doneOn: string | null }, windows: Windows): boolean {
  return row.doneOn !== null && Math.abs(daysBetween(row.dueOn, row.doneOn)) <= daysOf(row.round, windows);
}
