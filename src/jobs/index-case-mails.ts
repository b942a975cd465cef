import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import type { OpenDb } from "../../db/client.ts";
import { readMark, writeMark } from "../../db/marks.ts";
import { cases } from "../../db/schema.ts";
import { letOthersWrite } from "../../db/write.ts";
import { MAILS_INDEXED } from "../casework/find.ts";
import { waitedDays } from "../casework/promise.ts";
import { contactIndexOf, openPerson } from "../casework/vault.ts";
import { isPublicHoliday } from "../shared/holidays.ts";
import type { KeyRing } from "../shared/seal.ts";

/** How far it has come: the id of the last case that is done. */
const REACHED = "case-mails-reached";
const CASES_A_STEP = 50;

/**
 * Once, for the cases from before mails had an index of their own and waiting was settled by the first attempt: fills
 * in what a migration could not. Cut off, it goes on where it was.
 */
export async function indexCaseMails(db: OpenDb, keys: KeyRing): Promise<void> {
  while (readMark(db, MAILS_INDEXED) === null) {
    db.transaction((tx) => {
      const rows = tx
        .select()
        .from(cases)
        .where(and(isNotNull(cases.wrappedKey), gt(cases.id, readMark(tx, REACHED) ?? "")))
        .orderBy(asc(cases.id))
        .limit(CASES_A_STEP)
        .all();
      for (const row of rows) {
        const person = openPerson(keys, row);
        const { id, createdAt, firstAttemptAt: at } = row;
        tx.update(cases)
          .set({
            ...(person && contactIndexOf(keys, person)),
            ...(at !== null && { waitedDays: waitedDays(createdAt, Math.max(createdAt, at), isPublicHoliday) }),
          })
          .where(eq(cases.id, id))
          .run();
      }
      const last = rows.at(-1);
      writeMark(tx, last ? REACHED : MAILS_INDEXED, last?.id ?? "");
    });
    await letOthersWrite();
  }
}
