/** What an association says of itself, and what it writes back when it was refused. */
import { and, eq, ne } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { noteChanged } from "../../db/outbox.ts";
import { activities, organisations } from "../../db/schema.ts";
import { actsFor, scopesOf, type Viewer } from "../accounts/roles.ts";
import { looksLikeCpr } from "../shared/cpr.ts";
import { refuse } from "../texts/refusal.ts";
import { plainName } from "./sign-up.ts";

export type Profile = Pick<
  typeof organisations.$inferSelect,
  "name" | "description" | "url" | "contactName" | "phone" | "email"
>;

/**
 * Writes what the association says of itself; its address stays. Refuses the name of another one, and a CPR number. A
 * new name stands in the audit trail: an editor let in the old one.
 */
export function describeOrganisation(db: Db, viewer: Viewer, id: string, profile: Profile, now: number): void {
  if (!actsFor(viewer, id)) refuse("notYours");
  for (const field of ["name", "description", "contactName"] as const)
    if (looksLikeCpr(profile[field] ?? "")) refuse("cpr", field);
  db.transaction((tx) => {
    const before = tx.select().from(organisations).where(eq(organisations.id, id)).get() ?? refuse("notYours");
    const isNew = before.name !== profile.name;
    if (isNew && isTaken(tx, id, profile.name)) refuse("organisationKnown", "name");
    tx.update(organisations).set(profile).where(eq(organisations.id, id)).run();
    if (!isNew) return;
    noteAudit(
      tx,
      { kind: "organisation-renamed", by: viewer.id, detail: { from: before.name, to: profile.name } },
      now,
    );
    const shown = tx.select({ id: activities.id }).from(activities).where(eq(activities.organisationId, id)).all();
    noteChanged(
      tx,
      shown.map((activity) => activity.id),
    );
  });
}

/**
 * Writes back to the editors who said no: the association waits for them again. Refuses others than its contacts, and
 * one that was not refused.
 */
export function appeal(db: Db, viewer: Viewer, id: string, text: string, now: number): void {
  if (!scopesOf(viewer, "contact").includes(id)) refuse("notYours");
  if (looksLikeCpr(text)) refuse("cpr", "svar");
  const { changes } = db
    .update(organisations)
    .set({ state: "pending", answerText: text, answeredAt: now })
    .where(and(eq(organisations.id, id), eq(organisations.state, "rejected")))
    .run();
  if (changes === 0) refuse("notPossibleNow");
}

function isTaken(db: Db, id: string, name: string): boolean {
  return db
    .select({ name: organisations.name })
    .from(organisations)
    .where(and(ne(organisations.id, id), ne(organisations.state, "rejected")))
    .all()
    .some((other) => plainName(other.name) === plainName(name));
}
