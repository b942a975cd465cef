import { randomBytes } from "node:crypto";
import { decodeBase32IgnorePadding, encodeBase32UpperCaseNoPadding } from "@oslojs/encoding";
import { createTOTPKeyURI, verifyHOTP } from "@oslojs/otp";
import { and, eq, lt } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { secondFactors } from "../../db/schema.ts";
import { refuse } from "../shared/refusal.ts";
import { type KeyRing, openWithRing, sealWithRing } from "../shared/seal.ts";
import type { Limits } from "./limits.ts";
import { endAllSessions, endOtherSessions, passSecondStep } from "./own-sessions.ts";
import { has, type Viewer } from "./roles.ts";

/** RFC 6238: six digits, a new code each 30 seconds, the code before and the one after count too. RFC 4226: a secret of 20 bytes. */
const STEP_S = 30;
const DIGITS = 6;
const SECRET_BYTES = 20;
const NEIGHBOURS = [0, -1, 1];

/** A new secret as apps take it: base32, no padding. */
export function newSecret(): string {
  return encodeBase32UpperCaseNoPadding(randomBytes(SECRET_BYTES));
}

/** What stands in the QR code. */
export function secretAddress(secret: string, email: string): string {
  return createTOTPKeyURI("Fællesbro", email, bytesOf(secret), STEP_S, DIGITS);
}

export function hasSecondFactor(db: Db, userId: string): boolean {
  return db.select({ userId: secondFactors.userId }).from(secondFactors).where(eq(secondFactors.userId, userId)).get() !== undefined;
}

/** Takes a code along with the password from now on. The session in which it is done has passed it, all others end. Refuses a code that does not fit the secret: then the app has not got it. */
export function turnOnSecondFactor(db: Db, keys: KeyRing, viewer: Viewer, sessionId: string, typed: { secret: string; code: string }, now: number): void {
  const secret = bytesOf(typed.secret);
  const usedStep = stepOf(secret, typed.code, now) ?? refuse("wrongCode", "code");
  const row = { secret: sealWithRing(keys, Buffer.from(secret), contextOf(viewer.id)), usedStep, createdAt: now };
  db.transaction((tx) => {
    const isNew = tx
      .insert(secondFactors)
      .values({ userId: viewer.id, ...row })
      .onConflictDoNothing()
      .run().changes;
    if (!isNew) refuse("notPossibleNow");
    passSecondStep(tx, sessionId, now);
    endOtherSessions(tx, viewer.id, sessionId);
  });
}

/** Back to the password alone. Refuses without a code. */
export async function turnOffSecondFactor(db: Db, keys: KeyRing, limits: Limits, viewer: Viewer, code: string, now: number): Promise<void> {
  await useCode(db, keys, limits, viewer.id, code, now);
  db.delete(secondFactors).where(eq(secondFactors.userId, viewer.id)).run();
}

/** For somebody else who has lost the phone, and is signed out everywhere: somebody else may have it. Refuses everybody but an editor. */
export function liftSecondFactor(db: Db, by: Viewer, userId: string): void {
  if (!has(by, "editor") || by.id === userId) refuse("notYours");
  db.transaction((tx) => {
    tx.delete(secondFactors).where(eq(secondFactors.userId, userId)).run();
    endAllSessions(tx, userId);
  });
}

/** Uses up a code: each works once (RFC 6238, 5.2). Refuses a wrong one, and too many tries, from wherever they come: whoever tries has the password. */
export async function useCode(db: Db, keys: KeyRing, limits: Limits, userId: string, code: string, now: number): Promise<void> {
  const account = `second factor of ${userId}`;
  if (!(await limits.trySignIn(account, account))) refuse("tooManySignIns", "code");
  const stored = db.select().from(secondFactors).where(eq(secondFactors.userId, userId)).get();
  const step = stored ? stepOf(openWithRing(keys, stored.secret, contextOf(userId)), code, now) : null;
  if (step === null) refuse("wrongCode", "code");
  const isFresh = and(eq(secondFactors.userId, userId), lt(secondFactors.usedStep, step));
  if (db.update(secondFactors).set({ usedStep: step }).where(isFresh).run().changes === 0) refuse("wrongCode", "code");
  await limits.signedIn(account, account);
}

/** Seals all secrets with the first key of the ring, so that an old key can go. */
export function resealSecondFactors(db: Db, keys: KeyRing): void {
  for (const { userId, secret } of db.select().from(secondFactors).all()) {
    const sealed = sealWithRing(keys, openWithRing(keys, secret, contextOf(userId)), contextOf(userId));
    db.update(secondFactors).set({ secret: sealed }).where(eq(secondFactors.userId, userId)).run();
  }
}

function stepOf(secret: Uint8Array, code: string, now: number): number | null {
  const step = Math.floor(now / 1000 / STEP_S);
  const near = NEIGHBOURS.find((by) => verifyHOTP(secret, BigInt(step + by), DIGITS, code));
  return near === undefined ? null : step + near;
}

/** Refuses what this site has not made. */
function bytesOf(secret: string): Uint8Array {
  if (!/^[A-Z2-7]{32}$/.test(secret)) refuse("notUnderstood");
  return decodeBase32IgnorePadding(secret);
}

function contextOf(userId: string): string {
  return `second factor of ${userId}`;
}
