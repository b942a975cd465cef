import { and, asc, desc, eq, gte, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import {
  type AttemptResult,
  type CarriedSearch,
  caseEvents,
  cases,
  type CloseReason,
  type Door,
  type ReferralState,
  teams,
  users,
} from "../../db/schema.ts";
import { scopesOf, teamsOf, type Viewer } from "../accounts/roles.ts";
import { isPublicHoliday } from "../shared/holidays.ts";
import { type Paged, pageOf } from "../shared/paging.ts";
import type { KeyRing } from "../shared/seal.ts";
import { DAY, localDate } from "../shared/time.ts";
import { isLate, isOpenCase } from "./open.ts";
import { waitedDays } from "./promise.ts";
import { unitNames } from "./referral.ts";
import { isLeft } from "./leaving.ts";
import { toldByPhone } from "./introductions/telling-off.ts";
import { isOwn } from "./own.ts";
import { mayDo, whomFor } from "./rules.ts";
import { type CaseRow, detailOf, noteListed } from "./store.ts";
import { openPerson, type Person, type WhenToCall } from "./vault.ts";

const RECENTLY = 30 * DAY;

/** A case in a list of those who may read it. */
export interface CaseLine {
  id: string;
  reference: string;
  state: ReferralState;
  door: Door;
  /** Name of the unit that referred; null: none did. */
  unit: string | null;
  area: string | null;
  search: CarriedSearch | null;
  firstName: string;
  whenToCall: WhenToCall | null;
  createdAt: number;
  dueAt: number;
  /** Whole working days since the request. */
  waited: number;
  late: boolean;
  lastAttempt: { result: AttemptResult; at: number } | null;
  spoken: boolean;
  /** The citizen wrote after the last thing that a brobygger did. */
  citizenWrote: boolean;
  closedAt: number | null;
  closeReason: CloseReason | null;
  /** Name of the brobygger whom the viewer stands in for; null: it is the viewer's own, or nobody's yet. */
  standsInFor: string | null;
}

/** New requests of the viewer's teams, the oldest first. Seeing a name in a list is a reading: logged once a day. */
export function newCases(db: Db, keys: KeyRing, viewer: Viewer, now: number, page = 1): Paged<CaseLine> {
  return lines(db, keys, viewer, newOfTeams(viewer), [asc(cases.createdAt)], now, page);
}

/** The viewer's own open cases, the oldest first. */
export function myCases(db: Db, keys: KeyRing, viewer: Viewer, now: number, page = 1): Paged<CaseLine> {
  return lines(db, keys, viewer, own(viewer, "taken"), [asc(cases.createdAt)], now, page);
}

/** The viewer's own cases of the last 30 days that are closed, the newest first. */
export function myClosedCases(db: Db, keys: KeyRing, viewer: Viewer, now: number, page = 1): Paged<CaseLine> {
  return lines(
    db,
    keys,
    viewer,
    and(own(viewer, "closed"), gte(cases.closedAt, now - RECENTLY)),
    [desc(cases.createdAt)],
    now,
    page,
  );
}

/** The viewer's cases whose citizen said no in the last 30 days: nobody is to call them. */
export function myWithdrawn(db: Db, keys: KeyRing, viewer: Viewer, now: number): WithdrawnLine[] {
  return db
    .select()
    .from(cases)
    .where(and(own(viewer, "withdrawn"), gte(cases.closedAt, now - RECENTLY), isNotNull(cases.wrappedKey)))
    .all()
    .map((row) => ({ reference: row.reference, toCall: toldByPhone(db, keys, row) }));
}

/** A citizen who said no: the number alone, and whom the brobygger told by phone and is to call now. */
export interface WithdrawnLine {
  reference: string;
  toCall: { title: string; name: string; phone: string | null }[];
}

/** How many new requests wait in the viewer's teams, and how many open cases the viewer has. */
export function deskFigures(db: Db, viewer: Viewer): { waiting: number; mine: number } {
  return { waiting: count(db, newOfTeams(viewer)), mine: count(db, own(viewer, "taken")) };
}

/** What a lead sees of the team's open cases: enough to move one, nothing of the person. */
export interface LeadLine {
  id: string;
  reference: string;
  teamId: string;
  team: string;
  area: string | null;
  state: ReferralState;
  createdAt: number;
  waited: number;
  late: boolean;
  brobyggerId: string | null;
  brobygger: string | null;
  /** The day (`YYYY-MM-DD`) on which it is closed unless the citizen is heard of. */
  closesOn: string | null;
  /** Whoever has it works in the team no more. */
  isLeft: boolean;
}

/** A closed case whose citizen wrote, and nobody is left to answer. */
const leftBehind = sql`(${cases.state} = 'closed' AND ${cases.wrappedKey} IS NOT NULL AND EXISTS (
  SELECT 1 FROM case_tasks t WHERE t.case_id = ${cases.id} AND t.done_at IS NULL AND t.doer_id IS NULL))`;

/** Whether a step of the case is over its time on that date: 1 or 0. */
const overdueOn = (date: string) =>
  sql<number>`EXISTS (SELECT 1 FROM case_tasks t WHERE t.case_id = ${cases.id} AND t.done_at IS NULL AND t.due_on < ${date})`;

const closesOn = sql<string | null>`(SELECT t.due_on FROM case_tasks t
  WHERE t.case_id = ${cases.id} AND t.done_at IS NULL AND t.kind = 'closes-soon')`;

/** The open cases of the teams that the viewer leads, and closed ones that nobody answers for, the oldest first. */
export function leadOverview(db: Db, viewer: Viewer, now: number, page = 1): Paged<LeadLine> {
  const led = and(inArray(cases.teamId, scopesOf(viewer, "lead")), or(isOpenCase, leftBehind));
  return pageOf(page, count(db, led), (skip, take) =>
    db
      .select({
        row: cases,
        team: teams.name,
        brobygger: users.name,
        overdue: overdueOn(localDate(now)),
        closesOn,
        left: isLeft,
      })
      .from(cases)
      .innerJoin(teams, eq(teams.id, cases.teamId))
      .leftJoin(users, eq(users.id, cases.brobyggerId))
      .where(led)
      .orderBy(asc(cases.createdAt), asc(cases.id))
      .limit(take)
      .offset(skip)
      .all()
      .map(({ row, team, brobygger, overdue, left, ...line }) => ({
        ...line,
        id: row.id,
        reference: row.reference,
        teamId: row.teamId,
        team,
        area: row.area,
        state: row.state,
        createdAt: row.createdAt,
        waited: waitedDays(row.createdAt, now, isPublicHoliday),
        late: isLate(row, now) || overdue === 1 || left === 1,
        brobyggerId: row.brobyggerId,
        brobygger,
        isLeft: left === 1,
      })),
  );
}

function newOfTeams(viewer: Viewer): SQL | undefined {
  return and(inArray(cases.teamId, teamsOf(viewer)), eq(cases.state, "new"));
}

function own(viewer: Viewer, state: ReferralState): SQL | undefined {
  return and(isOwn(viewer), eq(cases.state, state));
}

function count(db: Db, where: SQL | undefined): number {
  return (
    db
      .select({ many: sql<number>`count(*)` })
      .from(cases)
      .where(where)
      .get()?.many ?? 0
  );
}

function lines(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  which: SQL | undefined,
  order: SQL[],
  now: number,
  page: number,
): Paged<CaseLine> {
  return db.transaction((tx) => {
    const where = and(which, isNotNull(cases.wrappedKey));
    return pageOf(page, count(tx, where), (skip, take) => {
      const rows = tx
        .select()
        .from(cases)
        .where(where)
        .orderBy(...order, asc(cases.id))
        .limit(take)
        .offset(skip)
        .all()
        .filter((row) => mayDo(viewer, "read", row));
      const ids = rows.map((row) => row.id);
      const happened = tx
        .select()
        .from(caseEvents)
        .where(among(caseEvents.caseId, ids))
        .orderBy(asc(caseEvents.happenedAt), asc(caseEvents.id))
        .all();
      noteListed(tx, viewer.id, ids, now);
      const names = unitNames(tx, teamsOf(viewer));
      return rows.flatMap((row) =>
        lineOf(
          viewer,
          row,
          openPerson(keys, row),
          names.get(row.unitId ?? "") ?? null,
          happened.filter((event) => event.caseId === row.id),
          now,
        ),
      );
    });
  });
}

function lineOf(
  viewer: Viewer,
  row: CaseRow,
  person: Person | null,
  unit: string | null,
  happened: (typeof caseEvents.$inferSelect)[],
  now: number,
): CaseLine[] {
  if (!person) return [];
  const { id, reference, state, door, area, search, createdAt, dueAt, closedAt, closeReason } = row;
  const attempt = happened.findLast((event) => event.kind === "attempt");
  const tried = attempt && detailOf(attempt, "attempt");
  return [
    {
      id,
      reference,
      state,
      door,
      unit,
      area,
      search,
      createdAt,
      dueAt,
      closedAt,
      closeReason,
      firstName: person.name.split(" ")[0] ?? "",
      whenToCall: person.whenToCall,
      waited: waitedDays(createdAt, now, isPublicHoliday),
      late: isLate(row, now),
      lastAttempt: tried ? { result: tried.result, at: attempt.happenedAt } : null,
      spoken: row.firstContactAt !== null,
      standsInFor: whomFor(viewer, row),
      citizenWrote: happened.at(-1)?.kind === "citizen-note",
    },
  ];
}
