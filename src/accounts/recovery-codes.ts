/** Recovery codes, for who has lost the phone. */
import { and, count, eq } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { recoveryCodes } from "../../db/schema.ts";
import type { MailBox } from "../mail/outbox.ts";
import { hashToken, newReadable } from "../shared/ids.ts";
import { mails } from "../texts/mails.ts";
import { tellOwner } from "./news.ts";

const RECOVERY_CODES = 10;

/** How many recovery codes somebody has left. */
export function recoveryCodesLeft(db: Db, userId: string): number {
  return db.select({ count: count() }).from(recoveryCodes).where(eq(recoveryCodes.userId, userId)).get()?.count ?? 0;
}

/** Uses a code up; whether it was one. */
export function useRecoveryCode(db: Db, box: MailBox, userId: string, code: string, now: number): boolean {
  const isCode = and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.hash, recoveryHash(userId, code)));
  if (db.delete(recoveryCodes).where(isCode).run().changes === 0) return false;
  const left = recoveryCodesLeft(db, userId);
  noteAudit(db, { kind: "recovery-code-used", to: userId, detail: { left } }, now);
  tellOwner(db, box, userId, mails.news.recoveryUsed(left), now);
  return true;
}

/** Ten codes of 60 random bits, as they are copied by hand: `4K7Q-2M9X-PLR3`. Only their hashes are kept. */
export function makeRecoveryCodes(db: Db, userId: string): string[] {
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
