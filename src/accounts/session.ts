import { DrizzleSQLiteAdapter } from "@lucia-auth/adapter-drizzle";
import { and, eq, lte } from "drizzle-orm";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import { noteAudit } from "../../db/audit.ts";
import type { Db, OpenDb } from "../../db/client.ts";
import { memberships, sessions, users } from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import type { Store } from "../../db/write.ts";
import { hashToken, newToken } from "../shared/ids.ts";
import { MINUTE } from "../shared/time.ts";
import { cookieIn, cookieName, type SiteCookie } from "./cookies.ts";
import { deviceCookie, deviceInWords, knowsDevice, rememberDevice } from "./devices.ts";
import { endOfSession, lifetimesOf, sessionDays } from "./lifetimes.ts";
import { endOldestSessions } from "./own-sessions.ts";
import { hasDesk, type Viewer } from "./roles.ts";
import { stoodInForBy } from "./standing-in.ts";
import { hasSecondFactor } from "./second-factor.ts";

type SessionAttributes = Omit<typeof sessions.$inferSelect, "id" | "userId" | "expiresAt">;

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaAt>;
    DatabaseUserAttributes: { name: string; email: string };
    DatabaseSessionAttributes: SessionAttributes;
  }
}

const NAME = "faellesbro";

/**
 * Whoever a cookie belongs to: signed in, or `lapsed`: the id of a person whose session in this browser ended by
 * itself.
 */
export type Session = { viewer: Viewer; sessionId: string } | { lapsed: string };

/**
 * Who a `Cookie` header belongs to; null without a session that was ever theirs. Without a session cookie the database
 * is not asked.
 */
export async function readSession(
  store: Store,
  cookieHeader: string | null,
  secure: boolean,
  now: number,
): Promise<Session | null> {
  const value = cookieIn(cookieHeader, NAME, secure);
  if (!value) return null;
  const { db } = store;
  const { session, user } = await luciaAt(store, secure, now).validateSession(value);
  if (!session || (session.secondStepAt === null && hasSecondFactor(db, user.id))) return null;
  if (now >= endOfSession(session, hasDesk(membershipsOf(db, user.id)), lifetimesOf(db))) return { lapsed: user.id };
  const sessionId = hashToken(value);
  if (now - session.lastSeenAt >= MINUTE) noteSeen(store, sessionId, now);
  const access = accessOf(db, user.id, session);
  const standsInFor = stoodInForBy(db, user.id, access.memberships, now);
  return { viewer: { id: user.id, name: user.name, email: user.email, ...access, standsInFor }, sessionId };
}

/** No page waits for it, or fails with it: the next one tries again. */
function noteSeen({ write }: Store, sessionId: string, now: number): void {
  write((tx) => {
    tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, sessionId)).run();
  }).catch(() => {});
}

/**
 * Somebody who comes in: the browser's cookies, what it calls itself, and whether the second step was passed (here, or
 * where they sign in for us).
 */
export interface Arrival {
  cookieHeader: string | null;
  userAgent: string | null;
  secondStep: boolean;
  /** Whether it was the municipality's own sign-in. */
  directory?: boolean | undefined;
}

/**
 * Signs somebody in with this browser, whatever way they showed who they are. What was signed in with it before ends,
 * and, for a desk, what is more than an editor allows at once. Answers the cookies to set, and whether the person was
 * never seen with this browser.
 */
export async function startSession(
  store: Store,
  userId: string,
  { cookieHeader, userAgent, secondStep, directory = false }: Arrival,
  secure: boolean,
  now: number,
): Promise<{ cookies: SiteCookie[]; isNewDevice: boolean }> {
  const device = deviceCookie(cookieHeader, secure);
  const deviceHash = hashToken(device.value);
  const before = cookieIn(cookieHeader, NAME, secure);
  const lucia = luciaAt(store, secure, now, before);
  const isNewDevice = !knowsDevice(store.db, userId, deviceHash);
  const seen = {
    createdAt: now,
    lastSeenAt: now,
    secondStepAt: secondStep ? now : null,
    directory,
    deviceHash,
    device: deviceInWords(userAgent),
  };
  const session = await lucia.createSession(userId, seen, { sessionId: newToken() });
  return { cookies: [lucia.createSessionCookie(session.id), device], isNewDevice };
}

/** Signs out on this device; the cookie answered takes the old one away. */
export async function endSession(
  store: Store,
  cookieHeader: string | null,
  secure: boolean,
  now: number,
): Promise<SiteCookie> {
  const lucia = luciaAt(store, secure, now);
  const value = cookieIn(cookieHeader, NAME, secure);
  if (value) await lucia.invalidateSession(value);
  return lucia.createBlankSessionCookie();
}

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
function accessOf(
  db: Db,
  userId: string,
  { secondStepAt, directory }: Shown,
): Pick<Viewer, "memberships" | "awaitsSecondFactor"> {
  const held = membershipsOf(db, userId, directory);
  if (!hasDesk(held) || secondStepAt !== null || readSetting(db, "secondFactor") === 0 || hasSecondFactor(db, userId))
    return { memberships: held };
  return { memberships: held.filter((membership) => !hasDesk([membership])), awaitsSecondFactor: true };
}

