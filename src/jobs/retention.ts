import type { OpenDb } from "../../db/client.ts";
import { eraseWhatIsDue } from "../referrals/retention.ts";

/** Keeps what was promised of erasure, in the file too: what was erased must not linger in the write-ahead log. */
export function keepRetention(db: OpenDb, now: number): void {
  if (eraseWhatIsDue(db, now) > 0) db.$client.pragma("wal_checkpoint(TRUNCATE)");
}
