/** How much an association may keep here: enough for anybody, and an end for a program. */
import { and, count, eq, type SQL } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities, images, organisations } from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import { refuse } from "../texts/refusal.ts";

/** Of activities and of pictures, until an editor has said yes to the association. */
const BEFORE_APPROVAL = 20;

/** How many drafts it has room for; of one that is not approved yet, activities of any kind. */
export function roomForDrafts(db: Db, organisationId: string): number {
  const own = eq(activities.organisationId, organisationId);
  if (!isApproved(db, organisationId)) return BEFORE_APPROVAL - countOf(db, own);
  return readSetting(db, "draftsPerOrganisation") - countOf(db, and(own, eq(activities.state, "draft")));
}

/** Refuses another draft when there is no room, beside the form's `field`. */
export function checkRoomForDraft(db: Db, organisationId: string, field: string | null): void {
  if (roomForDrafts(db, organisationId) <= 0)
    refuse(isApproved(db, organisationId) ? "manyDrafts" : "manyBeforeApproval", field);
}

/** Refuses another picture when there is no room. */
export function checkRoomForPicture(db: Db, organisationId: string): void {
  const most = isApproved(db, organisationId) ? readSetting(db, "picturesPerOrganisation") : BEFORE_APPROVAL;
  const many =
    db.select({ many: count() }).from(images).where(eq(images.organisationId, organisationId)).get()?.many ?? 0;
  if (many >= most) refuse("manyPictures", "file");
}

function isApproved(db: Db, organisationId: string): boolean {
  return (
    db.select({ state: organisations.state }).from(organisations).where(eq(organisations.id, organisationId)).get()
      ?.state === "approved"
  );
}

function countOf(db: Db, which: SQL | undefined): number {
  return db.select({ many: count() }).from(activities).where(which).get()?.many ?? 0;
}
