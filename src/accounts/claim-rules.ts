/** What the municipality's own sign-in gives: roles by the claims of its directory. */
import { and, asc, eq } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { claimRoles, memberships, type Role } from "../../db/schema.ts";
import { refuse } from "../texts/refusal.ts";
import { scopeNameOf } from "./invitations.ts";
import { has, type Viewer } from "./roles.ts";
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

/** The table of an editor, in its order. */
export function listRules(db: Db): (ClaimRule & { id: number })[] {
  return db.select().from(claimRoles).orderBy(asc(claimRoles.claim), asc(claimRoles.value), asc(claimRoles.id)).all();
}

/** Adds a line; it holds from the next sign-in on. Refuses everybody but an editor, and a team that is not there. */
export function addRule(db: Db, by: Viewer, { claim, value, role, scope }: ClaimRule, now: number): void {
  if (!has(by, "editor")) refuse("notYours");
  if (role === "contact" || scopeNameOf(db, role, scope) === null) refuse("unknown", "access");
  db.transaction((tx) => {
    const isNew = tx.insert(claimRoles).values({ claim, value, role, scope }).onConflictDoNothing().run().changes === 1;
    if (isNew)
      noteAudit(
        tx,
        { kind: "setting-changed", by: by.id, detail: { key: "claimRole", claim, value, role, scope } },
        now,
      );
  });
}

/** Takes a line away, and at once the roles that it alone gave. Refuses everybody but an editor. */
export function removeRule(db: Db, by: Viewer, id: number, now: number): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    const rule = tx.select().from(claimRoles).where(eq(claimRoles.id, id)).get();
    if (!rule) return;
    tx.delete(claimRoles).where(eq(claimRoles.id, id)).run();
    const { claim, value, role, scope } = rule;
    noteAudit(
      tx,
      { kind: "setting-changed", by: by.id, detail: { key: "claimRole", removed: true, claim, value, role, scope } },
      now,
    );
    if (listRules(tx).some((other) => other.role === role && other.scope === scope)) return;
    tx.delete(memberships)
      .where(and(eq(memberships.fromDirectory, true), isPlace(rule)))
      .run();
  });
}

/** Memberships of this place. */
export function isPlace({ role, scope }: Place) {
  return and(eq(memberships.role, role), eq(memberships.scope, scope));
}
