/** The figures of a team as people read them: each a number with what it was reckoned from and how, or a table with its sum. */
import type { FigureCode } from "../casework/course/counts.ts";
import { NOBODY, UNKNOWN } from "../casework/course/counts.ts";
import { FOLLOWED_AT, type FollowedAt } from "../casework/course/found.ts";
import { DISTANCES, GROUPS, NOT_WISHED, OTHER_ENDS } from "../casework/course/stand.ts";
import { bandOf } from "../casework/wellbeing/rules.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import type { Viewer } from "../accounts/roles.ts";
import { keysOf } from "../shared/keys-of.ts";
import { figureTexts as texts } from "../texts/figures.ts";
import { placeLabel } from "../texts/labels.ts";
import { gapTexts } from "../texts/practice.ts";
import {
  countBy,
  type Counts,
  countsOf,
  manyOf,
  percentile,
  type Reckoned,
  share,
  sumOf,
  type Tally,
  tallyOf,
} from "./counting.ts";
import type { FigureRows } from "./read.ts";
import { FEWEST } from "./suppress.ts";
import { byReason, ofPart, retention, sameAtBoth } from "./retention.ts";

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

/** What figures are said of: the counts of a span, and what one needs to name them. */
export type Countable = Pick<FigureRows, "counts" | "units" | "brobyggere" | "leads">;

/** All figures of the span, for who looks: a brobygger sees her own numbers by name, and those of the others as one. */
export function figuresOf(rows: FigureRows, viewer: Pick<Viewer, "id" | "name">, names: Names): Section[] {
  const tally = tallyOf(rows.counts);
  const now = section("now", {
    singles: [
      single("waitingNow", "count", { value: rows.waiting, numerator: rows.waitingLate, denominator: rows.waiting }),
      counted("board", rows.supply.length),
    ],
    tables: [openTable(rows, viewer), ...supplied(rows, names)],
  });
  return [...countedOf(rows, viewer, names), ...cost(tally, rows), now];
}

/** The figures of what was counted in a span, and so the same of a closed year and of one before. */
export function countedOf(rows: Countable, viewer: Pick<Viewer, "id" | "name">, names: Names): Section[] {
  const tally = tallyOf(rows.counts);
  return [
    section("referred", {
      singles: [counted("total", manyOf(tally, "came")), counted("leftOut", manyOf(tally, "left-out"))],
      tables: [
        table("doors", countsOf(tally, "door", keysOf(texts.doors)), texts.doors),
        table("units", byUnit(tally, rows), unitLabels(rows)),
        table("reasons", countsOf(tally, "reason", keysOf(REASONS)), REASONS),
        table("channels", countsOf(tally, "channel", keysOf(CHANNELS)), CHANNELS),
        brobyggerTable("brobyggere", rows, everyOf(tally, "brobygger"), viewer),
      ],
    }),
    section("where", {
      tables: [
        table("groups", countsOf(tally, "group", GROUPS), texts.groups),
        table("notWished", countsOf(tally, "not-wished", NOT_WISHED), texts.notWished),
        table("otherEnds", countsOf(tally, "other-end", OTHER_ENDS), texts.otherEnds),
      ],
    }),
    section("waiting", { singles: waits(tally) }),
    section("started", { singles: starts(tally) }),
    section("followed", {
      singles: [...FOLLOWED_AT.flatMap((at) => followedUp(tally, at)), ...sameCitizens(tally)],
      tables: [
        ...FOLLOWED_AT.map((at) => table(at, byReason(tally, at), texts.notKnown)),
        table("mattered", countsOf(tally, "mattered", keysOf(texts.experiences)), texts.experiences),
        table("received", countsOf(tally, "received", keysOf(texts.experiences)), texts.experiences),
        { ...table("gained", countsOf(tally, "gained", keysOf(texts.gains)), texts.gains), total: asked(tally) },
      ],
    }),
    section("wellbeing", { singles: wellbeing(tally) }),
    section("parts", { singles: parts(tally) }),
    section("ways", {
      singles: passes(tally),
      tables: [
        table("introductions", countsOf(tally, "introduction", keysOf(texts.answers)), texts.answers),
        table("companions", countsOf(tally, "companion-asked", keysOf(texts.answers)), texts.answers),
        table("trials", countsOf(tally, "trial", keysOf(texts.trials)), texts.trials),
        table("company", countsOf(tally, "company", keysOf(texts.companies)), texts.companies),
      ],
    }),
    section("load", { tables: [brobyggerTable("attempts", rows, everyOf(tally, "attempt"), viewer)] }),
    section("missed", { tables: [missed(tally, names)] }),
  ].filter(({ singles, tables }) => singles.length + tables.length > 0);
}

