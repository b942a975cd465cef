import { and, type Column, eq, inArray, isNotNull, isNull, lte, not, or, type SQL, sql } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { cases, type CloseReason, controllers, teams, users } from "../../db/schema.ts";
import { readSetting, readSettings } from "../../db/settings.ts";
import { scopesOf, type Viewer } from "../accounts/roles.ts";
import { DAY } from "../shared/time.ts";
import { forgetCitizens } from "./forgetting.ts";
import { isOpen } from "./open.ts";
import type { CaseRow } from "./store.ts";
import { askOnce, stepWithin } from "./tasks.ts";

/** A twelfth of a year of 365.25 days. */
const MONTH = 30.4375 * DAY;

const CASES_A_STEP = 10;
/** More than anybody reads in a list. */
const LISTED = 500;

/**
 * Erases the persons of cases whose time is up, by the settings of the people who run the site; the first ten of them.
 * Answers how many. Whoever was never reached is closed as well. `only`: of these, where somebody has looked before.
 */
export function eraseWhatIsDue(db: Db, now: number, only?: readonly string[]): number {
  return db.transaction((tx) => {
    const due = dueForErasure(tx, now, CASES_A_STEP, only);
    erase(tx, due, "not-reached", now);
    return due.length;
  });
}

/**
 * Erases the persons of cases whose keys nobody can open any more. Those that were open are closed: nobody can be
 * called.
 */
export function eraseUnreadable(db: Db, caseIds: readonly string[], now: number): void {
  db.transaction((tx) => erase(tx, tx.select().from(cases).where(among(cases.id, caseIds)).all(), "other", now));
}

/** Erases the persons of these cases at once; those that were open are closed: the citizen wants no more. */
export function eraseNow(db: Db, rows: readonly CaseRow[], now: number): void {
  erase(db, rows, "does-not-wish", now);
}

/**
 * Ids of cases whose time is up, in steps of ten, the first 20 steps: to look for them goes through all cases, and nobody
 * is to wait for that with a write.
 */
export function stepsOfErasure(db: Db, now: number): string[][] {
  const ids = dueForErasure(db, now, 20 * CASES_A_STEP).map(({ id }) => id);
  return Array.from({ length: Math.ceil(ids.length / CASES_A_STEP) }, (_, at) =>
    ids.slice(at * CASES_A_STEP, (at + 1) * CASES_A_STEP),
  );
}

function erase(db: Db, rows: readonly CaseRow[], reason: CloseReason, now: number): void {
  for (const { id } of rows.filter((row) => isOpen(row.state)))
    db.update(cases).set({ state: "closed", closeReason: reason }).where(eq(cases.id, id)).run();
  forgetCitizens(
    db,
    rows.map((row) => (isOpen(row.state) ? { ...row, closedAt: now } : row)),
    now,
  );
}

/** How long before it is erased the brobygger is told. */
const TOLD_BEFORE = 14 * DAY;

/**
 * Tells whoever has a case that it is erased within two weeks, or that it waits to be handed over to the controller's
 * own records, once; the first ten of them. Answers how many.
 */
export function tellOfErasure(db: Db, now: number): number {
  return db.transaction((tx) => {
    const untold = (due: Due) =>
      and(
        or(due.unreached, due.longClosed),
        isNotNull(cases.brobyggerId),
        sql`NOT EXISTS (SELECT 1 FROM case_tasks WHERE case_id = ${cases.id} AND kind = 'erased-soon' AND (done_at IS NULL OR made_at > ${now - 90 * DAY}))`,
      );
    const rows = dueCases(tx, now + TOLD_BEFORE, untold, { delivered: false, most: CASES_A_STEP }).slice(
      0,
      CASES_A_STEP,
    );
    for (const { id } of rows) askOnce(tx, id, stepWithin("erased-soon", 5, now), null, now);
    return rows.length;
  });
}

export interface ErasedSoon {
  reference: string;
  team: string;
  brobygger: string | null;
  closedAt: number | null;
  /** It is not erased before somebody has put it into the controller's own records. */
  waitsForDelivery: boolean;
}

