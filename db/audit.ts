import { lt, max } from "drizzle-orm";
import type { Db } from "./client.ts";
import { audit, type AuditKind } from "./schema.ts";

/**
 * The youngest row that may go, in ms before the newest: half a year. The trigger `audit_keeps` holds the same number.
 */
const AUDIT_KEPT_AT_LEAST = 180 * 24 * 3_600_000;

/**
 * What happened: `by` did it (left out or empty: nobody signed in, or a command), `to` it was done. No personal data of
 * a case.
 */
export interface AuditNote {
  kind: AuditKind;
  by?: string | undefined;
  to?: string | undefined;
  detail?: Record<string, string | number | boolean | null>;
}

/** Writes it down in the audit trail, in the deed's own transaction. */
export function noteAudit(db: Db, { kind, by, to, detail = {} }: AuditNote, now: number): void {
  db.insert(audit)
    .values({ at: now, kind, actorId: by || null, subjectId: to ?? null, detail })
    .run();
}

/**
 * Lets go what is older than `before` (epoch ms), and half a year older than the newest, as the database demands.
 * Answers how many.
 */
export function forgetAudit(db: Db, before: number): number {
  const newest =
    db
      .select({ at: max(audit.at) })
      .from(audit)
      .get()?.at ?? 0;
  return db
    .delete(audit)
    .where(lt(audit.at, Math.min(before, newest - AUDIT_KEPT_AT_LEAST)))
    .run().changes;
}
