/**
 * The browsers that somebody has signed in with: told apart by a cookie of their own, never by what can be read off
 * them.
 */
import { and, eq, lte } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { knownDevices } from "../../db/schema.ts";
import { hashToken, newToken } from "../shared/ids.ts";
import { DAY } from "../shared/time.ts";
import { deviceTexts } from "../texts/accounts.ts";
import { cookieIn, cookieName, type SiteCookie } from "./cookies.ts";

/** As long as a browser keeps a cookie at most (RFC 6265bis, 5.5). */
export const DEVICE_DAYS = 400;
const NAME = "faellesbro-enhed";

const BROWSERS: [RegExp, string][] = [
  [/\bEdg/, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMacintosh\b/, "Mac"],
  [/\bCrOS\b/, "Chromebook"],
  [/\bLinux\b/, "Linux"],
];

/** The browser that asks: a hash of its cookie; null when it has none. */
export function deviceOf(cookieHeader: string | null, secure: boolean): string | null {
  const value = cookieIn(cookieHeader, NAME, secure);
  return value ? hashToken(value) : null;
}

/** The cookie of a browser, kept on or new. */
export function deviceCookie(cookieHeader: string | null, secure: boolean): SiteCookie {
  const value = cookieIn(cookieHeader, NAME, secure) ?? newToken();
  return {
    name: cookieName(NAME, secure),
    value,
    attributes: { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: (DEVICE_DAYS * DAY) / 1000 },
  };
}

/** Whether this person has signed in with that browser before. */
export function knowsDevice(db: Db, userId: string, hash: string | null): boolean {
  if (hash === null) return false;
  return db.select({ hash: knownDevices.hash }).from(knownDevices).where(isDevice(userId, hash)).get() !== undefined;
}

/** Knows the browser from now on. */
export function rememberDevice(db: Db, userId: string, hash: string, now: number): void {
  db.insert(knownDevices)
    .values({ userId, hash, lastSeenAt: now })
    .onConflictDoUpdate({ target: [knownDevices.userId, knownDevices.hash], set: { lastSeenAt: now } })
    .run();
}

/** Forgets browsers whose cookie is gone by now. */
export function forgetDevices(db: Db, now: number): void {
  db.delete(knownDevices)
    .where(lte(knownDevices.lastSeenAt, now - DEVICE_DAYS * DAY))
    .run();
}

/** What a browser calls itself, as its owner knows it: `Firefox på Windows`. */
export function deviceInWords(userAgent: string | null): string {
  const named = (names: [RegExp, string][]) => names.find(([sign]) => sign.test(userAgent ?? ""))?.[1];
  return deviceTexts.said(named(BROWSERS), named(SYSTEMS));
}

function isDevice(userId: string, hash: string) {
  return and(eq(knownDevices.userId, userId), eq(knownDevices.hash, hash));
}
