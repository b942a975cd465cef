import { and, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { noteChanged } from "../../db/outbox.ts";
import { activities, memberships, organisations, type OrganisationState, users } from "../../db/schema.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { organisationApprovedMail } from "../mail/organisation-approved.ts";
import { organisationRejectedMail } from "../mail/organisation-rejected.ts";
import { type Letter, type MailBox, queueMail } from "../mail/outbox.ts";
import { refuse } from "../texts/refusal.ts";

/**
 * Lets an organisation on the board: its published activities are found from now on, and its contacts are told. Doing
 * it again changes nothing.
 */
export function approve(db: Db, box: MailBox, by: Viewer, id: string, now: number): void {
  decide(
    db,
    box,
    by,
    id,
    { state: "approved", decisionText: null, answerText: null, answeredAt: null },
    now,
    (contact, name) => organisationApprovedMail(box.siteUrl, contact, name, by),
  );
}

/**
 * Says no, or no longer, with the editor's words to its contacts. Its activities leave the board; nothing is deleted.
 * Doing it again changes nothing.
 */
export function reject(db: Db, box: MailBox, by: Viewer, id: string, text: string, now: number): void {
  decide(
    db,
    box,
    by,
    id,
    { state: "rejected", decisionText: text, answerText: null, answeredAt: null },
    now,
    (contact, name) => organisationRejectedMail(box.siteUrl, contact, name, text, by),
  );
}

type Decision = {
  state: Exclude<OrganisationState, "pending">;
  decisionText: string | null;
  answerText: null;
  answeredAt: null;
};
type Contact = { to: string; name: string };

function decide(
  db: Db,
  box: MailBox,
  by: Viewer,
  id: string,
  decision: Decision,
  now: number,
  letter: (contact: Contact, name: string) => Letter,
): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    const organisation = tx.select().from(organisations).where(eq(organisations.id, id)).get() ?? refuse("unknown");
    if (organisation.state === decision.state) return;
    tx.update(organisations)
      .set({ ...decision, decidedAt: now, decidedBy: by.id })
      .where(eq(organisations.id, id))
      .run();
    noteChanged(tx, activityIdsOf(tx, id));
    for (const contact of contactsOf(tx, id)) queueMail(tx, box.keys, letter(contact, organisation.name), now);
  });
}

function activityIdsOf(db: Db, organisationId: string): string[] {
  const rows = db
    .select({ id: activities.id })
    .from(activities)
    .where(eq(activities.organisationId, organisationId))
    .all();
  return rows.map(({ id }) => id);
}

function contactsOf(db: Db, organisationId: string): Contact[] {
  return db
    .select({ to: users.email, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.role, "contact"), eq(memberships.scope, organisationId)))
    .all();
}
