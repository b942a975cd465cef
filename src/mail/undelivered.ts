/** What becomes of mails that do not get through. */
import { and, gte, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { mails, type Trouble } from "../../db/schema.ts";
import { DAY } from "../shared/time.ts";

/** After so many tries a mail is given up: editors see it, and it is tried once a day. */
export const MOST_TRIES = 10;
/**
 * What stands in a mail is kept no longer; of one that never got through the line is kept until an editor has seen it.
 */
export const MAILS_KEPT_DAYS = 30;

/** The server could not be reached, or did not let the site in (nodemailer's codes): nothing is wrong with the mail. */
const AWAY = ["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS", "EAUTH", "ETLS", "EPROTOCOL"];
/** The receiver's side said no for good (RFC 5321, 4.2.1: 5yz). */
const REFUSED = /^(EENVELOPE|EMESSAGE) 5\d\d$/;

/** What the code of an error says. */
export function troubleOf(code: string | null): Trouble {
  if (code === null) return "other";
  if (REFUSED.test(code)) return "refused";
  return AWAY.includes(code.split(" ")[0] ?? "") ? "away" : "other";
}

/** Mails that were given up, in the words of SQL. */
export function givenUp(): SQL | undefined {
  return and(isNull(mails.sentAt), or(gte(mails.attempts, MOST_TRIES), isNull(mails.sealed)));
}

/** Mails that may still be tried: one that its receiver refused for good is not, once it is given up. */
export function stillTried(): SQL | undefined {
  const refused = and(
    gte(mails.attempts, MOST_TRIES),
    or(sql`${mails.lastError} LIKE 'EENVELOPE 5%'`, sql`${mails.lastError} LIKE 'EMESSAGE 5%'`),
  );
  return and(isNull(mails.sentAt), isNotNull(mails.sealed), sql`NOT coalesce(${refused}, 0)`);
}

/** Lets all that failed because the server was away go now: another mail has just got through. Answers how many. */
export function wakeThoseOfTheServer(db: Db, now: number): number {
  const codes = sql.join(
    AWAY.map((code) => sql`${code}`),
    sql`, `,
  );
  const waits = and(isNull(mails.sentAt), isNotNull(mails.sealed), sql`${mails.notBefore} > ${now}`);
  return db
    .update(mails)
    .set({ notBefore: now })
    .where(
      and(waits, sql`substr(${mails.lastError} || ' ', 1, instr(${mails.lastError} || ' ', ' ') - 1) IN (${codes})`),
    )
    .run().changes;
}

/** Drops sent mails after 30 days, and what stood in those that never got through. */
export function forgetOldMails(db: Db, now: number): void {
  const old = lt(mails.createdAt, now - MAILS_KEPT_DAYS * DAY);
  db.delete(mails)
    .where(and(old, isNotNull(mails.sentAt)))
    .run();
  db.update(mails)
    .set({ sealed: null })
    .where(and(old, isNotNull(mails.sealed)))
    .run();
}
