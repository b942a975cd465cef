import { and, eq, ne, or } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { memberships, organisations } from "../../db/schema.ts";

/**
 * Whether somebody on the site has said yes to this person: with any role but a contact's, or as contact of an approved
 * organisation. An account alone anyone can have.
 */
export function isKnown(db: Db, userId: string): boolean {
  const held = db
    .select({ role: memberships.role })
    .from(memberships)
    .leftJoin(organisations, eq(organisations.id, memberships.scope))
    .where(
      and(eq(memberships.userId, userId), or(ne(memberships.role, "contact"), eq(organisations.state, "approved"))),
    )
    .get();
  return held !== undefined;
}
