/** The figures of a team as people read them: each a number with what it was reckoned from and how, or a table with its sum. */
import type { CompanyKind, IntroductionAnswer, ReferralChannel, ReferralReason, WhyMissed } from "../../db/schema.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import type { Viewer } from "../accounts/roles.ts";
import { keysOf } from "../shared/keys-of.ts";
import { figureTexts as texts } from "../texts/figures.ts";
import { placeLabel } from "../texts/labels.ts";
import { gapTexts } from "../texts/practice.ts";
import { type Counts, countBy, percentile, type Reckoned, share, sumOf } from "./counting.ts";
import { type Course, GROUPS, NOT_WISHED, OTHER_ENDS } from "./course.ts";
import { type Found, FOLLOWED_AT, type FollowedAt, NOT_KNOWN, retention } from "./following.ts";
import type { Contacted, FigureRows, TrialHeld } from "./read.ts";

export type Unit = "count" | "days" | "working-days" | "percent" | "ore";

/** One number: what it is, of how many, and how it is counted. */
export interface Single extends Reckoned {
  key: keyof typeof texts.singles;
  label: string;
  unit: Unit;
  definition: string;
}

export interface Row {
  key: string;
  label: string;
  count: number;
}

/** Counts that belong together; `total`: of what they are parts. */
export interface Table {
  key: keyof typeof texts.tables;
  title: string;
  definition: string;
  total: number;
  rows: Row[];
}

export interface Section {
  key: keyof typeof texts.sections;
  title: string;
  singles: Single[];
  tables: Table[];
}

export type Names = Pick<Vocabulary, "areas" | "postcodes" | "themes">;

/** All figures of the span, for who looks: a brobygger sees her own numbers by name, and those of the others as one. */
export function figuresOf(rows: FigureRows, viewer: Pick<Viewer, "id" | "name">, names: Names): Section[] {
  const { courses } = rows;
  const referred = courses.filter(isReferred);
  return [
    section("referred", {
      singles: [counted("total", courses.length), counted("leftOut", rows.leftOut)],
      tables: [
        table("doors", byDoor(courses), texts.doors),
        table("units", byUnit(referred, rows), unitLabels(rows)),
        table("reasons", byReason(referred), { ...texts.reasons, unknown: texts.notStated }),
        table("channels", byChannel(referred), { ...texts.channels, unknown: texts.notStated }),
        brobyggerTable("brobyggere", rows, courses, viewer),
      ],
    }),
    section("where", {
      tables: [
        table("groups", byGroup(courses), texts.groups),
        table("notWished", byWhy(courses, "not-wished", NOT_WISHED), texts.notWished),
        table("otherEnds", byWhy(courses, "other-end", OTHER_ENDS), texts.otherEnds),
      ],
    }),
    section("waiting", { singles: waits(rows), tables: [openTable(rows, viewer)] }),
    section("started", { singles: starts(courses) }),
    section("followed", {
      singles: FOLLOWED_AT.flatMap((at) => followedUp(at, courses)),
      tables: FOLLOWED_AT.map((at) => table(at, byFound(at, courses), texts.notKnown)),
    }),
    section("ways", {
      singles: passes(rows),
      tables: [
        table("introductions", byAnswer(rows.contacted, "association"), texts.answers),
        table("companions", byAnswer(rows.contacted, "companion"), texts.answers),
        table("trials", byOutcome(rows.trials), texts.trials),
        table("company", byCompany(rows.company), texts.companies),
      ],
    }),
    section("supply", { singles: [counted("board", rows.supply.length)], tables: supplied(rows, names) }),
  ];
}

// ---- Of those who came ----

/** Whether somebody of a unit sent the citizen. */
export function isReferred({ door, unitId, reason }: Pick<Course, "door" | "unitId" | "reason">): boolean {
  return door === "colleague" || unitId !== null || reason !== null;
}

export const byDoor = (courses: readonly Course[]): Counts => countBy(courses, keysOf(texts.doors), ({ door }) => door);

/** By unit of the team; `other`: another team's, whose citizen came from there; `unknown`: not said, or forgotten. */
export function byUnit(referred: readonly Course[], { units }: Pick<FigureRows, "units">): Counts {
  const own = units.toSorted((a, b) => a.name.localeCompare(b.name, "da")).map(({ id }) => id);
  return countBy(referred, [...own, "other", "unknown"], ({ unitId }) =>
    unitId === null ? "unknown" : own.includes(unitId) ? unitId : "other",
  );
}

