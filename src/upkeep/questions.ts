/**
 * *Hvad mangler du at vide?* Anyone asks, the host answers once, for all. Nobody sees a question before it is answered.
 */
import { and, asc, count, desc, eq, gt, lt, ne } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { isForAll } from "../../db/on-board.ts";
import { activities, questions } from "../../db/schema.ts";
import { actsFor, has, type Viewer } from "../accounts/roles.ts";
import { questionMail } from "../mail/activities/question.ts";
import type { MailBox } from "../mail/outbox.ts";
import { queueForStranger } from "../mail/quota.ts";
import { looksLikeCpr } from "../shared/cpr.ts";
import { newId } from "../shared/ids.ts";
import { type Paged, pageOf } from "../shared/paging.ts";
import { refuse } from "../texts/refusal.ts";
import { DAY } from "../shared/time.ts";
import { hostsOf } from "./hosts.ts";
import { linkAddress, makeLink } from "./links.ts";

export interface Question {
  id: string;
  question: string;
  answer: string | null;
  askedAt: number;
  answeredAt: number | null;
}

/** Questions of one activity that wait for an answer; more are refused. */
const MOST_WAITING = 15;
/** How long an editor looks back at what was answered. */
const LOOKED_AT = 30 * DAY;
export const QUESTIONS_KEPT_DAYS = 90;
const SHOWN = 20;

/** Keeps a question and writes to the host. Refuses links, CPR numbers, and too many at once. */
export function ask(db: Db, box: MailBox, activityId: string, question: string, now: number): void {
  if (looksLikeCpr(question)) refuse("cpr", "spoergsmaal");
  if (/https?:|www\./i.test(question)) refuse("noLinksHere", "spoergsmaal");
  db.transaction((tx) => {
    const activity = tx
      .select({ title: activities.title, state: activities.state, audience: activities.audience })
      .from(activities)
      .where(eq(activities.id, activityId))
      .get();
    if (activity?.state !== "published" || !isForAll(activity)) refuse("notPossibleNow");
    const waiting = tx
      .select({ question: questions.question })
      .from(questions)
      .where(and(eq(questions.activityId, activityId), eq(questions.state, "asked")))
      .all();
    if (waiting.some((other) => other.question === question)) return;
    if (waiting.length >= MOST_WAITING) refuse("manyQuestions", "spoergsmaal");
    tx.insert(questions).values({ id: newId(), activityId, question, state: "asked", askedAt: now }).run();
    for (const to of hostsOf(tx, [activityId]).get(activityId) ?? []) {
      queueForStranger(
        tx,
        box.keys,
        questionMail(box.siteUrl, {
          to,
          title: activity.title,
          question: isAboutAsker(question) ? null : question,
          link: linkAddress(box.siteUrl, makeLink(tx, "questions", activityId, now)),
        }),
        now,
      );
    }
  });
}

/**
 * The host answers, for all. Answering again changes the answer. Refuses a question of another activity than
 * `activityId`.
 */
export function answer(
  db: Db,
  viewer: Viewer | null,
  activityId: string,
  questionId: string,
  text: string,
  now: number,
): void {
  const { state } = own(db, viewer, questionId, activityId);
  if (looksLikeCpr(text)) refuse("cpr", "svar");
  if (state === "hidden") refuse("notPossibleNow");
  db.update(questions)
    .set({ answer: text, answeredAt: now, state: "answered" })
    .where(eq(questions.id, questionId))
    .run();
}

/**
 * Takes a question away from everybody's eyes: the host will not answer it, or an editor objects. Refuses one of
 * another activity than `activityId`, where that is said.
 */
export function hide(db: Db, viewer: Viewer | null, questionId: string, activityId?: string): void {
  own(db, viewer, questionId, activityId);
  db.update(questions).set({ state: "hidden" }).where(eq(questions.id, questionId)).run();
}

/** Whether a question speaks of who asks, as it should not: *jeg*, *min mor*. Mails go through many hands. */
export function isAboutAsker(question: string): boolean {
  return /(?<!\p{L})(jeg|mig|min|mit|mine|vi|os|vores)(?!\p{L})/iu.test(question);
}

/** What everybody may read: the questions that were answered, newest first, at most 20. */
export function answeredQuestions(db: Db, activityId: string): Question[] {
  return db
    .select(COLUMNS)
    .from(questions)
    .where(and(eq(questions.activityId, activityId), eq(questions.state, "answered")))
    .orderBy(desc(questions.answeredAt))
    .limit(SHOWN)
    .all();
}

/** The questions of an activity for its host: those that wait first. None for anybody else. */
export function questionsFor(db: Db, viewer: Viewer | null, activityId: string): Question[] {
  const activity = db
    .select({ organisationId: activities.organisationId })
    .from(activities)
    .where(eq(activities.id, activityId))
    .get();
  if (!activity || !actsFor(viewer, activity.organisationId)) return [];
  return db
    .select(COLUMNS)
    .from(questions)
    .where(and(eq(questions.activityId, activityId), ne(questions.state, "hidden")))
    .orderBy(desc(questions.state), asc(questions.askedAt))
    .all();
}

/** What was answered in the last 30 days, newest first, for an editor to object to; none for anybody else. */
export function newAnswers(
  db: Db,
  viewer: Viewer | null,
  now: number,
  page = 1,
): Paged<Question & { title: string; slug: string }> {
  const fresh = and(eq(questions.state, "answered"), gt(questions.answeredAt, now - LOOKED_AT));
  const many = has(viewer, "editor") ? (db.select({ many: count() }).from(questions).where(fresh).get()?.many ?? 0) : 0;
  return pageOf(page, many, (skip, take) =>
    db
      .select({ ...COLUMNS, title: activities.title, slug: activities.slug })
      .from(questions)
      .innerJoin(activities, eq(activities.id, questions.activityId))
      .where(fresh)
      .orderBy(desc(questions.answeredAt), desc(questions.id))
      .limit(take)
      .offset(skip)
      .all(),
  );
}

/** Drops hidden questions, and those that nobody answered within 90 days. */
export function forgetQuestions(db: Db, now: number): void {
  db.delete(questions)
    .where(and(ne(questions.state, "answered"), lt(questions.askedAt, now - QUESTIONS_KEPT_DAYS * DAY)))
    .run();
}

/** A question as it is read of its row. */
export function questionOf({ id, question, answer, askedAt, answeredAt }: Question): Question {
  return { id, question, answer, askedAt, answeredAt };
}

const COLUMNS = {
  id: questions.id,
  question: questions.question,
  answer: questions.answer,
  askedAt: questions.askedAt,
  answeredAt: questions.answeredAt,
};

function own(db: Db, viewer: Viewer | null, questionId: string, activityId?: string): { state: string } {
  const found = db
    .select({ state: questions.state, activityId: questions.activityId, organisationId: activities.organisationId })
    .from(questions)
    .innerJoin(activities, eq(activities.id, questions.activityId))
    .where(eq(questions.id, questionId))
    .get();
  if (!found || !actsFor(viewer, found.organisationId) || (activityId !== undefined && found.activityId !== activityId))
    refuse("notYours");
  return found;
}
