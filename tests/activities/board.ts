import { eq } from "drizzle-orm";
import { type OpenDb, openDb } from "../../db/client.ts";
import { insertDefaults } from "../../db/defaults.ts";
import { activities, occurrences, type OrganisationState, organisations, outboxLog, users } from "../../db/schema.ts";
import { readAllDocuments } from "../../search/source.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { type Activity, type ActivityFields, emptyFields } from "../../src/activities/activity.ts";
import { slugOf } from "../../src/shared/ids.ts";
import { ROOT } from "../harness/root.ts";

/** A Tuesday, 9:00 in Copenhagen. */
export const NOW = Date.parse("2026-11-24T08:00:00Z");
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A new board in memory: areas, postcodes and themes, nobody on it. */
export function openBoard(): OpenDb {
  const db = openDb(":memory:", ROOT);
  insertDefaults(db);
  return db;
}

/** Takes everything off the board, so that it is new again. */
export function clearBoard(db: OpenDb): void {
  for (const table of [occurrences, activities, outboxLog, organisations]) db.delete(table).run();
}

export function addOrganisation(db: OpenDb, name: string, state: OrganisationState = "approved"): string {
  const id = slugOf(name);
  db.insert(organisations).values({ id, slug: id, name, state, createdAt: NOW }).run();
  return id;
}

/** Somebody who may write for these organisations; an editor without any. */
export function contactOf(db: OpenDb, ...scopes: string[]): Viewer {
  return person(
    db,
    scopes.map((scope) => ({ role: "contact" as const, scope })),
  );
}

export function editor(db: OpenDb): Viewer {
  return person(db, [{ role: "editor", scope: "" }]);
}

/** All that an activity needs to be published: Tuesdays 10-12 in Viby. */
export function wholeFields(changes: Partial<ActivityFields> = {}): ActivityFields {
  return {
    ...emptyFields(),
    title: "Strikkecafé for alle",
    description: "Vi strikker sammen.",
    themes: ["haandarbejde"],
    placeName: "Viby Bibliotek",
    address: "Skanderborgvej 170",
    postcode: "8260",
    lat: 56.1262,
    lng: 10.1528,
    schedule: [{ weekday: "tir", start: "10:00", end: "12:00", from: "2026-09-01" }],
    priceOre: 0,
    contactName: "Lis",
    ...changes,
  };
}

/** A line of an import, as a source would write it. */
export function wholeLine(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: "vb-17",
    organisation: "Viby Bibliotek",
    title: "Strikkecafé for alle",
    description: "Vi strikker sammen.",
    themes: ["haandarbejde"],
    place: { name: "Viby Bibliotek", address: "Skanderborgvej 170", postcode: "8260", lat: 56.1262, lng: 10.1528 },
    schedule: [{ weekday: "tir", start: "10:00", end: "12:00", from: "2026-09-01" }],
    price: { free: true },
    languages: ["da"],
    contact: { name: "Lis", phone: "12 34 56 78" },
    ...changes,
  };
}

export function activityIn(db: OpenDb, id: string): Activity {
  const activity = db.select().from(activities).where(eq(activities.id, id)).get();
  if (!activity) throw new Error(`no activity ${id}`);
  return activity;
}

export function onlyActivity(db: OpenDb): Activity {
  const all = db.select().from(activities).all();
  if (all.length !== 1 || !all[0]) throw new Error(`${all.length} activities`);
  return all[0];
}

/** Ids of what the public may find. */
export function publicIds(db: OpenDb, now = NOW): string[] {
  return [...readAllDocuments(db.$client, now)].map(({ id }) => id);
}

/** Ids noted for the search so far, in order. */
export function noted(db: OpenDb): string[] {
  return db
    .select()
    .from(outboxLog)
    .orderBy(outboxLog.seq)
    .all()
    .map(({ activityId }) => activityId);
}

/** The key that a deed is refused with; null when it is done. */
export function refusalOf(deed: () => unknown): string | null {
  try {
    deed();
    return null;
  } catch (thrown) {
    return (thrown as { key?: string }).key ?? String(thrown);
  }
}

let people = 0;

function person(db: OpenDb, memberships: Viewer["memberships"]): Viewer {
  const id = `p${++people}`;
  const email = `${id}@bro.example`;
  db.insert(users).values({ id, email, name: "Lis Hjorth", createdAt: NOW }).run();
  return { id, name: "Lis Hjorth", email, memberships };
}
