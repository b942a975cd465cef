/**
 * What may leave a team of a quarter or a year that is over: tables in which nothing under five stands or follows. A year
 * is shown beside its quarters, so it is hidden with them in mind; one that is closed is counted from its frozen copy.
 */
import type { Db } from "../../db/client.ts";
import { scopesOf, teamsOf, type Viewer } from "../accounts/roles.ts";
import type { Count } from "../casework/course/counts.ts";
import { FOLLOWED_AT, type FollowedAt } from "../casework/course/found.ts";
import { teamsBeside } from "../casework/controllers.ts";
import { inList } from "../danish/wording.ts";
import { csvOf } from "../shared/csv.ts";
import { figureTexts as inside, figuresOutTexts as texts } from "../texts/figures.ts";
import { manyOf, percentile, type Reckoned, rankOf, share, sumOf, type Tally, tallyOf } from "./counting.ts";
import type { Names, Unit } from "./figures.ts";
import { readFrozen } from "./frozen.ts";
import { type Named, PLANS } from "./leaving-tables.ts";
import { readCounted, unitsOf } from "./read.ts";
import { type Period, QUARTERS, quarterOf, spanOf } from "./span.ts";
import { FEWEST, rowOf, type Shown, type ShownYear, suppressQuarters } from "./suppress.ts";

/** A table as it may leave; a number that is null is hidden. */
export interface LeavingTable {
  key: string;
  title: string;
  definition: string;
  rows: { key: string; label: string; count: Shown }[];
  total: Shown;
}

export interface LeavingNumber {
  section: string;
  label: string;
  unit: Unit;
  reckoned: Reckoned;
  definition: string;
}

export interface Leaving {
  team: string;
  tables: LeavingTable[];
  numbers: LeavingNumber[];
  /** When the year was closed; null: it is not, and its figures can still change. */
  frozenAt: number | null;
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
  if (!teamsOf(viewer).includes(teamId)) return null;
  return db.transaction((tx) => leavingOfTeam(tx, teamId, period, names, now));
}

/**
 * What may leave of the period of all teams of one controller, for a lead of one of them; null for anybody else, and where
 * there is one team alone. A sum is shown where each team shows its own number: so nothing follows from it that the teams
 * do not tell themselves.
 */
export function readTogether(
  db: Db,
  viewer: Viewer,
  teamId: string,
  period: Period,
  names: Names,
  now: number,
): Leaving | null {
  if (!scopesOf(viewer, "lead").includes(teamId)) return null;
  return db.transaction((tx) => {
    const all = teamsBeside(tx, [teamId]).flatMap((id) => leavingOfTeam(tx, id, period, names, now) ?? []);
    return all.length > 1 ? addedUp(all) : null;
  });
}

/** What may leave a team of the period, whoever reads it; null: there is no such team. */
export function leavingOfTeam(db: Db, teamId: string, period: Period, names: Names, now: number): Leaving | null {
  const team = db.query.teams.findFirst({ where: (row, is) => is.eq(row.id, teamId) }).sync();
  if (!team) return null;
  const frozen = readFrozen(db, teamId, period.year);
  const counts = frozen?.counts ?? readCounted(db, teamId, spanOf({ ...period, quarter: null }), now).counts;
  const year = { counts, units: unitsOf(db, teamId) };
  return { team: team.name, frozenAt: frozen?.frozenAt ?? null, ...leavingOf(year, period, names) };
}

/** Each team has units of its own: they are in no sum. */
function addedUp(all: readonly Leaving[]): Leaving {
  const tables = (all[0]?.tables ?? [])
    .filter(({ key }) => key !== "units")
    .map((table) => {
      const same = all.map((one) => one.tables.find(({ key }) => key === table.key));
      const rows = table.rows.map((row) => ({
        ...row,
        count: sumShown(same.map((one) => one?.rows.find(({ key }) => key === row.key)?.count ?? null)),
      }));
      return { ...table, rows, total: sumShown(same.map((one) => one?.total ?? null)) };
    });
  const closed = all.map(({ frozenAt }) => frozenAt);
  const frozenAt = closed.includes(null) ? null : Math.max(...closed.map((at) => at ?? 0));
  const numbers = FOLLOWED_AT.flatMap((at) => stillActive(tables, at));
  return { team: inList(all.map(({ team }) => team)), tables, numbers, frozenAt };
}

