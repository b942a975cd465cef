import { randomBytes } from "node:crypto";
import { decodeBase32IgnorePadding, encodeBase32UpperCaseNoPadding } from "@oslojs/encoding";
import { createTOTPKeyURI, verifyHOTP } from "@oslojs/otp";
import { and, count, eq, lt } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { recoveryCodes, secondFactors } from "../../db/schema.ts";
import type { Store } from "../../db/write.ts";
import type { MailBox } from "../mail/outbox.ts";
import { hashToken, newReadable } from "../shared/ids.ts";
import { refuse } from "../texts/refusal.ts";
import { openWithRing, sealWithRing } from "../shared/seal.ts";
import { mails } from "../texts/mails.ts";
import type { Limits } from "./limits.ts";
import { tellOwner } from "./news.ts";
import { endAllSessions, endOtherSessions, forgetSecondStep, passSecondStep } from "./own-sessions.ts";
import { has, type Viewer } from "./roles.ts";

/**
 * RFC 6238: six digits, a new code each 30 seconds, the code before and the one after count too. RFC 4226: a secret of
 * 20 bytes.
 */
const STEP_S = 30;
const DIGITS = 6;
const SECRET_BYTES = 20;
const NEIGHBOURS = [0, -1, 1];
const RECOVERY_CODES = 10;

/** A new secret as apps take it: base32, no padding. */
export function newSecret(): string {
  return encodeBase32UpperCaseNoPadding(randomBytes(SECRET_BYTES));
}

/** What stands in the QR code. */
export function secretAddress(secret: string, email: string): string {
  return createTOTPKeyURI("Fællesbro", email, bytesOf(secret), STEP_S, DIGITS);
}

export function hasSecondFactor(db: Db, userId: string): boolean {
  return (
    db.select({ userId: secondFactors.userId }).from(secondFactors).where(eq(secondFactors.userId, userId)).get() !==
    undefined
  );
}

/**
 * Takes a code along with the password from now on, and answers the recovery codes, which nobody sees again. The
 * session in which it is done has passed it, all others end. Refuses a code that does not fit the secret: then the app
 * has not got it.
 */
export function turnOnSecondFactor(
  db: Db,
  box: MailBox,
  viewer: Viewer,
  sessionId: string,
  typed: { secret: string; code: string },
  now: number,
): string[] {
  const secret = bytesOf(typed.secret);
  const usedStep = stepOf(secret, typed.code, now) ?? refuse("wrongCode", "code");
  const row = { secret: sealWithRing(box.keys, Buffer.from(secret), contextOf(viewer.id)), usedStep, createdAt: now };
  return db.transaction((tx) => {
    const isNew = tx
      .insert(secondFactors)
      .values({ userId: viewer.id, ...row })
      .onConflictDoNothing()
      .run().changes;
    if (!isNew) refuse("notPossibleNow");
    passSecondStep(tx, sessionId, now);
    endOtherSessions(tx, viewer.id, sessionId);
    noteAudit(tx, { kind: "second-factor-on", by: viewer.id, to: viewer.id }, now);
    tellOwner(tx, box, viewer.id, mails.news.secondFactorOn, now);
    return makeRecoveryCodes(tx, viewer.id);
  });
}

/** Back to the password alone. Refuses without a code. */
export async function turnOffSecondFactor(
  store: Store,
  box: MailBox,
  limits: Limits,
  viewer: Viewer,
  code: string,
  now: number,
): Promise<void> {
  await useCode(store, box, limits, viewer.id, code, now);
  await store.write((tx) => {
    dropSecondFactor(tx, viewer.id);
    noteAudit(tx, { kind: "second-factor-off", by: viewer.id, to: viewer.id }, now);
    tellOwner(tx, box, viewer.id, mails.news.secondFactorOff, now);
  });
}

/**
 * For somebody else who has lost the phone, and is signed out everywhere: somebody else may have it. Refuses everybody
 * but an editor.
 */
