import { and, desc, eq, ne, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { sessions } from "../../db/schema.ts";

/** The session passed the second step now. */
export function passSecondStep(db: Db, sessionId: string, now: number): void {
  db.update(sessions).set({ secondStepAt: now }).where(eq(sessions.id, sessionId)).run();
}

/** Signs somebody out everywhere: the password was changed, or somebody else may have the phone. */
export function endAllSessions(db: Db, userId: string): void {
  db.delete(sessions).where(eq(sessions.userId, userId)).run();
}

/** Signs somebody out everywhere but here; answers how many places that was. */
export function endOtherSessions(db: Db, userId: string, sessionId: string): number {
  return db
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId)))
    .run().changes;
}

/** Leaves the newest `most` sessions of somebody and ends the others. */
export function endOldestSessions(db: Db, userId: string, most: number): void {
  const all = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.lastSeenAt), sql`rowid DESC`)
    .all();
  for (const { id } of all.slice(most)) db.delete(sessions).where(eq(sessions.id, id)).run();
}
