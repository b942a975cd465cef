/** A rule of the municipality's sign-in that makes leads holds when two agree: an editor asks, a second person says yes. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { claimRoles, teams, users } from "../../db/schema.ts";
import { refuse } from "../texts/refusal.ts";
import { dropWaiting } from "./claim-rules.ts";
import { has, scopesOf, type Viewer } from "./roles.ts";

/** The rule as it was read: who has this value in this claim leads the team. */
export interface LeadRule {
  claim: string;
  value: string;
  teamId: string;
}

export interface WaitingRule extends LeadRule {
  id: number;
  team: string;
  askedBy: string;
  /** Whether the viewer is a second person who may say yes. */
  mayConfirm: boolean;
}

/** What is asked for, as far as the viewer may see: every editor, and the leads of the team. */
export function leadRulesFor(db: Db, viewer: Viewer | null): WaitingRule[] {
  if (!viewer) return [];
  const seen = has(viewer, "editor") ? undefined : inArray(claimRoles.scope, scopesOf(viewer, "lead"));
  return db
    .select({ row: claimRoles, team: teams.name, askedBy: users.name })
    .from(claimRoles)
    .innerJoin(teams, eq(teams.id, claimRoles.scope))
    .innerJoin(users, eq(users.id, claimRoles.askedById))
    .where(and(eq(claimRoles.role, "lead"), seen))
    .orderBy(asc(claimRoles.id))
    .all()
    .map(({ row: { id, claim, value, scope, askedById }, team, askedBy }) => ({
      id,
      claim,
      value,
      teamId: scope,
      team,
      askedBy,
      mayConfirm: viewer.id !== askedById,
    }));
}

/** Says yes as the second person, who is not who asked: it holds from the next sign-in on. */
export function confirmLeadRule(db: Db, by: Viewer, read: LeadRule, now: number): void {
  db.transaction((tx) => {
    const { id, mayConfirm, claim, value, teamId } = ruleFor(tx, by, read);
    if (!mayConfirm) refuse("leadNeedsAnother");
    tx.update(claimRoles).set({ askedById: null }).where(eq(claimRoles.id, id)).run();
    noteAudit(tx, { kind: "lead-rule-confirmed", by: by.id, detail: { claim, value, scope: teamId } }, now);
  });
}

/** Says no, or takes the own question back. */
export function dropLeadRule(db: Db, by: Viewer, read: LeadRule, now: number): void {
  db.transaction((tx) => {
    const { id, claim, value, teamId } = ruleFor(tx, by, read);
    dropWaiting(tx, by, { id, claim, value, scope: teamId }, now);
  });
}

/** By what it says and not by its id, which another rule may have by now: a yes is to what was read. */
function ruleFor(db: Db, viewer: Viewer, { claim, value, teamId }: LeadRule): WaitingRule {
  const isRead = (rule: LeadRule) => rule.claim === claim && rule.value === value && rule.teamId === teamId;
  return leadRulesFor(db, viewer).find(isRead) ?? refuse("notYours");
}
