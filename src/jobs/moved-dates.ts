import type { Db, OpenDb } from "../../db/client.ts";
import { changesAfter, newestPosition, passed, positionOf } from "../../search/sync.ts";
import { tellOfMovedDates } from "../casework/introductions/moved.ts";
import type { MailBox } from "../mail/outbox.ts";
import { tellOfChangedDays } from "../upkeep/changed-days.ts";

/** Makes a task of each trial whose date is gone. Answers how many. */
export function followMovedDates(db: OpenDb, now: number): number {
  return followChanges(db, "casework", now, (tx, changed) => tellOfMovedDates(tx, changed, now));
}

/** Writes to those who said that they come to a day that is another now. Answers how many mails. */
export function followChangedDays(db: OpenDb, box: MailBox, now: number): number {
  return followChanges(db, "coming", now, (tx, changed) => tellOfChangedDays(tx, box, changed, now));
}

/**
 * Reads the outbox log as a search engine does, and does the deed with what has changed; what was trimmed away unseen
 * is made up for by looking at all.
 */
function followChanges(
  db: OpenDb,
  reader: string,
  now: number,
  deed: (tx: Db, changed: readonly string[] | null) => number,
): number {
  const position = positionOf(db.$client, reader);
  const changes = position === null ? null : changesAfter(db.$client, position);
  if (changes && changes.position === position) return 0;
  return db.transaction(
    (tx) => {
      const done = deed(tx, changes?.ids ?? null);
      passed(db.$client, reader, changes?.position ?? newestPosition(db.$client), now);
      return done;
    },
    { behavior: "immediate" },
  );
}
