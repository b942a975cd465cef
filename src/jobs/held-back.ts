import { setImmediate as breathe } from "node:timers/promises";
import type { Db } from "../../db/client.ts";
import { heldBackMail } from "../mail/held-back.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { takeHeldBack } from "../mail/quota.ts";
import { localClock } from "../shared/time.ts";

const FROM = "07:00";
const ADDRESSES_A_TRANSACTION = 100;

/**
 * Each morning: tells everybody to whom mails were held back yesterday how many, and forgets what was counted. Answers
 * how many mails wait now.
 */
export async function tellOfHeldBack(db: Db, box: MailBox, now: number): Promise<number> {
  if (localClock(now) < FROM) return 0;
  let mails = 0;
  for (;;) {
    const { taken, held } = db.transaction((tx) => {
      const day = takeHeldBack(tx, box.keys, now, ADDRESSES_A_TRANSACTION);
      for (const { to, count } of day.held) queueMail(tx, box.keys, heldBackMail(box.siteUrl, to, count), now);
      return day;
    });
    mails += held.length;
    if (taken < ADDRESSES_A_TRANSACTION) return mails;
    await breathe();
  }
}
