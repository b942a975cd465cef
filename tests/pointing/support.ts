import type { OpenDb } from "../../db/client.ts";
import { shortlists } from "../../db/schema.ts";
import type { ActivityFields } from "../../src/activities/activity.ts";
import { createDraft } from "../../src/activities/writing.ts";
import { publish } from "../../src/activities/publishing.ts";
import { addOrganisation, clearBoard, contactOf, NOW, wholeFields } from "../world.ts";

/** A board with two activities of Viby Bibliotek and no list, in a town that was used before; answers their ids. */
export function beginAnew(db: OpenDb): string[] {
  clearBoard(db);
  db.delete(shortlists).run();
  addOrganisation(db, "Viby Bibliotek");
  return [put(db), put(db, { title: "Kor", contactName: "Per Hansen" })];
}

/** Publishes an activity of Viby Bibliotek; answers its id. */
export function put(db: OpenDb, changes: Partial<ActivityFields> = {}): string {
  const contact = contactOf(db, "viby-bibliotek");
  const { id } = createDraft(db, contact, "viby-bibliotek", wholeFields(changes), NOW);
  publish(db, contact, id, NOW);
  return id;
}
