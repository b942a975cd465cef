/** Who is still active 3 and 6 months after the start, each time of how many: pure. */
import { type FollowedAt, NOT_FOLLOWED, NOT_KNOWN } from "../casework/course/found.ts";
import { countsOf, type Counts, manyOf, type Reckoned, share, sumOf, type Tally } from "./counting.ts";

/** Fewer who were followed up are no share that is told of a part of them. */
export const FEWEST_OF_PART = 20;

export interface Retention {
  ofFollowed: Reckoned;
  /** Of all who began for certain, and whose time has come. */
  ofStarted: Reckoned;
  /** The same with those who said that they found something themselves; null: there are none. */
  ofStartedAtMost: Reckoned | null;
  /** Of all whom somebody has the duty to ask, begun or not; how many were asked; and how many of all that came those are. */
  ofReferred: Reckoned;
  coverage: Reckoned;
  duty: Reckoned;
}

/** Who was not reached, answered too late, or is not due is in no denominator; neither is whom nobody has to ask. */
export function retention(tally: Tally, at: FollowedAt): Retention {
  const active = manyOf(tally, at, "active");
  const followed = active + manyOf(tally, at, "stopped");
  const started = followed + sumOf(countsOf(tally, at, NOT_FOLLOWED));
  const foundOwn = manyOf(tally, `${at}-never`, "found-own");
  const referred = started + sumOf(countsOf(tally, `${at}-never`, NOT_FOLLOWED));
  const all = manyOf(tally, at) + manyOf(tally, `${at}-never`);
  const noDuty = manyOf(tally, at, "no-duty") + manyOf(tally, `${at}-never`, "no-duty");
  return {
    ofFollowed: share(active, followed),
    ofStarted: share(active, started),
    ofStartedAtMost: foundOwn > 0 ? share(active, started + foundOwn) : null,
    ofReferred: share(active, referred),
    coverage: share(followed, referred),
    duty: share(all - noDuty, all),
  };
}

/** Why nothing is known of those who came, begun or not. */
export function byReason(tally: Tally, at: FollowedAt): Counts {
  return NOT_KNOWN.map((key) => ({ key, count: manyOf(tally, at, key) + manyOf(tally, `${at}-never`, key) }));
}

/** Of those of whom both are known: who is active at each, for it can rise where it is not the same people. */
export function sameAtBoth(tally: Tally): Record<FollowedAt, Reckoned> {
  const both = manyOf(tally, "both-rounds");
  const all = manyOf(tally, "both-rounds", "active active");
  return {
    "months-3": share(all + manyOf(tally, "both-rounds", "active stopped"), both),
    "months-6": share(all + manyOf(tally, "both-rounds", "stopped active"), both),
  };
}

/** Who is still active at 3 months of those of a part; null: too few of it were followed up. */
export function ofPart(tally: Tally, figure: "by-distance" | "by-company", part: string): Reckoned | null {
  const active = manyOf(tally, figure, `${part} active`);
  const followed = active + manyOf(tally, figure, `${part} stopped`);
  return followed < FEWEST_OF_PART ? null : share(active, followed);
}
