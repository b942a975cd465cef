import { and, desc, eq, lte, ne, sql } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { sessions } from "../../db/schema.ts";
import { endOfSession, lifetimesOf } from "./lifetimes.ts";
import { type Viewer, worksAtDesk } from "./roles.ts";

/** A browser in which somebody is signed in. */
export interface OwnSession {
  id: string;
  /** `Firefox på Windows` */
  device: string;
  createdAt: number;
  lastSeenAt: number;
  /** The one that asks. */
  isHere: boolean;
}

/** Where somebody is signed in now: here first, then by when it was last used. */
export function listSessions(db: Db, viewer: Viewer, sessionId: string, now: number): OwnSession[] {
  const lifetimes = lifetimesOf(db);
  const all = db.select().from(sessions).where(eq(sessions.userId, viewer.id)).orderBy(desc(sessions.lastSeenAt)).all();
  return all
    .filter((session) => now < endOfSession(session, worksAtDesk(viewer), lifetimes))
    .map(({ id, device, createdAt, lastSeenAt }) => ({ id, device, createdAt, lastSeenAt, isHere: id === sessionId }))
    .sort((a, b) => Number(b.isHere) - Number(a.isHere));
}

/** Signs the viewer out of one of the own places; of another person's there is none to find. */
export function endOwnSession(db: Db, viewer: Viewer, id: string, now: number): void {
  const isOwn = and(eq(sessions.userId, viewer.id), eq(sessions.id, id));
  db.transaction((tx) => {
    const ended = tx.delete(sessions).where(isOwn).run().changes;
    if (ended) noteAudit(tx, { kind: "sessions-ended", by: viewer.id, to: viewer.id, detail: { count: ended } }, now);
  });
}

/** *Log alle andre ud*: signs the viewer out everywhere but here. */
export function endElsewhere(db: Db, viewer: Viewer, sessionId: string, now: number): void {
  db.transaction((tx) => {
    const count = endOtherSessions(tx, viewer.id, sessionId);
    noteAudit(tx, { kind: "sessions-ended", by: viewer.id, to: viewer.id, detail: { count } }, now);
  });
}

/** The session passed the second step now. */
export function passSecondStep(db: Db, sessionId: string, now: number): void {
  db.update(sessions).set({ secondStepAt: now }).where(eq(sessions.id, sessionId)).run();
}

/** What was passed counts no more: the second step is off. */
export function forgetSecondStep(db: Db, userId: string): void {
  db.update(sessions).set({ secondStepAt: null }).where(eq(sessions.userId, userId)).run();
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

/** Sweeps sessions whose cookie is gone by now. */
export function forgetSessions(db: Db, now: number): void {
  db.delete(sessions).where(lte(sessions.expiresAt, now)).run();
}
