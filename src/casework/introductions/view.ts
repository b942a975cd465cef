/** Where each introduction of a case stands, with what was booked of it. */
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { activities, introductions, postcodes, trials } from "../../../db/schema.ts";
import type { Viewer } from "../../accounts/roles.ts";
import type { KeyRing } from "../../shared/seal.ts";
import { localDate } from "../../shared/time.ts";
import { isWeekFull } from "../agreements.ts";
import { mayDo } from "../rules.ts";
import { type CaseRow, findCase, noteRead } from "../store.ts";
import { introductionIn, type IntroductionRow, type IntroductionWords, openWords } from "./introduce.ts";
import { isNewcomer, type Stand, standOf, weekOf } from "./rules.ts";
import { datesAhead, isOnItsDate, openPlan, type Plan, type TrialRow, trialsOf } from "./trials.ts";

export interface TrialView extends Pick<
  TrialRow,
  "id" | "start" | "end" | "company" | "companionId" | "reminder" | "outcome" | "again" | "why"
> {
  plan: Plan;
  /** The board no longer has that date. */
  isOff: boolean;
}

export interface IntroductionView extends Pick<
  IntroductionRow,
  "id" | "to" | "way" | "activityId" | "answer" | "answeredAt" | "shownAt" | "madeAt"
> {
  /** Of the activity on the board; null: outside it, or gone. */
  slug: string | null;
  words: IntroductionWords;
  stand: Stand;
  /** The citizen has taken the yes to telling them back. */
  isTakenBack: boolean;
  trials: TrialView[];
  /** Dates that can be chosen for a trial; of what is not on the board none are known. */
  dates: { start: number; end: number; isFull: boolean }[];
}

const ERASED: IntroductionWords = { title: "", receiver: { name: "", phone: null, email: null }, agreed: "" };

/** The introductions of a case, the newest first. */
export function introductionsOf(db: Db, keys: KeyRing, stored: CaseRow, now: number): IntroductionView[] {
  const rows = db
    .select({ row: introductions, slug: activities.slug })
    .from(introductions)
    .leftJoin(activities, eq(activities.id, introductions.activityId))
    .where(eq(introductions.caseId, stored.id))
    .orderBy(asc(introductions.id))
    .all();
  const booked = db.select().from(trials).where(eq(trials.caseId, stored.id)).orderBy(asc(trials.start)).all();
  return rows
    .map(({ row, slug }) => ({
      id: row.id,
      to: row.to,
      way: row.way,
      activityId: row.activityId,
      answer: row.answer,
      answeredAt: row.answeredAt,
      shownAt: row.shownAt,
      madeAt: row.madeAt,
      slug,
      words: openWords(keys, stored, row) ?? ERASED,
      stand: standOf(row),
      isTakenBack: row.takenBackAt !== null,
      trials: booked
        .filter(({ introductionId }) => introductionId === row.id)
        .map((trial) => trialView(db, keys, stored, row, trial, now)),
      dates: row.activityId
        ? datesAhead(db, row.activityId, now).map((date) => ({ ...date, isFull: isFullThen(db, row, date.start) }))
        : [],
    }))
    .reverse();
}

function isFullThen(db: Db, { organisationId, id }: IntroductionRow, start: number): boolean {
  if (organisationId === null || !isNewcomer(trialsOf(db, id))) return false;
  return isWeekFull(db, organisationId, { week: weekOf(start), day: localDate(start) });
}

function trialView(
  db: Db,
  keys: KeyRing,
  stored: CaseRow,
  { activityId }: IntroductionRow,
  trial: TrialRow,
  now: number,
): TrialView {
  const { id, start, end, company, companionId, reminder, outcome, again, why } = trial;
  return {
    id,
    start,
    end,
    company,
    companionId,
    reminder,
    outcome,
    again,
    why,
    plan: openPlan(keys, stored, trial) ?? { meets: "", bring: "" },
    isOff: outcome === null && start > now && !isOnItsDate(db, activityId, start),
  };
}

/** What stands on the paper of a trial. */
export interface TrialPaper {
  caseId: string;
  title: string;
  where: string;
  bus: string;
  /** It was called off, here or on the board. */
  isOff: boolean;
  start: number;
  end: number | null;
  company: TrialRow["company"];
  plan: Plan;
}

/** The paper of a trial of a case that the viewer works with; null for any other. */
export function trialPaper(db: Db, keys: KeyRing, viewer: Viewer, trialId: number, now: number): TrialPaper | null {
  return db.transaction((tx) => {
    const trial = tx.select().from(trials).where(eq(trials.id, trialId)).get();
    const stored = trial ? findCase(tx, trial.caseId) : null;
    if (!trial || !stored || !mayDo(viewer, "work", stored)) return null;
    noteRead(tx, stored.id, viewer.id, now);
    return paperOf(tx, keys, stored, trial);
  });
}

/** The trials of a case that are still to come, for the citizen's own page; the soonest first. */
export function trialsAhead(db: Db, keys: KeyRing, stored: CaseRow, now: number): TrialPaper[] {
  return db
    .select()
    .from(trials)
    .where(and(eq(trials.caseId, stored.id), isNull(trials.outcome), gt(trials.start, now)))
    .orderBy(asc(trials.start))
    .all()
    .map((trial) => paperOf(db, keys, stored, trial));
}

function paperOf(db: Db, keys: KeyRing, stored: CaseRow, trial: TrialRow): TrialPaper {
  const introduction = introductionIn(db, stored.id, trial.introductionId);
  const { activityId } = introduction;
  const place = activityId === null ? undefined : placeOf(db, activityId);
  return {
    caseId: stored.id,
    title: openWords(keys, stored, introduction)?.title ?? "",
    where: [place?.placeName, place?.address, [place?.postcode, place?.town].filter(Boolean).join(" ")]
      .filter(Boolean)
      .join(", "),
    bus: place?.bus ?? "",
    isOff: trial.outcome === "called-off" || !isOnItsDate(db, activityId, trial.start),
    start: trial.start,
    end: trial.end,
    company: trial.company,
    plan: openPlan(keys, stored, trial) ?? { meets: "", bring: "" },
  };
}

function placeOf(db: Db, activityId: string) {
  const { placeName, address, postcode, bus } = activities;
  return db
    .select({ placeName, address, postcode, bus, town: postcodes.name })
    .from(activities)
    .leftJoin(postcodes, eq(postcodes.code, activities.postcode))
    .where(eq(activities.id, activityId))
    .get();
}
