import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { users } from "../../db/schema.ts";
import { accountNewsMail } from "../mail/account-news.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";

/** Writes to the owner of an account that something happened to it (`said`: a text of `mails.news`). */
export function tellOwner(db: Db, box: MailBox, userId: string, said: string, now: number): void {
  const owner = db.select({ to: users.email, name: users.name }).from(users).where(eq(users.id, userId)).get();
  if (owner) queueMail(db, box.keys, accountNewsMail(box.siteUrl, owner, said), now);
}
