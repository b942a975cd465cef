/** What a brobygger and a citizen have put aside to choose among: activities of the board, and offers outside it. */
import { and, asc, count, eq, or } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { activities, listedOffers, organisations } from "../../../db/schema.ts";
import { noteErased } from "../../../db/erased.ts";
import { forReferredOfTables, onBoardOfTables } from "../../../db/on-board.ts";
import type { Viewer } from "../../accounts/roles.ts";
import { type MailBox, queueMail } from "../../mail/outbox.ts";
import { decrypt, encrypt, type KeyRing } from "../../shared/seal.ts";
import { refuse } from "../../texts/refusal.ts";
import { refuseWithoutOwnYes } from "../yes.ts";
import { caseFor, refuseCpr } from "../deeds.ts";
import { refuseUninformed } from "../first-talk.ts";
import { anotherLink } from "../citizen-link.ts";
import { listMail } from "../letters.ts";
import { isHidden } from "../practices.ts";
import { addEvent, type CaseRow } from "../store.ts";
import { caseKey, openPerson } from "../vault.ts";

/** An offer in the brobygger's words; of an activity of the board only its title, as it was then. */
export interface Offer {
  title: string;
  where: string;
  when: string;
  /** Phone or address of whom to call or write to. */
  call: string;
  about: string;
}

export interface Listed extends Offer {
  id: number;
  /** Of the board; null: outside it, or gone for good. */
  activityId: string | null;
}

const MOST = 30;

/** Puts an activity of the board, or a group of one's team, on the list of one's own case; twice is once. Answers its number on the list. */
export function putOnList(db: Db, keys: KeyRing, viewer: Viewer, id: string, activityId: string, now: number): number {
  return db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", id);
    const found = tx
      .select({ id: activities.id, title: activities.title, audience: activities.audience })
      .from(activities)
      .innerJoin(organisations, eq(organisations.id, activities.organisationId))
      .where(and(eq(activities.id, activityId), or(onBoardOfTables, forReferredOfTables)))
      .get();
    if (!found || isHidden(tx, viewer, found)) refuse("notOnBoard");
    const { title } = found;
    add(tx, keys, stored, activityId, { title, where: "", when: "", call: "", about: "" }, now);
    const isThat = and(eq(listedOffers.caseId, id), eq(listedOffers.activityId, activityId));
    return tx.select({ id: listedOffers.id }).from(listedOffers).where(isThat).get()?.id ?? refuse("notYourCase");
  });
}

/** Writes an offer outside the board on the list of one's own case. */
export function writeOnList(db: Db, keys: KeyRing, viewer: Viewer, id: string, offer: Offer, now: number): void {
  for (const [field, words] of Object.entries(offer)) refuseCpr(words, field);
  db.transaction((tx) => add(tx, keys, caseFor(tx, viewer, "work", id), null, offer, now));
}

/** Takes something off the list of one's own case, for good; what is not there is off. */
export function takeOffList(db: Db, viewer: Viewer, id: string, listed: number): void {
  db.transaction((tx) => {
    caseFor(tx, viewer, "work", id);
    tx.delete(listedOffers)
      .where(and(eq(listedOffers.id, listed), eq(listedOffers.caseId, id)))
      .run();
    noteErased(tx);
  });
}

/** Sends the citizen of one's own case a mail with a link to the own page, where the list stands; no word of it in the mail. */
export function sendList(db: Db, box: MailBox, viewer: Viewer, id: string, now: number): void {
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", id);
    const email = openPerson(box.keys, stored)?.email ?? refuse("noMailToSendTo");
    if (listOf(tx, box.keys, stored).length === 0) refuse("listIsEmpty");
    queueMail(tx, box.keys, listMail(box.siteUrl, email, anotherLink(tx, id, now)), now);
    addEvent(tx, { caseId: id, kind: "list-sent", actorId: viewer.id }, now);
  });
}

/** The list of a case, the first put there first. */
export function listOf(db: Db, keys: KeyRing, stored: CaseRow): Listed[] {
  const key = caseKey(keys, stored);
  if (!key) return [];
  return db
    .select()
    .from(listedOffers)
    .where(eq(listedOffers.caseId, stored.id))
    .orderBy(asc(listedOffers.id))
    .all()
    .map(({ id, activityId, sealedOffer, addedAt }) => ({
      ...(JSON.parse(decrypt(key, sealedOffer, contextOf(stored.id, addedAt)).toString()) as Offer),
      id,
      activityId,
    }));
}

function add(tx: Db, keys: KeyRing, stored: CaseRow, activityId: string | null, offer: Offer, now: number): void {
  const key = caseKey(keys, stored) ?? refuse("notYourCase");
  refuseWithoutOwnYes(tx, stored, "");
  refuseUninformed(stored, "");
  const listed = tx.select({ many: count() }).from(listedOffers).where(eq(listedOffers.caseId, stored.id)).get();
  if ((listed?.many ?? 0) >= MOST) refuse("listIsFull");
  tx.insert(listedOffers)
    .values({
      caseId: stored.id,
      activityId,
      sealedOffer: encrypt(key, Buffer.from(JSON.stringify(offer)), contextOf(stored.id, now)),
      addedAt: now,
    })
    .onConflictDoNothing()
    .run();
}

function contextOf(caseId: string, addedAt: number): string {
  return `case ${caseId} listed ${addedAt}`;
}
