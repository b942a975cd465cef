/** What an activity is: its fields, its states, and what must be there before the public may see it. All pure. */
import type { activities, ActivityState, StateDeed } from "../../db/schema.ts";
import { FIELD_NAMES, type FieldName } from "../shared/field-groups.ts";
import { FIELDS } from "../shared/fields.ts";
import type { DateRange } from "../shared/schedule-entry.ts";
import { nextOccurrence } from "../schedule/schedule.ts";
import type { RefusalKey } from "../texts/refusals.ts";
import { byKey } from "../shared/keys-of.ts";

export type Activity = typeof activities.$inferSelect;

/** What somebody states about an activity; the rest is computed from it or kept by the site. */
export type ActivityFields = Omit<Pick<Activity, FieldName>, "pauses"> & Partial<Pick<Activity, "pauses">>;

const EMPTY: { readonly [Name in FieldName]: { readonly empty: Readonly<Activity[Name]> } } = FIELDS;

/** What an empty form states. */
export function emptyFields(): ActivityFields {
  return structuredClone(byKey(FIELD_NAMES, (name) => EMPTY[name].empty)) as ActivityFields;
}

const FROM: Record<StateDeed, readonly ActivityState[]> = {
  publish: ["draft"],
  pause: ["published"],
  resume: ["paused"],
  withdraw: ["draft", "published", "paused"],
  restore: ["withdrawn"],
};

/**
 * The state after a deed; null when the deed is not possible now. What was public comes back as paused, so that its
 * address still tells something.
 */
export function stateAfter(activity: Pick<Activity, "state" | "publishedAt">, deed: StateDeed): ActivityState | null {
  if (!FROM[deed].includes(activity.state)) return null;
  if (deed === "publish" || deed === "resume") return "published";
  if (deed === "pause") return "paused";
  if (deed === "withdraw") return "withdrawn";
  return activity.publishedAt === null ? "draft" : "paused";
}

/** Whether the public has been promised this activity, so that it must stay whole when it is edited. */
export function mustBeWhole({ state }: Pick<Activity, "state">): boolean {
  return state === "published" || state === "paused";
}

/** Whether the calendar from which it came no longer names it, and nobody has said since that it stands. */
export function isGoneFromCalendar({ imported, confirmedAt }: Pick<Activity, "imported" | "confirmedAt">): boolean {
  const gone = imported?.["gone"];
  return typeof gone === "string" && (confirmedAt === null || confirmedAt < gone);
}

export function isOnline({ facts }: Pick<Activity, "facts">): boolean {
  return facts.includes("online");
}

/** A field that is missing, and the key of what to say about it (texts/refusals.ts). */
export interface Missing {
  field: "title" | "description" | "themes" | "postcode" | "schedule" | "price" | "contactName" | "contactPhone";
  key: RefusalKey;
}

/** What the public cannot do without; empty when the activity can be published. */
export function missingIn(activity: ActivityFields): Missing[] {
  const missing: Missing[] = [];
  if (!activity.title) missing.push({ field: "title", key: "titleMissing" });
  if (!activity.description) missing.push({ field: "description", key: "descriptionMissing" });
  if (activity.themes.length === 0) missing.push({ field: "themes", key: "themesMissing" });
  if (!isOnline(activity) && (activity.lat === null || activity.lng === null))
    missing.push({ field: "postcode", key: "placeMissing" });
  if (activity.schedule.length === 0) missing.push({ field: "schedule", key: "scheduleMissing" });
  if (activity.priceOre === null) missing.push({ field: "price", key: "priceMissing" });
  if (!activity.contactName) missing.push({ field: "contactName", key: "contactMissing" });
  if (!activity.contactPhone && !activity.contactEmail)
    missing.push({ field: "contactPhone", key: "contactWayMissing" });
  return missing;
}

/** The same, and whether anything takes place from now on outside its pauses: nobody publishes what is over. */
export function missingToPublish(activity: ActivityFields, now: number, pauses: readonly DateRange[] = []): Missing[] {
  const missing = missingIn(activity);
  if (activity.schedule.length > 0 && !nextOccurrence(activity.schedule, now, pauses))
    missing.push({ field: "schedule", key: "scheduleOver" });
  return missing;
}
