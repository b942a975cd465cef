import { and, asc, count, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import {
  caseEvents,
  type CaseEventKind,
  caseLinks,
  cases,
  caseReadings,
  consents,
  type ConsentKind,
  type ConsentWay,
  type EventDetails,
  type CarriedSearch,
  type Door,
  type ReferralChannel,
  type ReferralReason,
} from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import { isPublicHoliday } from "../shared/holidays.ts";
import { hashToken, newId, newReference } from "../shared/ids.ts";
import type { KeyRing } from "../shared/seal.ts";
import { instantOf, localDate } from "../shared/time.ts";
import { currentConsent } from "./consent-words.ts";
import { controllerOf, teamsBeside } from "./controllers.ts";
import { isOpenCase } from "./open.ts";
import { dueAt, lastDayOf } from "./promise.ts";
import { addTask, clockOf, endTasks, OF_SILENCE, stepWithin } from "./tasks.ts";
import {
  caseKey,
  contactIndexOf,
  contactIndexes,
  newCaseKey,
  openPerson,
  type Person,
  sealPerson,
  sealText,
} from "./vault.ts";

export type CaseRow = typeof cases.$inferSelect;

/** What is coded of a referral by a colleague of a unit. */
export interface Referral {
  unitId: string;
  unitLinkId: string;
  reason: ReferralReason;
  channel: ReferralChannel | null;
}

export interface NewCase extends Partial<Referral> {
  teamId: string;
  door: Door;
  area: string | null;
  search: CarriedSearch | null;
  person: Person;
  /** What stands in the citizen's link; null: there is none yet. */
  token: string | null;
  /** When they asked, if not now. */
  askedAt?: number;
  /** Null: the citizen. */
  actorId: string | null;
}

/** Doors where one reads or hears who we are and what is kept before one says yes. */
const TELLS_AT_ONCE: readonly Door[] = ["site", "phone", "drop-in"];

/** Stores a new case with its own key; the promise is counted from now. */
export function insertCase(
  db: Db,
  keys: KeyRing,
  { person, token, actorId, askedAt, ...coded }: NewCase,
  now: number,
): CaseRow {
  const id = newId();
  const { key, wrapped } = newCaseKey(keys, id);
  const stored = db
    .insert(cases)
    .values({
      ...coded,
      id,
      reference: freeReference(db),
      state: "new",
      createdAt: askedAt ?? now,
      informedAt: TELLS_AT_ONCE.includes(coded.door) ? now : null,
      dueAt: dueAt(now, readSetting(db, "promiseDays", coded.teamId), isPublicHoliday),
      wrappedKey: wrapped,
      sealedPerson: sealPerson(key, id, person),
      ...contactIndexOf(keys, person),
      tokenHash: token && hashToken(token),
    })
    .returning()
    .get();
  addEvent(db, { caseId: id, kind: "created", actorId, detail: { door: coded.door } }, now);
  const first = { ...stepWithin("first-call", 0, now, clockOf(person.whenToCall)), dueOn: lastDayOf(stored.dueAt) };
  addTask(db, id, first, actorId, now);
  return stored;
}

export function findCase(db: Db, id: string): CaseRow | null {
  return db.select().from(cases).where(eq(cases.id, id)).get() ?? null;
}

/** The case behind a citizen's link; null for a link that does not work, or no longer. */
export function caseOfToken(db: Db, token: string): CaseRow | null {
  const hash = hashToken(token);
  const first = db.select().from(cases).where(eq(cases.tokenHash, hash)).get();
  if (first) return first;
  const other = db.select({ caseId: caseLinks.caseId }).from(caseLinks).where(eq(caseLinks.hash, hash)).get();
  return other ? findCase(db, other.caseId) : null;
}

/** Cases of a phone number (E.164) or a mail, in SQL. */
export function hasContact(keys: KeyRing, contact: string): SQL | undefined {
  const indexes = contactIndexes(keys, contact);
  return or(inArray(cases.phoneIndex, indexes), inArray(cases.mailIndex, indexes));
}

/**
 * Cases of these teams, in SQL, beside a contact: the `+` keeps SQLite from going through all that a team has ever had
 * (sqlite.org/optoverview.html#disqualifying_where_clause_terms_using_unary_).
 */
export function ofTeams(teamIds: readonly string[]): SQL {
  return inArray(sql`+${cases.teamId}`, [...teamIds]);
}

/** The open cases of the number, else the mail, of a case, as far as its controller knows, the oldest first. */
export function openCasesOf(db: Db, keys: KeyRing, stored: CaseRow): CaseRow[] {
  const person = openPerson(keys, stored);
  const contact = person?.phone ?? person?.email;
  return contact ? openCasesWith(db, keys, stored.teamId, contact) : [];
}

/** The open cases of a number or a mail that the controller of a team has, the oldest first; at most ten. */
export function openCasesWith(db: Db, keys: KeyRing, teamId: string, contact: string): CaseRow[] {
  return db
    .select()
    .from(cases)
    .where(and(hasContact(keys, contact), isOpenCase, ofTeams(teamsBeside(db, [teamId]))))
    .orderBy(asc(cases.createdAt))
    .limit(10)
    .all();
}

export function countEvents(db: Db, caseId: string, kind: CaseEventKind): number {
  return (
    db
      .select({ many: count() })
      .from(caseEvents)
      .where(and(eq(caseEvents.caseId, caseId), eq(caseEvents.kind, kind)))
      .get()?.many ?? 0
  );
}

export type EventRow = typeof caseEvents.$inferSelect;

/** What is coded of an event, if it is of that kind. */
export function detailOf<Kind extends CaseEventKind>(
  { kind, detail }: Pick<EventRow, "kind" | "detail">,
  of: Kind,
): EventDetails[Kind] | null {
  return kind === of ? (detail as EventDetails[Kind]) : null;
}

/** What happened, with what is coded of its kind. */
export type Happened = {
  [Kind in CaseEventKind]: { kind: Kind } & (EventDetails[Kind] extends null
    ? { detail?: null }
    : { detail: EventDetails[Kind] });
}[CaseEventKind] & {
  /** Null: the citizen, or the site. */
  actorId: string | null;
  /** When it happened, if not now. */
  happenedAt?: number;
};

/** Writes what happened, with whose case it was then; it is recorded now. */
export function addEvent(db: Db, { caseId, ...happened }: Happened & { caseId: string }, now: number): void {
  addSealedEvent(db, caseId, happened, null, now);
}

/** What is no sign that something goes on: that notice was given, that somebody read how far it has gone. */
const NOT_OF_THE_COURSE: readonly CaseEventKind[] = ["notice-given", "fed-back"];

/** Whatever else happens in a case ends what is asked because nothing does. */
function endSilence(
  db: Db,
  caseIds: readonly string[],
  { kind, actorId }: Pick<Happened, "kind" | "actorId">,
  now: number,
): void {
  if (!NOT_OF_THE_COURSE.includes(kind)) for (const id of caseIds) endTasks(db, id, actorId, now, OF_SILENCE);
}

/** As `addEvent`, the same in many cases. */
export function addEvents(db: Db, caseIds: readonly string[], { kind, actorId, detail }: Happened, now: number): void {
  endSilence(db, caseIds, { kind, actorId }, now);
  db.run(sql`
    INSERT INTO case_events (case_id, kind, actor_id, team_id, brobygger_id, happened_at, recorded_at, detail)
    SELECT id, ${kind}, ${actorId}, team_id, brobygger_id, ${now}, ${now}, ${detail ? JSON.stringify(detail) : null}
    FROM cases WHERE id IN (SELECT value FROM json_each(${JSON.stringify(caseIds)}))`);
}

/** As `addEvent`, with a text that is sealed under the case's key; an empty text is none. */
export function addTextEvent(
  db: Db,
  keys: KeyRing,
  stored: CaseRow,
  happened: Happened,
  text: string,
  now: number,
): void {
  const key = text ? caseKey(keys, stored) : null;
  const sealed = key && sealText(key, { caseId: stored.id, kind: happened.kind, recordedAt: now }, text);
  addSealedEvent(db, stored.id, happened, sealed, now);
}

function addSealedEvent(
  db: Db,
  caseId: string,
  { happenedAt, detail, ...happened }: Happened,
  sealedText: Buffer | null,
  now: number,
): void {
  endSilence(db, [caseId], happened, now);
  db.insert(caseEvents)
    .values({
      ...happened,
      caseId,
      detail: detail ?? null,
      teamId: sql`(SELECT team_id FROM cases WHERE id = ${caseId})`,
      brobyggerId: sql`(SELECT brobygger_id FROM cases WHERE id = ${caseId})`,
      happenedAt: happenedAt ?? now,
      recordedAt: now,
      sealedText,
    })
    .run();
}

/** Notes that somebody has opened the case. */
export function noteRead(db: Db, caseId: string, readerId: string, now: number): void {
  db.insert(caseReadings).values({ caseId, readerId, at: now, how: "case" }).run();
}

/** Notes that somebody has seen in a list who these are: once a day and case. */
export function noteListed(db: Db, readerId: string, caseIds: readonly string[], now: number): void {
  const today = instantOf(localDate(now), "00:00");
  db.run(sql`
    INSERT INTO case_readings (case_id, reader_id, at, how)
    SELECT value, ${readerId}, ${now}, 'list' FROM json_each(${JSON.stringify(caseIds)}) AS listed
    WHERE NOT EXISTS (SELECT 1 FROM case_readings r
      WHERE r.case_id = listed.value AND r.reader_id = ${readerId} AND r.at >= ${today})`);
}

/** How a yes was given, and who noted it; null: nobody had to. */
export interface Given {
  how: ConsentWay;
  notedById: string | null;
}

/** Notes a yes to the words that hold now where the case is; of two at the same moment the later holds. */
export function noteConsent(db: Db, caseId: string, kind: ConsentKind, given: Given, now: number): void {
  const at = db.select({ teamId: cases.teamId }).from(cases).where(eq(cases.id, caseId)).get();
  const words = at && currentConsent(db, kind, now, controllerOf(db, at.teamId), given.how);
  if (!words) throw new Error(`no consent text for ${kind}`);
  const said = { version: words.version, ...given, withdrawnAt: null };
  db.insert(consents)
    .values({ caseId, kind, givenAt: now, ...said })
    .onConflictDoUpdate({ target: [consents.caseId, consents.kind, consents.givenAt], set: said })
    .run();
}

function freeReference(db: Db): string {
  for (;;) {
    const reference = newReference("FB");
    if (!db.select({ id: cases.id }).from(cases).where(eq(cases.reference, reference)).get()) return reference;
  }
}
