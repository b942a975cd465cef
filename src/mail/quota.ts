import { and, eq, lt, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { type MailPurpose, mailQuotas } from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import { type KeyRing, lookUpDigests, openWithRing, sealWithRing } from "../shared/seal.ts";
import { localDate } from "../shared/time.ts";
import { type Letter, queueMail } from "./outbox.ts";

/** What an address is sealed for. */
export const CONTEXT = "mail quota";

/**
 * Puts a mail that a stranger can cause in the outbox. Of each purpose an address gets three a day (a setting); what is
 * more is held back and counted, and of
 * `form` the address is told so the next morning (`takeHeldBack`). In the deed's own transaction, so that it holds for
 * every process. Answers whether it goes out.
 */
export function queueForStranger(
  db: Db,
  keys: KeyRing,
  letter: Letter,
  now: number,
  purpose: MailPurpose = "form",
): boolean {
  const address = digestOf(keys, letter.to);
  const day = localDate(now);
  const isFull = sentTo(db, address, purpose, day) >= readSetting(db, "mailsPerDay");
  const sealedAddress = isFull && purpose === "form" ? sealWithRing(keys, Buffer.from(letter.to), CONTEXT) : null;
  db.insert(mailQuotas)
    .values({ address, purpose, day, sent: isFull ? 0 : 1, held: isFull ? 1 : 0, sealedAddress })
    .onConflictDoUpdate({
      target: [mailQuotas.address, mailQuotas.purpose, mailQuotas.day],
      set: isFull ? { held: sql`${mailQuotas.held} + 1`, sealedAddress } : { sent: sql`${mailQuotas.sent} + 1` },
    })
    .run();
  if (!isFull) queueMail(db, keys, letter, now);
  return !isFull;
}

/** Whether another mail of a stranger's would reach this address today. */
export function hasRoom(db: Db, keys: KeyRing, to: string, now: number): boolean {
  return sentTo(db, digestOf(keys, to), "form", localDate(now)) < readSetting(db, "mailsPerDay");
}

/**
 * Takes out what was counted before today, at most `most` addresses: each to which something was held back, with how
 * much.
 */
export function takeHeldBack(
  db: Db,
  keys: KeyRing,
  now: number,
  most: number,
): { taken: number; held: { to: string; count: number }[] } {
  const rows = db
    .select()
    .from(mailQuotas)
    .where(lt(mailQuotas.day, localDate(now)))
    .limit(most)
    .all();
  for (const row of rows) db.delete(mailQuotas).where(isRow(row)).run();
  const held = rows.flatMap(({ sealedAddress, held: count }) =>
    sealedAddress ? [{ to: openWithRing(keys, sealedAddress, CONTEXT).toString(), count }] : [],
  );
  return { taken: rows.length, held };
}

function sentTo(db: Db, address: string, purpose: MailPurpose, day: string): number {
  return db.select({ sent: mailQuotas.sent }).from(mailQuotas).where(isRow({ address, purpose, day })).get()?.sent ?? 0;
}

function isRow({ address, purpose, day }: { address: string; purpose: MailPurpose; day: string }) {
  return and(eq(mailQuotas.address, address), eq(mailQuotas.purpose, purpose), eq(mailQuotas.day, day));
}

/** Not to be told from an address without the key. When the keys are changed a day's count begins anew. */
function digestOf(keys: KeyRing, to: string): string {
  return lookUpDigests(keys, CONTEXT, to.toLowerCase())[0].digest;
}
