/** The courses of a team and what happened in them, coded and of nobody: what figures are counted from. */
import { and, between, eq, gte, isNull, lt, sql, type SQL } from "drizzle-orm";
import { among } from "../../../db/among.ts";
import type { Db } from "../../../db/client.ts";
import {
  activities,
  areas,
  cases,
  companyTimes,
  followUps,
  introductions,
  placements,
  trials,
} from "../../../db/schema.ts";
import { readSettings } from "../../../db/settings.ts";
import { distanceMetres } from "../../places/distance.ts";
import { byKey } from "../../shared/keys-of.ts";
import { addMonths, instantOf, isoMonth, localDate } from "../../shared/time.ts";
import { dutiesOf } from "../following/duty.ts";
import type { Windows } from "../following/rules.ts";
import { isLate, isOpen } from "../open.ts";
import type { CaseRow } from "../store.ts";
import { who5Scores } from "../wellbeing/scores.ts";
import type { Accompanied, Contacted, Count, TrialHeld } from "./counts.ts";
import { FOLLOWED_AT, foundAt } from "./found.ts";
import { bandOf, type Course, daysToStart, type Distance, isReferral, type Placed, standOf } from "./stand.ts";

/** Instants in ms: from the first to before the second. */
export interface Times {
  from: number;
  until: number;
}

/** Which courses: all that came to a team in a time, or of cases, in each team that they came to. */
export type Which = { teamId: string; times: Times } | { caseIds: readonly string[] };

interface Came {
  id: string;
  teamId: string;
  cameAt: number;
  /** Of what SQLite answers. */
  fromTeam: 0 | 1;
  firstBrobygger: string | null;
  triedHere: 0 | 1;
}

/** A course with its team; what was no referral is only counted. */
export interface CourseIn {
  teamId: string;
  course: Course | null;
  /** `YYYY-MM`. */
  month: string;
}

/** The courses that figures read from the cases; what is erased stands in `kept_counts`. */
export function readCourses(db: Db, which: Which, now: number): CourseIn[] {
  const came = cameOf(db, which);
  const ids = [...new Set(came.map(({ id }) => id))];
  const rows = new Map(readCases(db, ids).map((row) => [row.id, row]));
  const placed = placedIn(db, ids);
  const followed = followedIn(db, ids);
  const scores = who5Scores(db, ids);
  const accompanied = new Set(
    db
      .selectDistinct({ id: companyTimes.caseId })
      .from(companyTimes)
      .where(among(companyTimes.caseId, ids))
      .all()
      .map(({ id }) => id),
  );
  const teams = teamReader(db);
  return came.flatMap((one): CourseIn[] => {
    const row = rows.get(one.id);
    if (!row) return [];
    const { teamId, cameAt } = one;
    const month = isoMonth(localDate(cameAt));
    if (!isReferral(row)) return [{ teamId, month, course: null }];
    const hasMoved = row.teamId !== teamId;
    // What another team does is not this one's to count.
    const here = hasMoved ? NOTHING : { placed: placed.get(one.id) ?? [], noted: followed.get(one.id) ?? [] };
    const hadCompany = accompanied.has(one.id);
    const wellbeing = (hasMoved ? null : scores.get(one.id)) ?? { before: null, after: null };
    return [
      {
        teamId,
        month,
        course: courseOf(row, one, { month, hasMoved, hadCompany, wellbeing, ...here }, teams(teamId), now),
      },
    ];
  });
}

const NOTHING = { placed: [], noted: [] };

interface Here {
  month: string;
  hasMoved: boolean;
  hadCompany: boolean;
  wellbeing: Course["wellbeing"];
  placed: readonly PlacedNear[];
  noted: readonly FollowedRow[];
}

