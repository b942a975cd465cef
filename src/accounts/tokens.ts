import { and, eq, gt, lte } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { accountTokens, users } from "../../db/schema.ts";
import { hashToken, newToken } from "../shared/ids.ts";

const HOUR = 60 * 60_000;
const LIFETIMES = { invitation: 14 * 24 * HOUR, reset: HOUR, "second-step": HOUR / 6, "directory-step": HOUR / 6 };
export type TokenKind = keyof typeof LIFETIMES;

/**
 * Makes what stands in a link or cookie: 14 days for an invitation, an hour for a reset, ten minutes between password
 * and code. Earlier ones hold until one of them is used.
 */
export function makeToken(db: Db, kind: TokenKind, userId: string, now: number): string {
  db.delete(accountTokens).where(lte(accountTokens.expiresAt, now)).run();
  const token = newToken();
  db.insert(accountTokens)
    .values({ hash: hashToken(token), kind, userId, expiresAt: now + LIFETIMES[kind] })
    .run();
  return token;
}

/** The person that a link belongs to; null when it is unknown, used or too old. Changes nothing. */
export function readToken(
  db: Db,
  kind: TokenKind,
  token: string,
  now: number,
): { id: string; email: string; name: string } | null {
  const found = db
    .select({ id: users.id, email: users.email, name: users.name })
    .from(accountTokens)
    .innerJoin(users, eq(users.id, accountTokens.userId))
    .where(
      and(eq(accountTokens.hash, hashToken(token)), eq(accountTokens.kind, kind), gt(accountTokens.expiresAt, now)),
    )
    .get();
  return found ?? null;
}

/**
 * A password was chosen: no link that was sent before may choose another, and no sign-in with the old one may go on.
 */
export function dropTokens(db: Db, userId: string): void {
  db.delete(accountTokens).where(eq(accountTokens.userId, userId)).run();
}

/** Takes back one token: it was used. */
export function dropToken(db: Db, token: string): void {
  db.delete(accountTokens)
    .where(eq(accountTokens.hash, hashToken(token)))
    .run();
}
