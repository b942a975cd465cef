/** Whoever was written to of a citizen who took the yes back is told so, without a word of whom: to delete what they have. */
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { cases, introductions } from "../../../db/schema.ts";
import { type MailBox, queueMail } from "../../mail/outbox.ts";
import type { KeyRing } from "../../shared/seal.ts";
import { takenBackMail } from "../letters.ts";
import type { CaseRow } from "../store.ts";
import { openWords } from "./introduce.ts";

const A_STEP = 10;

/** Writes to the first ten who were written to and have not heard it; answers how many are done with. */
export function tellTakenBack(db: Db, box: MailBox, now: number): number {
  return db.transaction((tx) => {
    const rows = tx
      .select({ row: introductions, stored: cases })
      .from(introductions)
      .innerJoin(cases, eq(cases.id, introductions.caseId))
      .where(and(eq(introductions.way, "mail"), isNotNull(introductions.takenBackAt), isNull(introductions.toldOffAt)))
      .limit(A_STEP)
      .all();
    for (const { row, stored } of rows) {
      const words = openWords(box.keys, stored, row);
      const email = words?.receiver.email;
      if (words && email) queueMail(tx, box.keys, takenBackMail(box.siteUrl, email, words.title), now);
      tx.update(introductions).set({ toldOffAt: now }).where(eq(introductions.id, row.id)).run();
    }
    return rows.length;
  });
}

/** Whom a brobygger told by phone of a citizen who has taken the yes back: the site cannot write to them. */
export function toldByPhone(
  db: Db,
  keys: KeyRing,
  stored: CaseRow,
): { title: string; name: string; phone: string | null }[] {
  const told = and(
    eq(introductions.caseId, stored.id),
    eq(introductions.way, "phone"),
    isNotNull(introductions.takenBackAt),
  );
  return db
    .select()
    .from(introductions)
    .where(told)
    .all()
    .flatMap((row) => {
      const words = openWords(keys, stored, row);
      return words ? [{ title: words.title, name: words.receiver.name, phone: words.receiver.phone }] : [];
    });
}
