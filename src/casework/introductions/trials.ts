/** Prøvetime: a date on which a citizen tries something, who comes along, and how it went. */
import { and, asc, eq, gt } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import {
  type Again,
  type CompanyKind,
  companyTimes,
  occurrences,
  placements,
  type Reminder,
  trials,
  type WhyMissed,
} from "../../../db/schema.ts";
import type { Viewer } from "../../accounts/roles.ts";
import { decrypt, encrypt, type KeyRing } from "../../shared/seal.ts";
import { DAY, localClock, localDate } from "../../shared/time.ts";
import { refuse } from "../../texts/refusal.ts";
import { agreementWith, isWeekFull } from "../agreements.ts";
import { companionsOf, mayWalk } from "../companions.ts";
import { caseFor, refuseCpr } from "../deeds.ts";
import { planFollowUps } from "../following/planning.ts";
import { addEvent, type CaseRow } from "../store.ts";
import { addTask, askOnce, endTasks, endTasksAbout, stepOn, workingDayAfter } from "../tasks.ts";
import { caseKey, openPerson, sealText } from "../vault.ts";
import { introductionIn, type IntroductionRow, openWords, organiserOf, refuseFull } from "./introduce.ts";
import { isNewcomer, standOf, startedOn, weekOf } from "./rules.ts";

export type TrialRow = typeof trials.$inferSelect;

/** What is sealed of a trial. */
export interface Plan {
  /** Who meets the citizen, and where. */
  meets: string;
  bring: string;
}

export interface NewTrial {
  introductionId: number;
  /** Epoch ms; of an activity of the board one of its dates. */
  start: number;
  plan: Plan;
  company: CompanyKind | null;
  companionId: string | null;
  reminder: Reminder | null;
}

const FARTHEST = 400 * DAY;

/** How a trial went. */
export type Went = { outcome: "came"; again: Again; accompanied: boolean } | { outcome: "missed"; why: WhyMissed };

/**
 * Books a date in one's own case; one that was booked before at the same place, and is still to come, is called off by it.
 * Refuses a date that the activity does not have, and one in a week in which the association can take no more newcomers.
 * Answers the new trial's id.
 */
export function bookTrial(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  caseId: string,
  { introductionId, start, plan, reminder, ...walks }: NewTrial,
  now: number,
): number {
  for (const [field, words] of Object.entries(plan)) refuseCpr(words, field);
  return db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", caseId);
    const introduction = introductionIn(tx, caseId, introductionId);
    if (standOf(introduction) === "ended" || introduction.to !== "association") refuse("introductionEnded");
    if (start <= now) refuse("trialInPast", "start");
    if (start > now + FARTHEST) refuse("stepTooFar", "start");
    if (reminder === "mail" && !openPerson(keys, stored)?.email) refuse("noMailOfCitizen", "reminder");
    const end = dateOf(tx, introduction, start);
    callOffOpen(tx, introduction, viewer.id, now);
    const { organisationId } = introduction;
    const week = organisationId !== null && isNewcomer(trialsOf(tx, introductionId)) ? weekOf(start) : null;
    if (introduction.takenBackAt !== null) refuse("yesTakenBack");
    if (introduction.activityId && !isWelcomeSince(tx, introduction))
      refuseFull(tx, organiserOf(tx, introduction.activityId), "start");
    if (organisationId !== null && week !== null) refuseWeek(tx, organisationId, week, start);
    const { id } = tx
      .insert(trials)
      .values({
        ...(walks.companionId === null ? walks : companyOf(tx, keys, viewer, stored, walks.companionId, now)),
        reminder,
        caseId,
        introductionId,
        start,
        end,
        week,
        organisationId,
        sealedPlan: sealPlan(keys, stored, plan, now),
        teamId: stored.teamId,
        brobyggerId: stored.brobyggerId,
        madeAt: now,
        madeById: viewer.id,
      })
      .returning({ id: trials.id })
      .get();
    const on = localDate(start);
    endTasks(tx, caseId, viewer.id, now, ["call"]);
    addTask(tx, caseId, { ...stepOn("trial", on, localClock(start)), about: id }, viewer.id, now);
    addEvent(tx, { caseId, kind: "trial-booked", actorId: viewer.id, detail: { on } }, now);
    return id;
  });
}

