/** Sessions as Lucia keeps them: the only importer of it (docs/decisions/lucia.md). */
import { DrizzleSQLiteAdapter } from "@lucia-auth/adapter-drizzle";
import { eq, lte } from "drizzle-orm";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import { noteAudit } from "../../db/audit.ts";
import type { OpenDb } from "../../db/client.ts";
import { sessions, users } from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import type { Store } from "../../db/write.ts";
import { hashToken } from "../shared/ids.ts";
import { cookieName } from "./cookies.ts";
import { rememberDevice } from "./devices.ts";
import { sessionDays } from "./lifetimes.ts";
import { endOldestSessions } from "./own-sessions.ts";
import { hasDesk } from "./roles.ts";
import { membershipsOf } from "./access.ts";

type SessionAttributes = Omit<typeof sessions.$inferSelect, "id" | "userId" | "expiresAt">;

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaAt>;
    DatabaseUserAttributes: { name: string; email: string };
    DatabaseSessionAttributes: SessionAttributes;
  }
}

/** The cookie of a session; behind https with a prefix. */
export const SESSION_COOKIE = "faellesbro";

/** Lucia at this moment; `replaced` is the cookie that a new session takes the place of. */
export function luciaAt(store: Store, secure: boolean, now: number, replaced?: string) {
  return new Lucia(new HashingAdapter(store, now, replaced), {
    sessionExpiresIn: new TimeSpan(sessionDays(store.db), "d"),
    sessionCookie: { name: cookieName(SESSION_COOKIE, secure), attributes: { secure, sameSite: "lax", path: "/" } },
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
