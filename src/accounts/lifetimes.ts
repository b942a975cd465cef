import type { Db } from "../../db/client.ts";
import { readSettings, type SettingValues } from "../../db/settings.ts";
import { DAY, HOUR, MINUTE } from "../shared/time.ts";

/** How long somebody stays signed in, as an editor decided. */
export type Lifetimes = SettingValues<"deskHours" | "deskIdleMinutes" | "contactDays">;

export function lifetimesOf(db: Db): Lifetimes {
  return readSettings(db, ["deskHours", "deskIdleMinutes", "contactDays"]);
}

/**
 * When a session ends by itself (epoch ms; it holds before, not at it): whoever works at a desk some hours after
 * signing in and half an hour after the last page, a contact some weeks after signing in. (OWASP ASVS 5, 7.3: an
 * absolute and an idle limit.)
 */
export function endOfSession(
  session: { createdAt: number; lastSeenAt: number },
  isDesk: boolean,
  lifetimes: Lifetimes,
): number {
  if (!isDesk) return session.createdAt + lifetimes.contactDays * DAY;
  return Math.min(
    session.createdAt + lifetimes.deskHours * HOUR,
    session.lastSeenAt + lifetimes.deskIdleMinutes * MINUTE,
  );
}

/**
 * How many days a session is kept at most. It outlives its sign-in by a day: whoever comes back late is known as the
 * one whose session ended.
 */
export function sessionDays(db: Db): number {
  return lifetimesOf(db).contactDays + 1;
}
