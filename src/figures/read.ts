/** The rows that figures are counted from: of one team and a span of months, coded, and of nobody. */
import { and, between, count, eq, gte, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import {
  activities,
  cases,
  type CompanyKind,
  companyTimes,
  followUps,
  gaps,
  type IntroducedTo,
  type IntroductionAnswer,
  introductions,
  organisations,
  passes,
  passUses,
  placements,
  type TrialOutcome,
  trials,
  units,
  users,
  type WhyMissed,
} from "../../db/schema.ts";
import { readSettings } from "../../db/settings.ts";
import { onBoardOfTables } from "../../db/on-board.ts";
import { scopesOf, teamsOf, type Viewer } from "../accounts/roles.ts";
import { isLate, isOpenCase } from "../casework/open.ts";
import type { Windows } from "../casework/following/rules.ts";
import type { CaseRow } from "../casework/store.ts";
import { localDate } from "../shared/time.ts";
import { type Course, daysToStart, isReferral, type Placed, standOf } from "./course.ts";
import { foundAt, type FollowedAt, type Noted } from "./following.ts";
import { addMonths, instantsOf, monthOf, type Span } from "./span.ts";

/** Something that happened in the cases that a team has, by its month. */
export interface Contacted {
  month: string;
  brobyggerId: string | null;
  to: IntroducedTo;
  /** Null: it waits for an answer. */
  answer: IntroductionAnswer | null;
}
export interface TrialHeld {
  month: string;
  brobyggerId: string | null;
  /** Null: it is to come, or nobody has noted how it went. */
  outcome: TrialOutcome | null;
  why: WhyMissed | null;
}
export interface Accompanied {
  month: string;
  brobyggerId: string | null;
  kind: CompanyKind;
}
export interface NotedGap {
  month: string;
  area: string;
  theme: string;
  time: string;
  isMet: boolean;
}
/** Amounts in øre. */
export interface Passed {
  month: string;
  what: "issued" | "used";
  ore: number;
}

export interface FigureRows {
  teamId: string;
  team: string;
  span: Span;
  /** Whether the viewer leads the team: who has what is a lead's to see, and one's own. */
  leads: boolean;
  courses: Course[];
  /** What came and was no referral. */
  leftOut: number;
  contacted: Contacted[];
  trials: TrialHeld[];
  company: Accompanied[];
  gaps: NotedGap[];
  passes: Passed[];
  /** Now, whatever the span: whom nobody has tried yet, and open cases by who has them (null: nobody yet). */
  waiting: number;
  waitingLate: number;
  open: { brobyggerId: string | null; count: number }[];
  /** The board now. */
  supply: { area: string | null; themes: string[] }[];
  units: { id: string; name: string }[];
  brobyggere: { id: string; name: string }[];
}

/** What a team's figures are counted from, for who works in it or leads it; null for anybody else. */
export function readFigures(db: Db, viewer: Viewer, teamId: string, span: Span, now: number): FigureRows | null {
  if (!teamsOf(viewer).includes(teamId)) return null;
  return db.transaction((tx) => {
    const team = tx.query.teams.findFirst({ where: (row, is) => is.eq(row.id, teamId) }).sync();
    if (!team) return null;
    const { courses, leftOut } = coursesOf(tx, teamId, span, now);
    const open = tx
      .select({ brobyggerId: cases.brobyggerId, count: count() })
      .from(cases)
      .where(and(eq(cases.teamId, teamId), isOpenCase))
      .groupBy(cases.brobyggerId)
      .all();
    return {
      teamId,
      team: team.name,
      span,
      leads: scopesOf(viewer, "lead").includes(teamId),
      courses,
      leftOut,
      ...happenedIn(tx, teamId, span),
      gaps: gapsIn(tx, teamId, span),
      passes: passesIn(tx, teamId, span),
      ...waitingIn(tx, teamId, now),
      open,
      supply: supplyOf(tx),
      units: tx.select({ id: units.id, name: units.name }).from(units).where(eq(units.teamId, teamId)).all(),
      brobyggere: namesOf(tx, [...courses, ...open]),
    };
  });
}

interface Arrived {
  id: string;
  cameAt: number;
  /** Of what SQLite answers. */
  fromTeam: 0 | 1;
  firstBrobygger: string | null;
  triedHere: 0 | 1;
}

/**
 * Which cases came to a team, when, and who had them first there: by what happened. Of one that is forgotten nothing of
 * that is left, and it counts where it was last, by the month of the request.
 */
function arrivalsOf(db: Db, teamId: string, { from, until: before }: { from: number; until: number }): Arrived[] {
  return db.all<Arrived>(sql`
    WITH came AS (
      SELECT c.id, c.created_at AS cameAt, 0 AS fromTeam FROM cases c
      WHERE c.created_at < ${before} AND coalesce(
        (SELECT e.team_id FROM case_events e WHERE e.case_id = c.id AND e.kind = 'created' ORDER BY e.id LIMIT 1),
        c.team_id) = ${teamId}
      UNION ALL
      SELECT e.case_id, e.happened_at, 1 FROM case_events e
      WHERE e.kind = 'moved' AND e.team_id = ${teamId} AND e.happened_at < ${before}
    ), first AS (SELECT id, cameAt, fromTeam, row_number() OVER (PARTITION BY id ORDER BY fromTeam, cameAt) AS nth FROM came)
    SELECT f.id, f.cameAt, f.fromTeam,
      coalesce((SELECT e.brobygger_id FROM case_events e WHERE e.case_id = f.id AND e.team_id = ${teamId}
          AND e.brobygger_id IS NOT NULL ORDER BY e.id LIMIT 1),
        CASE WHEN c.team_id = ${teamId} THEN c.brobygger_id END) AS firstBrobygger,
      coalesce((SELECT e.team_id = ${teamId} FROM case_events e WHERE e.case_id = f.id AND e.kind IN ('created', 'moved')
          AND (e.kind = 'created' OR e.happened_at <= c.first_attempt_at)
          ORDER BY e.kind = 'moved' DESC, e.id DESC LIMIT 1), 1) AS triedHere
    FROM first f JOIN cases c ON c.id = f.id WHERE f.nth = 1 AND f.cameAt >= ${from}`);
}

function coursesOf(db: Db, teamId: string, span: Span, now: number): Pick<FigureRows, "courses" | "leftOut"> {
  const arrived = new Map(arrivalsOf(db, teamId, instantsOf(span)).map((row) => [row.id, row]));
  const ids = [...arrived.keys()];
  const rows = db.select().from(cases).where(among(cases.id, ids)).all();
  const placed = Map.groupBy(
    db
      .select({ caseId: placements.caseId, startedOn: placements.startedOn, endedOn: placements.endedOn })
      .from(placements)
      .where(among(placements.caseId, ids))
      .all(),
    ({ caseId }) => caseId,
  );
  const { caseId, round, dueOn, doneOn, outcome } = followUps;
  const followed = Map.groupBy(
    db
      .select({ caseId, round, dueOn, doneOn, outcome })
      .from(followUps)
      .where(and(among(caseId, ids), isNull(followUps.droppedAt)))
      .all(),
    (row) => row.caseId,
  );
  const windows = readSettings(db, ["followWeeksFirst", "followWeeksLater"], teamId);
  const foundOf = (row: CaseRow) => foundIn(row, placed.get(row.id) ?? [], followed.get(row.id) ?? [], windows, now);
  const referrals = rows.filter(isReferral);
  return {
    courses: referrals.flatMap((row) => {
      const came = arrived.get(row.id);
      if (!came) return [];
      const course = courseOf(row, came, placed.get(row.id) ?? [], teamId, now);
      return [{ ...course, found: course.hasStarted ? foundOf(row) : null }];
    }),
    leftOut: rows.length - referrals.length,
  };
}

function foundIn(
  { noFollowUp, wrappedKey }: CaseRow,
  placed: readonly Placed[],
  noted: readonly Noted[],
  windows: Windows,
  now: number,
): Course["found"] {
  const [startedOn] = placed.flatMap((one) => one.startedOn ?? []).toSorted();
  if (startedOn === undefined) return null;
  const course = { startedOn, noFollowUp, noted, isForgotten: wrappedKey === null };
  const at = (round: FollowedAt) => foundAt(round, course, windows, localDate(now));
  return { "months-3": at("months-3"), "months-6": at("months-6") };
}

function courseOf(
  row: CaseRow,
  came: Arrived,
  placedHere: readonly Placed[],
  teamId: string,
  now: number,
): Omit<Course, "found"> {
  const hasMoved = row.teamId !== teamId;
  const isForgotten = row.wrappedKey === null;
  // What another team does is not this one's to count.
  const placed = hasMoved ? [] : placedHere;
  const isPromised = row.promiseKept !== null && came.triedHere === 1;
  return {
    ...standOf({ ...row, hasMoved, placements: placed }),
    month: monthOf(localDate(came.cameAt)),
    door: came.fromTeam ? "other-team" : row.door,
    unitId: row.unitId,
    reason: row.reason,
    channel: row.channel,
    brobyggerId: came.firstBrobygger,
    isForgotten,
    waitedDays: isPromised ? row.waitedDays : null,
    kept: isPromised ? row.promiseKept : null,
    isLate: !hasMoved && row.firstAttemptAt === null && row.waitedDays === null && isLate(row, now),
    hasStarted: placed.length > 0,
    daysToStart: isForgotten ? null : daysToStart(localDate(row.createdAt), placed),
  };
}

/** What happened in the span in the cases that the team has, also in those of before it. */
function happenedIn(db: Db, teamId: string, span: Span): Pick<FigureRows, "contacted" | "trials" | "company"> {
  const { from, until } = instantsOf(span);
  const within = (column: typeof introductions.madeAt | typeof trials.start) =>
    and(eq(cases.teamId, teamId), gte(column, from), lt(column, until));
  const { brobyggerId } = cases;
  const contacted = db
    .select({ at: introductions.madeAt, brobyggerId, to: introductions.to, answer: introductions.answer })
    .from(introductions)
    .innerJoin(cases, eq(cases.id, introductions.caseId))
    .where(within(introductions.madeAt))
    .all();
  const held = db
    .select({ at: trials.start, brobyggerId, outcome: trials.outcome, why: trials.why })
    .from(trials)
    .innerJoin(cases, eq(cases.id, trials.caseId))
    .where(within(trials.start))
    .all();
  const company = db
    .select({ on: companyTimes.on, brobyggerId, kind: companyTimes.kind })
    .from(companyTimes)
    .innerJoin(cases, eq(cases.id, companyTimes.caseId))
    .where(and(eq(cases.teamId, teamId), between(companyTimes.on, `${span.from}-01`, `${span.until}-31`)))
    .all();
  return {
    contacted: contacted.map(({ at, ...row }) => ({ month: monthOf(localDate(at)), ...row })),
    trials: held.map(({ at, ...row }) => ({ month: monthOf(localDate(at)), ...row })),
    company: company.map(({ on, ...row }) => ({ month: monthOf(on), ...row })),
  };
}

function gapsIn(db: Db, teamId: string, { from, until }: Span): NotedGap[] {
  const { month, area, theme, time, metById } = gaps;
  return db
    .select({ month, area, theme, time, metById })
    .from(gaps)
    .where(and(eq(gaps.teamId, teamId), between(month, from, until)))
    .all()
    .map(({ metById: met, ...row }) => ({ ...row, isMet: met !== null }));
}

function passesIn(db: Db, teamId: string, { from, until }: Span): Passed[] {
  const [first, after] = [`${from}-01`, `${addMonths(until, 1)}-01`];
  const issued = db
    .select({ on: passes.issuedOn, ore: passes.ore })
    .from(passes)
    .where(and(eq(passes.teamId, teamId), gte(passes.issuedOn, first), lt(passes.issuedOn, after)))
    .all();
  const used = db
    .select({ on: passUses.usedOn, ore: passUses.ore })
    .from(passUses)
    .innerJoin(passes, eq(passes.id, passUses.passId))
    .where(
      and(
        eq(passes.teamId, teamId),
        isNull(passUses.takenBackAt),
        gte(passUses.usedOn, first),
        lt(passUses.usedOn, after),
      ),
    )
    .all();
  return [
    ...issued.map(({ on, ore }) => ({ month: monthOf(on), what: "issued" as const, ore })),
    ...used.map(({ on, ore }) => ({ month: monthOf(on), what: "used" as const, ore })),
  ];
}

function waitingIn(db: Db, teamId: string, now: number): Pick<FigureRows, "waiting" | "waitingLate"> {
  const rows = db
    .select()
    .from(cases)
    .where(and(eq(cases.teamId, teamId), isOpenCase, isNull(cases.firstAttemptAt), isNotNull(cases.wrappedKey)))
    .all();
  return { waiting: rows.length, waitingLate: rows.filter((row) => isLate(row, now)).length };
}

function supplyOf(db: Db): FigureRows["supply"] {
  return db
    .select({ area: activities.area, themes: activities.themes })
    .from(activities)
    .innerJoin(organisations, eq(organisations.id, activities.organisationId))
    .where(onBoardOfTables)
    .all();
}

function namesOf(db: Db, having: readonly { brobyggerId: string | null }[]): FigureRows["brobyggere"] {
  const ids = [...new Set(having.flatMap(({ brobyggerId }) => brobyggerId ?? []))];
  const rows = db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids)).all();
  return rows.sort((a, b) => a.name.localeCompare(b.name, "da"));
}
