import type {
  CaseEventKind,
  AttemptResult,
  CloseReason,
  ContactWay,
  Door,
  NoStep,
  Onward,
  OnwardTo,
  ReferralState,
  TaskKind,
} from "../../db/schema.ts";
import { has, scopesOf, teamsOf, type Viewer } from "../accounts/roles.ts";

export const CLOSE_REASONS: readonly CloseReason[] = [
  "finished",
  "finds-own-way",
  "does-not-wish",
  "not-reached",
  "outside-target-group",
  "needs-other-help",
  "nonsense",
  "other",
];
/** Who can help better, and how the citizen gets there. */
export const ONWARD_TO = [
  "doctor",
  "municipality",
  "mental-health",
  "job-centre",
  "patient-association",
  "other-team",
  "other",
] as const satisfies readonly OnwardTo[];
export const ONWARD_BY = ["citizen", "oral-yes", "written-yes"] as const satisfies readonly Onward["by"][];
export const ATTEMPTS = ["reached", "not-reached", "message-left"] as const satisfies readonly AttemptResult[];
export const CONTACT_WAYS = ["phone", "visit", "mail"] as const satisfies readonly ContactWay[];
/** What a brobygger can choose as the next step. */
export const STEPS = ["call", "wait", "trial", "after-first-time", "follow-up"] as const satisfies readonly TaskKind[];
export type Step = (typeof STEPS)[number];
export const NO_STEPS = ["citizen-decides", "waits-for-others", "paused"] as const satisfies readonly NoStep[];

/** What of a case has a text that can be taken out again. */
export const STRUCK_KINDS = ["note", "attempt", "message"] as const satisfies readonly CaseEventKind[];

/** The doors through which a brobygger lets somebody in. */
export const STAFF_DOORS = ["phone", "drop-in", "letter"] as const satisfies readonly Door[];
export type StaffDoor = (typeof STAFF_DOORS)[number];

/** The fields that the rules of a case read. */
export interface CaseFacts {
  teamId: string;
  state: ReferralState;
  brobyggerId: string | null;
  wrappedKey: unknown;
}

export type CaseDeed = "read" | "read-in-emergency" | "take" | "work" | "hand-over" | "reassign" | "close" | "reopen";

/**
 * Whether the viewer may do this with the case now: its team while nobody has it, then its brobygger or who stands in; a
 * lead moves it without reading.
 */
export function mayDo(viewer: Viewer | null, deed: CaseDeed, case_: CaseFacts): boolean {
  if (!viewer || !case_.wrappedKey) return false;
  const ofTeam = teamsOf(viewer).includes(case_.teamId);
  const own = (ofTeam && case_.brobyggerId === viewer.id) || standsIn(viewer, case_);
  switch (deed) {
    case "read":
      return case_.state === "new" ? ofTeam : case_.state !== "withdrawn" && own;
    case "read-in-emergency":
      return case_.state !== "withdrawn" && !own && scopesOf(viewer, "lead").includes(case_.teamId);
    case "take":
      return case_.state === "new" && ofTeam;
    case "work":
    case "hand-over":
    case "close":
      return case_.state === "taken" && own;
    case "reopen":
      return case_.state === "closed" && own;
    case "reassign":
      return case_.state !== "withdrawn" && scopesOf(viewer, "lead").includes(case_.teamId);
  }
}

/** Whether the viewer stands in for whoever has the case: may what that one may, until the cover ends. */
function standsIn(viewer: Viewer, case_: Pick<CaseFacts, "brobyggerId" | "teamId">): boolean {
  return whomFor(viewer, case_) !== null;
}

/** The name of whom the viewer stands in for in this case; null when it is the viewer's own, or nobody's. */
export function whomFor(viewer: Viewer, case_: Pick<CaseFacts, "brobyggerId" | "teamId">): string | null {
  const found = viewer.standsInFor?.find((away) => away.awayId === case_.brobyggerId && away.teamId === case_.teamId);
  return found?.away ?? null;
}

/** Whether word can be left with whoever has the case: `reach`, the teams of the own controllers. */
export function mayLeaveMessage(reach: readonly string[], case_: CaseFacts): boolean {
  return Boolean(case_.wrappedKey) && case_.state !== "withdrawn" && reach.includes(case_.teamId);
}

/** Whether the citizen may say no: always, until it has been said or the case is erased. */
export function mayWithdraw(case_: Pick<CaseFacts, "state" | "wrappedKey">): boolean {
  return case_.state !== "withdrawn" && Boolean(case_.wrappedKey);
}

/** Who sees the desk of a team's lead. */
export function leads(viewer: Viewer | null): boolean {
  return has(viewer, "lead");
}
