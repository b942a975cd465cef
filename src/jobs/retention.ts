import type { OpenDb } from "../../db/client.ts";
import { emptyLog, noteErased } from "../../db/erased.ts";
import { letOthersWrite } from "../../db/write.ts";
import { forgetLedger } from "../passes/ledger.ts";
import { takeBackUnseen } from "../accounts/directory-people.ts";
import { forgetCompanions } from "../casework/companions.ts";
import { askForLapsed } from "../casework/consents.ts";
import { eraseWhatIsDue, stepsOfErasure, tellOfErasure } from "../casework/retention.ts";
import { raiseUntouched } from "../casework/silence.ts";

/**
 * Keeps what was promised of erasure and of access, and tells before; companions who have stopped, and what stays
 * without a name, go when their own time is up. In the file too: what was erased must not linger in the write-ahead log.
 */
export async function keepRetention(db: OpenDb, now: number): Promise<void> {
  takeBackUnseen(db, now);
  for (const tell of [tellOfErasure, raiseUntouched, askForLapsed]) while (tell(db, now) > 0) await letOthersWrite();
  for (let erased = 1; erased > 0;) {
    erased = 0;
    for (const ids of stepsOfErasure(db, now)) {
      erased += eraseSome(db, ids, now);
      await letOthersWrite();
    }
  }
  db.transaction((tx) => {
    if (forgetLedger(tx, now) + forgetCompanions(tx, now) > 0) noteErased(tx);
  });
  emptyLog(db);
}

function eraseSome(db: OpenDb, ids: readonly string[], now: number): number {
  return db.transaction(
    (tx) => {
      const erased = eraseWhatIsDue(tx, now, ids);
      if (erased > 0) noteErased(tx);
      return erased;
    },
    { behavior: "immediate" },
  );
}