function courseOf(row: CoursedCase, came: Came, here: Here, { windows, dutyOf }: TeamRules, now: number): Course {
  const { month, hasMoved, hadCompany, wellbeing, placed, noted } = here;
  const isPromised = row.promiseKept !== null && came.triedHere === 1;
  const mayHaveStarted = hasMoved || row.noFollowUp === "found-own" || row.closeReason === "finds-own-way";
  const first = placed.toSorted((a, b) => ((a.startedOn ?? LAST) < (b.startedOn ?? LAST) ? -1 : 1))[0];
  const followable = {
    startedOn: first?.startedOn ?? null,
    duty: hasMoved ? ("none" as const) : (row.followDuty ?? dutyOf(row.brobyggerId ?? came.firstBrobygger)),
    plan: row.followPlan,
    noFollowUp: row.noFollowUp,
    noted,
    isOver: !isOpen(row.state),
    isForgotten: row.isForgotten === 1,
  };
  const found = byKey(FOLLOWED_AT, (at) => foundAt(at, followable, windows, localDate(now)));
  const said = noted.findLast(({ mattered, received, gains }) => mattered ?? received ?? gains?.length);
  return {
    ...standOf({ ...row, hasMoved, placements: placed }),
    month,
    door: came.fromTeam ? "other-team" : row.door,
    unitId: row.unitId,
    reason: row.reason,
    channel: row.channel,
    brobyggerId: came.firstBrobygger,
    isForgotten: row.isForgotten === 1,
    waitedDays: isPromised ? row.waitedDays : null,
    kept: isPromised ? row.promiseKept === 1 : null,
    isLate: !hasMoved && row.firstAttemptAt === null && row.waitedDays === null && isLate(row, now),
    isReached: row.firstContactAt !== null || row.contactDays !== null,
    started: placed.length > 0 ? "yes" : mayHaveStarted ? "maybe" : "no",
    found,
    daysToStart: row.isForgotten === 1 ? null : daysToStart(localDate(row.createdAt), placed),
    distance: first?.distance ?? null,
    hadCompany,
    wellbeing,
    experienced: { mattered: said?.mattered ?? null, received: said?.received ?? null, gains: said?.gains ?? [] },
  };
}
/** After every date: a start of which no day is known. */
const LAST = "9999-12-31";

/**
 * Which cases came to a team, when, and who had them first there: by what happened. Of one that was forgotten before there
 * were kept counts nothing of that is left, and it counts where it was last, by the month of the request.
 */
function cameOf(db: Db, which: Which): Came[] {
  const [ofCases, ofEvents, since]: [SQL, SQL, number] =
    "teamId" in which
      ? [
          sql`c.created_at < ${which.times.until} AND teamId = ${which.teamId}`,
          sql`e.team_id = ${which.teamId} AND e.happened_at < ${which.times.until}`,
          which.times.from,
        ]
      : [
          sql`c.id IN (SELECT value FROM json_each(${JSON.stringify(which.caseIds)}))`,
          sql`e.case_id IN (SELECT value FROM json_each(${JSON.stringify(which.caseIds)}))`,
          -8.64e15,
        ];
  // What never changed hands is as its row says, and that is nearly all.
  return db.all<Came>(sql`
    WITH given AS MATERIALIZED (
      SELECT DISTINCT case_id AS id FROM case_events WHERE kind IN ('moved', 'handed-over', 'reassigned')
    ), came AS (
      SELECT c.id, c.created_at AS cameAt, 0 AS fromTeam, coalesce((SELECT e.team_id FROM case_events e
          WHERE e.case_id = c.id AND e.kind = 'created' ORDER BY e.id LIMIT 1), c.team_id) AS teamId
      FROM cases c WHERE NOT c.is_counted AND c.id IN (SELECT id FROM given) AND ${ofCases}
      UNION ALL
      SELECT e.case_id, e.happened_at, 1, e.team_id FROM case_events e WHERE e.kind = 'moved' AND ${ofEvents}
    ), first AS (
      SELECT id, teamId, cameAt, fromTeam, row_number() OVER (PARTITION BY id, teamId ORDER BY fromTeam, cameAt) AS nth
      FROM came
    )
    SELECT c.id, c.team_id AS teamId, c.created_at AS cameAt, 0 AS fromTeam, c.brobygger_id AS firstBrobygger,
      1 AS triedHere
    FROM cases c
    WHERE NOT c.is_counted AND c.id NOT IN (SELECT id FROM given) AND c.created_at >= ${since} AND ${ofCases}
    UNION ALL
    SELECT f.id, f.teamId, f.cameAt, f.fromTeam,
      coalesce((SELECT e.brobygger_id FROM case_events e WHERE e.case_id = f.id AND e.team_id = f.teamId
          AND e.brobygger_id IS NOT NULL ORDER BY e.id LIMIT 1),
        CASE WHEN c.team_id = f.teamId THEN c.brobygger_id END),
      coalesce((SELECT e.team_id = f.teamId FROM case_events e WHERE e.case_id = f.id AND e.kind IN ('created', 'moved')
          AND (e.kind = 'created' OR e.happened_at <= c.first_attempt_at)
          ORDER BY e.kind = 'moved' DESC, e.id DESC LIMIT 1), 1)
    FROM first f JOIN cases c ON c.id = f.id WHERE f.nth = 1 AND f.cameAt >= ${since}`);
}

