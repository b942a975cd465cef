import type { Db } from "../../db/client.ts";
import { mails } from "../../db/schema.ts";
import { type KeyRing, openWithRing, sealWithRing } from "../shared/seal.ts";

/** A mail in plain text. `kind` names the message in the table and in the log, and says nothing of a person. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  kind: string;
  /** Who reads an answer, where a person does. */
  replyTo?: string;
  /** Where one says no to more of the kind (RFC 2369), and a program may for one (RFC 8058): an address of the site. */
  unsubscribe?: string;
}

/** What a deed needs to write to people: the keys that seal a waiting mail, and where links in it lead. */
export interface MailBox {
  keys: KeyRing;
  siteUrl: string;
}

/**
 * Puts a mail in the outbox, in the deed's own transaction: it goes out if, and only if, the deed was done. Answers the
 * row's id.
 */
export function queueMail(db: Db, keys: KeyRing, { kind, ...letter }: Letter, now: number): number {
  const sealed = sealWithRing(keys, Buffer.from(JSON.stringify(letter)), contextOf(kind));
  return db.insert(mails).values({ sealed, kind, createdAt: now, notBefore: now }).returning({ id: mails.id }).get().id;
}

/** Reads what `queueMail` sealed. */
export function openMail(keys: KeyRing, kind: string, sealed: Buffer): Letter {
  const letter: Omit<Letter, "kind"> = JSON.parse(openWithRing(keys, sealed, contextOf(kind)).toString());
  return { ...letter, kind };
}

/** What it is sealed for. */
export function contextOf(kind: string): string {
  return `mail ${kind}`;
}
