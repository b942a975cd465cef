/** How it goes: noted by the brobygger in a talk, or told by the citizen on the own page. */
import { eq } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import {
  type Barrier,
  cases,
  type Experience,
  type FollowOutcome,
  type FollowPlan,
  followUps,
  type NoFollowUp,
} from "../../../db/schema.ts";
import { readSettings } from "../../../db/settings.ts";
import type { Viewer } from "../../accounts/roles.ts";
import type { KeyRing } from "../../shared/seal.ts";
import { addDays, localDate } from "../../shared/time.ts";
import { refuse } from "../../texts/refusal.ts";
import { caseOfNextToken } from "../code.ts";
import { caseFor, refuseBeforeRequest, refuseCpr } from "../deeds.ts";
import { addEvent, addTextEvent, type CaseRow, caseOfToken } from "../store.ts";
import { askOnce, endTasksAbout, stepOn, stepWithin, workingDayAfter } from "../tasks.ts";
import { followUpsOf, type FollowUpRow, planFollowUps } from "./planning.ts";
import { type Gain, windowOf } from "./rules.ts";

/** What was answered. Everything but the outcome may be left out. */
export interface Answer {
  outcome: FollowOutcome;
  mattered: Experience | null;
  received: Experience | null;
  gains: Gain[];
  barriers: Barrier[];
  words: string;
}

/**
 * Notes how it goes with the citizen of one's own case, on a day that is not to come (`YYYY-MM-DD`). `id` null: nothing was
 * planned, it was needed. `byCitizen`: on a card, in the citizen's own hand. Who has stopped is called; who was not reached is tried again in a week.
 */
export function noteFollowUp(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  caseId: string,
  { id, on, byCitizen = false, ...answer }: Answer & { id: number | null; on: string; byCitizen?: boolean },
  now: number,
): void {
  refuseCpr(answer.words, "words");
  if (on > localDate(now)) refuse("notYet", "on");
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", caseId);
    refuseBeforeRequest(stored, on, "on");
    const row = id === null ? addNeeded(tx, stored, on, now) : followUpIn(tx, caseId, id);
    write(tx, keys, stored, row, { on, byCitizen }, answer, viewer.id, now);
    if (answer.outcome === "not-reached")
      askOnce(tx, caseId, stepOn("call", addDays(localDate(now), 7)), viewer.id, now);
    if (answer.outcome === "stopped") askOnce(tx, caseId, stepOn("call", workingDayAfter(now, 1)), viewer.id, now);
  });
}

/** The citizen tells it on the own page, or on the one that a code opened, once a round, while it is asked; the brobygger reads it. */
export function answerOwn(db: Db, keys: KeyRing, token: string, answer: Answer, now: number): void {
  refuseCpr(answer.words, "words");
  db.transaction((tx) => {
    const stored = caseOfToken(tx, token) ?? caseOfNextToken(tx, token);
    const row = stored && askedNow(tx, stored, now);
    if (!stored || !row || answer.outcome === "not-reached") return refuse("linkGone");
    write(tx, keys, stored, row, { on: localDate(now), byCitizen: true }, answer, null, now);
    if (answer.outcome === "stopped" || answer.words) askOnce(tx, stored.id, stepWithin("answer", 2, now), null, now);
    tx.update(cases).set({ lastHeardAt: now }).where(eq(cases.id, stored.id)).run();
  });
}

/** The follow-up that a citizen can answer today; null: none is due. */
export function askedNow(db: Db, stored: CaseRow, now: number): FollowUpRow | null {
  if (stored.state !== "taken") return null;
  const today = localDate(now);
  const windows = readSettings(db, ["followWeeksFirst", "followWeeksLater"], stored.teamId);
  return (
    followUpsOf(db, stored.id).find((row) => {
      const { from, until } = windowOf(row, windows);
      return row.doneOn === null && from <= today && today <= until;
    }) ?? null
  );
}

/** Chooses how a case of one's own is followed up; of none it is said why. */
export function choosePlan(
  db: Db,
  viewer: Viewer,
  caseId: string,
  { plan, why }: { plan: FollowPlan; why: NoFollowUp | null },
  now: number,
): void {
  if (plan === "none" && why === null) refuse("chooseNoFollowUp", "why");
  db.transaction((tx) => {
    caseFor(tx, viewer, "work", caseId);
    const noFollowUp = plan === "none" ? why : null;
    tx.update(cases).set({ followPlan: plan, noFollowUp }).where(eq(cases.id, caseId)).run();
    addEvent(tx, { caseId, kind: "follow-plan", actorId: viewer.id, detail: { plan, why: noFollowUp } }, now);
    planFollowUps(tx, caseId, viewer.id, now);
  });
}

function write(
  db: Db,
  keys: KeyRing,
  stored: CaseRow,
  { id, round }: FollowUpRow,
  { on, byCitizen }: { on: string; byCitizen: boolean },
  { words, ...coded }: Answer,
  by: string | null,
  now: number,
): void {
  const { teamId, brobyggerId } = stored;
  db.update(followUps)
    .set({ ...coded, doneOn: on, byCitizen, teamId, brobyggerId, notedAt: now })
    .where(eq(followUps.id, id))
    .run();
  endTasksAbout(db, { caseId: stored.id, about: id, kinds: ["follow-up"] }, by, now);
  const event = { kind: "followed-up", actorId: by, detail: { round, outcome: coded.outcome } } as const;
  addTextEvent(db, keys, stored, event, words, now);
}

function addNeeded(db: Db, { id: caseId }: CaseRow, on: string, now: number): FollowUpRow {
  return db.insert(followUps).values({ caseId, round: "as-needed", dueOn: on, madeAt: now }).returning().get();
}

function followUpIn(db: Db, caseId: string, id: number): FollowUpRow {
  return followUpsOf(db, caseId).find((row) => row.id === id) ?? refuse("notYourCase");
}
