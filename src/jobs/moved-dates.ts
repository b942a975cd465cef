import type { OpenDb } from "../../db/client.ts";
import { changesAfter, newestPosition, passed, positionOf } from "../../search/sync.ts";
import { tellOfMovedDates } from "../casework/introductions/moved.ts";

const READER = "casework";

/**
 * Reads the outbox log as a search engine does, and makes a task of each trial whose date is gone; what was trimmed away
 * unseen is made up for by looking at all. Answers how many.
 */
export function followMovedDates(db: OpenDb, now: number): number {
  const position = positionOf(db.$client, READER);
  const changes = position === null ? null : changesAfter(db.$client, position);
  if (changes && changes.position === position) return 0;
  return db.transaction(
    (tx) => {
      const made = tellOfMovedDates(tx, changes?.ids ?? null, now);
      passed(db.$client, READER, changes?.position ?? newestPosition(db.$client), now);
      return made;
    },
    { behavior: "immediate" },
  );
}
