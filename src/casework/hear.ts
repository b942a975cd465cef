/** The citizen says something: it is kept, the clock of erasure starts anew, and somebody has to answer. */
import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { cases } from "../../db/schema.ts";
import type { KeyRing } from "../shared/seal.ts";
import { addTextEvent, type CaseRow, countEvents } from "./store.ts";
import { askOnce, stepWithin } from "./tasks.ts";

/** Notes that a citizen may add to a case. */
const MOST_NOTES = 20;
/** Working days within which the citizen gets an answer. */
const ANSWERED_WITHIN = 1;

/**
 * Keeps what the citizen wrote and makes a task of it for whoever has the case, after its end too. Answers false, and
 * does nothing, when so much has been written that one is to call instead.
 */
export function hear(db: Db, keys: KeyRing, stored: CaseRow, text: string, now: number): boolean {
  if (countEvents(db, stored.id, "citizen-note") >= MOST_NOTES) return false;
  addTextEvent(db, keys, stored, { kind: "citizen-note", actorId: null }, text, now);
  db.update(cases).set({ lastHeardAt: now }).where(eq(cases.id, stored.id)).run();
  askOnce(db, stored.id, stepWithin("answer", ANSWERED_WITHIN, now), null, now);
  return true;
}
