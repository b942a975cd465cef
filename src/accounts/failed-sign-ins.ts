/**
 * Sign-ins that failed: counted by account and minute and written now and then, so that whoever tries a million
 * passwords makes no million rows.
 */
import { eq } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { users } from "../../db/schema.ts";
import { startOfMinute } from "../shared/time.ts";

/** How often, by minute and account: `<epoch ms> <user id>`; an address that nobody has is not told: `<epoch ms> `. */
export type Failed = Map<string, number>;

/** What this process has counted and nobody has written yet. */
export interface FailedSignIns {
  /**
   * Counts one of whoever has that address, or claimed to, here or at the municipality's sign-in; an empty one when
   * nobody knows who it was.
   */
  add(db: Db, email: string, now: number): void;
  /** Takes all of it, and begins anew. */
  take(): Failed;
}

export function openFailedSignIns(): FailedSignIns {
  let counted: Failed = new Map();
  return {
    add(db, email, now) {
      const user = db.select({ id: users.id }).from(users).where(eq(users.email, email)).get();
      const key = `${startOfMinute(now)} ${user?.id ?? ""}`;
      counted.set(key, (counted.get(key) ?? 0) + 1);
    },
    take() {
      const taken = counted;
      counted = new Map();
      return taken;
    },
  };
}

/** Writes them down in the audit trail. */
export function writeFailed(db: Db, failed: Failed): void {
  for (const [key, count] of failed) {
    const [at, to] = key.split(" ");
    noteAudit(db, { kind: "sign-in-failed", to: to || undefined, detail: { count } }, Number(at));
  }
}
