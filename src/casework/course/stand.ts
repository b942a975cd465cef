/** Where the course of one referral stands, and what is counted of it: pure, and of nobody. */
import type {
  CloseReason,
  Door,
  Experience,
  ReferralChannel,
  ReferralReason,
  ReferralState,
} from "../../../db/schema.ts";
import { daysBetween } from "../../shared/time.ts";
import { isOpen } from "../open.ts";
import type { Found, FollowedAt } from "./found.ts";

/** How somebody came to a team: by a door, or from another team. */
export type CameBy = Door | "other-team";

/** Why nothing began, each told apart. */
export const NOT_WISHED = [
  "withdrawn",
  "does-not-wish",
  "not-reached",
  "outside-target-group",
  "finds-own-way",
] as const;
export type NotWished = (typeof NOT_WISHED)[number];
/** Other ends than as agreed. */
export const OTHER_ENDS = ["needs-other-help", "silent", "other"] as const satisfies readonly CloseReason[];
/** No referral at all: nonsense, or one who had asked already. */
const NO_REFERRAL: readonly (CloseReason | null)[] = ["nonsense", "repeat"];

export const GROUPS = ["not-wished", "under-way", "active", "stopped", "finished", "other-end", "moved"] as const;
/** Where a course stands now: each is in one group, so that their sum is all. */
export type Group = (typeof GROUPS)[number];

export interface Stand {
  group: Group;
  /** Of the first and the last-but-one group: why. */
  why: NotWished | (typeof OTHER_ENDS)[number] | null;
}

/** Where somebody is, or was, active. Dates as `YYYY-MM-DD`. */
export interface Placed {
  startedOn: string | null;
  endedOn: string | null;
}

/** What is counted of a referral to a team. */
export interface Course extends Stand {
  /** `YYYY-MM`: when it came to the team. */
  month: string;
  door: CameBy;
  unitId: string | null;
  reason: ReferralReason | null;
  channel: ReferralChannel | null;
  /** Who had it first in the team; null: nobody yet, or it is forgotten. */
  brobyggerId: string | null;
  isForgotten: boolean;
  /** Working days until this team first tried, and whether the promise was kept. Null: not known, or promised nothing. */
  waitedDays: number | null;
  kept: boolean | null;
  /** Nobody has tried, and the promise has run out. */
  isLate: boolean;
  isReached: boolean;
  /** `maybe`: nobody noted a start, but they said that they found something themselves, or another team has them. */
  started: "yes" | "maybe" | "no";
  found: Record<FollowedAt, Found>;
  /** How far from the middle of the citizen's area the first place is; null: not started, or not known. */
  distance: Distance | null;
  hadCompany: boolean;
  /** WHO-5 before and after, 0-100 each; null: not known. */
  wellbeing: { before: number | null; after: number | null };
  /** What they said of it, the last time that they were asked. */
  experienced: { mattered: Experience | null; received: Experience | null; gains: readonly string[] };
  /** From the request to the first turn-up; null: not started, or only months are known. */
  daysToStart: number | null;
}

export const DISTANCES = ["near", "middle", "far"] as const;
/** In a straight line: under 2 km, under 5 km, or farther. */
export type Distance = (typeof DISTANCES)[number];

export function bandOf(metres: number): Distance {
  return metres < 2000 ? "near" : metres < 5000 ? "middle" : "far";
}

interface Ending {
  state: ReferralState;
  closeReason: CloseReason | null;
  hasMoved: boolean;
  placements: readonly Placed[];
}

/** Whether somebody really asked: no nonsense, and nobody who had asked already. */
export function isReferral({ closeReason }: Pick<Ending, "closeReason">): boolean {
  return !NO_REFERRAL.includes(closeReason);
}

/**
 * Where a course stands. What became of one that another team has is theirs to tell; who said no is not followed; else who
 * is active is, whatever the reason of the end.
 */
export function standOf({ state, closeReason, hasMoved, placements }: Ending): Stand {
  if (hasMoved) return { group: "moved", why: null };
  if (state === "withdrawn") return { group: "not-wished", why: "withdrawn" };
  if (placements.some(({ endedOn }) => endedOn === null)) return { group: "active", why: null };
  if (isOpen(state)) return { group: placements.length > 0 ? "stopped" : "under-way", why: null };
  if (closeReason === "finished") return { group: "finished", why: null };
  const no = NOT_WISHED.find((reason) => reason === closeReason);
  if (no) return { group: "not-wished", why: no };
  return { group: "other-end", why: OTHER_ENDS.find((reason) => reason === closeReason) ?? "other" };
}

/** Days from a request to the first turn-up after it; null where no day of one is known. */
export function daysToStart(requestedOn: string, placements: readonly Placed[]): number | null {
  const days = placements.flatMap(({ startedOn }) => (startedOn === null ? [] : [daysBetween(requestedOn, startedOn)]));
  const after = days.filter((many) => many >= 0);
  return after.length > 0 ? Math.min(...after) : null;
}
