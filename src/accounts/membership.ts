/** One role that somebody holds, seen and taken by an editor. */
import { and, eq, ne } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import { canSignIn } from "../../db/can-sign-in.ts";
import type { Db } from "../../db/client.ts";
import { memberships, type Role, users } from "../../db/schema.ts";
import { refuse } from "../texts/refusal.ts";
import { scopeNameOf } from "./invitations.ts";
import { has, type Viewer } from "./roles.ts";
import { leaveTeamDesk } from "./team-desk.ts";

/** One role of one person, with the words for it; null when there is none such or the viewer is no editor. */
export function membershipFor(
  db: Db,
  viewer: Viewer | null,
  held: { userId: string; role: Role; scope: string },
): { name: string; email: string; scopeName: string } | null {
  if (!has(viewer, "editor")) return null;
  const user = db
    .select({ name: users.name, email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(isHeld(held))
    .get();
  return user ? { ...user, scopeName: scopeNameOf(db, held.role, held.scope) ?? "" } : null;
}

/** Takes a role from a person; it holds from the next page on. Refuses to take the last editor's. */
export function removeMembership(
  db: Db,
  by: Viewer,
  held: { userId: string; role: Role; scope: string },
  now: number,
): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    if (held.role === "editor" && !hasOtherEditor(tx, held.userId)) refuse("lastEditor");
    const taken = tx.delete(memberships).where(isHeld(held)).run().changes;
    if (!taken) return;
    noteAudit(
      tx,
      { kind: "role-taken", by: by.id, to: held.userId, detail: { role: held.role, scope: held.scope } },
      now,
    );
    leaveTeamDesk(tx, held.userId, held, by.id, now);
  });
}

function isHeld({ userId, role, scope }: { userId: string; role: Role; scope: string }) {
  return and(eq(memberships.userId, userId), eq(memberships.role, role), eq(memberships.scope, scope));
}

/** Whether another editor can sign in: somebody who was only invited cannot let the next one in. */
function hasOtherEditor(db: Db, userId: string): boolean {
  const others = and(eq(memberships.role, "editor"), ne(memberships.userId, userId), canSignIn);
  const found = db
    .select({ userId: memberships.userId })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(others);
  return found.get() !== undefined;
}
