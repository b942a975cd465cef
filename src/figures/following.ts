/** Who is still active 3 and 6 months after the start: pure, of courses that have started. Dates as `YYYY-MM-DD`. */
import type { FollowOutcome, FollowRound, NoFollowUp } from "../../db/schema.ts";
import { isInTime, plannedFrom, windowOf, type Windows } from "../casework/following/rules.ts";
import { daysBetween } from "../shared/time.ts";
import { type Reckoned, share } from "./counting.ts";

export const FOLLOWED_AT = ["months-3", "months-6"] as const satisfies readonly FollowRound[];
export type FollowedAt = (typeof FOLLOWED_AT)[number];

/** Why nothing is known of somebody who has started; the first five count as not followed up, the last three nowhere. */
export const NOT_KNOWN = [
  "worse",
  "found-own",
  "opted-out",
  "no-wish",
  "nobody-asked",
  "not-reached",
  "late",
  "not-due",
] as const;
export type NotKnown = (typeof NOT_KNOWN)[number];
const NOT_FOLLOWED: readonly NotKnown[] = NOT_KNOWN.slice(0, 5);

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
  startedOn: string;
  noFollowUp: NoFollowUp | null;
  noted: readonly Noted[];
  /** Only months are left of it: a month is as near as one can say. */
  isForgotten: boolean;
}

/** How it was with somebody at a round, as far as anybody knows on a day. */
export function foundAt(
  at: FollowedAt,
  { startedOn, noFollowUp, noted, isForgotten }: Followable,
  windows: Windows,
  today: string,
): Found {
  const row = noted.find(({ round, doneOn }) => round === at && doneOn !== null);
  if (row?.doneOn) {
    const inTime = isForgotten ? Math.abs(daysBetween(row.dueOn, row.doneOn)) <= 31 : isInTime(row, windows);
    if (row.outcome === "not-reached") return "not-reached";
    if (!inTime) return "late";
    return row.outcome === "stopped" ? "stopped" : "active";
  }
  if (noFollowUp) return noFollowUp;
  const planned = plannedFrom(startedOn, "three-times").find(({ round }) => round === at);
  return planned && today <= windowOf(planned, windows).until ? "not-due" : "nobody-asked";
}

/**
 * Of those whose time has come: how many are active, of those who were followed up, and of all who had started; and how
 * many were followed up. Who was not reached, answered too late or is not due is in no denominator.
 */
export function retention(found: readonly Found[]): Record<"ofFollowed" | "ofStarted" | "coverage", Reckoned> {
  const active = found.filter((one) => one === "active").length;
  const followed = active + found.filter((one) => one === "stopped").length;
  const due = followed + found.filter((one) => NOT_FOLLOWED.some((why) => why === one)).length;
  return { ofFollowed: share(active, followed), ofStarted: share(active, due), coverage: share(followed, due) };
}
