/**
 * What may leave a team of a quarter or a year that is over: tables in which nothing under five stands or follows. A year
 * is shown beside its quarters, so it is hidden with them in mind.
 */
import type { Db } from "../../db/client.ts";
import type { Viewer } from "../accounts/roles.ts";
import { csvOf } from "../shared/csv.ts";
import { figureTexts as inside, figuresOutTexts as texts } from "../texts/figures.ts";
import { type Counts, percentile, type Reckoned, rankOf, share } from "./counting.ts";
import { type Course, NOT_WISHED } from "./course.ts";
import {
  areaLabels,
  byAnswer,
  byArea,
  byChannel,
  byCompany,
  byDoor,
  byGroup,
  byOutcome,
  byReason,
  byTheme,
  byUnit,
  byWhy,
  isReferred,
  type Names,
  themeLabels,
  type Unit,
  unitLabels,
} from "./figures.ts";
import { type FigureRows, readFigures } from "./read.ts";
import { type Period, QUARTERS, quarterOf, type Quarter, spanOf } from "./span.ts";
import { FEWEST, rowOf, type Shown, type ShownYear, suppressQuarters } from "./suppress.ts";

/** A table as it may leave; a number that is null is hidden. */
export interface LeavingTable {
  key: string;
  title: string;
  definition: string;
  rows: { label: string; count: Shown }[];
  total: Shown;
}

export interface LeavingNumber {
  label: string;
  unit: Unit;
  reckoned: Reckoned;
  definition: string;
}

export interface Leaving {
  team: string;
  tables: LeavingTable[];
  numbers: LeavingNumber[];
}

/** What may leave the team of the period, for who works in it or leads it; null for anybody else. */
export function readLeaving(
  db: Db,
  viewer: Viewer,
  teamId: string,
  period: Period,
  names: Names,
  now: number,
): Leaving | null {
  const rows = readFigures(db, viewer, teamId, spanOf({ ...period, quarter: null }), now);
  return rows && leavingOf(rows, period, names);
}

/** What may leave of the rows of a whole year: of it, or of one of its quarters. */
export function leavingOf(year: FigureRows, { quarter }: Period, names: Names): Leaving {
  const shown = new Map<string, { kept: ShownYear; keys: string[] }>();
  const tables = PLANS.map((plan) => {
    const counts = QUARTERS.map((one) => plan.count(ofQuarter(year, one), names));
    const whole = plan.partOf && shown.get(plan.partOf.table);
    const parent = plan.partOf && whole ? rowOf(whole.kept, whole.keys.indexOf(plan.partOf.row)) : null;
    const kept = suppressQuarters(
      counts.map((one) => one.map(({ count }) => count)),
      parent,
    );
    shown.set(plan.key, { kept, keys: (counts[0] ?? []).map(({ key }) => key) });
    const { cells, total } = quarter === null ? kept.year : kept.quarters[quarter - 1]!;
    const labels = plan.labels(year, names);
    const { title, definition } = plan.said;
    const rows = (counts[0] ?? []).map(({ key }, at) => ({ label: labels[key] ?? key, count: cells[at] ?? null }));
    return { key: plan.key, title, definition, rows, total };
  });
  const courses = (quarter === null ? year : ofQuarter(year, quarter)).courses;
  return { team: year.team, tables, numbers: numbersOf(tables, courses) };
}

/** As a sheet: what is hidden says so. */
export function leavingSheet({ tables, numbers }: Leaving): string {
  const said = (count: Shown) => (count === null ? texts.hidden : String(count));
  return csvOf([
    texts.head,
    ...tables.flatMap(({ title, rows, total, definition }) => [
      ...rows.map(({ label, count }) => [title, label, said(count), definition]),
      [title, inside.all, said(total), definition],
    ]),
    ...numbers.map(({ label, reckoned, definition }) => [
      inside.sections.waiting,
      label,
      String(reckoned.value),
      definition,
    ]),
  ]);
}

interface Plan {
  key: string;
  said: { title: string; definition: string };
  /** The row of an earlier table whose parts these are: where it is hidden they are, too. */
  partOf?: { table: string; row: string };
  count: (rows: FigureRows, names: Names) => Counts;
  labels: (rows: FigureRows, names: Names) => Readonly<Record<string, string>>;
}

const unknown = { unknown: inside.notStated };
const referred = ({ courses }: FigureRows) => courses.filter(isReferred);
const ofReferred = { table: "doors", row: "colleague" };

