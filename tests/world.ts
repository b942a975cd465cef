import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Db, type OpenDb, openDb } from "../db/client.ts";
import { insertDefaults } from "../db/defaults.ts";
import { insertDemoTeam } from "../db/demo/team.ts";
import {
  activities,
  mails,
  memberships,
  occurrences,
  type OrganisationState,
  organisations,
  outboxLog,
  type Role,
  users,
} from "../db/schema.ts";
import { readAllDocuments } from "../search/read-documents.ts";
import type { Viewer } from "../src/accounts/roles.ts";
import { type Activity, type ActivityFields, emptyFields } from "../src/activities/activity.ts";
import { type Letter, type MailBox, openMail } from "../src/mail/outbox.ts";
import { writeOccurrences } from "../src/schedule/occurrences.ts";
import { slugOf } from "../src/shared/ids.ts";
import { instantOf } from "../src/shared/time.ts";
import { isRefusal } from "../src/texts/refusal.ts";
import { ROOT } from "./harness/root.ts";

/** A Tuesday at nine. */
export const NOW = instantOf("2026-11-24", "09:00");
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** When the usual activity takes place again after today, at ten. */
export const NEXT_TUESDAY = instantOf("2026-12-01", "10:00");

export const TEAM = "folkesundhed";

/** Everybody's. */
export const PASSWORD = "cykel regnbue havn";
/** What is stored of it, as `hashPassword` makes it: not made anew for each person of each test. */
const HASH = "$argon2id$v=19$m=19456,t=2,p=1$FONwqped3Iawzzebyw4uWw$TcFssIEJu2ysoeWkCVUAWx8GYCiT7xGdoOZEogZYjug";

/** A new site, in memory or in a file: areas, postcodes and themes, and a team that answers, with Vibeke in it. */
export function openTown(file = ":memory:"): OpenDb {
  const db = openDb(file, ROOT);
  insertDefaults(db);
  insertDemoTeam(db, NOW);
  addPerson(db, "Vibeke");
  return db;
}

export interface SettledTown {
  db: OpenDb;
  box: MailBox;
  lis: Viewer;
  sanne: Viewer;
  ellen: Viewer;
}

/** Two associations with a contact each (Lis of Viby Bibliotek, Sanne of Folkehuset), and an editor. */
export function openSettledTown(): SettledTown {
  const db = openTown();
  return {
    db,
    box: newBox(),
    lis: addPerson(db, "Lis", "contact", addOrganisation(db, "Viby Bibliotek")),
    sanne: addPerson(db, "Sanne", "contact", addOrganisation(db, "Folkehuset")),
    ellen: addPerson(db, "Ellen", "editor"),
  };
}

/** Takes everything off the board, so that it is new again. */
export function clearBoard(db: OpenDb): void {
  for (const table of [occurrences, activities, outboxLog, organisations]) db.delete(table).run();
}

/** Mails that wait, sealed with a key of their own. */
export function newBox(): MailBox {
  return { keys: { keys: [{ id: "t", key: randomBytes(32) }] }, siteUrl: "https://bro.example" };
}

/** What waits in the outbox, opened. */
export function waitingLetters(db: OpenDb, box: MailBox): Letter[] {
  return db
    .select()
    .from(mails)
    .all()
    .flatMap(({ kind, sealed }) => (sealed ? [openMail(box.keys, kind, sealed)] : []));
}

/** Somebody with one role who has chosen `PASSWORD`; who works in a team is of the town's unless another is given. */
export function addPerson(db: OpenDb, name: string, role: Role = "brobygger", scope = usualScope(role)): Viewer {
  return addMember(db, slugOf(name), name, [{ role, scope }]);
}

const usualScope = (role: Role): string => (role === "brobygger" || role === "lead" ? TEAM : "");

/** Somebody new who may write for these associations. */
export function contactOf(db: OpenDb, ...scopes: string[]): Viewer {
  return addMember(
    db,
    `lis-${randomBytes(4).toString("hex")}`,
    "Lis Hjorth",
    scopes.map((scope) => ({ role: "contact" as const, scope })),
  );
}

function addMember(db: OpenDb, id: string, name: string, held: Viewer["memberships"]): Viewer {
  const email = `${id}@bro.example`;
  db.insert(users).values({ id, email, name, passwordHash: HASH, createdAt: NOW }).run();
  for (const membership of held)
    db.insert(memberships)
      .values({ userId: id, ...membership, createdAt: NOW })
      .run();
  return { id, name, email, memberships: held };
}

export function addOrganisation(db: OpenDb, name: string, state: OrganisationState = "approved"): string {
  const id = slugOf(name);
  db.insert(organisations).values({ id, slug: id, name, state, createdAt: NOW }).run();
  return id;
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
    contactPhone: "12 34 56 78",
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

/** A published activity of Viby Bibliotek on Tuesdays, confirmed this month, with its dates: no deed has told of it. */
export function addActivity(db: Db, given: Partial<Activity> & { id: string }, now = NOW): string {
  const row = {
    ...wholeFields({ title: `Strik ${given.id}`, contactEmail: "lis@eksempel.dk" }),
    slug: given.id,
    organisationId: "viby-bibliotek",
    state: "published" as const,
    confirmedAt: "2026-11-01",
    publishedAt: now,
    createdAt: now,
    updatedAt: now,
    ...given,
  };
  db.insert(activities).values(row).run();
  writeOccurrences(db, [row], now);
  return row.id;
}

export function activityOf(db: OpenDb, id: string): Activity {
  const activity = db.select().from(activities).where(eq(activities.id, id)).get();
  if (!activity) throw new Error(`no activity ${id}`);
  return activity;
}

export function onlyActivity(db: OpenDb): Activity {
  const all = db.select().from(activities).all();
  if (all.length !== 1 || !all[0]) throw new Error(`${all.length} activities`);
  return all[0];
}

/** Whether the only date that begins then is called off. */
export function isCancelled(db: OpenDb, start: number): boolean | undefined {
  return db.select().from(occurrences).where(eq(occurrences.start, start)).get()?.cancelled;
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

/** What a deed is refused with, as `key` or `field: key`; null when it is done. */
export function refusalOf(deed: () => Promise<unknown>): Promise<string | null>;
export function refusalOf(deed: () => unknown): string | null;
export function refusalOf(deed: () => unknown): string | null | Promise<string | null> {
  try {
    const done = deed();
    return done instanceof Promise ? done.then(() => null, said) : null;
  } catch (thrown) {
    return said(thrown);
  }
}

function said(thrown: unknown): string {
  if (!isRefusal(thrown)) throw thrown;
  return thrown.field ? `${thrown.field}: ${thrown.key}` : thrown.key;
}
