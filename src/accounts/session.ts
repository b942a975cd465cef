/** Who is signed in with a browser: begins, is read and ends by its cookie. */
import { eq } from "drizzle-orm";
import { sessions } from "../../db/schema.ts";
import type { Store } from "../../db/write.ts";
import { hashToken, newToken } from "../shared/ids.ts";
import { MINUTE } from "../shared/time.ts";
import { cookieIn, type SiteCookie } from "./cookies.ts";
import { deviceCookie, deviceInWords, knowsDevice } from "./devices.ts";
import { endOfSession, lifetimesOf } from "./lifetimes.ts";
import { hasDesk, type Viewer } from "./roles.ts";
import { stoodInForBy } from "./standing-in.ts";
import { hasSecondFactor } from "./second-factor.ts";
import { luciaAt, SESSION_COOKIE } from "./lucia.ts";
import { membershipsOf, accessOf } from "./access.ts";

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
  const value = cookieIn(cookieHeader, SESSION_COOKIE, secure);
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
  const before = cookieIn(cookieHeader, SESSION_COOKIE, secure);
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
  const value = cookieIn(cookieHeader, SESSION_COOKIE, secure);
  if (value) await lucia.invalidateSession(value);
  return lucia.createBlankSessionCookie();
}
