import { eq } from "drizzle-orm";
import { insertDefaults } from "../../db/defaults.ts";
import type { Db, OpenDb } from "../../db/client.ts";
import { activities, memberships, occurrences, type Role, users } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { writeOccurrences } from "../../src/schedule/occurrences.ts";
import type { ScheduleEntry } from "../../src/shared/schedule-entry.ts";
import { addOrganisation, newBox, NOW, openTown } from "../accounts/people.ts";

export { DAY, HOUR, newBox, NOW, refusalOf, waitingLetters } from "../accounts/people.ts";

/** Every Tuesday from 10 to 12. */
const TUESDAYS: ScheduleEntry[] = [{ weekday: "tir", start: "10:00", end: "12:00", from: "2026-09-01" }];
/** Tuesday 1 December 2026, 10:00 in Copenhagen. */
export const NEXT_TUESDAY = Date.UTC(2026, 11, 1, 9);

export interface TrustTown {
  db: OpenDb;
  box: ReturnType<typeof newBox>;
  lis: Viewer;
  sanne: Viewer;
  ellen: Viewer;
}

/** Two associations with a contact each, and an editor. */
export function openTrustTown(): TrustTown {
  const db = openTown();
  insertDefaults(db);
  const viby = addOrganisation(db, "Viby Bibliotek");
  const aa = addOrganisation(db, "Folkehuset");
  return {
    db,
    box: newBox(),
    lis: addPerson(db, "Lis", "contact", viby),
    sanne: addPerson(db, "Sanne", "contact", aa),
    ellen: addPerson(db, "Ellen", "editor"),
  };
}

/** A person who can sign in: nobody does here, so no password is hashed. */
export function addPerson(db: OpenDb, name: string, role: Role, scope = ""): Viewer {
  const id = name.toLowerCase();
  const email = `${id}@bro.example`;
  db.insert(users).values({ id, email, name, passwordHash: "-", createdAt: NOW }).run();
  db.insert(memberships).values({ userId: id, role, scope, createdAt: NOW }).run();
  return { id, name, email, memberships: [{ role, scope }] };
}

type Given = Partial<typeof activities.$inferInsert> & { id: string };

/** A published activity of Viby Bibliotek on Tuesdays, with its dates. */
export function addActivity(db: Db, { id, ...given }: Given, now = NOW): string {
  const row = {
    id,
    slug: id,
    organisationId: "viby-bibliotek",
    state: "published" as const,
    title: `Strik ${id}`,
    description: "Vi strikker.",
    themes: ["samvaer"],
    lat: 56.126,
    lng: 10.153,
    postcode: "8260",
    schedule: TUESDAYS,
    priceOre: 0,
    facts: [],
    languages: ["da"],
    contactName: "Lis",
    contactEmail: "lis@eksempel.dk",
    confirmedAt: "2026-11-01",
    publishedAt: now,
    createdAt: now,
    updatedAt: now,
    ...given,
  };
  db.insert(activities).values(row).run();
  writeOccurrences(db, [{ id, schedule: row.schedule }], now);
  return id;
}

export function activityOf(db: OpenDb, id: string) {
  const row = db.select().from(activities).where(eq(activities.id, id)).get();
  if (!row) throw new Error(`no activity ${id}`);
  return row;
}

export function isCancelled(db: OpenDb, start: number): boolean | undefined {
  return db.select().from(occurrences).where(eq(occurrences.start, start)).get()?.cancelled;
}