export const byReason = (referred: readonly Course[]): Counts =>
  countBy(referred, [...keysOf<ReferralReason>(texts.reasons), "unknown"], ({ reason }) => reason ?? "unknown");

export const byChannel = (referred: readonly Course[]): Counts =>
  countBy(referred, [...keysOf<ReferralChannel>(texts.channels), "unknown"], ({ channel }) => channel ?? "unknown");

export const byGroup = (courses: readonly Course[]): Counts => countBy(courses, GROUPS, ({ group }) => group);

export const byWhy = (courses: readonly Course[], of: Course["group"], whys: readonly string[]): Counts =>
  countBy(courses, whys, ({ group, why }) => (group === of ? why : null));

function waits({ courses, waiting, waitingLate }: FigureRows): Single[] {
  const known = courses.flatMap(({ waitedDays }) => waitedDays ?? []);
  const promised = courses.filter(({ kept }) => kept !== null);
  return [
    single("firstTry", "working-days", percentile(known, 50, courses.length)),
    single("firstTryMost", "working-days", percentile(known, 90, courses.length)),
    single("kept", "percent", share(promised.filter(({ kept }) => kept).length, promised.length)),
    counted("late", courses.filter(({ isLate }) => isLate).length, courses.length),
    single("waitingNow", "count", { value: waiting, numerator: waitingLate, denominator: waiting }),
  ];
}

function starts(courses: readonly Course[]): Single[] {
  const started = courses.filter(({ hasStarted }) => hasStarted);
  const days = started.flatMap(({ daysToStart }) => daysToStart ?? []);
  return [
    single("started", "percent", share(started.length, courses.length)),
    single("toStart", "days", percentile(days, 50, started.length)),
  ];
}

const foundOf = (at: FollowedAt, courses: readonly Course[]): Found[] =>
  courses.flatMap(({ found }) => found?.[at] ?? []);

function followedUp(at: FollowedAt, courses: readonly Course[]): Single[] {
  const { ofFollowed, ofStarted, coverage } = retention(foundOf(at, courses));
  const [of, started, covered] = {
    "months-3": ["still3", "still3OfStarted", "coverage3"],
    "months-6": ["still6", "still6OfStarted", "coverage6"],
  }[at] as [keyof typeof texts.singles, keyof typeof texts.singles, keyof typeof texts.singles];
  return [
    single(of, "percent", ofFollowed),
    single(started, "percent", ofStarted),
    single(covered, "percent", coverage),
  ];
}

/** Why nothing is known of those who have started. */
export const byFound = (at: FollowedAt, courses: readonly Course[]): Counts =>
  countBy(foundOf(at, courses), NOT_KNOWN, (found) => NOT_KNOWN.find((why) => why === found) ?? null);

// ---- By who had them ----

function brobyggerTable(
  key: "brobyggere" | "open",
  { leads, brobyggere }: FigureRows,
  having: readonly { brobyggerId: string | null }[],
  viewer: Pick<Viewer, "id" | "name">,
): Table {
  const nobody = key === "open" ? texts.nobodyYet : texts.nobody;
  const named = leads ? brobyggere.map(({ id, name }) => [id, name] as const) : [[viewer.id, viewer.name] as const];
  const labels = { ...Object.fromEntries(named), ...(leads ? {} : { others: texts.others }), nobody };
  const ids = named.map(([id]) => id);
  const keyOf = (id: string | null) => (id === null ? "nobody" : ids.includes(id) ? id : "others");
  const keys = [...ids, ...(leads ? [] : ["others"]), "nobody"];
  return table(
    key,
    countBy(having, keys, ({ brobyggerId }) => keyOf(brobyggerId)),
    labels,
  );
}

function openTable(rows: FigureRows, viewer: Pick<Viewer, "id" | "name">): Table {
  const each = rows.open.flatMap(({ brobyggerId, count }) => Array.from({ length: count }, () => ({ brobyggerId })));
  return brobyggerTable("open", rows, each, viewer);
}

// ---- Of what happened ----

