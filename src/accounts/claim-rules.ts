/** What the municipality's own sign-in gives: roles by the claims of its directory. */
import { and, asc, eq } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { claimRoles, memberships, type Role } from "../../db/schema.ts";
import { refuse } from "../texts/refusal.ts";
import { scopeNameOf } from "./invitations.ts";
import { has, type Viewer } from "./roles.ts";
import { leaveTeamDesk } from "./team-desk.ts";
import { recordOf } from "../shared/record.ts";

/** A role, and for which team or organisation. */
export interface Place {
  role: Role;
  scope: string;
}

/** Whoever has this value in this claim of the directory gets the role. */
export interface ClaimRule extends Place {
  claim: string;
  value: string;
}

/** The roles that these claims give, each once. A claim is named as it stands, or by a path: `realm_access.roles`. */
export function rolesOf(rules: readonly ClaimRule[], claims: Record<string, unknown>): Place[] {
  const given = rules.filter(({ claim, value }) => valuesOf(claims, claim).includes(value));
  return [...new Map(given.map(({ role, scope }) => [`${role}:${scope}`, { role, scope }])).values()];
}

function valuesOf(claims: Record<string, unknown>, claim: string): string[] {
  const within = (value: unknown, name: string) => recordOf(value)[name];
  const found = Object.hasOwn(claims, claim) ? claims[claim] : claim.split(".").reduce<unknown>(within, claims);
  return [found]
    .flat()
    .filter((value) => typeof value !== "object")
    .map(String);
}

/** A rule of the table; `askedById`: who asked for it, while it waits for the yes of a second person. */
interface StoredRule extends ClaimRule {
  id: number;
  askedById: string | null;
}

/** The table of an editor, in its order: what holds, and what waits. */
export function listRules(db: Db): StoredRule[] {
  return db.select().from(claimRoles).orderBy(asc(claimRoles.claim), asc(claimRoles.value), asc(claimRoles.id)).all();
}

/** The rules that give something at a sign-in. */
export function rulesInForce(db: Db): StoredRule[] {
  return listRules(db).filter(({ askedById }) => askedById === null);
}

/**
 * Adds a line; it holds from the next sign-in on, but one that makes leads waits until a second person has said yes.
 * Refuses everybody but an editor, a team that is not there, and what waits already.
 */
export function addRule(db: Db, by: Viewer, { claim, value, role, scope }: ClaimRule, now: number): void {
  if (!has(by, "editor")) refuse("notYours");
  if (role === "contact" || scopeNameOf(db, role, scope) === null) refuse("unknown", "access");
  const waits = role === "lead";
  db.transaction((tx) => {
    const rule = { claim, value, role, scope };
    const known = listRules(tx).find((other) => isSame(other, rule));
    if (known?.askedById) refuse("leadRuleAskedAlready", "value");
    if (known) return;
    tx.insert(claimRoles)
      .values({ ...rule, askedById: waits ? by.id : null })
      .run();
    noteAudit(
      tx,
      waits
        ? { kind: "lead-rule-asked", by: by.id, detail: { claim, value, scope } }
        : { kind: "setting-changed", by: by.id, detail: { key: "claimRole", ...rule } },
      now,
    );
  });
}

/**
 * Takes a line away, and at once the roles that it alone gave; one that waits is said no to. Refuses everybody but an
 * editor.
 */
export function removeRule(db: Db, by: Viewer, id: number, now: number): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    const rule = tx.select().from(claimRoles).where(eq(claimRoles.id, id)).get();
    if (!rule) return;
    if (rule.askedById !== null) return dropWaiting(tx, by, rule, now);
    tx.delete(claimRoles).where(eq(claimRoles.id, id)).run();
    const { claim, value, role, scope } = rule;
    noteAudit(
      tx,
      { kind: "setting-changed", by: by.id, detail: { key: "claimRole", removed: true, claim, value, role, scope } },
      now,
    );
    if (rulesInForce(tx).some((other) => other.role === role && other.scope === scope)) return;
    const gone = tx
      .delete(memberships)
      .where(and(eq(memberships.fromDirectory, true), isPlace(rule)))
      .returning({ userId: memberships.userId })
      .all();
    for (const { userId } of gone) leaveTeamDesk(tx, userId, rule, by.id, now);
  });
}

/** Takes a rule away that never held. */
export function dropWaiting(
  db: Db,
  by: Viewer,
  { id, claim, value, scope }: Pick<StoredRule, "id" | "claim" | "value" | "scope">,
  now: number,
): void {
  db.delete(claimRoles).where(eq(claimRoles.id, id)).run();
  noteAudit(db, { kind: "lead-rule-declined", by: by.id, detail: { claim, value, scope } }, now);
}

function isSame(one: ClaimRule, other: ClaimRule): boolean {
  return one.claim === other.claim && one.value === other.value && one.role === other.role && one.scope === other.scope;
}

/** Memberships of this place. */
export function isPlace({ role, scope }: Place) {
  return and(eq(memberships.role, role), eq(memberships.scope, scope));
}
