import type { Role } from "../../db/schema.ts";
import { paths } from "../shared/paths.ts";

/** Who looks or acts: a person with an account and what they may act for. */
export interface Viewer {
  id: string;
  name: string;
  email: string;
  memberships: { role: Role; scope: string }[];
  /** The desks that are withheld until a second factor is turned on. */
  awaitsSecondFactor?: true;
  /** Whose work the viewer does today, in which team. */
  standsInFor?: readonly StoodInFor[];
}

/** A brobygger who is away, and the team whose cases another sees to meanwhile. */
export interface StoodInFor {
  awayId: string;
  away: string;
  teamId: string;
}

/** Who may post an action: anyone, anyone signed in, or somebody with one of these roles. */
export type Who = "anyone" | "signed-in" | Role;

export function has(viewer: Viewer | null, role: Role): boolean {
  return viewer?.memberships.some((membership) => membership.role === role) ?? false;
}

/** Whether somebody works at a desk with other people's lives in it: every role but a contact's. */
export function hasDesk(memberships: readonly { role: Role }[]): boolean {
  return memberships.some(({ role }) => role !== "contact");
}

/** Whether the viewer is one of those, also while the desk is withheld. */
export function worksAtDesk(viewer: Viewer): boolean {
  return viewer.awaitsSecondFactor === true || hasDesk(viewer.memberships);
}

/** An editor may do what every contact may. */
export function actsFor(viewer: Viewer | null, organisationId: string): boolean {
  return (
    has(viewer, "editor") ||
    (viewer?.memberships.some((m) => m.role === "contact" && m.scope === organisationId) ?? false)
  );
}

/** Ids of the organisations, teams or units that the viewer holds the role in. */
export function scopesOf(viewer: Viewer | null, role: Role): string[] {
  return viewer?.memberships.filter((m) => m.role === role).map((m) => m.scope) ?? [];
}

/** Teams whose requests the viewer works with: as brobygger or as lead. */
export function teamsOf(viewer: Viewer | null): string[] {
  return [...new Set([...scopesOf(viewer, "brobygger"), ...scopesOf(viewer, "lead")])];
}

/** Whether the viewer may post what `who` allows. A lead may what a brobygger may, an editor what a contact may. */
export function may(viewer: Viewer | null, who: Who): boolean {
  if (who === "anyone") return true;
  if (!viewer) return false;
  if (who === "signed-in") return true;
  return (
    has(viewer, who) || (who === "brobygger" && has(viewer, "lead")) || (who === "contact" && has(viewer, "editor"))
  );
}

/** The desk that somebody comes to after signing in. */
export function deskOf(viewer: Viewer): string {
  if (viewer.awaitsSecondFactor) return paths.twoSteps;
  if (has(viewer, "brobygger") || has(viewer, "lead")) return paths.brobygger.today;
  if (has(viewer, "editor")) return paths.editor.desk;
  if (has(viewer, "data-officer")) return paths.trail;
  return paths.host.desk;
}
