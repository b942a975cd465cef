/** Reading somebody else's case when a person may be in danger: with a reason, for an hour, and never in secret. */
import { and, eq, gt } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { caseReadings, caseTasks } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import type { KeyRing } from "../shared/seal.ts";
import { HOUR, localDate } from "../shared/time.ts";
import { caseFor, refuseCpr } from "./deeds.ts";
import { mayDo } from "./rules.ts";
import { addTextEvent, type CaseRow } from "./store.ts";

/** So long a case stays open to whoever had to read it. */
const OPEN_FOR = HOUR;

/** Opens a case of the team to its lead for an hour. The reason stands in the case, and whoever has it is told. */
export function readInEmergency(db: Db, keys: KeyRing, viewer: Viewer, id: string, reason: string, now: number): void {
  refuseCpr(reason, "note");
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "read-in-emergency", id);
    addTextEvent(tx, keys, stored, { kind: "read-in-emergency", actorId: viewer.id }, reason, now);
    tx.insert(caseReadings).values({ caseId: id, readerId: viewer.id, at: now, how: "emergency" }).run();
    const today = localDate(now);
    tx.insert(caseTasks)
      .values({
        caseId: id,
        kind: "told",
        teamId: stored.teamId,
        doerId: stored.brobyggerId,
        startsOn: today,
        dueOn: today,
        madeAt: now,
        madeById: viewer.id,
      })
      .run();
  });
}

/** Whether the viewer has opened the case in an emergency within the last hour, and still may. */
export function inEmergency(db: Db, viewer: Viewer, stored: CaseRow, now: number): boolean {
  if (!mayDo(viewer, "read-in-emergency", stored)) return false;
  const opened = and(
    eq(caseReadings.caseId, stored.id),
    eq(caseReadings.readerId, viewer.id),
    eq(caseReadings.how, "emergency"),
    gt(caseReadings.at, now - OPEN_FOR),
  );
  return db.select({ id: caseReadings.id }).from(caseReadings).where(opened).get() !== undefined;
}
