/** A team gets a lead when two agree: an editor asks for one, and another editor or a lead of the team says yes. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { leadProposals, memberships, teams, users } from "../../db/schema.ts";
import type { MailBox } from "../mail/outbox.ts";
import { newId } from "../shared/ids.ts";
import { placeInWords } from "../texts/accounts.ts";
import { refuse } from "../texts/refusal.ts";
import { admit } from "./invitations.ts";
import { has, scopesOf, type Viewer } from "./roles.ts";

/** Whom somebody wants as lead: `email` in lower case. */
export interface WantedLead {
  email: string;
  name: string;
  teamId: string;
}

export interface LeadProposal extends WantedLead {
  id: string;
  team: string;
  askedBy: string;
  /** Whether the viewer is a second person who may say yes. */
  mayConfirm: boolean;
}

/** Asks for a lead, as an editor; nobody gets in by it, and no mail goes out before a second person has said yes. */
export function proposeLead(db: Db, by: Viewer, { email, name, teamId }: WantedLead, now: number): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    if (!tx.select({ id: teams.id }).from(teams).where(eq(teams.id, teamId)).get()) refuse("unknown", "access");
    const asked = { email, name, teamId, askedById: by.id, askedAt: now };
    const isNew = tx
      .insert(leadProposals)
      .values({ id: newId(), ...asked })
      .onConflictDoNothing()
      .run().changes;
    if (!isNew) refuse("leadAskedAlready", "email");
    noteAudit(tx, { kind: "lead-asked", by: by.id, detail: { scope: teamId } }, now);
  });
}

/** Who is asked for, as far as the viewer may see: every editor, and the leads of the team. */
export function leadProposalsFor(db: Db, viewer: Viewer | null): LeadProposal[] {
  const seen = has(viewer, "editor") ? undefined : inArray(leadProposals.teamId, scopesOf(viewer, "lead"));
  if (!viewer || (!has(viewer, "editor") && !has(viewer, "lead"))) return [];
  return db
    .select({ row: leadProposals, team: teams.name, askedBy: users.name })
    .from(leadProposals)
    .innerJoin(teams, eq(teams.id, leadProposals.teamId))
    .innerJoin(users, eq(users.id, leadProposals.askedById))
    .where(seen)
    .orderBy(asc(leadProposals.askedAt))
    .all()
    .map(({ row: { id, email, name, teamId, askedById }, team, askedBy }) => ({
      id,
      email,
      name,
      teamId,
      team,
      askedBy,
      mayConfirm: viewer.id !== askedById && viewer.email !== email,
    }));
}

/** Says yes as the second person: neither who asked nor who is asked for. The new lead gets a mail. */
export function confirmLead(db: Db, box: MailBox, by: Viewer, id: string, now: number): void {
  db.transaction((tx) => {
    const { email, name, teamId, team, mayConfirm } = proposalFor(tx, by, id);
    if (!mayConfirm) refuse("leadNeedsAnother");
    tx.delete(leadProposals).where(eq(leadProposals.id, id)).run();
    const why = { inviter: by.name, place: placeInWords("lead", team), by: by.id, isEditor: true };
    admit(tx, box, { email, name, role: "lead", scope: teamId }, why, now);
  });
}

/** Says no, or takes the own question back. */
export function dropLeadProposal(db: Db, by: Viewer, id: string, now: number): void {
  db.transaction((tx) => {
    const { teamId } = proposalFor(tx, by, id);
    tx.delete(leadProposals).where(eq(leadProposals.id, id)).run();
    noteAudit(tx, { kind: "lead-declined", by: by.id, detail: { scope: teamId } }, now);
  });
}

/**
 * The first lead of a team, by whoever may start a command: there is nobody yet who could say yes. It is the
 * team that gets what no other shall have. Answers what stands in the link; null without one.
 */
export function admitFirstLead(
  db: Db,
  box: MailBox,
  by: Viewer,
  { email, name }: Pick<WantedLead, "email" | "name">,
  now: number,
): string | null {
  const team =
    db.select().from(teams).where(eq(teams.isDefault, true)).get() ??
    db.select().from(teams).get() ??
    refuse("noTeamYet");
  const isLead = and(eq(memberships.scope, team.id), eq(memberships.role, "lead"));
  const lead = db.select({ id: memberships.userId }).from(memberships).where(isLead).get();
  if (lead) refuse("hasLeadAlready");
  const why = { inviter: by.name, place: placeInWords("lead", team.name), isEditor: true };
  return admit(db, box, { email, name, role: "lead", scope: team.id }, why, now);
}

function proposalFor(db: Db, viewer: Viewer, id: string): LeadProposal {
  return leadProposalsFor(db, viewer).find((proposal) => proposal.id === id) ?? refuse("notYours");
}
