import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { cases, type CloseReason, memberships, type Role } from "../../db/schema.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { hashToken, newToken } from "../shared/ids.ts";
import { refuse } from "../texts/refusal.ts";
import type { KeyRing } from "../shared/seal.ts";
import { looksLikeCpr } from "../shared/cpr.ts";
import { areaOfSearch } from "./routing.ts";
import { linkMail } from "./letters.ts";
import { refuseUntilReady } from "./ready.ts";
import { type AttemptResult, type CaseDeed, mayDo, type StaffDoor } from "./rules.ts";
import { addEvent, addTextEvent, type CaseRow, findCase, insertCase, noteConsent } from "./store.ts";
import { openPerson, type WhenToCall } from "./vault.ts";

/** Takes a new request. Whoever comes second is told that a colleague has it. */
export function take(db: Db, viewer: Viewer, id: string, now: number): void {
  db.transaction((tx) => {
    const stored = findCase(tx, id);
    if (
      stored &&
      stored.state === "taken" &&
      stored.brobyggerId !== viewer.id &&
      teamsOf(viewer).includes(stored.teamId)
    )
      refuse("takenAlready");
    caseFor(tx, viewer, "take", id);
    tx.update(cases).set({ state: "taken", brobyggerId: viewer.id }).where(eq(cases.id, id)).run();
    addEvent(tx, { caseId: id, kind: "taken", actorId: viewer.id }, now);
  });
}

export interface Attempt {
  result: AttemptResult;
  note: string;
  /** Epoch ms; not in the future. */
  happenedAt: number;
}

/**
 * Notes a call or a visit. When the citizen was reached for the first time and has no link yet, it goes out by mail.
 */
export function logAttempt(
  db: Db,
  box: MailBox,
  viewer: Viewer,
  id: string,
  { result, note, happenedAt }: Attempt,
  now: number,
): void {
  if (happenedAt > now) refuse("notYet", "date");
  checkText(note, "note");
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", id);
    const first = result === "reached" && stored.firstContactAt === null;
    tx.update(cases)
      .set({
        firstAttemptAt: Math.min(stored.firstAttemptAt ?? happenedAt, happenedAt),
        lastAttemptAt: Math.max(stored.lastAttemptAt ?? happenedAt, happenedAt),
        ...(first ? { firstContactAt: happenedAt } : {}),
      })
      .where(eq(cases.id, id))
      .run();
    addTextEvent(tx, box.keys, stored, { kind: "attempt", actorId: viewer.id, detail: result, happenedAt }, note, now);
    if (first && stored.door !== "site") sendLink(tx, box, stored, now);
  });
}

export function addNote(db: Db, keys: KeyRing, viewer: Viewer, id: string, text: string, now: number): void {
  if (!text) refuse("required", "note");
  checkText(text, "note");
  db.transaction((tx) =>
    addTextEvent(tx, keys, caseFor(tx, viewer, "work", id), { kind: "note", actorId: viewer.id }, text, now),
  );
}

/** Gives one's own case to a colleague of its team. */
export function handOver(db: Db, viewer: Viewer, id: string, to: string, now: number): void {
  give(db, viewer, "hand-over", id, to, now);
}

/** A lead gives a case of the team to one of its brobyggere, without reading it. */
export function reassign(db: Db, viewer: Viewer, id: string, to: string, now: number): void {
  give(db, viewer, "reassign", id, to, now);
}

export function close(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  id: string,
  { reason, note }: { reason: CloseReason; note: string },
  now: number,
): void {
  checkText(note, "note");
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "close", id);
    tx.update(cases).set({ state: "closed", closeReason: reason, closedAt: now }).where(eq(cases.id, id)).run();
    addTextEvent(tx, keys, stored, { kind: "closed", actorId: viewer.id, detail: reason }, note, now);
  });
}

/** Takes up a closed case again, as long as it has not been erased. */
export function reopen(db: Db, viewer: Viewer, id: string, now: number): void {
  db.transaction((tx) => {
    caseFor(tx, viewer, "reopen", id);
    tx.update(cases).set({ state: "taken", closeReason: null, closedAt: null }).where(eq(cases.id, id)).run();
    addEvent(tx, { caseId: id, kind: "reopened", actorId: viewer.id }, now);
  });
}

