/** What somebody may act for in a session. */
import { and, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { memberships, type sessions, users } from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import { hasDesk, type Viewer } from "./roles.ts";
import { hasSecondFactor } from "./second-factor.ts";

/** What a session showed when it began. */
type Shown = Pick<typeof sessions.$inferSelect, "secondStepAt" | "directory">;
const PASSWORD_ALONE: Shown = { secondStepAt: null, directory: false };

/** A person with an account and what they may act for in such a session; null when there is none. */
export function viewerOf(db: Db, userId: string, shown = PASSWORD_ALONE): Viewer | null {
  const user = db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(eq(users.id, userId))
    .get();
  return user ? { ...user, ...accessOf(db, userId, shown) } : null;
}

/**
 * What somebody may act for: what the directory gave holds only in a session that began there. Where an editor has
 * decided so, desks with people's lives in them stay shut without a second factor.
 */
export function accessOf(
  db: Db,
  userId: string,
  { secondStepAt, directory }: Shown,
): Pick<Viewer, "memberships" | "awaitsSecondFactor"> {
  const held = membershipsOf(db, userId, directory);
  if (!hasDesk(held) || secondStepAt !== null || readSetting(db, "secondFactor") === 0 || hasSecondFactor(db, userId))
    return { memberships: held };
  return { memberships: held.filter((membership) => !hasDesk([membership])), awaitsSecondFactor: true };
}

/** What somebody holds; without what only the directory gave where `directory` is false. */
export function membershipsOf(db: Db, userId: string, directory = true): Viewer["memberships"] {
  const given = directory ? undefined : eq(memberships.fromDirectory, false);
  return db
    .select({ role: memberships.role, scope: memberships.scope })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), given))
    .all();
}