const sumShown = (shown: readonly Shown[]): Shown =>
  shown.includes(null) ? null : shown.reduce<number>((sum, one) => sum + (one ?? 0), 0);

/** What may leave of the counts of a whole year: of it, or of one of its quarters. */
export function leavingOf(
  year: Named & { counts: readonly Count[] },
  { quarter }: Period,
  names: Names,
): Pick<Leaving, "tables" | "numbers"> {
  const quarters = QUARTERS.map((one) => tallyOf(year.counts.filter(({ month }) => quarterOf(month) === one)));
  const shown = new Map<string, { kept: ShownYear; keys: string[] }>();
  const tables = PLANS.map((plan) => {
    const counts = quarters.map((tally) => plan.count(tally, year, names));
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
    const rows = (counts[0] ?? []).map(({ key }, at) => ({ key, label: labels[key] ?? key, count: cells[at] ?? null }));
    return { key: plan.key, title, definition, rows, total };
  });
  const tally = quarter === null ? tallyOf(year.counts) : quarters[quarter - 1]!;
  return { tables, numbers: [...waits(tables, tally), ...FOLLOWED_AT.flatMap((at) => stillActive(tables, at))] };
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
    ...numbers.map(({ section, label, reckoned, definition }) => [section, label, String(reckoned.value), definition]),
  ]);
}

/** The waiting in one number each: only where all that it is reckoned from is shown, and it is not the number of a few. */
function waits(tables: readonly LeavingTable[], tally: Tally): LeavingNumber[] {
  const tries = tables.find(({ key }) => key === "tries");
  if (!tries || tries.rows.some(({ count }) => count === null)) return [];
  const kept = manyOf(tally, "first-try", "kept");
  const section = inside.sections.waiting;
  const { firstTry, firstTryMost } = inside.singles;
  return [
    {
      section,
      ...inside.singles.kept,
      unit: "percent",
      reckoned: share(kept, kept + manyOf(tally, "first-try", "late")),
    },
    ...([50, 90] as const)
      .filter((per) => isOfMany(manyOf(tally, "waited"), per))
      .map((per) => ({
        section,
        ...(per === 50 ? firstTry : firstTryMost),
        unit: "working-days" as const,
        reckoned: percentile(tally, "waited", per),
      })),
  ];
}

/** Who is still active, of those of whom all that it is reckoned from is shown. */
function stillActive(tables: readonly LeavingTable[], at: FollowedAt): LeavingNumber[] {
  const shown = (key: string, row: string) =>
    tables.find((one) => one.key === key)?.rows.find((one) => one.key === row)?.count ?? null;
  const active = shown(at, "active");
  const parts = [shown(at, "stopped"), shown(at, "not-followed"), shown(`${at}-never`, "not-followed")];
  const keys = {
    "months-3": ["still3", "still3OfStarted", "still3OfReferred"],
    "months-6": ["still6", "still6OfStarted", "still6OfReferred"],
  } as const;
  return keys[at].flatMap((key, nth) => {
    const others = parts.slice(0, nth + 1);
    if (active === null || others.includes(null)) return [];
    const all = active + sumOf(others.map((count) => ({ count: count ?? 0 })));
    const section = inside.sections.followed;
    return [{ section, ...inside.singles[key], unit: "percent" as const, reckoned: share(active, all) }];
  });
}

/** Whether at least five lie on each side of a percentile, with its own. */
function isOfMany(many: number, per: number): boolean {
  const rank = rankOf(many, per);
  return rank >= FEWEST && many - rank + 1 >= FEWEST;
}