/** What is erased within two weeks of the teams that the viewer leads, or waits to be handed over first. */
export function erasedSoon(db: Db, viewer: Viewer, now: number): ErasedSoon[] {
  const led = scopesOf(viewer, "lead");
  const all = (due: Due) => and(or(due.saidNo, due.unreached, due.longClosed), inArray(cases.teamId, led));
  const ready = new Set(dueCases(db, now + TOLD_BEFORE, all, { delivered: true }).map(({ id }) => id));
  const names = new Map(
    [users, teams]
      .flatMap((table) => db.select({ id: table.id, name: table.name }).from(table).all())
      .map(({ id, name }) => [id, name]),
  );
  return dueCases(db, now + TOLD_BEFORE, all, { delivered: false }).map((row) => ({
    reference: row.reference,
    team: names.get(row.teamId) ?? "",
    brobygger: names.get(row.brobyggerId ?? "") ?? null,
    closedAt: row.closedAt,
    waitsForDelivery: !ready.has(row.id),
  }));
}

/** Somebody wrote, and nobody has answered yet. */
const waitsForAnswer = sql`EXISTS (SELECT 1 FROM case_tasks WHERE case_id = ${cases.id} AND kind = 'answer' AND done_at IS NULL)`;

/** Why a case is to be erased, in SQL. */
type Due = Record<"saidNo" | "unreached" | "longClosed", SQL | undefined>;

/** Who wrote or called begins a new wait, and nobody is erased who waits for an answer. */
function dueForErasure(db: Db, now: number, most: number, only?: readonly string[]): CaseRow[] {
  const all = ({ saidNo, unreached, longClosed }: Due) =>
    and(or(saidNo, unreached, longClosed), only && among(cases.id, only));
  return dueCases(db, now, all, { delivered: true, most }).slice(0, most);
}

/**
 * Each controller has times of its own; `delivered`: where it wants that, only what its own records have; at most
 * `most` of each.
 */
function dueCases(
  db: Db,
  now: number,
  which: (due: Due) => SQL | undefined,
  { delivered, most = LISTED }: { delivered: boolean; most?: number },
): CaseRow[] {
  const scopes = [
    "",
    ...db
      .select({ id: controllers.id })
      .from(controllers)
      .all()
      .map(({ id }) => id),
  ];
  return scopes.flatMap((scope) => {
    const due = dueBy(db, scope, now);
    const waits = delivered && readSetting(db, "handOverFirst", scope) === 1;
    const ofScope = sql`${cases.teamId} IN (SELECT id FROM teams WHERE coalesce(controller_id, '') = ${scope})`;
    const isReady = waits ? or(due.saidNo, isNull(cases.firstContactAt), isNotNull(cases.deliveredAt)) : undefined;
    return db
      .select()
      .from(cases)
      .where(and(isNotNull(cases.wrappedKey), ofScope, which(due), isReady))
      .limit(most)
      .all();
  });
}

function dueBy(db: Db, scope: string, now: number): Due {
  const { retentionUnreachedDays, retentionClosedMonths, retentionWithdrawnDays } = readSettings(
    db,
    ["retentionUnreachedDays", "retentionClosedMonths", "retentionWithdrawnDays"],
    scope,
  );
  const relativeNo = and(eq(cases.door, "relative"), eq(cases.closeReason, "does-not-wish"));
  const saidNo = or(
    eq(cases.state, "withdrawn"),
    and(eq(cases.state, "closed"), or(relativeNo, inArray(cases.closeReason, ["nonsense", "repeat"]))),
  );
  const silentSince = (at: Column, ms: number) =>
    and(lte(at, ms), or(isNull(cases.lastHeardAt), lte(cases.lastHeardAt, ms)), not(waitsForAnswer));
  return {
    saidNo: and(saidNo, lte(cases.closedAt, now - retentionWithdrawnDays * DAY)),
    unreached: and(isNull(cases.firstContactAt), silentSince(cases.lastAttemptAt, now - retentionUnreachedDays * DAY)),
    longClosed: and(eq(cases.state, "closed"), silentSince(cases.closedAt, now - retentionClosedMonths * MONTH)),
  };
}
