/** The rows that figures are counted from: of one team and a span of months, coded, and of nobody. */
import { and, between, count, eq, gte, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import {
  activities,
  cases,
  gaps,
  memberships,
  organisations,
  passes,
  passUses,
  units,
  users,
  yearCosts,
} from "../../db/schema.ts";
import { onBoardOfTables } from "../../db/on-board.ts";
import { scopesOf, teamsOf, type Viewer } from "../accounts/roles.ts";
import {
  type Accompanied,
  addUp,
  type Contacted,
  type Count,
  countOfContact,
  countOfTrial,
  countsOfCourse,
  type TrialHeld,
} from "../casework/course/counts.ts";
import { leftOut, readKept } from "../casework/course/keep.ts";
import { readAttempts, readCourses, readHappened } from "../casework/course/read.ts";
import type { Course } from "../casework/course/stand.ts";
import { isLate, isOpenCase } from "../casework/open.ts";
import { isoMonth } from "../shared/time.ts";
import { addMonths, instantsOf, type Span, wholeYearOf } from "./span.ts";

/** What of a span still has its rows: a line each in the team's own sheet. */
export interface Lines {
  courses: Course[];
  contacted: Contacted[];
  trials: TrialHeld[];
  company: Accompanied[];
  /** What erased cases were. */
  kept: Count[];
}

export interface FigureRows extends Lines {
  teamId: string;
  team: string;
  span: Span;
  /** Whether the viewer leads the team: who has what is a lead's to see, and one's own. */
  leads: boolean;
  /** All that was counted in the span, by month. */
  counts: Count[];
  /** Now, whatever the span: whom nobody has tried yet, and open cases by who has them (null: nobody yet). */
  waiting: number;
  waitingLate: number;
  open: { brobyggerId: string | null; count: number }[];
  /** The board now. */
  supply: { area: string | null; themes: string[] }[];
  units: { id: string; name: string }[];
  brobyggere: { id: string; name: string; weeklyHours: number | null }[];
  /** What the span cost, in øre; null: it is no whole year, or nobody has written it. */
  costOre: number | null;
}

/** What a team's figures are counted from, for who works in it or leads it; null for anybody else. */
export function readFigures(db: Db, viewer: Viewer, teamId: string, span: Span, now: number): FigureRows | null {
  if (!teamsOf(viewer).includes(teamId)) return null;
  return db.transaction((tx) => {
    const team = tx.query.teams.findFirst({ where: (row, is) => is.eq(row.id, teamId) }).sync();
    if (!team) return null;
    const { counts, ...lines } = readCounted(tx, teamId, span, now);
    const open = tx
      .select({ brobyggerId: cases.brobyggerId, count: count() })
      .from(cases)
      .where(and(eq(cases.teamId, teamId), isOpenCase))
      .groupBy(cases.brobyggerId)
      .all();
    const ids = new Set([
      ...counts.flatMap(({ figure, key }) => (figure === "brobygger" || figure === "attempt" ? [key] : [])),
      ...open.flatMap(({ brobyggerId }) => brobyggerId ?? []),
    ]);
    return {
      teamId,
      team: team.name,
      span,
      leads: scopesOf(viewer, "lead").includes(teamId),
      ...lines,
      counts,
      ...waitingIn(tx, teamId, now),
      open,
      supply: supplyOf(tx),
      units: unitsOf(tx, teamId),
      brobyggere: brobyggereOf(tx, teamId, [...ids]),
      costOre: costOf(tx, teamId, span),
    };
  });
}

export function unitsOf(db: Db, teamId: string): FigureRows["units"] {
  return db.select({ id: units.id, name: units.name }).from(units).where(eq(units.teamId, teamId)).all();
}

/** All that a team's figures of a span are counted from, of live cases and of erased ones. */
export function readCounted(db: Db, teamId: string, span: Span, now: number): Lines & { counts: Count[] } {
  const times = instantsOf(span);
  const read = readCourses(db, { teamId, times }, now);
  const courses = read.flatMap(({ course }) => course ?? []);
  const happened = readHappened(db, teamId, times);
  const kept = readKept(db, teamId).filter(({ month }) => span.from <= month && month <= span.until);
  const counts = addUp([
    ...kept,
    ...courses.flatMap(countsOfCourse),
    ...read.flatMap(({ month, course }) => (course ? [] : [leftOut(month)])),
    ...readAttempts(db, { teamId, times }),
    ...happened.contacted.map(countOfContact),
    ...happened.trials.map(countOfTrial),
    ...happened.company.map(({ month, kind }): Count => ({ month, figure: "company", key: kind, count: 1 })),
    ...gapsIn(db, teamId, span),
    ...passesIn(db, teamId, span),
  ]);
  return { courses, ...happened, kept, counts };
}

function gapsIn(db: Db, teamId: string, { from, until }: Span): Count[] {
  const { month, area, theme, time } = gaps;
  return db
    .select({ month, area, theme, time })
    .from(gaps)
    .where(and(eq(gaps.teamId, teamId), between(month, from, until)))
    .all()
    .map((gap) => ({ month: gap.month, figure: "gap", key: `${gap.area}|${gap.theme}|${gap.time}`, count: 1 }));
}

function passesIn(db: Db, teamId: string, { from, until }: Span): Count[] {
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
  const marks = (key: "issued" | "used", on: string, ore: number): Count[] => [
    { month: isoMonth(on), figure: "pass", key, count: 1 },
    { month: isoMonth(on), figure: "pass-ore", key, count: ore },
  ];
  return [
    ...issued.flatMap(({ on, ore }) => marks("issued", on, ore)),
    ...used.flatMap(({ on, ore }) => marks("used", on, ore)),
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

function brobyggereOf(db: Db, teamId: string, ids: string[]): FigureRows["brobyggere"] {
  const hours = new Map(
    db
      .select({ id: memberships.userId, hours: memberships.weeklyHours })
      .from(memberships)
      .where(and(eq(memberships.scope, teamId), isNotNull(memberships.weeklyHours)))
      .all()
      .map(({ id, hours: weekly }) => [id, weekly]),
  );
  const rows = db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids)).all();
  return rows
    .map((row) => ({ ...row, weeklyHours: hours.get(row.id) ?? null }))
    .sort((a, b) => a.name.localeCompare(b.name, "da"));
}

function costOf(db: Db, teamId: string, span: Span): number | null {
  const year = wholeYearOf(span);
  if (year === null) return null;
  const { ore } = yearCosts;
  const isYear = and(eq(yearCosts.teamId, teamId), eq(yearCosts.year, year));
  return db.select({ ore }).from(yearCosts).where(isYear).get()?.ore ?? null;
}
