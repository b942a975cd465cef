import { and, eq, lt } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { recoveryCodes, secondFactors } from "../../db/schema.ts";
import type { Store } from "../../db/write.ts";
import type { MailBox } from "../mail/outbox.ts";
import { refuse } from "../texts/refusal.ts";
import { openWithRing, sealWithRing } from "../shared/seal.ts";
import { mails } from "../texts/mails.ts";
import type { Limits } from "./limits.ts";
import { tellOwner } from "./news.ts";
import { endAllSessions, endOtherSessions, forgetSecondStep, passSecondStep } from "./own-sessions.ts";
import { has, type Viewer } from "./roles.ts";
import { bytesOf, stepOf } from "./app-codes.ts";
import { makeRecoveryCodes, useRecoveryCode } from "./recovery-codes.ts";

/** Whether somebody signs in with a code, too. */
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

function dropSecondFactor(db: Db, userId: string): void {
  db.delete(secondFactors).where(eq(secondFactors.userId, userId)).run();
  db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)).run();
  forgetSecondStep(db, userId);
}

/** What a secret is sealed for. */
export function contextOf(userId: string): string {
  return `second factor of ${userId}`;
}
