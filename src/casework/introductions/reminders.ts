/** The day before a trial the citizen who asked for it gets a mail: a link, and not a word of what it is. */
import { and, asc, eq, gt, isNull, lte } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { cases, trials } from "../../../db/schema.ts";
import { type MailBox, queueMail } from "../../mail/outbox.ts";
import { addDays, instantOf, localDate } from "../../shared/time.ts";
import { anotherLink } from "../citizen-link.ts";
import { reminderMail } from "../letters.ts";
import { openPerson } from "../vault.ts";

const A_STEP = 10;
/** Not before breakfast. */
const FROM_CLOCK = "08:00";

/** Reminds of the trials of tomorrow, the first ten that nobody was reminded of; answers how many. */
export function remindOfTrials(db: Db, box: MailBox, now: number): number {
  if (now < instantOf(localDate(now), FROM_CLOCK)) return 0;
  const tomorrow = addDays(localDate(now), 1);
  const isTomorrow = and(
    gt(trials.start, instantOf(tomorrow, "00:00") - 1),
    lte(trials.start, instantOf(addDays(tomorrow, 1), "00:00") - 1),
  );
  return db.transaction((tx) => {
    const rows = tx
      .select({ id: trials.id, stored: cases })
      .from(trials)
      .innerJoin(cases, eq(cases.id, trials.caseId))
      .where(
        and(
          eq(trials.reminder, "mail"),
          isNull(trials.outcome),
          isNull(trials.remindedAt),
          isTomorrow,
          eq(cases.state, "taken"),
        ),
      )
      .orderBy(asc(trials.start))
      .limit(A_STEP)
      .all();
    for (const { id, stored } of rows) {
      const email = openPerson(box.keys, stored)?.email;
      if (email) queueMail(tx, box.keys, reminderMail(box.siteUrl, email, anotherLink(tx, stored.id, now)), now);
      tx.update(trials).set({ remindedAt: now }).where(eq(trials.id, id)).run();
    }
    return rows.length;
  });
}
