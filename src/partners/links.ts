/** The links by which partners and citizens read what may leave a team: a lead gives them, and takes them back. */
import { and, desc, eq, isNull } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { partnerLinks, teams } from "../../db/schema.ts";
import { scopesOf, type Viewer } from "../accounts/roles.ts";
import { hashToken, newId, newToken } from "../shared/ids.ts";
import { refuse } from "../texts/refusal.ts";
import { refusePerson } from "../casework/nameless.ts";

export interface PartnerLink {
  id: string;
  label: string;
  createdAt: number;
}

const MOST_LINKS = 50;

/** Gives a link to a group; answers what stands in it, which nobody can read again. Refuses whoever is not the lead. */
export function giveLink(
  db: Db,
  viewer: Viewer,
  { teamId, label }: { teamId: string; label: string },
  now: number,
): string {
  refuseUnlessLead(viewer, teamId);
  refusePerson(label, "label");
  if (linksOf(db, viewer, teamId).length >= MOST_LINKS) refuse("manyLinks");
  const token = newToken();
  db.transaction((tx) => {
    const values = { id: newId(), teamId, label, tokenHash: hashToken(token), createdAt: now, createdById: viewer.id };
    tx.insert(partnerLinks).values(values).run();
    noteAudit(tx, { kind: "partner-link-given", by: viewer.id, detail: { team: nameOf(tx, teamId) } }, now);
  });
  return token;
}

/** Takes a link back: from now on it opens nothing. */
export function takeLink(db: Db, viewer: Viewer, id: string, now: number): void {
  db.transaction((tx) => {
    const link = tx.select().from(partnerLinks).where(eq(partnerLinks.id, id)).get() ?? refuse("notYours");
    refuseUnlessLead(viewer, link.teamId);
    if (link.revokedAt !== null) return;
    tx.update(partnerLinks).set({ revokedAt: now, tokenHash: null }).where(eq(partnerLinks.id, id)).run();
    noteAudit(tx, { kind: "partner-link-taken", by: viewer.id, detail: { team: nameOf(tx, link.teamId) } }, now);
  });
}

/** The links of a team that work, for its lead; the newest first. */
export function linksOf(db: Db, viewer: Viewer, teamId: string): PartnerLink[] {
  if (!leadsTeam(viewer, teamId)) return [];
  const { id, label, createdAt } = partnerLinks;
  return db
    .select({ id, label, createdAt })
    .from(partnerLinks)
    .where(and(eq(partnerLinks.teamId, teamId), isNull(partnerLinks.revokedAt)))
    .orderBy(desc(createdAt), desc(id))
    .all();
}

/** The team that a link lets one read of; null: it does not work. */
export function teamOfLink(db: Db, token: string): string | null {
  const isLive = and(eq(partnerLinks.tokenHash, hashToken(token)), isNull(partnerLinks.revokedAt));
  return db.select({ teamId: partnerLinks.teamId }).from(partnerLinks).where(isLive).get()?.teamId ?? null;
}

export function leadsTeam(viewer: Viewer, teamId: string): boolean {
  return scopesOf(viewer, "lead").includes(teamId);
}

function refuseUnlessLead(viewer: Viewer, teamId: string): void {
  if (!leadsTeam(viewer, teamId)) refuse("notYours");
}

function nameOf(db: Db, teamId: string): string {
  return db.select({ name: teams.name }).from(teams).where(eq(teams.id, teamId)).get()?.name ?? "";
}
