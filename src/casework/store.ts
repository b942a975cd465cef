import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import {
  caseEvents,
  type CaseEventKind,
  cases,
  consents,
  type ConsentKind,
  consentTexts,
  type CarriedSearch,
  type Door,
} from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import { isPublicHoliday } from "../shared/holidays.ts";
import { hashToken, newId, newReference } from "../shared/ids.ts";
import type { KeyRing } from "../shared/seal.ts";
import { isOpenCase } from "./open.ts";
import { dueAt } from "./promise.ts";
import {
  caseKey,
  contactIndex,
  contactIndexes,
  newCaseKey,
  openPerson,
  type Person,
  sealPerson,
  sealText,
} from "./vault.ts";

export type CaseRow = typeof cases.$inferSelect;

export interface NewCase {
  teamId: string;
  door: Door;
  area: string | null;
  search: CarriedSearch | null;
  person: Person;
  /** What stands in the citizen's link; null: there is none yet. */
  token: string | null;
  /** Null: the citizen. */
  actorId: string | null;
}

/** Stores a new case with its own key; the promise is counted from now. */
export function insertCase(db: Db, keys: KeyRing, { person, token, actorId, ...coded }: NewCase, now: number): CaseRow {
  const id = newId();
  const { key, wrapped } = newCaseKey(keys, id);
  const stored = db
    .insert(cases)
    .values({
      ...coded,
      id,
      reference: freeReference(db),
      state: "new",
      createdAt: now,
      dueAt: dueAt(now, readSetting(db, "promiseDays", coded.teamId), isPublicHoliday),
      wrappedKey: wrapped,
      sealedPerson: sealPerson(key, id, person),
      phoneIndex: contactIndex(keys, person),
      tokenHash: token && hashToken(token),
    })
    .returning()
    .get();
  addEvent(db, { caseId: id, kind: "created", actorId, detail: coded.door }, now);
  return stored;
}

export function findCase(db: Db, id: string): CaseRow | null {
  return db.select().from(cases).where(eq(cases.id, id)).get() ?? null;
}

/** The case behind a citizen's link; null for a link that does not work, or no longer. */
export function caseOfToken(db: Db, token: string): CaseRow | null {
  return (
    db
      .select()
      .from(cases)
      .where(eq(cases.tokenHash, hashToken(token)))
      .get() ?? null
  );
}

/** The open cases of the number, else the mail, of a case, the oldest first. */
export function openCasesOf(db: Db, keys: KeyRing, stored: CaseRow): CaseRow[] {
  const person = openPerson(keys, stored);
  const contact = person?.phone ?? person?.email;
  if (!contact) return [];
  return db
    .select()
    .from(cases)
    .where(and(inArray(cases.phoneIndex, contactIndexes(keys, contact)), isOpenCase))
    .orderBy(asc(cases.createdAt))
    .limit(10)
    .all();
}

/** Notes that a citizen may add to a case. */
export const MOST_NOTES = 20;

export function countEvents(db: Db, caseId: string, kind: CaseEventKind): number {
  return (
    db
      .select({ many: count() })
      .from(caseEvents)
      .where(and(eq(caseEvents.caseId, caseId), eq(caseEvents.kind, kind)))
      .get()?.many ?? 0
  );
}

export interface NewEvent {
  caseId: string;
  kind: CaseEventKind;
  actorId: string | null;
  detail?: string;
  /** When it happened, if not now. */
  happenedAt?: number;
}

/** Writes what happened; it is recorded now. */
export function addEvent(db: Db, { happenedAt, ...event }: NewEvent, now: number): void {
  db.insert(caseEvents)
    .values({ ...event, happenedAt: happenedAt ?? now, recordedAt: now })
    .run();
}

/** As `addEvent`, the same in many cases. */
export function addEvents(
  db: Db,
  caseIds: readonly string[],
  { kind, actorId, detail }: Omit<NewEvent, "caseId">,
  now: number,
): void {
  db.run(sql`
    INSERT INTO case_events (case_id, kind, actor_id, happened_at, recorded_at, detail)
    SELECT value, ${kind}, ${actorId}, ${now}, ${now}, ${detail ?? null} FROM json_each(${JSON.stringify(caseIds)})`);
}

/** As `addEvent`, with a text that is sealed under the case's key; an empty text is none. */
export function addTextEvent(
  db: Db,
  keys: KeyRing,
  stored: CaseRow,
  { happenedAt, ...event }: Omit<NewEvent, "caseId">,
  text: string,
  now: number,
): void {
  const key = caseKey(keys, stored);
  const sealedText = key && text ? sealText(key, { caseId: stored.id, kind: event.kind, recordedAt: now }, text) : null;
  db.insert(caseEvents)
    .values({ ...event, caseId: stored.id, happenedAt: happenedAt ?? now, recordedAt: now, sealedText })
    .run();
}

export interface ConsentText {
  version: number;
  text: string;
}

/** The words that one says yes to now; before the first were in force, the first. Null: nobody has written any. */
export function currentConsent(db: Db, kind: ConsentKind, now: number): ConsentText | null {
  const versions = db
    .select()
    .from(consentTexts)
    .where(eq(consentTexts.kind, kind))
    .orderBy(desc(consentTexts.version))
    .all();
  const found = versions.find((text) => text.validFrom <= now) ?? versions.at(-1);
  return found ? { version: found.version, text: found.text } : null;
}

/** Notes a yes to the words that hold now. `givenBy`: `site`, `relative`, or the id of who noted an oral yes. */
export function noteConsent(db: Db, caseId: string, kind: ConsentKind, givenBy: string, now: number): void {
  const words = currentConsent(db, kind, now);
  if (!words) throw new Error(`no consent text for ${kind}`);
  db.insert(consents).values({ caseId, kind, version: words.version, givenAt: now, givenBy }).run();
}

function freeReference(db: Db): string {
  for (;;) {
    const reference = newReference("FB");
    if (!db.select({ id: cases.id }).from(cases).where(eq(cases.reference, reference)).get()) return reference;
  }
}
