/** Questions for supervision: of whoever wrote them, for nobody else to read, and of no case. */
import { and, desc, eq, lte } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { supervisionQuestions } from "../../db/schema.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";
import { newId } from "../shared/ids.ts";
import { type KeyRing, openWithRing, sealWithRing } from "../shared/seal.ts";
import { DAY } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { refusePerson } from "./nameless.ts";

export interface SupervisionQuestion {
  id: string;
  question: string;
  createdAt: number;
}

export const SUPERVISION_KEPT_DAYS = 180;
const MOST = 50;

/** Keeps a question of the viewer's own. Refuses what leads to a person. */
export function askAtSupervision(db: Db, keys: KeyRing, viewer: Viewer, question: string, now: number): void {
  if (teamsOf(viewer).length === 0) refuse("notYours");
  refusePerson(question, "question");
  if (questionsOf(db, keys, viewer).length >= MOST) refuse("manyAtSupervision", "question");
  const id = newId();
  const sealedQuestion = sealWithRing(keys, Buffer.from(question), contextOf(id));
  db.insert(supervisionQuestions).values({ id, userId: viewer.id, sealedQuestion, createdAt: now }).run();
}

/** Erases one of the viewer's own. */
export function dropQuestion(db: Db, viewer: Viewer, id: string): void {
  const own = and(eq(supervisionQuestions.id, id), eq(supervisionQuestions.userId, viewer.id));
  if (db.delete(supervisionQuestions).where(own).run().changes === 0) refuse("notYours");
}

/** The viewer's own, the newest first. */
export function questionsOf(db: Db, keys: KeyRing, viewer: Viewer): SupervisionQuestion[] {
  return db
    .select()
    .from(supervisionQuestions)
    .where(eq(supervisionQuestions.userId, viewer.id))
    .orderBy(desc(supervisionQuestions.createdAt), desc(supervisionQuestions.id))
    .all()
    .map(({ id, sealedQuestion, createdAt }) => ({
      id,
      question: openWithRing(keys, sealedQuestion, contextOf(id)).toString(),
      createdAt,
    }));
}

/** Erases what was written half a year ago. Answers how many. */
export function forgetSupervision(db: Db, now: number): number {
  return db
    .delete(supervisionQuestions)
    .where(lte(supervisionQuestions.createdAt, now - SUPERVISION_KEPT_DAYS * DAY))
    .run().changes;
}

/** What it is sealed for. */
export function contextOf(id: string): string {
  return `supervision question ${id}`;
}