/** Calls a date off that is still open; its place in the week is free again. The next step is to call. */
export function callOffTrial(db: Db, viewer: Viewer, caseId: string, trialId: number, now: number): void {
  db.transaction((tx) => {
    caseFor(tx, viewer, "work", caseId);
    const trial = trialIn(tx, caseId, trialId);
    if (trial.outcome !== null) return;
    callOff(tx, trial, viewer.id, now);
    askOnce(tx, caseId, stepOn("call", workingDayAfter(now, 1)), viewer.id, now);
  });
}

/**
 * Notes whether the citizen came, and whether they want to go on; noting it again corrects it. From it follow the
 * placement, which counts from the first time, the times in company, and a call on the next working day.
 */
export function noteTrial(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  caseId: string,
  trialId: number,
  went: Went,
  now: number,
): void {
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", caseId);
    const trial = trialIn(tx, caseId, trialId);
    if (trial.start > now) refuse("trialNotOver");
    if (trial.outcome === "called-off") refuse("notPossibleNow");
    const again = went.outcome === "came" ? went.again : null;
    const why = went.outcome === "missed" ? went.why : null;
    tx.update(trials).set({ outcome: went.outcome, again, why, notedAt: now }).where(eq(trials.id, trialId)).run();
    endTasksAbout(tx, { caseId, about: trialId, kinds: ["trial", "date-off"] }, viewer.id, now);
    const on = localDate(trial.start);
    countCompany(tx, trial, went.outcome === "came" && went.accompanied, on);
    if (went.outcome === "came")
      addEvent(tx, { caseId, kind: "trial-came", actorId: viewer.id, detail: { on, again: went.again } }, now);
    else addEvent(tx, { caseId, kind: "trial-missed", actorId: viewer.id, detail: { on, why: went.why } }, now);
    settlePlacement(tx, keys, stored, introductionIn(tx, caseId, trial.introductionId), viewer.id, now);
    planFollowUps(tx, caseId, viewer.id, now);
    const isFirst = trialsOf(tx, trial.introductionId).filter(({ outcome }) => outcome === "came").length <= 1;
    endTasks(tx, caseId, viewer.id, now, ["call", "wait"]);
    const next = went.outcome === "came" && isFirst ? "after-first-time" : "call";
    askOnce(tx, caseId, stepOn(next, workingDayAfter(now, 1)), viewer.id, now);
  });
}

/** The dates that an activity still has, the soonest first: starts and ends in epoch ms. */
export function datesAhead(db: Db, activityId: string, now: number, most = 8): { start: number; end: number }[] {
  return db
    .select({ start: occurrences.start, end: occurrences.end })
    .from(occurrences)
    .where(and(eq(occurrences.activityId, activityId), eq(occurrences.cancelled, false), gt(occurrences.start, now)))
    .orderBy(asc(occurrences.start))
    .limit(most)
    .all();
}

/** Whether the board still has the date of a trial; what is not of the board has it. */
export function isOnItsDate(db: Db, activityId: string | null, start: number): boolean {
  return activityId === null || occurrenceAt(db, activityId, start) !== undefined;
}

/** All trials of an introduction, as they were booked. */
export function trialsOf(db: Db, introductionId: number): TrialRow[] {
  return db.select().from(trials).where(eq(trials.introductionId, introductionId)).orderBy(asc(trials.id)).all();
}

/** What is sealed of a trial; null: erased. */
export function openPlan(keys: KeyRing, stored: CaseRow, row: TrialRow): Plan | null {
  const key = caseKey(keys, stored);
  if (!key || !row.sealedPlan) return null;
  return JSON.parse(decrypt(key, row.sealedPlan, contextOf(row)).toString()) as Plan;
}

function callOff(db: Db, { id, caseId, start }: TrialRow, by: string | null, now: number): void {
  db.update(trials).set({ outcome: "called-off", week: null, notedAt: now }).where(eq(trials.id, id)).run();
  endTasksAbout(db, { caseId, about: id, kinds: ["trial", "date-off"] }, by, now);
  addEvent(db, { caseId, kind: "trial-called-off", actorId: by, detail: { on: localDate(start) } }, now);
}

function callOffOpen(db: Db, { id }: IntroductionRow, by: string, now: number): void {
  for (const trial of trialsOf(db, id)) if (trial.outcome === null && trial.start > now) callOff(db, trial, by, now);
}

