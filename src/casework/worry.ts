/** Somebody is worried about a citizen: what was done stands in the case. */
import type { Db } from "../../db/client.ts";
import type { Worry } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import type { KeyRing } from "../shared/seal.ts";
import { caseFor, refuseCpr } from "./deeds.ts";
import { addTextEvent } from "./store.ts";
import { askOnce, stepWithin } from "./tasks.ts";

export const WORRIES = [
  "called-112",
  "called-doctor",
  "told-leader",
  "wrote-notice",
  "talked",
] as const satisfies readonly Worry[];

/** Notes what was done, in a case of one's own, and asks to call again on the next working day. */
export function noteWorry(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  id: string,
  { did, note }: { did: Worry; note: string },
  now: number,
): void {
  refuseCpr(note, "note");
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", id);
    addTextEvent(tx, keys, stored, { kind: "worried", actorId: viewer.id, detail: { did } }, note, now);
    askOnce(tx, id, stepWithin("call", 1, now), viewer.id, now);
  });
}
