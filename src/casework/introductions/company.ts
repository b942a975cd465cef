/** Company: each time that somebody came along, and whether the brobygger helped to sign up and to pay. */
import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { type CompanyKind, companyTimes, placements } from "../../../db/schema.ts";
import type { Viewer } from "../../accounts/roles.ts";
import { localDate } from "../../shared/time.ts";
import { refuse } from "../../texts/refusal.ts";
import { caseFor } from "../deeds.ts";
import { addEvent } from "../store.ts";

/** Notes that somebody came along on a day (`YYYY-MM-DD`) that was no trial. */
export function noteCompany(
  db: Db,
  viewer: Viewer,
  caseId: string,
  { kind, companionId, on }: { kind: CompanyKind; companionId: string | null; on: string },
  now: number,
): void {
  if (on > localDate(now)) refuse("notYet", "on");
  db.transaction((tx) => {
    caseFor(tx, viewer, "work", caseId);
    tx.insert(companyTimes).values({ caseId, kind, companionId, trialId: null, on }).run();
    addEvent(tx, { caseId, kind: "accompanied", actorId: viewer.id, detail: { by: kind, on } }, now);
  });
}

/** How often each kind came along in a case. */
export function companyOf(db: Db, caseId: string): { kind: CompanyKind; times: number }[] {
  const rows = db
    .select({ kind: companyTimes.kind })
    .from(companyTimes)
    .where(eq(companyTimes.caseId, caseId))
    .orderBy(asc(companyTimes.id))
    .all();
  return [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, same]) => ({ kind, times: same.length }));
}

/** Notes in one's own case what of a placement the brobygger helped with. */
export function noteHelped(
  db: Db,
  viewer: Viewer,
  caseId: string,
  { placement, signUp, pay }: { placement: number; signUp: boolean; pay: boolean },
): void {
  db.transaction((tx) => {
    caseFor(tx, viewer, "work", caseId);
    const found = tx
      .update(placements)
      .set({ helpedSignUp: signUp, helpedPay: pay })
      .where(and(eq(placements.id, placement), eq(placements.caseId, caseId)))
      .run();
    if (found.changes === 0) refuse("notYourCase");
  });
}