export const REASONS = { ...texts.reasons, [UNKNOWN]: texts.notStated };
export const CHANNELS = { ...texts.channels, [UNKNOWN]: texts.notStated };

/** By unit of the team; `other`: another team's, whose citizen came from there; `unknown`: not said. */
export function byUnit(tally: Tally, { units }: Pick<Countable, "units">): Counts {
  const own = units.toSorted((a, b) => a.name.localeCompare(b.name, "da")).map(({ id }) => id);
  const known = countsOf(tally, "unit", [...own, UNKNOWN]);
  const other = { key: "other", count: manyOf(tally, "unit") - sumOf(known) };
  return [...known.slice(0, -1), other, ...known.slice(-1)];
}

// ---- Of those who came ----

function waits(tally: Tally): Single[] {
  const came = manyOf(tally, "came");
  const kept = manyOf(tally, "first-try", "kept");
  return [
    single("firstTry", "working-days", percentile(tally, "waited", 50, came)),
    single("firstTryMost", "working-days", percentile(tally, "waited", 90, came)),
    single("kept", "percent", share(kept, kept + manyOf(tally, "first-try", "late"))),
    counted("late", manyOf(tally, "late"), came),
    single("reached", "percent", share(manyOf(tally, "reached"), came)),
  ];
}

function starts(tally: Tally): Single[] {
  const came = manyOf(tally, "came");
  const [started, maybe] = [manyOf(tally, "started", "yes"), manyOf(tally, "started", "maybe")];
  return [
    single("started", "percent", share(started, came)),
    ...(maybe > 0 ? [single("startedAtMost", "percent", share(started + maybe, came))] : []),
    single("toStart", "days", percentile(tally, "to-start", 50, started)),
  ];
}

const RETAINED = {
  "months-3": ["still3", "still3OfStarted", "still3AtMost", "still3OfReferred", "coverage3", "duty3"],
  "months-6": ["still6", "still6OfStarted", "still6AtMost", "still6OfReferred", "coverage6", "duty6"],
} as const;

function followedUp(tally: Tally, at: FollowedAt): Single[] {
  const { ofFollowed, ofStarted, ofStartedAtMost, ofReferred, coverage, duty } = retention(tally, at);
  const all = [ofFollowed, ofStarted, ofStartedAtMost, ofReferred, coverage, duty];
  return RETAINED[at].flatMap((key, nth) => {
    const reckoned = all[nth];
    return reckoned ? [single(key, "percent", reckoned)] : [];
  });
}

function sameCitizens(tally: Tally): Single[] {
  const same = sameAtBoth(tally);
  if (same["months-3"].denominator === 0) return [];
  return [single("same3", "percent", same["months-3"]), single("same6", "percent", same["months-6"])];
}

const asked = (tally: Tally) => manyOf(tally, "months-3", "active") + manyOf(tally, "months-3", "stopped");

function parts(tally: Tally): Single[] {
  const all = [
    ...DISTANCES.map((band) => [band, ofPart(tally, "by-distance", band)] as const),
    ...(["with", "without"] as const).map((how) => [how, ofPart(tally, "by-company", how)] as const),
  ];
  return all.flatMap(([key, reckoned]) => (reckoned ? [single(key, "percent", reckoned)] : []));
}

/** WHO-5 of those of whom both are known; of fewer than five nothing is told. */
function wellbeing(tally: Tally): Single[] {
  const many = manyOf(tally, "who5-change");
  if (many < FEWEST) return [];
  const changes = everyOf(tally, "who5-change");
  const rise = changes.reduce((sum, { key, count }) => sum + Number(key) * count, 0);
  const atRisk = (figure: "who5-before" | "who5-after") =>
    share(sumOf(everyOf(tally, figure).filter(({ key }) => bandOf(Number(key)) !== "fine")), many);
  return [
    single("who5Change", "count", { value: Math.round(rise / many), numerator: rise, denominator: many }),
    single("who5Before", "percent", atRisk("who5-before")),
    single("who5After", "percent", atRisk("who5-after")),
  ];
}

function passes(tally: Tally): Single[] {
  const [issued, used] = [manyOf(tally, "pass", "issued"), manyOf(tally, "pass", "used")];
  if (issued + used === 0) return [];
  const [given, spent] = [manyOf(tally, "pass-ore", "issued"), manyOf(tally, "pass-ore", "used")];
  return [
    counted("passes", issued),
    single("passOre", "ore", { value: given, numerator: given, denominator: issued }),
    counted("passUses", used),
    single("passUsedOre", "ore", { value: spent, numerator: spent, denominator: used }),
  ];
}

