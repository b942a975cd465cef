/** What stays of a case whose citizen is forgotten: figures, and nothing that leads back to anybody. */
import { and, type AnyColumn, eq, inArray, sql } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import {
  caseEvents,
  caseLinks,
  caseReadings,
  cases,
  caseTasks,
  companyTimes,
  consents,
  followUps,
  introductions,
  listedOffers,
  passes,
  passUses,
  personRequests,
  placements,
  talks,
  trials,
  who5,
} from "../../db/schema.ts";
import { DAY, instantOf, localDate } from "../shared/time.ts";
import { keepCounts } from "./course/keep.ts";
import type { CaseRow } from "./store.ts";
import { NO_CODE } from "./vault.ts";

/** Where somebody came from and why stays only if so many share it: fewer could be told apart. */
const FEWEST_ALIKE = 5;

/** What of a case stays: its month in place of times, and how many days things took, in whole days. */
export function figuresOf({
  createdAt,
  firstContactAt,
  closedAt,
}: Pick<CaseRow, "createdAt" | "firstContactAt" | "closedAt">): {
  createdAt: number;
  contactDays: number | null;
  courseDays: number | null;
} {
  const days = (from: number, until: number | null) =>
    until === null ? null : Math.max(0, Math.round((until - from) / DAY));
  return {
    createdAt: monthOf(createdAt),
    contactDays: days(createdAt, firstContactAt),
    courseDays: firstContactAt === null ? null : days(firstContactAt, closedAt),
  };
}

/**
 * Forgets the citizens of these cases for good: the keys, what was sealed, every way back, what happened when, and who
 * read it. What each was to the figures stays as counts; of the row itself, what `figuresOf` tells, how much help was
 * needed and whether one would volunteer; where the citizen came from and why, how old and what stood in the way only where
 * at least five share the first.
 */
export function forgetCitizens(db: Db, rows: readonly CaseRow[], now: number): void {
  const ids = rows.map(({ id }) => id);
  db.transaction((tx) => {
    keepCounts(tx, ids, now);
    for (const row of rows) {
      const figures = figuresOf(row);
      const hasMany = hasManyAlike(tx, row);
      tx.update(cases)
        .set({
          ...figures,
          ...GONE,
          ...NO_CODE,
          ...(hasMany ? {} : { unitId: null, reason: null, area: null }),
          dueAt: figures.createdAt,
          reference: `slettet-${row.id}`,
        })
        .where(eq(cases.id, row.id))
        .run();
      tx.update(talks)
        .set({ sealedSheet: null, savedAt: null, ...(hasMany ? {} : { ageBand: null, barriers: null }) })
        .where(eq(talks.caseId, row.id))
        .run();
    }
    for (const table of [caseTasks, caseEvents, caseLinks, caseReadings, consents, personRequests, listedOffers, who5])
      tx.delete(table).where(among(table.caseId, ids)).run();
    forgetIntroductions(tx, ids);
    tx.update(followUps)
      .set({
        placementId: null,
        brobyggerId: null,
        dueOn: sql`substr(due_on, 1, 7) || '-01'`,
        doneOn: sql`substr(done_on, 1, 7) || '-01'`,
        notedAt: null,
        madeAt: 0,
      })
      .where(among(followUps.caseId, ids))
      .run();
    tx.update(placements)
      .set({
        activityId: null,
        introductionId: null,
        sealedOffer: null,
        startedOn: sql`substr(started_on, 1, 7) || '-01'`,
        endedOn: sql`substr(ended_on, 1, 7) || '-01'`,
        madeAt: 0,
        madeById: null,
      })
      .where(among(placements.caseId, ids))
      .run();
    forgetWhoseTheyWere(tx, ids);
  });
}

/** What was told to whom goes; that somebody was, what was answered and whether one came stays, by its month. */
function forgetIntroductions(db: Db, ids: readonly string[]): void {
  db.update(introductions)
    .set({
      activityId: null,
      organisationId: null,
      companionId: null,
      sealedWords: null,
      tokenHash: null,
      linkUntil: null,
      shownAt: null,
      answeredAt: null,
      notedById: null,
      brobyggerId: null,
      madeById: null,
    })
    .where(among(introductions.caseId, ids))
    .run();
  for (const { id, madeAt } of db.select().from(introductions).where(among(introductions.caseId, ids)).all())
    db.update(introductions)
      .set({ madeAt: monthOf(madeAt) })
      .where(eq(introductions.id, id))
      .run();
  for (const { id, start } of db.select().from(trials).where(among(trials.caseId, ids)).all())
    db.update(trials)
      .set({
        start: monthOf(start),
        end: null,
        week: null,
        organisationId: null,
        sealedPlan: null,
        companionId: null,
        remindedAt: null,
        notedAt: null,
        brobyggerId: null,
        madeAt: monthOf(start),
        madeById: null,
      })
      .where(eq(trials.id, id))
      .run();
  db.update(companyTimes)
    .set({ companionId: null, trialId: null, brobyggerId: null, on: sql`substr("on", 1, 7) || '-01'` })
    .where(among(companyTimes.caseId, ids))
    .run();
}

/** Passes stay as a ledger of amounts and days: nobody's, of no activity, and written by nobody. */
function forgetWhoseTheyWere(tx: Db, caseIds: readonly string[]): void {
  const day = (ms: AnyColumn) => sql`${ms} - ${ms} % ${DAY}`;
  const isTheirs = among(passes.caseId, caseIds);
  tx.update(passUses)
    .set({ activityId: null, madeAt: 0, madeById: null, takenBackAt: day(passUses.takenBackAt) })
    .where(inArray(passUses.passId, tx.select({ id: passes.id }).from(passes).where(isTheirs)))
    .run();
  tx.update(passes)
    .set({ caseId: null, madeById: null, endedAt: day(passes.endedAt) })
    .where(isTheirs)
    .run();
}

const GONE = {
  wrappedKey: null,
  sealedPerson: null,
  phoneIndex: null,
  mailIndex: null,
  tokenHash: null,
  unitLinkId: null,
  brobyggerId: null,
  search: null,
  firstAttemptAt: null,
  lastAttemptAt: null,
  firstContactAt: null,
  lastHeardAt: null,
  noStep: null,
  lateToldAt: null,
  informedAt: null,
  deliveredAt: null,
  deliveredById: null,
  closedAt: null,
};

function hasManyAlike(db: Db, { unitId, reason, area }: CaseRow): boolean {
  const alike = and(
    sql`${cases.unitId} IS ${unitId}`,
    sql`${cases.reason} IS ${reason}`,
    sql`${cases.area} IS ${area}`,
  );
  return db.select({ id: cases.id }).from(cases).where(alike).limit(FEWEST_ALIKE).all().length === FEWEST_ALIKE;
}

function monthOf(ms: number): number {
  return instantOf(`${localDate(ms).slice(0, 7)}-01`, "00:00");
}
