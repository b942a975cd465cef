import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { caseLinks, cases } from "../../db/schema.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { hashToken, newToken } from "../shared/ids.ts";
import { linkMail } from "./letters.ts";
import type { CaseRow } from "./store.ts";
import { openPerson } from "./vault.ts";

/** What stands in a new link of the citizen; an old link stops working. */
export function newLink(db: Db, caseId: string): string {
  const token = newToken();
  db.update(cases)
    .set({ tokenHash: hashToken(token) })
    .where(eq(cases.id, caseId))
    .run();
  return token;
}

/** What stands in another link of the citizen: those before go on working. */
export function anotherLink(db: Db, caseId: string, now: number): string {
  const token = newToken();
  db.insert(caseLinks)
    .values({ hash: hashToken(token), caseId, madeAt: now })
    .run();
  return token;
}

/** A new way in for the citizen, by mail. */
export function sendLink(db: Db, { keys, siteUrl }: MailBox, stored: CaseRow, now: number): void {
  const email = openPerson(keys, stored)?.email;
  if (!email) return;
  queueMail(db, keys, linkMail(siteUrl, email, newLink(db, stored.id)), now);
}
