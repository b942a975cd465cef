import type { OpenDb } from "../../db/client.ts";
import { letOthersWrite } from "../../db/write.ts";
import { askForLostNotices, giveNotices } from "../casework/notice.ts";
import { closeSilent } from "../casework/silence.ts";
import type { MailBox } from "../mail/outbox.ts";

/**
 * Ends, with notice, the open cases in which nothing happens (`src/casework/notice.ts`). Answers how many citizens got a
 * notice.
 */
export async function endSilent(db: OpenDb, box: MailBox, now: number): Promise<number> {
  while (askForLostNotices(db, now) > 0) await letOthersWrite();
  while (closeSilent(db, now) > 0) await letOthersWrite();
  let noticed = 0;
  for (let some = giveNotices(db, box, now); some > 0; some = giveNotices(db, box, now)) {
    noticed += some;
    await letOthersWrite();
  }
  return noticed;
}
