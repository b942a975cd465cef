import { eq, inArray } from "drizzle-orm";
import type { Viewer } from "../../src/accounts/roles.ts";
import type { Db } from "../client.ts";
import { memberships, users } from "../schema.ts";

/** Those who work with cases, by e-mail. */
export type Staff = Map<string, Viewer>;

/** The people of all teams, brobyggere first. */
export function staffOf(db: Db): Staff {
  const rows = db
    .select()
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(inArray(memberships.role, ["brobygger", "lead"]))
    .all();
  const inOrder = rows.sort(
    (a, b) => a.memberships.role.localeCompare(b.memberships.role) || a.users.email.localeCompare(b.users.email),
  );
  return new Map(
    inOrder.map(({ users: { id, name, email }, memberships: { role, scope } }) => [
      email,
      { id, name, email, memberships: [{ role, scope }] },
    ]),
  );
}

/** Throws when nobody of the staff has the address. */
export function personOf(staff: Staff, email: string): Viewer {
  const person = staff.get(email);
  if (!person) throw new Error(`nobody of the staff has the address ${email}`);
  return person;
}
