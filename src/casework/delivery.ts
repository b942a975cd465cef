/** A course goes into the controller's own records before it is erased here, where a law says that it is kept. */
import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { cases } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { caseFor } from "./deeds.ts";
import { addEvent } from "./store.ts";
import { endTasks } from "./tasks.ts";
import type { CaseView } from "./view.ts";

/** Notes that a closed case of one's own stands in the controller's own records: from now on it may be erased here. */
export function deliver(db: Db, viewer: Viewer, id: string, now: number): void {
  db.transaction((tx) => {
    caseFor(tx, viewer, "reopen", id);
    tx.update(cases).set({ deliveredAt: now, deliveredById: viewer.id }).where(eq(cases.id, id)).run();
    endTasks(tx, id, viewer.id, now, ["erased-soon"]);
    addEvent(tx, { caseId: id, kind: "delivered", actorId: viewer.id }, now);
  });
}

/** A course as a file for other systems: all that its brobygger sees of it, times in ISO 8601. */
export function caseAsFile(view: CaseView): Record<string, unknown> {
  const time = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const { reference, team, door, area, person, referral, closeReason } = view;
  return {
    reference,
    team,
    door,
    area,
    person,
    referral,
    createdAt: time(view.createdAt),
    closedAt: time(view.closedAt),
    closeReason,
    consents: view.consents.map(({ kind, version, text, givenAt, how, withdrawnAt }) => ({
      kind,
      version,
      text,
      how,
      givenAt: time(givenAt),
      withdrawnAt: time(withdrawnAt),
    })),
    placements: view.placements,
    events: view.events.map(({ kind, detail, actor, to, text, happenedAt, recordedAt }) => ({
      kind,
      detail,
      actor,
      to,
      text,
      happenedAt: time(happenedAt),
      recordedAt: time(recordedAt),
    })),
    readings: view.readings.map(({ reader, at, inList }) => ({ reader, at: time(at), inList })),
  };
}
