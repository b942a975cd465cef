/** A citizen is told of to an association or a companion, or takes over; each introduction ends in a coded answer. */
import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import {
  activities,
  type IntroducedTo,
  type IntroductionAnswer,
  introductions,
  type IntroductionWay,
} from "../../../db/schema.ts";
import type { Viewer } from "../../accounts/roles.ts";
import { type MailBox, queueMail } from "../../mail/outbox.ts";
import { hashToken, newToken } from "../../shared/ids.ts";
import { decrypt, encrypt, type KeyRing } from "../../shared/seal.ts";
import { DAY } from "../../shared/time.ts";
import { refuse } from "../../texts/refusal.ts";
import { agreementWith } from "../agreements.ts";
import { type NotedWay, noteYes } from "../consents.ts";
import { holdsYes } from "../yes.ts";
import { caseFor, refuseCpr } from "../deeds.ts";
import { introductionMail } from "../letters.ts";
import { addEvent, addTextEvent, type CaseRow } from "../store.ts";
import { addTask, endTasksAbout, stepOn, workingDayAfter } from "../tasks.ts";
import { caseKey } from "../vault.ts";
import { LINK_DAYS, SILENT_AFTER, standOf } from "./rules.ts";

export type IntroductionRow = typeof introductions.$inferSelect;

/** What is sealed of an introduction. */
export interface IntroductionWords {
  /** What it is about: the activity's title, an offer in words, a companion's name. */
  title: string;
  /** Who was told: a name and how to reach them, as far as anybody knew. */
  receiver: { name: string; phone: string | null; email: string | null };
  /** What the receiver is to know, as it was agreed with the citizen. */
  agreed: string;
  /** What they wrote with their last answer. */
  reply?: string;
}

export interface NewIntroduction {
  to: IntroducedTo;
  way: IntroductionWay;
  activityId: string | null;
  companionId: string | null;
  words: IntroductionWords;
  /** How the citizen said yes to this receiver's getting name and number; null: not asked, nothing is told. */
  yes: NotedWay | null;
  /** What was said on the phone at once; null: nobody has answered yet. */
  answer: IntroductionAnswer | null;
}

/** Whether the citizen's yes to telling this receiver holds: to a companion it is the one that was given for it alone. */
export function holdsYesTo(db: Db, { caseId, to, takenBackAt }: IntroductionRow, now: number): boolean {
  return takenBackAt === null && (to === "companion" || holdsYes(db, caseId, "share-with-association", now));
}

/**
 * Tells a receiver of the citizen of one's own case: by a mail with a link and no personal data, by phone, or not at all,
 * when the citizen takes over. Refuses without the citizen's yes to this receiver, and an association that is full. Answers
 * the new introduction's id.
 */
export function introduce(
  db: Db,
  box: MailBox,
  viewer: Viewer,
  caseId: string,
  { words, yes, answer, ...told }: NewIntroduction,
  now: number,
): number {
  refuseCpr(words.agreed, "agreed");
  return db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", caseId);
    const { to, way, activityId } = told;
    const activity = activityId === null ? null : organiserOf(tx, activityId);
    if (way !== "phone") refuseFull(tx, activity);
    if (way !== "self") noteYesTo(tx, box.keys, viewer, stored, to, yes, now);
    const { email } = words.receiver;
    if (way === "mail" && !email) refuse("noMailThere", "email");
    if (isWaiting(tx, caseId, told)) refuse("introducedAlready");
    const token = way === "mail" ? newToken() : null;
    const ended = way === "self" ? "self" : answer;
    const { id } = tx
      .insert(introductions)
      .values({
        ...told,
        caseId,
        organisationId: activity?.organisationId ?? null,
        sealedWords: sealWords(box.keys, stored, words, now),
        tokenHash: token && hashToken(token),
        linkUntil: token === null ? null : now + LINK_DAYS * DAY,
        answer: ended,
        answeredAt: ended && now,
        notedById: ended && viewer.id,
        yes: way === "self" ? null : yes,
        teamId: stored.teamId,
        brobyggerId: stored.brobyggerId,
        madeAt: now,
        madeById: viewer.id,
      })
      .returning({ id: introductions.id })
      .get();
    if (token && email)
      queueMail(tx, box.keys, introductionMail(box.siteUrl, email, { to, title: words.title, token }), now);
    const event = { kind: "introduced", actorId: viewer.id, detail: { to, way } } as const;
    addTextEvent(tx, box.keys, stored, event, words.title, now);
    if (ended === null) askAfterSilence(tx, caseId, id, viewer.id, now);
    else if (way !== "self") addAnswered(tx, caseId, { to, answer: ended }, viewer.id, now);
    return id;
  });
}

