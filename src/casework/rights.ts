/** What a citizen asks for by law: a copy of all that is kept (GDPR art. 15), or that it is erased (art. 17). */
import { and, asc, count, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { cases, type PersonRequestKind, type PersonRequestNo, personRequests, teams, users } from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import { scopesOf, type Viewer } from "../accounts/roles.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { newId } from "../shared/ids.ts";
import type { KeyRing } from "../shared/seal.ts";
import { DAY } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { teamsBeside } from "./controllers.ts";
import { caseFor } from "./deeds.ts";
import { erasedMail } from "./letters.ts";
import { eraseNow } from "./retention.ts";
import { addEvent, type CaseRow, hasContact } from "./store.ts";
import { askOnce, endTasks, openTasks, stepWithin } from "./tasks.ts";
import { openPerson } from "./vault.ts";

export const PERSON_REQUEST_NOS = [
  "record-duty",
  "complaint",
  "not-theirs",
  "taken-back",
] as const satisfies readonly PersonRequestNo[];

/** One month, the shortest that there is (GDPR art. 12(3)). */
const ANSWERED_WITHIN = 28 * DAY;
/** Working days within which whoever has the case makes the copy, or tells of a no. */
const DONE_WITHIN = 10;

/** When something that was asked for then is to be answered at the latest. */
export function answerBy(askedAt: number): number {
  return askedAt + ANSWERED_WITHIN;
}

/** Notes what the citizen of a case that the viewer may read asks for; the same asked twice is one. */
export function askByRight(db: Db, viewer: Viewer, caseId: string, kind: PersonRequestKind, now: number): void {
  db.transaction((tx) => {
    caseFor(tx, viewer, "read", caseId);
    if (openRequests(tx, caseId).some((open) => open.kind === kind)) return;
    tx.insert(personRequests).values({ id: newId(), caseId, kind, askedAt: now, askedById: viewer.id }).run();
    addEvent(tx, { caseId, kind: "asked-by-right", actorId: viewer.id, detail: { right: kind } }, now);
    if (kind === "copy") askOnce(tx, caseId, stepWithin("copy", DONE_WITHIN, now), null, now);
  });
}

/** What the citizen of a case asked for and has not been answered, the oldest first. */
export function openRequests(db: Db, caseId: string): (typeof personRequests.$inferSelect)[] {
  return db
    .select()
    .from(personRequests)
    .where(and(eq(personRequests.caseId, caseId), isNull(personRequests.answeredAt)))
    .orderBy(asc(personRequests.askedAt))
    .all();
}

/** Why a lead said no to erasing, while the citizen is still to be told; null: nobody waits for that. */
export function noToTell(db: Db, caseId: string): PersonRequestNo | null {
  if (!openTasks(db, caseId).some(({ kind }) => kind === "tell-no")) return null;
  const refused = and(eq(personRequests.caseId, caseId), isNotNull(personRequests.no));
  const last = db.select().from(personRequests).where(refused).orderBy(desc(personRequests.answeredAt)).get();
  return last?.no ?? null;
}

/** Notes that the citizen has the copy. */
export function giveCopy(db: Db, viewer: Viewer, caseId: string, now: number): void {
  db.transaction((tx) => {
    caseFor(tx, viewer, "read", caseId);
    for (const { id, kind } of openRequests(tx, caseId)) if (kind === "copy") answer(tx, id, viewer, null, now);
    endTasks(tx, caseId, viewer.id, now, ["copy"]);
    addEvent(tx, { caseId, kind: "copy-given", actorId: viewer.id }, now);
  });
}

export interface ErasureAsked {
  id: string;
  reference: string;
  team: string;
  brobygger: string | null;
  askedAt: number;
  /** Numbers of the citizen's other cases with the same controller, which go with it. */
  also: string[];
  hasMail: boolean;
  /** It has to be put into the controller's own records first. */
  waitsForDelivery: boolean;
}

/** Who asks to be erased of the teams that the viewer leads: nothing of the person. The oldest first. */
export function erasuresAsked(db: Db, keys: KeyRing, viewer: Viewer): ErasureAsked[] {
  return db
    .select({ request: personRequests, row: cases, team: teams.name, brobygger: users.name })
    .from(personRequests)
    .innerJoin(cases, eq(cases.id, personRequests.caseId))
    .innerJoin(teams, eq(teams.id, cases.teamId))
    .leftJoin(users, eq(users.id, cases.brobyggerId))
    .where(ofLed(viewer))
    .orderBy(asc(personRequests.askedAt))
    .all()
    .map(({ request, row, team, brobygger }) => {
      const all = casesOfPerson(db, keys, row);
      return {
        id: request.id,
        reference: row.reference,
        team,
        brobygger,
        askedAt: request.askedAt,
        also: all.filter(({ id }) => id !== row.id).map(({ reference }) => reference),
        hasMail: Boolean(openPerson(keys, row)?.email),
        waitsForDelivery: all.some((each) => isToBeDelivered(db, each)),
      };
    });
}

/** How many ask to be erased of the teams that the viewer leads. */
export function erasuresWaiting(db: Db, viewer: Viewer): number {
  return (
    db
      .select({ many: count() })
      .from(personRequests)
      .innerJoin(cases, eq(cases.id, personRequests.caseId))
      .where(ofLed(viewer))
      .get()?.many ?? 0
  );
}

/**
 * Erases all cases that the controller has of a citizen who asked for it, as a lead of the team, at once and for good.
 * Refuses what the controller's own records have to have first.
 */
export function eraseByRight(db: Db, box: MailBox, viewer: Viewer, requestId: string, now: number): void {
  db.transaction((tx) => {
    const { row } = askedOf(tx, viewer, requestId);
    const all = casesOfPerson(tx, box.keys, row);
    if (all.some((each) => isToBeDelivered(tx, each))) refuse("deliverFirst");
    const email = openPerson(box.keys, row)?.email;
    for (const each of all) for (const { id } of openRequests(tx, each.id)) answer(tx, id, viewer, null, now);
    eraseNow(tx, all, now);
    noteAudit(tx, { kind: "erased-by-right", by: viewer.id, detail: { cases: all.length } }, now);
    if (email) queueMail(tx, box.keys, erasedMail(box.siteUrl, email), now);
  });
}

/** Says no to erasing, with the reason that the law knows; whoever has the case tells the citizen. */
export function refuseErasure(db: Db, viewer: Viewer, requestId: string, no: PersonRequestNo, now: number): void {
  db.transaction((tx) => {
    const { row } = askedOf(tx, viewer, requestId);
    answer(tx, requestId, viewer, no, now);
    addEvent(tx, { caseId: row.id, kind: "erasure-refused", actorId: viewer.id, detail: { why: no } }, now);
    askOnce(tx, row.id, stepWithin("tell-no", DONE_WITHIN, now), null, now);
    noteAudit(tx, { kind: "erasure-refused", by: viewer.id, detail: { why: no } }, now);
  });
}

function askedOf(db: Db, viewer: Viewer, requestId: string): { row: CaseRow } {
  const found = db
    .select({ row: cases })
    .from(personRequests)
    .innerJoin(cases, eq(cases.id, personRequests.caseId))
    .where(and(eq(personRequests.id, requestId), ofLed(viewer)))
    .get();
  return found ?? refuse("notYours");
}

function ofLed(viewer: Viewer) {
  return and(
    eq(personRequests.kind, "erase"),
    isNull(personRequests.answeredAt),
    isNotNull(cases.wrappedKey),
    inArray(cases.teamId, scopesOf(viewer, "lead")),
  );
}

function answer(db: Db, id: string, viewer: Viewer, no: PersonRequestNo | null, now: number): void {
  db.update(personRequests)
    .set({ answeredAt: now, answeredById: viewer.id, no })
    .where(eq(personRequests.id, id))
    .run();
}

/**
 * The case and the others of its controller with the same phone number or mail and first name: a couple may share a
 * number.
 */
function casesOfPerson(db: Db, keys: KeyRing, row: CaseRow): CaseRow[] {
  const person = openPerson(keys, row);
  const contacts = [person?.phone, person?.email].filter((contact) => typeof contact === "string");
  const found = contacts.flatMap((contact) =>
    db
      .select()
      .from(cases)
      .where(
        and(
          hasContact(keys, contact),
          isNotNull(cases.wrappedKey),
          inArray(cases.teamId, teamsBeside(db, [row.teamId])),
        ),
      )
      .all(),
  );
  const isTheirs = (each: CaseRow) => firstNameOf(openPerson(keys, each)?.name) === firstNameOf(person?.name);
  return [...new Map([row, ...found.filter(isTheirs)].map((each) => [each.id, each])).values()];
}

function firstNameOf(name = ""): string {
  return name.trim().toLocaleLowerCase("da").split(/\s+/)[0] ?? "";
}

function isToBeDelivered(db: Db, { teamId, firstContactAt, deliveredAt, state }: CaseRow): boolean {
  const talked = firstContactAt !== null && state !== "withdrawn";
  return talked && deliveredAt === null && readSetting(db, "handOverFirst", teamId) === 1;
}
