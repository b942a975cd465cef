/** People of the municipality's directory, and the account that each has here. */
import { and, eq, lt } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { directoryPeople, memberships, users } from "../../db/schema.ts";
import { newId } from "../shared/ids.ts";
import { refuse } from "../texts/refusal.ts";
import { DAY } from "../shared/time.ts";
import type { DirectoryPerson } from "./directory.ts";
import { endAllSessions } from "./own-sessions.ts";
import { has, type Viewer } from "./roles.ts";
import { rolesOf, rulesInForce, type Place, isPlace } from "./claim-rules.ts";
import { leaveTeamDesk } from "./team-desk.ts";

/** Roles of the directory that nobody has come to use for so long are taken back: that person may have left. */
export const UNSEEN_DAYS = 30;

/**
 * The id of the account that somebody of the directory has here, with the roles that it gives now instead of those it
 * gave before. An account of a password is theirs only after they have signed in to it (`viewer`). Null when there is
 * nothing that they may do here. Refuses who cannot be told from another.
 */
export function recognise(db: Db, viewer: Viewer | null, person: DirectoryPerson, now: number): string | null {
  return db.transaction((tx) => {
    const given = rolesOf(rulesInForce(tx), person.claims);
    const { issuer, subject } = person;
    const known = tx.select({ userId: directoryPeople.userId }).from(directoryPeople).where(isPerson(person)).get();
    const userId = known?.userId ?? accountFor(tx, viewer, person, given.length > 0, now);
    if (!userId) return null;
    tx.insert(directoryPeople)
      .values({ issuer, subject, userId, lastSeenAt: now })
      .onConflictDoUpdate({ target: [directoryPeople.issuer, directoryPeople.subject], set: { lastSeenAt: now } })
      .run();
    setRoles(tx, userId, given, now);
    return (
      tx.select({ userId: memberships.userId }).from(memberships).where(eq(memberships.userId, userId)).get()?.userId ??
      null
    );
  });
}

/** Gives what the directory gives now, and takes what it gave and gives no more; what a person gave stays. */
function setRoles(db: Db, userId: string, given: readonly Place[], now: number): void {
  const held = db
    .select({ role: memberships.role, scope: memberships.scope })
    .from(memberships)
    .where(isGiven(userId))
    .all();
  const without = (places: readonly Place[], others: readonly Place[]) =>
    places.filter(({ role, scope }) => !others.some((other) => other.role === role && other.scope === scope));
  for (const { role, scope } of without(held, given)) {
    db.delete(memberships)
      .where(and(isGiven(userId), isPlace({ role, scope })))
      .run();
    noteAudit(db, { kind: "role-taken", to: userId, detail: { role, scope, directory: true } }, now);
    leaveTeamDesk(db, userId, { role, scope }, undefined, now);
  }
  for (const { role, scope } of without(given, held)) {
    const isNew =
      db
        .insert(memberships)
        .values({ userId, role, scope, fromDirectory: true, createdAt: now })
        .onConflictDoNothing()
        .run().changes === 1;
    if (isNew) noteAudit(db, { kind: "role-given", to: userId, detail: { role, scope, directory: true } }, now);
  }
}

/** The account that is theirs by its address, or a new one; null for a stranger without a role. */
function accountFor(
  db: Db,
  viewer: Viewer | null,
  { name, email }: DirectoryPerson,
  hasRole: boolean,
  now: number,
): string | null {
  if (!email) refuse("kommune-ingen-mail");
  const account = db
    .select({ id: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.email, email))
    .get();
  if (!account && !hasRole) return null;
  if (!account) {
    const id = newId();
    db.insert(users).values({ id, email, name, createdAt: now }).run();
    return id;
  }
  if (db.select().from(directoryPeople).where(eq(directoryPeople.userId, account.id)).get()) refuse("kommune-anden");
  if (account.passwordHash && account.id !== viewer?.id) refuse("kommune-har-kode");
  return account.id;
}

/**
 * Knows a person of the directory no more: their roles from it go, and they are signed out. Refuses everybody but an
 * editor.
 */
export function forgetPerson(db: Db, by: Viewer, userId: string, now: number): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    tx.delete(directoryPeople).where(eq(directoryPeople.userId, userId)).run();
    setRoles(tx, userId, [], now);
    endAllSessions(tx, userId);
    noteAudit(
      tx,
      { kind: "setting-changed", by: by.id, to: userId, detail: { key: "directoryPerson", removed: true } },
      now,
    );
  });
}

/** Takes back what the directory gave to people who have not come for long. */
export function takeBackUnseen(db: Db, now: number): void {
  db.transaction((tx) => {
    const unseen = tx
      .selectDistinct({ userId: directoryPeople.userId })
      .from(directoryPeople)
      .innerJoin(memberships, and(eq(memberships.userId, directoryPeople.userId), eq(memberships.fromDirectory, true)))
      .where(lt(directoryPeople.lastSeenAt, now - UNSEEN_DAYS * DAY))
      .all();
    for (const { userId } of unseen) setRoles(tx, userId, [], now);
  });
}

function isPerson({ issuer, subject }: DirectoryPerson) {
  return and(eq(directoryPeople.issuer, issuer), eq(directoryPeople.subject, subject));
}

function isGiven(userId: string) {
  return and(eq(memberships.userId, userId), eq(memberships.fromDirectory, true));
}
