/** When somebody who has started is asked how it goes, and what is in time: pure. Dates as `YYYY-MM-DD`. */
import type { FollowOutcome, FollowPlan, FollowRound, NoFollowUp } from "../../../db/schema.ts";
import { addDays, addMonths } from "../../shared/time.ts";

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
  const days = {
    "weeks-3": addDays(startedOn, 21),
    "months-3": addMonths(startedOn, 3),
    "months-6": addMonths(startedOn, 6),
  };
  return ROUNDS[plan].map((round) => ({ round, dueOn: days[round] }));
}

/** How many weeks before and after its day an answer counts. */
export interface Windows {
  followWeeksFirst: number;
  followWeeksLater: number;
}

/** The first and the last day on which an answer is one of that round; of one that was needed any day is. */
export function windowOf(
  { round, dueOn }: { round: FollowRound; dueOn: string },
  { followWeeksFirst, followWeeksLater }: Windows,
): { from: string; until: string } {
  const days = 7 * (round === "weeks-3" ? followWeeksFirst : followWeeksLater);
  return round === "as-needed"
    ? { from: dueOn, until: dueOn }
    : { from: addDays(dueOn, -days), until: addDays(dueOn, days) };
}

/** Whether an answer on a day counts for its round. */
export function isInTime(row: { round: FollowRound; dueOn: string; doneOn: string | null }, windows: Windows): boolean {
  const { from, until } = windowOf(row, windows);
  return row.doneOn !== null && from <= row.doneOn && row.doneOn <= until;
}
