import type { OpenDb } from "../../db/client.ts";
import { letOthersWrite } from "../../db/write.ts";
import { remindOfTrials } from "../casework/introductions/reminders.ts";
import type { MailBox } from "../mail/outbox.ts";

/** Reminds of the trials of tomorrow; answers how many citizens had asked for it. */
export async function sendReminders(db: OpenDb, box: MailBox, now: number): Promise<number> {
  let reminded = 0;
  for (let some = remindOfTrials(db, box, now); some > 0; some = remindOfTrials(db, box, now)) {
    reminded += some;
    await letOthersWrite();
  }
  return reminded;
}