function trialIn(db: Db, caseId: string, id: number): TrialRow {
  const found = db
    .select()
    .from(trials)
    .where(and(eq(trials.id, id), eq(trials.caseId, caseId)))
    .get();
  return found ?? refuse("notYourCase");
}

/** The end of the date that was chosen; of what is not on the board nobody knows it. */
function dateOf(db: Db, { activityId }: IntroductionRow, start: number): number | null {
  if (activityId === null) return null;
  return (occurrenceAt(db, activityId, start) ?? refuse("noSuchDate", "start")).end;
}

function occurrenceAt(db: Db, activityId: string, start: number) {
  return db
    .select({ end: occurrences.end })
    .from(occurrences)
    .where(and(eq(occurrences.activityId, activityId), eq(occurrences.start, start), eq(occurrences.cancelled, false)))
    .get();
}

function refuseWeek(db: Db, organisationId: string, week: string, start: number): void {
  if (isWeekFull(db, organisationId, { week, day: localDate(start) })) refuse("weekFull", "start");
}

/** Whether they said welcome after they last said that they are full. */
function isWelcomeSince(db: Db, { answer, answeredAt, organisationId }: IntroductionRow): boolean {
  const savedAt = organisationId === null ? 0 : (agreementWith(db, organisationId)?.savedAt ?? 0);
  return answer === "welcome" && (answeredAt ?? 0) > savedAt;
}

/** A companion of the team's list, with the kind that stands there; refuses one who may not walk. */
function companyOf(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  { teamId }: CaseRow,
  companionId: string,
  now: number,
): Pick<NewTrial, "company" | "companionId"> {
  const companion = companionsOf(db, keys, viewer, teamId).find(({ id }) => id === companionId);
  if (!companion || !mayWalk(companion, localDate(now))) return refuse("companionLacks", "companion");
  return { company: companion.kind, companionId };
}

function countCompany(db: Db, trial: TrialRow, accompanied: boolean, on: string): void {
  db.delete(companyTimes).where(eq(companyTimes.trialId, trial.id)).run();
  const { caseId, company: kind, companionId, teamId, brobyggerId } = trial;
  if (accompanied && kind !== null)
    db.insert(companyTimes).values({ caseId, kind, companionId, trialId: trial.id, on, teamId, brobyggerId }).run();
}

/** The placement of an introduction, as its trials have it now: made, moved to another first day, or taken back. */
function settlePlacement(
  db: Db,
  keys: KeyRing,
  stored: CaseRow,
  introduction: IntroductionRow,
  by: string,
  now: number,
): void {
  const rows = db.select().from(placements).where(eq(placements.introductionId, introduction.id)).all();
  const open = rows.find(({ endedOn }) => endedOn === null);
  const since = rows.reduce<string | null>(
    (last, { endedOn }) => ((endedOn ?? "") > (last ?? "") ? endedOn : last),
    null,
  );
  const day = startedOn(trialsOf(db, introduction.id), since);
  if (day === null) {
    if (open) db.delete(placements).where(eq(placements.id, open.id)).run();
    return;
  }
  if (open) {
    db.update(placements).set({ startedOn: day }).where(eq(placements.id, open.id)).run();
    return;
  }
  const key = caseKey(keys, stored) ?? refuse("notYourCase");
  const title = openWords(keys, stored, introduction)?.title ?? "";
  db.insert(placements)
    .values({
      caseId: stored.id,
      activityId: introduction.activityId,
      introductionId: introduction.id,
      sealedOffer: sealText(key, { caseId: stored.id, kind: "placed", recordedAt: now }, title),
      startedOn: day,
      madeAt: now,
      madeById: by,
    })
    .run();
  addEvent(db, { caseId: stored.id, kind: "placed", actorId: by }, now);
}

function sealPlan(keys: KeyRing, stored: CaseRow, plan: Plan, madeAt: number): Buffer {
  const key = caseKey(keys, stored) ?? refuse("notYourCase");
  return encrypt(key, Buffer.from(JSON.stringify(plan)), contextOf({ caseId: stored.id, madeAt }));
}

function contextOf({ caseId, madeAt }: Pick<TrialRow, "caseId" | "madeAt">): string {
  return `case ${caseId} trial ${madeAt}`;
}
