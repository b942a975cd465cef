import { eq } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { users } from "../../db/schema.ts";
import type { Store } from "../../db/write.ts";
import type { MailBox } from "../mail/outbox.ts";
import { queueForStranger } from "../mail/quota.ts";
import { resetMail } from "../mail/reset.ts";
import { refuse } from "../texts/refusal.ts";
import { mails } from "../texts/mails.ts";
import { tellOwner } from "./news.ts";
import { hashPassword } from "./password.ts";
import { endAllSessions } from "./own-sessions.ts";
import { dropTokens, makeToken, readToken } from "./tokens.ts";

/**
 * Sends a link to choose a new password, when the address has an account; the answer is the same either way. `email` in
 * lower case. Three a day, and as many again for whoever asks from where the account came in before (`known`), so that
 * strangers use up nothing of theirs.
 */
export function askReset(db: Db, box: MailBox, email: string, now: number, known = false): void {
  db.transaction((tx) => {
    const user = tx.select({ id: users.id, name: users.name }).from(users).where(eq(users.email, email)).get();
    if (!user) return;
    const token = makeToken(tx, "reset", user.id, now);
    queueForStranger(
      tx,
      box.keys,
      resetMail(box.siteUrl, { to: email, name: user.name, token }),
      now,
      known ? "own-reset" : "reset",
    );
  });
}

/**
 * Sets a new password by the link of a mail and signs out everywhere; answers who it is. Refuses a link that was used
 * or is too old.
 */
export async function setPassword(
  { db, write }: Store,
  box: MailBox,
  token: string,
  password: string,
  now: number,
): Promise<string> {
  const owner = readToken(db, "reset", token, now) ?? refuse("accountLinkGone");
  const passwordHash = await hashPassword(password, owner.email);
  return write((tx) => {
    const { id } = readToken(tx, "reset", token, now) ?? refuse("accountLinkGone");
    tx.update(users).set({ passwordHash }).where(eq(users.id, id)).run();
    endAllSessions(tx, id);
    dropTokens(tx, id);
    noteAudit(tx, { kind: "password-reset", by: id, to: id }, now);
    tellOwner(tx, box, id, mails.news.passwordReset, now);
    return id;
  });
}