/** What the span has cost for each whom it helped, where somebody has written what it cost. */
function cost(tally: Tally, { costOre }: FigureRows): Section[] {
  if (costOre === null) return [];
  const each = (key: Single["key"], many: number) =>
    single(key, "ore", {
      value: many === 0 ? null : Math.round(costOre / many),
      numerator: costOre,
      denominator: many,
    });
  const singles = [
    each("costReached", manyOf(tally, "reached")),
    each("costStarted", manyOf(tally, "started", "yes")),
    each("costActive", manyOf(tally, "months-3", "active")),
  ];
  return [section("cost", { singles })];
}

// ---- By who had them ----

function brobyggerTable(
  key: "brobyggere" | "open" | "attempts",
  { leads, brobyggere }: Pick<Countable, "leads" | "brobyggere">,
  counts: Counts,
  viewer: Pick<Viewer, "id" | "name">,
): Table {
  const nobody = key === "open" ? texts.nobodyYet : texts.nobody;
  const named = leads ? brobyggere.map(({ id, name }) => [id, name] as const) : [[viewer.id, viewer.name] as const];
  const labels = { ...Object.fromEntries(named), ...(leads ? {} : { others: texts.others }), [NOBODY]: nobody };
  const ids = named.map(([id]) => id);
  const keyOf = (id: string) => (id === NOBODY || ids.includes(id) ? id : "others");
  const keys = [...ids, ...(leads ? [] : ["others"]), ...(key === "attempts" ? [] : [NOBODY])];
  const many = (wanted: string) => sumOf(counts.filter((one) => keyOf(one.key) === wanted));
  return table(
    key,
    keys.map((one) => ({ key: one, count: many(one) })),
    labels,
  );
}

function openTable(rows: FigureRows, viewer: Pick<Viewer, "id" | "name">): Table {
  const counts = rows.open.map(({ brobyggerId, count }) => ({ key: brobyggerId ?? NOBODY, count }));
  return brobyggerTable("open", rows, counts, viewer);
}

const everyOf = (tally: Tally, figure: FigureCode): Counts =>
  [...(tally.get(figure) ?? [])].map(([key, count]) => ({ key, count }));

/** What a brobygger has now, against the hours that there are for it. */
export interface Load {
  name: string;
  open: number;
  attempts: number;
  weeklyHours: number | null;
  /** Open cases for each ten hours a week, to one decimal. */
  perTenHours: number | null;
}

/** The load of each brobygger for a lead, else one's own. */
export function loadOf(rows: FigureRows, viewer: Pick<Viewer, "id">): Load[] {
  const tally = tallyOf(rows.counts);
  return rows.brobyggere
    .filter(({ id }) => rows.leads || id === viewer.id)
    .map(({ id, name, weeklyHours }) => {
      const open = rows.open.find(({ brobyggerId }) => brobyggerId === id)?.count ?? 0;
      const perTenHours = weeklyHours ? Math.round((100 * open) / weeklyHours) / 10 : null;
      return { name, open, attempts: manyOf(tally, "attempt", id), weeklyHours, perTenHours };
    });
}

// ---- Of what is offered, and what is missing ----

/** What is missing: by place, theme and time. */
export interface Gap {
  area: string;
  theme: string;
  time: string;
  count: number;
}

export function gapsIn(tally: Tally): Gap[] {
  return [...(tally.get("gap") ?? [])].map(([key, count]) => {
    const [area = "", theme = "", time = ""] = key.split("|");
    return { area, theme, time, count };
  });
}

function missed(tally: Tally, names: Names): Table {
  const rows = gapsIn(tally)
    .map((gap) => ({ key: `${gap.area}|${gap.theme}|${gap.time}`, label: saidOf(gap, names), count: gap.count }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, "da"));
  return { ...headed("gaps"), total: sumOf(rows), rows };
}

function supplied({ supply }: FigureRows, names: Names): Table[] {
  const themes = supply.flatMap((one) => one.themes);
  return [
    table("supplyAreas", byArea(supply, names), areaLabels(names)),
    { ...table("supplyThemes", byTheme(themes, names), themeLabels(names)), total: supply.length },
  ];
}

const saidOf = (gap: Gap, names: Names): string => {
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

export function unitLabels({ units }: Pick<Countable, "units">): Record<string, string> {
  return {
    ...Object.fromEntries(units.map(({ id, name }) => [id, name])),
    other: texts.otherUnit,
    [UNKNOWN]: texts.notStated,
  };
}
