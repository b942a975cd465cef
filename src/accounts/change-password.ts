import { eq } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { users } from "../../db/schema.ts";
import type { Store } from "../../db/write.ts";
import type { MailBox } from "../mail/outbox.ts";
import { refuse } from "../texts/refusal.ts";
import { mails } from "../texts/mails.ts";
import type { Limits } from "./limits.ts";
import { tellOwner } from "./news.ts";
import { endOtherSessions } from "./own-sessions.ts";
import { hashPassword, isPassword } from "./password.ts";
import type { Viewer } from "./roles.ts";
import { dropTokens } from "./tokens.ts";

/** Whether somebody signs in with a password here; else another place shows who they are. */
export function hasPassword(db: Db, userId: string): boolean {
  return storedOf(db, userId) !== null;
}

/**
 * A new password for somebody who is signed in and knows the old one; signs out everywhere else. Refuses a wrong old
 * one, and too many tries.
 */
export async function changePassword(
  { db, write }: Store,
  box: MailBox,
  limits: Limits,
  by: { viewer: Viewer; sessionId: string; address: string },
  typed: { current: string; password: string },
  now: number,
): Promise<void> {
  const { id, email } = by.viewer;
  const isRight = await limits.guess(
    { account: email, address: by.address },
    async () => (await isPassword(typed.current, storedOf(db, id))) || null,
  );
  if (!isRight) refuse("wrongPassword", "current");
  const passwordHash = await hashPassword(typed.password, email);
  await write((tx) => {
    tx.update(users).set({ passwordHash }).where(eq(users.id, id)).run();
    endOtherSessions(tx, id, by.sessionId);
    dropTokens(tx, id);
    noteAudit(tx, { kind: "password-changed", by: id, to: id }, now);
    tellOwner(tx, box, id, mails.news.passwordChanged, now);
  });
}

function storedOf(db: Db, userId: string): string | null {
  return (
    db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, userId)).get()?.passwordHash ?? null
  );
}
