import { eq } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { memberships, organisations, type Role, teams, users } from "../../db/schema.ts";
import type { Store } from "../../db/write.ts";
import { accessAddedMail } from "../mail/access-added.ts";
import { invitationMail, type Why } from "../mail/invitation.ts";
import { type Letter, type MailBox, queueMail } from "../mail/outbox.ts";
import { hasRoom, queueForStranger } from "../mail/quota.ts";
import { newId } from "../shared/ids.ts";
import { refuse } from "../texts/refusal.ts";
import { placeInWords } from "../texts/accounts.ts";
import { hashPassword } from "./password.ts";
import { has, scopesOf, type Viewer } from "./roles.ts";
import { dropTokens, makeToken, readToken } from "./tokens.ts";

/** Somebody to be let in: `email` in lower case, `scope` the organisation or team, empty for the whole site. */
export interface Invited {
  email: string;
  name: string;
  role: Role;
  scope: string;
}

/**
 * Invites a person by mail. An editor invites anybody but a lead, whom a second person has to say yes to (`leads.ts`), a contact a second contact of an own organisation, once it is
 * approved. Answers as `admit`; refuses who is in already.
 */
export function invite(db: Db, box: MailBox, by: Viewer, person: Invited, now: number): string | null {
  const isOwn = person.role === "contact" && scopesOf(by, "contact").includes(person.scope);
  if (!has(by, "editor") && !isOwn) refuse("notYours");
  if (person.role === "lead") refuse("leadNeedsTwo", "access");
  if (!has(by, "editor") && !isApproved(db, person.scope)) refuse("notApprovedYet");
  const scopeName = scopeNameOf(db, person.role, person.scope);
  if (scopeName === null) refuse("unknown", "access");
  return admit(
    db,
    box,
    person,
    { inviter: by.name, place: placeInWords(person.role, scopeName), by: by.id, isEditor: has(by, "editor") },
    now,
  );
}

/**
 * Gives a person the role and writes to them: with a link to choose a password, or, with an account already, that it
 * holds more now. What a stranger or a contact causes is among the mails that an address gets a day; refuses when it
 * has had them, since nobody gets in without. Answers what stands in the link; null without one.
 */
export function admit(
  db: Db,
  box: MailBox,
  { email, name, role, scope }: Invited,
  why: Why,
  now: number,
): string | null {
  return db.transaction((tx) => {
    const known = tx
      .select({ id: users.id, name: users.name, passwordHash: users.passwordHash })
      .from(users)
      .where(eq(users.email, email))
      .get();
    const id = known?.id ?? newId();
    if (!known) tx.insert(users).values({ id, email, name, createdAt: now }).run();
    // What the directory gave is given by a person from now on.
    const isNew =
      tx
        .insert(memberships)
        .values({ userId: id, role, scope, createdAt: now })
        .onConflictDoUpdate({
          target: [memberships.userId, memberships.role, memberships.scope],
          set: { fromDirectory: false },
          setWhere: eq(memberships.fromDirectory, true),
        })
        .run().changes === 1;
    const by = why === "signed-up" ? undefined : why.by;
    noteAudit(tx, { kind: isNew ? "role-given" : "invited", by, to: id, detail: { role, scope } }, now);
    if (known?.passwordHash) {
      if (!isNew) refuse("alreadyMember", "email");
      send(tx, accessAddedMail(box.siteUrl, { to: email, name: known.name }, why));
      return null;
    }
    const token = makeToken(tx, "invitation", id, now);
    send(tx, invitationMail(box.siteUrl, { to: email, name: known?.name ?? name, token }, why));
    return token;
  });

  function send(tx: Db, letter: Letter): void {
    if (why !== "signed-up" && why.isEditor) queueMail(tx, box.keys, letter, now);
    else if (hasRoom(tx, box.keys, email, now)) queueForStranger(tx, box.keys, letter, now);
    else refuse("mailedMuchToday", "email", 429);
  }
}

/**
 * Accepts an invitation with a name and a password; answers who it is, to sign in. Refuses a link that was used or is
 * too old.
 */
export async function acceptInvitation(
  { db, write }: Store,
  token: string,
  { name, password }: { name: string; password: string },
  now: number,
): Promise<string> {
  const invited = readToken(db, "invitation", token, now) ?? refuse("accountLinkGone");
  const passwordHash = await hashPassword(password, invited.email);
  return write((tx) => {
    const { id } = readToken(tx, "invitation", token, now) ?? refuse("accountLinkGone");
    tx.update(users).set({ name, passwordHash }).where(eq(users.id, id)).run();
    dropTokens(tx, id);
    noteAudit(tx, { kind: "invitation-accepted", by: id, to: id }, now);
    return id;
  });
}

function isApproved(db: Db, organisationId: string): boolean {
  return (
    db.select({ state: organisations.state }).from(organisations).where(eq(organisations.id, organisationId)).get()
      ?.state === "approved"
  );
}

/**
 * The name of the organisation or team that a role is for; empty for one of the whole site; null when there is none
 * such.
 */
export function scopeNameOf(db: Db, role: Role, scope: string): string | null {
  if (role === "editor" || role === "data-officer") return scope === "" ? "" : null;
  if (role === "referrer") return null;
  const table = role === "contact" ? organisations : teams;
  return db.select({ name: table.name }).from(table).where(eq(table.id, scope)).get()?.name ?? null;
}