/** Notes an answer that came by phone or at the door, or that nothing comes of it; the last one holds. */
export function noteAnswer(
  db: Db,
  viewer: Viewer,
  caseId: string,
  introductionId: number,
  answer: IntroductionAnswer,
  now: number,
): void {
  db.transaction((tx) => {
    caseFor(tx, viewer, "work", caseId);
    const row = introductionIn(tx, caseId, introductionId);
    settle(tx, row, answer, viewer.id, now);
    addAnswered(tx, caseId, { to: row.to, answer }, viewer.id, now);
    endTasksAbout(tx, { caseId, about: row.id, kinds: ["answered"] }, viewer.id, now);
  });
}

/** Writes an answer down. `by` null: whoever has the link, who may say it was a mistake; another's no ends the link. */
export function settle(
  db: Db,
  { id, caseId, tokenHash }: IntroductionRow,
  answer: IntroductionAnswer,
  by: string | null,
  now: number,
): void {
  db.update(introductions)
    .set({
      answer,
      answeredAt: now,
      notedById: by,
      tokenHash: by !== null && standOf({ answer }) === "ended" ? null : tokenHash,
    })
    .where(eq(introductions.id, id))
    .run();
  endTasksAbout(db, { caseId, about: id, kinds: ["no-answer"] }, by, now);
}

/** One introduction of a case; refuses what is not there. */
export function introductionIn(db: Db, caseId: string, id: number): IntroductionRow {
  const found = db
    .select()
    .from(introductions)
    .where(and(eq(introductions.id, id), eq(introductions.caseId, caseId)))
    .get();
  return found ?? refuse("notYourCase");
}

/** What is sealed of an introduction; null: erased. */
export function openWords(keys: KeyRing, stored: CaseRow, row: IntroductionRow): IntroductionWords | null {
  const key = caseKey(keys, stored);
  if (!key || !row.sealedWords) return null;
  return JSON.parse(decrypt(key, row.sealedWords, contextOf(row)).toString()) as IntroductionWords;
}

/** Refuses an activity, or its association, that can take nobody now. */
export function refuseFull(
  db: Db,
  activity: { organisationId: string; full: boolean } | null,
  field: string | null = null,
): void {
  if (!activity) return;
  if (activity.full) refuse("activityFull", field);
  if (agreementWith(db, activity.organisationId)?.isFull) refuse("associationFull", field);
}

/** Whose an activity is, and whether it is full. */
export function organiserOf(db: Db, activityId: string): { organisationId: string; full: boolean } | null {
  const { organisationId, full } = activities;
  return db.select({ organisationId, full }).from(activities).where(eq(activities.id, activityId)).get() ?? null;
}

function noteYesTo(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  stored: CaseRow,
  to: IntroducedTo,
  yes: NotedWay | null,
  now: number,
): void {
  if (yes === null) return refuse("yesToReceiver", "yes");
  if (to === "companion") return;
  const kind = "share-with-association";
  if (!holdsYes(db, stored.id, kind, now)) noteYes(db, keys, viewer, stored.id, { kind, how: yes }, now);
}

function isWaiting(
  db: Db,
  caseId: string,
  { to, activityId, companionId }: Omit<NewIntroduction, "words" | "yes" | "answer">,
) {
  const same = to === "companion" ? companionId : activityId;
  if (same === null) return false;
  const rows = db
    .select({ activityId: introductions.activityId, companionId: introductions.companionId })
    .from(introductions)
    .where(and(eq(introductions.caseId, caseId), eq(introductions.to, to), isNull(introductions.answer)))
    .all();
  return rows.some((row) => same === (to === "companion" ? row.companionId : row.activityId));
}

function askAfterSilence(db: Db, caseId: string, about: number, by: string, now: number): void {
  addTask(db, caseId, { ...stepOn("no-answer", workingDayAfter(now, SILENT_AFTER)), about }, by, now);
}

function addAnswered(
  db: Db,
  caseId: string,
  detail: { to: IntroducedTo; answer: IntroductionAnswer },
  by: string | null,
  now: number,
): void {
  addEvent(db, { caseId, kind: "introduction-answered", actorId: by, detail }, now);
}

/** What is sealed of an introduction, sealed anew. */
export function sealWords(keys: KeyRing, stored: CaseRow, words: IntroductionWords, madeAt: number): Buffer {
  const key = caseKey(keys, stored) ?? refuse("notYourCase");
  return encrypt(key, Buffer.from(JSON.stringify(words)), contextOf({ caseId: stored.id, madeAt }));
}

function contextOf({ caseId, madeAt }: Pick<IntroductionRow, "caseId" | "madeAt">): string {
  return `case ${caseId} introduction ${madeAt}`;
}