/** No contact vanishes: what waits is counted as well. */
export function byAnswer(contacted: readonly Contacted[], of: Contacted["to"]): Counts {
  return countBy(
    contacted.filter(({ to }) => to === of),
    keysOf<IntroductionAnswer | "waits">(texts.answers),
    ({ answer }) => answer ?? "waits",
  );
}

export function byOutcome(trials: readonly TrialHeld[]): Counts {
  return countBy(trials, keysOf(texts.trials), ({ outcome, why }): keyof typeof texts.trials => {
    if (outcome === null) return "ahead";
    return outcome === "missed" ? (why ?? ("unknown" satisfies WhyMissed)) : outcome;
  });
}

export const byCompany = (company: FigureRows["company"]): Counts =>
  countBy(company, keysOf<CompanyKind>(texts.companies), ({ kind }) => kind);

function passes({ passes: all }: FigureRows): Single[] {
  if (all.length === 0) return [];
  const issued = all.filter(({ what }) => what === "issued");
  const used = all.filter(({ what }) => what === "used");
  const ore = (some: typeof all) => some.reduce((sum, one) => sum + one.ore, 0);
  return [
    counted("passes", issued.length),
    single("passOre", "ore", { value: ore(issued), numerator: ore(issued), denominator: issued.length }),
    counted("passUses", used.length),
    single("passUsedOre", "ore", { value: ore(used), numerator: ore(used), denominator: used.length }),
  ];
}

// ---- Of what is offered, and what is missing ----

function supplied({ gaps, supply }: FigureRows, names: Names): Table[] {
  const wanted = [...Map.groupBy(gaps, ({ area, theme, time }) => `${area}|${theme}|${time}`)]
    .map(([key, same]) => ({ key, label: saidOf(same[0], names), count: same.length }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, "da"));
  return [
    { ...headed("gaps"), total: gaps.length, rows: wanted },
    table("supplyAreas", byArea(supply, names), areaLabels(names)),
    {
      ...table(
        "supplyThemes",
        byTheme(
          supply.flatMap(({ themes }) => themes),
          names,
        ),
        themeLabels(names),
      ),
      total: supply.length,
    },
  ];
}

const saidOf = (gap: FigureRows["gaps"][number] | undefined, names: Names): string => {
  if (!gap) return "";
  const [where, what, when] = gapTexts.said(gap, names);
  return [what, where, when].join(", ");
};

/** By area; `""`: online, or outside them all. */
export function byArea(rows: readonly { area: string | null }[], names: Names): Counts {
  const known = names.areas.map(({ slug }) => slug);
  return countBy(rows, [...known, ""], ({ area }) => (area !== null && known.includes(area) ? area : ""));
}

/** By theme; what has none, or several, is in none, or in several. */
export function byTheme(themes: readonly string[], names: Names): Counts {
  return countBy(
    themes,
    names.themes.map(({ slug }) => slug),
    (theme) => theme,
  );
}

export const areaLabels = (names: Names): Record<string, string> => ({
  ...Object.fromEntries(names.areas.map(({ slug }) => [slug, placeLabel(slug, names)])),
  "": texts.nowhere,
});

export const themeLabels = (names: Names): Record<string, string> =>
  Object.fromEntries(names.themes.map(({ slug, name }) => [slug, name]));

// ---- How they stand ----

function section(
  key: Section["key"],
  { singles = [], tables = [] }: Partial<Pick<Section, "singles" | "tables">>,
): Section {
  return { key, title: texts.sections[key], singles, tables };
}

function headed(key: Table["key"]): Pick<Table, "key" | "title" | "definition"> {
  return { key, ...texts.tables[key] };
}

function table(key: Table["key"], counts: Counts, labels: Readonly<Record<string, string>>): Table {
  const rows = counts.map((one) => ({ ...one, label: labels[one.key] ?? one.key }));
  return { ...headed(key), total: sumOf(counts), rows };
}

function single(key: Single["key"], unit: Unit, reckoned: Reckoned): Single {
  return { key, ...texts.singles[key], unit, ...reckoned };
}

function counted(key: Single["key"], value: number, denominator = value): Single {
  return single(key, "count", { value, numerator: value, denominator });
}

export function unitLabels({ units }: Pick<FigureRows, "units">): Record<string, string> {
  return {
    ...Object.fromEntries(units.map(({ id, name }) => [id, name])),
    other: texts.otherUnit,
    unknown: texts.notStated,
  };
}
