import type { OpenDb } from "../../db/client.ts";
import { letOthersWrite } from "../../db/write.ts";
import { eraseWhatIsDue } from "../referrals/retention.ts";

/** Keeps what was promised of erasure, in the file too: what was erased must not linger in the write-ahead log. */
export async function keepRetention(db: OpenDb, now: number): Promise<void> {
  let erased = 0;
  for (let some = eraseWhatIsDue(db, now); some > 0; some = eraseWhatIsDue(db, now)) {
    erased += some;
    await letOthersWrite();
  }
  if (erased > 0) db.$client.pragma("wal_checkpoint(TRUNCATE)");
}
