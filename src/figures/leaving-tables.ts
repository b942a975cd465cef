/** The tables that may leave a team, each with the row of another that it is a part of. Pure. */
import { FOLLOWED_AT, type FollowedAt, NOT_FOLLOWED } from "../casework/course/found.ts";
import { GROUPS, NOT_WISHED } from "../casework/course/stand.ts";
import { keysOf } from "../shared/keys-of.ts";
import { figureTexts as inside, figuresOutTexts as texts } from "../texts/figures.ts";
import { type Counts, countsOf, manyOf, type Tally } from "./counting.ts";
import {
  areaLabels,
  byArea,
  byTheme,
  byUnit,
  CHANNELS,
  type Countable,
  gapsIn,
  type Names,
  REASONS,
  themeLabels,
  unitLabels,
} from "./figures.ts";

export type Named = Pick<Countable, "units">;

interface Plan {
  key: string;
  said: { title: string; definition: string };
  /** The row of an earlier table whose parts these are: where it is hidden they are, too. */
  partOf?: { table: string; row: string };
  count: (tally: Tally, named: Named, names: Names) => Counts;
  labels: (named: Named, names: Names) => Readonly<Record<string, string>>;
}

const ofReferred = { table: "doors", row: "colleague" };

/** In an order in which each table follows the one that it is a part of. */
export const PLANS: readonly Plan[] = [
  {
    key: "doors",
    said: inside.tables.doors,
    // Whom a unit sent counts as sent, whatever the door: so the tables of those are parts of this row.
    count: (tally) => countsOf(tally, "door-or-sent", keysOf(inside.doors)),
    labels: () => inside.doors,
  },
  { key: "units", said: inside.tables.units, partOf: ofReferred, count: byUnit, labels: unitLabels },
  {
    key: "reasons",
    said: inside.tables.reasons,
    partOf: ofReferred,
    count: (tally) => countsOf(tally, "reason", keysOf(REASONS)),
    labels: () => REASONS,
  },
  {
    key: "channels",
    said: inside.tables.channels,
    partOf: ofReferred,
    count: (tally) => countsOf(tally, "channel", keysOf(CHANNELS)),
    labels: () => CHANNELS,
  },
  {
    key: "groups",
    said: inside.tables.groups,
    count: (tally) => countsOf(tally, "group", GROUPS),
    labels: () => inside.groups,
  },
  {
    key: "notWished",
    said: inside.tables.notWished,
    partOf: { table: "groups", row: "not-wished" },
    count: (tally) => countsOf(tally, "not-wished", NOT_WISHED),
    labels: () => inside.notWished,
  },
  {
    key: "tries",
    said: { title: texts.triesTitle, definition: texts.triesDefinition },
    count: (tally) => countsOf(tally, "first-try", keysOf(texts.tries)),
    labels: () => texts.tries,
  },
  {
    key: "starts",
    said: { title: texts.startedTitle, definition: texts.startedDefinition },
    count: (tally) => [
      { key: "yes", count: manyOf(tally, "started", "yes") },
      { key: "no", count: manyOf(tally, "started", "maybe") + manyOf(tally, "started", "no") },
    ],
    labels: () => texts.starts,
  },
  ...FOLLOWED_AT.flatMap(followedPlans),
  {
    key: "introductions",
    said: inside.tables.introductions,
    count: (tally) => countsOf(tally, "introduction", keysOf(inside.answers)),
    labels: () => inside.answers,
  },
  {
    key: "companions",
    said: inside.tables.companions,
    count: (tally) => countsOf(tally, "companion-asked", keysOf(inside.answers)),
    labels: () => inside.answers,
  },
  {
    key: "trials",
    said: inside.tables.trials,
    count: (tally) => countsOf(tally, "trial", keysOf(inside.trials)),
    labels: () => inside.trials,
  },
  {
    key: "company",
    said: inside.tables.company,
    count: (tally) => countsOf(tally, "company", keysOf(inside.companies)),
    labels: () => inside.companies,
  },
  {
    key: "passes",
    said: { title: texts.passTitle, definition: texts.passDefinition },
    count: (tally) => countsOf(tally, "pass", keysOf(texts.passRows)),
    labels: () => texts.passRows,
  },
  {
    key: "gapAreas",
    said: inside.tables.gapAreas,
    count: (tally, _, names) => byArea(gapsOf(tally), names),
    labels: (_, names) => areaLabels(names),
  },
  {
    key: "gapThemes",
    said: inside.tables.gapThemes,
    count: (tally, _, names) =>
      byTheme(
        gapsOf(tally).map(({ theme }) => theme),
        names,
      ),
    labels: (_, names) => themeLabels(names),
  },
];

const gapsOf = (tally: Tally) => gapsIn(tally).flatMap((gap) => Array.from({ length: gap.count }, () => gap));

/** Of those who have begun and of those who have not, each a part of its row, and why nobody was asked a part of that. */
function followedPlans(at: FollowedAt): Plan[] {
  const known = (figure: FollowedAt | `${FollowedAt}-never`) => (tally: Tally) => {
    const count = (...keys: string[]) => keys.reduce((sum, key) => sum + manyOf(tally, figure, key), 0);
    return {
      active: count("active"),
      stopped: count("stopped"),
      "not-followed": count(...NOT_FOLLOWED),
      unknown: count("not-reached", "late", "not-due"),
      "no-duty": count("no-duty"),
    };
  };
  const asCounts = (counts: Record<string, number>): Counts =>
    Object.entries(counts).map(([key, count]) => ({ key, count }));
  return [
    {
      key: at,
      said: texts.followed[at],
      partOf: { table: "starts", row: "yes" },
      count: (tally) => asCounts(known(at)(tally)),
      labels: () => texts.found,
    },
    {
      key: `${at}-why`,
      said: texts.followedWhy[at],
      partOf: { table: at, row: "not-followed" },
      count: (tally) => countsOf(tally, at, NOT_FOLLOWED),
      labels: () => inside.notKnown,
    },
    {
      key: `${at}-never`,
      said: texts.followedNever[at],
      partOf: { table: "starts", row: "no" },
      count: (tally) => {
        const { active, stopped, unknown, ...rest } = known(`${at}-never`)(tally);
        return asCounts({ ...rest, unknown: active + stopped + unknown });
      },
      labels: () => texts.found,
    },
    {
      key: `${at}-never-why`,
      said: texts.followedNeverWhy[at],
      partOf: { table: `${at}-never`, row: "not-followed" },
      count: (tally) => countsOf(tally, `${at}-never`, NOT_FOLLOWED),
      labels: () => inside.notKnown,
    },
  ];
}