export interface Registration {
  teamId: string;
  door: StaffDoor;
  name: string;
  /** E.164. */
  phone: string | null;
  email: string | null;
  area: string | null;
  wishes: string;
  whenToCall: WhenToCall | null;
  mayLeaveMessage: boolean;
  /** The citizen said yes to being called and to this being stored. */
  saidYes: boolean;
  /** Whether the one who registers keeps the case. */
  keep: boolean;
}

/**
 * Registers somebody who called, came by, or was sent by letter. Who was spoken to has been contacted, and gets a link
 * by mail. Answers the case's id.
 */
export function register(db: Db, box: MailBox, viewer: Viewer, person: Registration, now: number): string {
  const { teamId, door, name, phone, email, area, wishes, whenToCall, mayLeaveMessage } = person;
  const spoken = door !== "letter";
  if (!teamsOf(viewer).includes(teamId)) refuse("unknown", "teamId");
  if (!phone && !email && !spoken) refuse("phoneOrEmailTheirs", "phone");
  if (spoken && !person.saidYes) refuse("theirYes", "saidYes");
  checkText(name, "name");
  checkText(wishes, "wishes");
  return db.transaction((tx) => {
    refuseUntilReady(tx);
    const stored = insertCase(
      tx,
      box.keys,
      {
        teamId,
        door,
        area: area && areaOfSearch(tx, { omraade: [area] }),
        search: null,
        person: { name, phone, email, whenToCall, mayLeaveMessage, wishes, words: "", relative: null },
        token: null,
        actorId: viewer.id,
      },
      now,
    );
    if (person.saidYes) noteConsent(tx, stored.id, "call-and-store", viewer.id, now);
    if (person.saidYes && mayLeaveMessage) noteConsent(tx, stored.id, "message", viewer.id, now);
    if (spoken)
      tx.update(cases)
        .set({ firstAttemptAt: now, lastAttemptAt: now, firstContactAt: now })
        .where(eq(cases.id, stored.id))
        .run();
    if (spoken) sendLink(tx, box, stored, now);
    if (person.keep) take(tx, viewer, stored.id, now);
    return stored.id;
  });
}

/** Those who can have a case of the team: its brobyggere and leads. */
function isOfTeam(db: Db, userId: string, teamId: string): boolean {
  const works: Role[] = ["brobygger", "lead"];
  return db
    .select()
    .from(memberships)
    .where(eq(memberships.userId, userId))
    .all()
    .some((m) => works.includes(m.role) && m.scope === teamId);
}

function give(db: Db, viewer: Viewer, deed: "hand-over" | "reassign", id: string, to: string, now: number): void {
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, deed, id);
    if (!isOfTeam(tx, to, stored.teamId) || to === stored.brobyggerId) refuse("unknown", "to");
    tx.update(cases).set({ state: "taken", brobyggerId: to }).where(eq(cases.id, id)).run();
    addEvent(
      tx,
      { caseId: id, kind: deed === "reassign" ? "reassigned" : "handed-over", actorId: viewer.id, detail: to },
      now,
    );
  });
}

/**
 * The case, if the viewer may do this with it now; refuses alike whether it is somebody else's, in another state or not
 * there.
 */
function caseFor(db: Db, viewer: Viewer, deed: CaseDeed, id: string): CaseRow {
  const stored = findCase(db, id);
  if (!stored || !mayDo(viewer, deed, stored)) return refuse("notYourCase");
  return stored;
}

/** A new way in for the citizen; an old link stops working. */
function sendLink(db: Db, { keys, siteUrl }: MailBox, stored: CaseRow, now: number): void {
  const email = openPerson(keys, stored)?.email;
  if (!email) return;
  const token = newToken();
  db.update(cases)
    .set({ tokenHash: hashToken(token) })
    .where(eq(cases.id, stored.id))
    .run();
  queueMail(db, keys, linkMail(siteUrl, email, token), now);
}

function checkText(text: string, field: string): void {
  if (looksLikeCpr(text)) refuse("cpr", field);
}