/** What of a case figures need, as SQLite answers it: of 20,000 of them the mapping of each column is what takes long. */
type CoursedCase = Pick<
  CaseRow,
  | "id"
  | "teamId"
  | "state"
  | "closeReason"
  | "door"
  | "unitId"
  | "reason"
  | "channel"
  | "brobyggerId"
  | "createdAt"
  | "dueAt"
  | "firstAttemptAt"
  | "waitedDays"
  | "firstContactAt"
  | "contactDays"
  | "followPlan"
  | "followDuty"
  | "noFollowUp"
> & { promiseKept: 0 | 1 | null; isForgotten: 0 | 1 };

function readCases(db: Db, ids: readonly string[]): CoursedCase[] {
  return db.all<CoursedCase>(sql`
    SELECT id, team_id AS teamId, state, close_reason AS closeReason, door, unit_id AS unitId, reason, channel,
      brobygger_id AS brobyggerId, created_at AS createdAt, due_at AS dueAt, first_attempt_at AS firstAttemptAt,
      waited_days AS waitedDays, promise_kept AS promiseKept, first_contact_at AS firstContactAt,
      contact_days AS contactDays, follow_plan AS followPlan, follow_duty AS followDuty, no_follow_up AS noFollowUp,
      wrapped_key IS NULL AS isForgotten
    FROM cases WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
}

interface PlacedNear extends Placed {
  distance: Distance | null;
}

function placedIn(db: Db, ids: readonly string[]): Map<string, PlacedNear[]> {
  const rows = db
    .select({
      caseId: placements.caseId,
      startedOn: placements.startedOn,
      endedOn: placements.endedOn,
      there: { lat: activities.lat, lng: activities.lng },
      home: { lat: areas.lat, lng: areas.lng },
    })
    .from(placements)
    .innerJoin(cases, eq(cases.id, placements.caseId))
    .leftJoin(activities, eq(activities.id, placements.activityId))
    .leftJoin(areas, eq(areas.slug, cases.area))
    .where(among(placements.caseId, ids))
    .all();
  return Map.groupBy(
    rows.map(({ there, home, ...row }) => {
      const isKnown = home !== null && there?.lat != null && there.lng != null;
      const distance = isKnown ? bandOf(distanceMetres(home, { lat: there.lat!, lng: there.lng! })) : null;
      return { ...row, distance };
    }),
    ({ caseId }) => caseId,
  );
}

type FollowedRow = Pick<
  typeof followUps.$inferSelect,
  "round" | "dueOn" | "doneOn" | "outcome" | "mattered" | "received" | "gains"
>;

function followedIn(db: Db, ids: readonly string[]): Map<string, FollowedRow[]> {
  const { caseId, round, dueOn, doneOn, outcome, mattered, received, gains } = followUps;
  const rows = db
    .select({ caseId, round, dueOn, doneOn, outcome, mattered, received, gains })
    .from(followUps)
    .where(and(among(caseId, ids), isNull(followUps.droppedAt)))
    .orderBy(followUps.dueOn)
    .all();
  return Map.groupBy(rows, (row) => row.caseId);
}

interface TeamRules {
  windows: Windows;
  dutyOf: ReturnType<typeof dutiesOf>;
}

function teamReader(db: Db): (teamId: string) => TeamRules {
  const read = (teamId: string): TeamRules => ({
    windows: readSettings(db, ["followWeeksFirst", "followWeeksLater"], teamId),
    dutyOf: dutiesOf(db, teamId),
  });
  const teams = new Map<string, TeamRules>();
  return (teamId: string) => {
    const known = teams.get(teamId) ?? read(teamId);
    teams.set(teamId, known);
    return known;
  };
}

/** What happened in a time in the cases that a team had then. */
export function readHappened(
  db: Db,
  teamId: string,
  { from, until }: Times,
): { contacted: Contacted[]; trials: TrialHeld[]; company: Accompanied[] } {
  const { brobyggerId } = introductions;
  const contacted = db
    .select({ at: introductions.madeAt, brobyggerId, to: introductions.to, answer: introductions.answer })
    .from(introductions)
    .where(and(eq(introductions.teamId, teamId), gte(introductions.madeAt, from), lt(introductions.madeAt, until)))
    .all();
  const held = db
    .select({ at: trials.start, brobyggerId: trials.brobyggerId, outcome: trials.outcome, why: trials.why })
    .from(trials)
    .where(and(eq(trials.teamId, teamId), gte(trials.start, from), lt(trials.start, until)))
    .all();
  const company = db
    .select({ on: companyTimes.on, brobyggerId: companyTimes.brobyggerId, kind: companyTimes.kind })
    .from(companyTimes)
    .where(and(eq(companyTimes.teamId, teamId), between(companyTimes.on, localDate(from), localDate(until - 1))))
    .all();
  const monthOf = (ms: number) => isoMonth(localDate(ms));
  return {
    contacted: contacted.map(({ at, ...row }) => ({ month: monthOf(at), ...row })),
    trials: held.map(({ at, ...row }) => ({ month: monthOf(at), ...row })),
    company: company.map(({ on, ...row }) => ({ month: isoMonth(on), ...row })),
  };
}

/** How often whoever had a case tried to reach somebody, by month; `which` as for the courses. */
export function readAttempts(db: Db, which: Which): (Count & { teamId: string })[] {
  const [isTheirs, months] =
    "teamId" in which
      ? [sql`e.team_id = ${which.teamId}`, monthsOf(which.times)]
      : [
          sql`e.case_id IN (SELECT value FROM json_each(${JSON.stringify(which.caseIds)}))`,
          monthsOf(timesOf(db, which.caseIds)),
        ];
  const rows = db.all<{ teamId: string; month: string; brobyggerId: string; count: number }>(sql`
    WITH months AS MATERIALIZED (
      SELECT value ->> 'month' AS month, value ->> 'from' AS since, value ->> 'until' AS until
      FROM json_each(${JSON.stringify(months)}))
    SELECT e.team_id AS teamId, m.month, e.brobygger_id AS brobyggerId, count(*) AS count
    FROM months m CROSS JOIN case_events e
      ON e.kind = 'attempt' AND ${isTheirs} AND e.happened_at >= m.since AND e.happened_at < m.until
    WHERE e.brobygger_id IS NOT NULL AND e.team_id IS NOT NULL GROUP BY e.team_id, m.month, e.brobygger_id`);
  return rows.map(({ brobyggerId, ...row }) => ({ ...row, figure: "attempt", key: brobyggerId }));
}

/** From the first to after the last event of cases. */
function timesOf(db: Db, caseIds: readonly string[]): Times {
  const { from, until } = db.get<{ from: number | null; until: number | null }>(
    sql`SELECT min(happened_at) AS "from", max(happened_at) + 1 AS "until" FROM case_events
      WHERE case_id IN (SELECT value FROM json_each(${JSON.stringify(caseIds)}))`,
  );
  return { from: from ?? 0, until: until ?? 0 };
}

/** The months of a time, each with its own. */
function monthsOf({ from, until }: Times): (Times & { month: string })[] {
  const months: (Times & { month: string })[] = [];
  for (let first = `${isoMonth(localDate(from))}-01`; instantOf(first, "00:00") < until; first = addMonths(first, 1))
    months.push({
      month: isoMonth(first),
      from: instantOf(first, "00:00"),
      until: instantOf(addMonths(first, 1), "00:00"),
    });
  return months;
}