function membershipsOf(db: Db, userId: string, directory = true): Viewer["memberships"] {
  const given = directory ? undefined : eq(memberships.fromDirectory, false);
  return db
    .select({ role: memberships.role, scope: memberships.scope })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), given))
    .all();
}

function luciaAt(store: Store, secure: boolean, now: number, replaced?: string) {
  return new Lucia(new HashingAdapter(store, now, replaced), {
    sessionExpiresIn: new TimeSpan(sessionDays(store.db), "d"),
    sessionCookie: { name: cookieName(NAME, secure), attributes: { secure, sameSite: "lax", path: "/" } },
    getUserAttributes: ({ name, email }) => ({ name, email }),
    getSessionAttributes: ({ createdAt, lastSeenAt, secondStepAt, directory }) => ({
      createdAt,
      lastSeenAt,
      secondStepAt,
      directory,
    }),
  });
}

/**
 * What lies between Lucia and the table. Lucia knows the cookie's value, the table its hash. Lucia asks the machine's
 * clock, so expiry is moved by as much as `now` differs from that; and its adapter reads seconds where the table holds
 * milliseconds.
 */
class HashingAdapter implements Adapter {
  private readonly write: Store["write"];
  private readonly table: DrizzleSQLiteAdapter;
  private readonly now: number;
  private readonly ahead: number;
  private readonly replaced: string | undefined;

  constructor({ db, write }: Store, now: number, replaced: string | undefined) {
    this.write = write;
    this.table = new DrizzleSQLiteAdapter(db as OpenDb, sessions, users);
    this.now = now;
    this.ahead = now - Date.now();
    this.replaced = replaced;
  }

  async getSessionAndUser(value: string): ReturnType<Adapter["getSessionAndUser"]> {
    const [stored, user] = await this.table.getSessionAndUser(hashToken(value));
    const session = stored && { ...this.read(stored), id: value };
    // One that is over is left to be swept: a page that is only read writes nothing.
    return session && session.expiresAt.getTime() > Date.now() ? [session, user] : [null, null];
  }

  async getUserSessions(userId: string): Promise<DatabaseSession[]> {
    return (await this.table.getUserSessions(userId)).map((session) => this.read(session));
  }

  setSession({ id, userId, expiresAt, attributes }: DatabaseSession): Promise<void> {
    return this.write((tx) => {
      tx.delete(sessions).where(lte(sessions.expiresAt, this.now)).run();
      if (this.replaced)
        tx.delete(sessions)
          .where(eq(sessions.id, hashToken(this.replaced)))
          .run();
      if (attributes.deviceHash) {
        tx.delete(sessions).where(eq(sessions.deviceHash, attributes.deviceHash)).run();
        rememberDevice(tx, userId, attributes.deviceHash, this.now);
      }
      tx.insert(sessions)
        .values({ id: hashToken(id), userId, expiresAt: expiresAt.getTime() + this.ahead, ...attributes })
        .run();
      const detail = {
        device: attributes.device,
        twoSteps: attributes.secondStepAt !== null,
        directory: attributes.directory,
      };
      noteAudit(tx, { kind: "signed-in", by: userId, to: userId, detail }, this.now);
      if (hasDesk(membershipsOf(tx, userId))) endOldestSessions(tx, userId, readSetting(tx, "deskDevices"));
    });
  }

  /** A session ends when it was to end: nothing puts that off. */
  async updateSessionExpiration(): Promise<void> {}

  deleteSession(value: string): Promise<void> {
    return this.write((tx) => {
      const ended = tx
        .delete(sessions)
        .where(eq(sessions.id, hashToken(value)))
        .returning()
        .get();
      if (ended)
        noteAudit(
          tx,
          { kind: "signed-out", by: ended.userId, to: ended.userId, detail: { device: ended.device } },
          this.now,
        );
    });
  }

  deleteUserSessions(userId: string): Promise<void> {
    return this.write((tx) => {
      tx.delete(sessions).where(eq(sessions.userId, userId)).run();
    });
  }

  deleteExpiredSessions(): Promise<void> {
    return this.write((tx) => {
      tx.delete(sessions).where(lte(sessions.expiresAt, this.now)).run();
    });
  }

  private read(session: DatabaseSession): DatabaseSession {
    return { ...session, expiresAt: new Date(session.expiresAt.getTime() / 1000 - this.ahead) };
  }
}
