/** Where each introduction of a case stands, with what was booked of it. */
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { activities, introductions, trials } from "../../../db/schema.ts";
import type { Viewer } from "../../accounts/roles.ts";
import type { KeyRing } from "../../shared/seal.ts";
import { mayDo } from "../rules.ts";
import { type CaseRow, findCase, noteRead } from "../store.ts";
import { introductionIn, type IntroductionRow, type IntroductionWords, openWords } from "./introduce.ts";
import { type Stand, standOf } from "./rules.ts";
import { datesAhead, isOnItsDate, openPlan, type Plan, type TrialRow } from "./trials.ts";

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
  trials: TrialView[];
  /** Dates that can be chosen for a trial; of what is not on the board none are known. */
  dates: { start: number; end: number }[];
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
      trials: booked
        .filter(({ introductionId }) => introductionId === row.id)
        .map((trial) => trialView(db, keys, stored, row, trial, now)),
      dates: row.activityId ? datesAhead(db, row.activityId, now) : [],
    }))
    .reverse();
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
export function trialsAhead(db: Db, keys: KeyRing, stored: CaseRow, now: number): (TrialPaper & { isOff: boolean })[] {
  return db
    .select()
    .from(trials)
    .where(and(eq(trials.caseId, stored.id), isNull(trials.outcome), gt(trials.start, now)))
    .orderBy(asc(trials.start))
    .all()
    .map((trial) => ({
      ...paperOf(db, keys, stored, trial),
      isOff: !isOnItsDate(db, introductionIn(db, stored.id, trial.introductionId).activityId, trial.start),
    }));
}

function paperOf(db: Db, keys: KeyRing, stored: CaseRow, trial: TrialRow): TrialPaper {
  const introduction = introductionIn(db, stored.id, trial.introductionId);
  const { placeName, address, postcode } = activities;
  const place =
    introduction.activityId === null
      ? undefined
      : db
          .select({ placeName, address, postcode })
          .from(activities)
          .where(eq(activities.id, introduction.activityId))
          .get();
  return {
    caseId: stored.id,
    title: openWords(keys, stored, introduction)?.title ?? "",
    where: [place?.placeName, place?.address, place?.postcode].filter(Boolean).join(", "),
    start: trial.start,
    end: trial.end,
    company: trial.company,
    plan: openPlan(keys, stored, trial) ?? { meets: "", bring: "" },
  };
}
