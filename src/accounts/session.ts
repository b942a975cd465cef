import { DrizzleSQLiteAdapter } from "@lucia-auth/adapter-drizzle";
import { eq, lte } from "drizzle-orm";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import type { Db, OpenDb } from "../../db/client.ts";
import { memberships, sessions, users } from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import { hashToken, newToken } from "../shared/ids.ts";
import type { Viewer } from "./roles.ts";
import { hasSecondFactor } from "./second-factor.ts";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaAt>;
    DatabaseUserAttributes: { name: string; email: string };
  }
}

/** A cookie as Astro's `cookies.set(name, value, attributes)` takes it. */
export interface SessionCookie {
  name: string;
  value: string;
  attributes: { httpOnly?: boolean; sameSite?: "lax" | "strict" | "none"; secure?: boolean; path?: string; maxAge?: number };
}

/**
 * Who a `Cookie` header belongs to; null without a session that holds. Without a session cookie the database is not asked.
 * `freshCookie` is a `Set-Cookie` value: a session lives 30 days, and on when it is used in the second half.
 */
export async function readSession(
  db: OpenDb,
  cookieHeader: string | null,
  secure: boolean,
  now: number,
): Promise<{ viewer: Viewer; freshCookie?: string } | null> {
  const value = valueIn(cookieHeader);
  if (!value) return null;
  const lucia = luciaAt(db, secure, now);
  const { session, user } = await lucia.validateSession(value);
  if (!session) return null;
  const viewer = { id: user.id, name: user.name, email: user.email, ...accessOf(db, user.id) };
  return session.fresh ? { viewer, freshCookie: lucia.createSessionCookie(value).serialize() } : { viewer };
}

/** Signs somebody in on this device and answers the cookie. */
export async function startSession(db: OpenDb, userId: string, secure: boolean, now: number): Promise<SessionCookie> {
  const lucia = luciaAt(db, secure, now);
  await lucia.deleteExpiredSessions();
  const session = await lucia.createSession(userId, {}, { sessionId: newToken() });
  return lucia.createSessionCookie(session.id);
}

/** Signs out on this device; the cookie answered takes the old one away. */
export async function endSession(db: OpenDb, cookieHeader: string | null, secure: boolean, now: number): Promise<SessionCookie> {
  const lucia = luciaAt(db, secure, now);
  const value = valueIn(cookieHeader);
  if (value) await lucia.invalidateSession(value);
  return lucia.createBlankSessionCookie();
}

/** Signs somebody out everywhere: the password was changed. */
export function endAllSessions(db: Db, userId: string): void {
  db.delete(sessions).where(eq(sessions.userId, userId)).run();
}

/** A person with an account and what they may act for; null when there is none. */
export function viewerOf(db: Db, userId: string): Viewer | null {
  const user = db.select({ id: users.id, name: users.name, email: users.email }).from(users).where(eq(users.id, userId)).get();
  return user ? { ...user, ...accessOf(db, userId) } : null;
}

/** Lucia's own reader throws on another cookie that is malformed. */
function valueIn(cookieHeader: string | null): string | undefined {
  return cookieHeader?.match(/(?:^|;\s*)faellesbro=([\w-]{43})(?=;|$)/)?.[1];
}

/** What somebody may act for. Where an editor has decided so, desks with people's lives in them stay shut without a second factor. */
function accessOf(db: Db, userId: string): Pick<Viewer, "memberships" | "awaitsSecondFactor"> {
  const held = db.select({ role: memberships.role, scope: memberships.scope }).from(memberships).where(eq(memberships.userId, userId)).all();
  const withheld = held.filter(({ role }) => role !== "contact");
  if (withheld.length === 0 || readSetting(db, "secondFactor") === 0 || hasSecondFactor(db, userId)) return { memberships: held };
  return { memberships: held.filter((membership) => !withheld.includes(membership)), awaitsSecondFactor: true };
}

function luciaAt(db: OpenDb, secure: boolean, now: number) {
  return new Lucia(new HashingAdapter(db, now), {
    sessionExpiresIn: new TimeSpan(30, "d"),
    sessionCookie: { name: "faellesbro", attributes: { secure, sameSite: "lax", path: "/" } },
    getUserAttributes: ({ name, email }) => ({ name, email }),
  });
}

/**
 * What lies between Lucia and the table. Lucia knows the cookie's value, the table its hash. Lucia asks the machine's clock, so
 * expiry is moved by as much as `now` differs from that; and its adapter writes seconds where the table holds milliseconds.
 */
class HashingAdapter implements Adapter {
  private readonly db: OpenDb;
  private readonly table: DrizzleSQLiteAdapter;
  private readonly now: number;
  private readonly ahead: number;

  constructor(db: OpenDb, now: number) {
    this.db = db;
    this.table = new DrizzleSQLiteAdapter(db, sessions, users);
    this.now = now;
    this.ahead = now - Date.now();
  }

  async getSessionAndUser(value: string): ReturnType<Adapter["getSessionAndUser"]> {
    const [session, user] = await this.table.getSessionAndUser(hashToken(value));
    return [session && { ...this.read(session), id: value }, user];
  }

  async getUserSessions(userId: string): Promise<DatabaseSession[]> {
    return (await this.table.getUserSessions(userId)).map((session) => this.read(session));
  }

  setSession(session: DatabaseSession): Promise<void> {
    return this.table.setSession({ ...session, id: hashToken(session.id), expiresAt: this.written(session.expiresAt) });
  }

  updateSessionExpiration(value: string, expiresAt: Date): Promise<void> {
    return this.table.updateSessionExpiration(hashToken(value), this.written(expiresAt));
  }

  deleteSession(value: string): Promise<void> {
    return this.table.deleteSession(hashToken(value));
  }

  deleteUserSessions(userId: string): Promise<void> {
    return this.table.deleteUserSessions(userId);
  }

  async deleteExpiredSessions(): Promise<void> {
    this.db.delete(sessions).where(lte(sessions.expiresAt, this.now)).run();
  }

  private read(session: DatabaseSession): DatabaseSession {
    return { ...session, expiresAt: new Date(session.expiresAt.getTime() / 1000 - this.ahead) };
  }

  private written(expiresAt: Date): Date {
    return new Date((expiresAt.getTime() + this.ahead) * 1000);
  }
}