export function liftSecondFactor(db: Db, box: MailBox, by: Viewer, userId: string, now: number): void {
  if (!has(by, "editor") || by.id === userId) refuse("notYours");
  db.transaction((tx) => {
    dropSecondFactor(tx, userId);
    endAllSessions(tx, userId);
    noteAudit(tx, { kind: "second-factor-lifted", by: by.id, to: userId }, now);
    tellOwner(tx, box, userId, mails.news.secondFactorLifted(by.name), now);
  });
}

/** New recovery codes in place of the old ones. Refuses without a code. */
export async function renewRecoveryCodes(
  store: Store,
  box: MailBox,
  limits: Limits,
  viewer: Viewer,
  code: string,
  now: number,
): Promise<string[]> {
  await useCode(store, box, limits, viewer.id, code, now);
  return store.write((tx) => {
    noteAudit(tx, { kind: "recovery-codes-made", by: viewer.id, to: viewer.id }, now);
    return makeRecoveryCodes(tx, viewer.id);
  });
}

/** How many recovery codes somebody has left. */
export function recoveryCodesLeft(db: Db, userId: string): number {
  return db.select({ count: count() }).from(recoveryCodes).where(eq(recoveryCodes.userId, userId)).get()?.count ?? 0;
}

/**
 * Uses up a code of the app or a recovery code: each works once (RFC 6238, 5.2). Refuses a wrong one, and too many
 * tries, from wherever they come: whoever tries has the password. A device that is known is counted apart, so that
 * nobody else can use up its owner's tries.
 */
export async function useCode(
  { write }: Store,
  box: MailBox,
  limits: Limits,
  userId: string,
  code: string,
  now: number,
  device = "",
): Promise<void> {
  const [account, place] = [`second factor of ${userId}`, `second factor of ${userId} ${device}`];
  const isRight = await limits.guess({ account, address: place, first: true }, async () => {
    return (
      (await write((tx) => useAppCode(tx, box, userId, code, now) || useRecoveryCode(tx, box, userId, code, now))) ||
      null
    );
  });
  if (!isRight) refuse("wrongCode", "code");
}

function useAppCode(db: Db, { keys }: MailBox, userId: string, code: string, now: number): boolean {
  const stored = db.select().from(secondFactors).where(eq(secondFactors.userId, userId)).get();
  const step = stored ? stepOf(openWithRing(keys, stored.secret, contextOf(userId)), code, now) : null;
  if (step === null) return false;
  const isFresh = and(eq(secondFactors.userId, userId), lt(secondFactors.usedStep, step));
  return db.update(secondFactors).set({ usedStep: step }).where(isFresh).run().changes === 1;
}

function useRecoveryCode(db: Db, box: MailBox, userId: string, code: string, now: number): boolean {
  const isCode = and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.hash, recoveryHash(userId, code)));
  if (db.delete(recoveryCodes).where(isCode).run().changes === 0) return false;
  const left = recoveryCodesLeft(db, userId);
  noteAudit(db, { kind: "recovery-code-used", to: userId, detail: { left } }, now);
  tellOwner(db, box, userId, mails.news.recoveryUsed(left), now);
  return true;
}

/** Ten codes of 60 random bits, as they are copied by hand: `4K7Q-2M9X-PLR3`. Only their hashes are kept. */
function makeRecoveryCodes(db: Db, userId: string): string[] {
  const codes = Array.from({ length: RECOVERY_CODES }, () => newReadable(12).replace(/.{4}(?=.)/g, "$&-"));
  db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)).run();
  db.insert(recoveryCodes)
    .values(codes.map((code) => ({ userId, hash: recoveryHash(userId, code) })))
    .run();
  return codes;
}

function recoveryHash(userId: string, code: string): string {
  return hashToken(`${userId} ${code.replaceAll("-", "").toUpperCase()}`);
}

function dropSecondFactor(db: Db, userId: string): void {
  db.delete(secondFactors).where(eq(secondFactors.userId, userId)).run();
  db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)).run();
  forgetSecondStep(db, userId);
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

/** What a secret is sealed for. */
export function contextOf(userId: string): string {
  return `second factor of ${userId}`;
}