/** In an order in which each table follows the one that it is a part of. */
const PLANS: readonly Plan[] = [
  {
    key: "doors",
    said: inside.tables.doors,
    // Whom a unit sent counts as sent, whatever the door: so the tables of those are parts of this row.
    count: ({ courses }) => byDoor(courses.map((one) => (isReferred(one) ? { ...one, door: "colleague" } : one))),
    labels: () => inside.doors,
  },
  {
    key: "units",
    said: inside.tables.units,
    partOf: ofReferred,
    count: (rows) => byUnit(referred(rows), rows),
    labels: unitLabels,
  },
  {
    key: "reasons",
    said: inside.tables.reasons,
    partOf: ofReferred,
    count: (rows) => byReason(referred(rows)),
    labels: () => ({ ...inside.reasons, ...unknown }),
  },
  {
    key: "channels",
    said: inside.tables.channels,
    partOf: ofReferred,
    count: (rows) => byChannel(referred(rows)),
    labels: () => ({ ...inside.channels, ...unknown }),
  },
  {
    key: "groups",
    said: inside.tables.groups,
    count: ({ courses }) => byGroup(courses),
    labels: () => inside.groups,
  },
  {
    key: "notWished",
    said: inside.tables.notWished,
    partOf: { table: "groups", row: "not-wished" },
    count: ({ courses }) => byWhy(courses, "not-wished", NOT_WISHED),
    labels: () => inside.notWished,
  },
  {
    key: "tries",
    said: { title: texts.triesTitle, definition: texts.triesDefinition },
    count: ({ courses }) => byTry(courses),
    labels: () => texts.tries,
  },
  {
    key: "starts",
    said: { title: texts.startedTitle, definition: texts.startedDefinition },
    count: ({ courses }) => byStart(courses),
    labels: () => texts.starts,
  },
  {
    key: "introductions",
    said: inside.tables.introductions,
    count: ({ contacted }) => byAnswer(contacted, "association"),
    labels: () => inside.answers,
  },
  {
    key: "companions",
    said: inside.tables.companions,
    count: ({ contacted }) => byAnswer(contacted, "companion"),
    labels: () => inside.answers,
  },
  { key: "trials", said: inside.tables.trials, count: ({ trials }) => byOutcome(trials), labels: () => inside.trials },
  {
    key: "company",
    said: inside.tables.company,
    count: ({ company }) => byCompany(company),
    labels: () => inside.companies,
  },
  {
    key: "passes",
    said: { title: texts.passTitle, definition: texts.passDefinition },
    count: ({ passes }) =>
      (["issued", "used"] as const).map((key) => ({ key, count: passes.filter(({ what }) => what === key).length })),
    labels: () => texts.passRows,
  },
  {
    key: "gapAreas",
    said: inside.tables.gapAreas,
    count: ({ gaps }, names) => byArea(gaps, names),
    labels: (_, names) => areaLabels(names),
  },
  {
    key: "gapThemes",
    said: inside.tables.gapThemes,
    count: ({ gaps }, names) =>
      byTheme(
        gaps.map(({ theme }) => theme),
        names,
      ),
    labels: (_, names) => themeLabels(names),
  },
];

const TRIES = ["kept", "late", "unknown"] as const;
const byTry = (courses: readonly Course[]): Counts =>
  TRIES.map((key) => ({ key, count: courses.filter(({ kept }) => tryOf(kept) === key).length }));
const tryOf = (kept: boolean | null) => (kept === null ? "unknown" : kept ? "kept" : "late");
const byStart = (courses: readonly Course[]): Counts =>
  (["yes", "no"] as const).map((key) => ({
    key,
    count: courses.filter(({ hasStarted }) => hasStarted === (key === "yes")).length,
  }));

function ofQuarter(rows: FigureRows, quarter: Quarter): FigureRows {
  const isOf = ({ month }: { month: string }) => quarterOf(month) === quarter;
  return {
    ...rows,
    courses: rows.courses.filter(isOf),
    contacted: rows.contacted.filter(isOf),
    trials: rows.trials.filter(isOf),
    company: rows.company.filter(isOf),
    gaps: rows.gaps.filter(isOf),
    passes: rows.passes.filter(isOf),
  };
}

/** The waiting in one number each: only where all that it is reckoned from is shown, and it is not the number of a few. */
function numbersOf(tables: readonly LeavingTable[], courses: readonly Course[]): LeavingNumber[] {
  const tries = tables.find(({ key }) => key === "tries");
  if (!tries || tries.rows.some(({ count }) => count === null)) return [];
  const waited = courses.flatMap(({ waitedDays }) => waitedDays ?? []);
  const kept = courses.filter((course) => course.kept).length;
  const { firstTry, firstTryMost } = inside.singles;
  return [
    {
      ...inside.singles.kept,
      unit: "percent",
      reckoned: share(kept, courses.filter((one) => one.kept !== null).length),
    },
    ...([50, 90] as const)
      .filter((per) => isOfMany(waited.length, per))
      .map((per) => ({
        ...(per === 50 ? firstTry : firstTryMost),
        unit: "working-days" as const,
        reckoned: percentile(waited, per),
      })),
  ];
}

/** Whether at least five lie on each side of a percentile, with its own. */
function isOfMany(many: number, per: number): boolean {
  const rank = rankOf(many, per);
  return rank >= FEWEST && many - rank + 1 >= FEWEST;
}
