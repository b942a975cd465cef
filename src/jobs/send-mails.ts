import { and, asc, eq, isNull, lte } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { mails } from "../../db/schema.ts";
import { openMail } from "../mail/outbox.ts";
import { forgetOldMails, MOST_TRIES, stillTried, wakeThoseOfTheServer } from "../mail/undelivered.ts";
import type { Transport } from "../mail/transport.ts";
import type { Log } from "../shared/log.ts";
import { type KeyRing, lookUpDigests } from "../shared/seal.ts";
import { DAY } from "../shared/time.ts";

const FIRST_WAIT = 60_000;

type Waiting = Pick<typeof mails.$inferSelect, "id" | "kind" | "sealed" | "createdAt" | "attempts">;

/**
 * Sends what waits in the outbox, one by one, oldest first. A mail is claimed before it is sent and marked (and
 * emptied) after: two senders never send the same one. When the process is killed between the two it is sent again
 * later (at least once), with the same Message-ID, by which mail programs know it for a copy. A failed one waits 1, 2,
 * 4 … minutes. After 10 tries it is given up: the log says so, editors see it, and it is tried once a day. When one
 * gets through, all that failed because the server was away go at once.
 */
export async function sendWaitingMails(
  db: Db,
  keys: KeyRing,
  transport: Transport,
  now: number,
  log: Log,
): Promise<void> {
  forgetOldMails(db, now);
  const sent = await sendAll(db, keys, transport, now, log);
  if (sent > 0 && wakeThoseOfTheServer(db, now) > 0) await sendAll(db, keys, transport, now, log);
}

/** Answers how many got through. */
async function sendAll(db: Db, keys: KeyRing, transport: Transport, now: number, log: Log): Promise<number> {
  let sent = 0;
  for (const mail of waitingMails(db, now))
    if (claim(db, mail, now) && (await sendOne(db, keys, transport, mail, now, log))) sent += 1;
  return sent;
}

function waitingMails(db: Db, now: number): Waiting[] {
  return db
    .select({
      id: mails.id,
      kind: mails.kind,
      sealed: mails.sealed,
      createdAt: mails.createdAt,
      attempts: mails.attempts,
    })
    .from(mails)
    .where(and(stillTried(), lte(mails.notBefore, now)))
    .orderBy(asc(mails.id))
    .all();
}

/**
 * The next try is set before this one begins, so that a kill in between neither loses the mail nor sends it at once
 * again.
 */
function claim(db: Db, { id, attempts }: Waiting, now: number): boolean {
  const claimed = db
    .update(mails)
    .set({ attempts: attempts + 1, notBefore: now + Math.min(DAY, FIRST_WAIT * 2 ** attempts) })
    .where(and(eq(mails.id, id), eq(mails.attempts, attempts), isNull(mails.sentAt)))
    .run();
  return claimed.changes === 1;
}

async function sendOne(
  db: Db,
  keys: KeyRing,
  transport: Transport,
  mail: Waiting,
  now: number,
  log: Log,
): Promise<boolean> {
  try {
    if (!mail.sealed) throw new Error("empty");
    const letter = openMail(keys, mail.kind, mail.sealed);
    await transport.send({
      ...letter,
      id: mail.id,
      messageId: `<${messageIdOf(keys, mail)}@${transport.domain}>`,
    });
  } catch (error) {
    noteFailure(db, mail, error, log);
    return false;
  }
  db.update(mails).set({ sentAt: now, sealed: null, lastError: null }).where(eq(mails.id, mail.id)).run();
  return true;
}

/** The same for each sending of one mail, and nothing that stands anywhere else: not when it was written. */
function messageIdOf(keys: KeyRing, { id, createdAt }: Waiting): string {
  return lookUpDigests(keys, "message id", `${id} ${createdAt}`)[0].digest.slice(0, 22);
}

/** Only the code of an error is kept: its words may hold the address. */
function noteFailure(db: Db, mail: Waiting, error: unknown, log: Log): void {
  const lastError = codeOf(error);
  db.update(mails).set({ lastError }).where(eq(mails.id, mail.id)).run();
  const tried = mail.attempts + 1;
  const about = { mail: mail.id, kind: mail.kind, tried, error: lastError };
  if (tried === MOST_TRIES) log.error(about, "a mail was given up");
  else log.warn(about, "a mail could not be sent yet");
}

function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [code ?? "failed", responseCode].filter(Boolean).join(" ");
}
