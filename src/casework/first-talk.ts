/** The first talk begins with who we are and what is kept: nothing of what is said is written down before. */
import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { cases } from "../../db/schema.ts";
import { readSettings } from "../../db/settings.ts";
import type { Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import { caseFor } from "./deeds.ts";
import { addEvent, type CaseRow } from "./store.ts";

/**
 * What of it differs from team to team: who answers for what is kept, for how many months after the end, and whom one
 * can ask (GDPR articles 13 and 14).
 */
export function toSayAloud(db: Db, teamId: string): { controller: string; months: number; adviser: string } {
  const { controller, retentionClosedMonths, adviser } = readSettings(
    db,
    ["controller", "retentionClosedMonths", "adviser"],
    teamId,
  );
  return { controller, months: retentionClosedMonths, adviser };
}

/** Notes that the citizen has been told, in a case of one's own; once is enough. */
export function noteInformed(db: Db, viewer: Viewer, id: string, now: number): void {
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", id);
    if (stored.informedAt !== null) return;
    tx.update(cases).set({ informedAt: now }).where(eq(cases.id, id)).run();
    addEvent(tx, { caseId: id, kind: "informed", actorId: viewer.id }, now);
  });
}

/** Whether the first talk is still to come, and the citizen has to be told in it. */
export function isToBeTold({ informedAt, firstContactAt }: Pick<CaseRow, "informedAt" | "firstContactAt">): boolean {
  return informedAt === null && firstContactAt === null;
}

/** Refuses words about somebody who has not been told that they are kept. */
export function refuseUninformed(stored: Pick<CaseRow, "informedAt" | "firstContactAt">, field: string): void {
  if (isToBeTold(stored)) refuse("tellFirst", field);
}
