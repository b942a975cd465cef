import { TIMES_OF_DAY, WEEKDAYS } from "../../src/shared/week.ts";
import type { Facets } from "../engine.ts";
import type { Answer, Ask, Asked, Filter } from "./ask.ts";
import { readOccurrences, slotsAt } from "./occurrences.ts";
import { type Plan, wishesBut, whenOf } from "./plan.ts";
import { TooWide } from "./refusals.ts";
import { type TimeWish, timeWishOf } from "./times.ts";

const MOST_STALE = 1_000;
const ALL_SLOTS = 0x0fffffff;
const DAYS: [name: string, weekdays: number[]][] = [
  ...WEEKDAYS.map((day, at): [string, number[]] => [day, [at]]),
  ["hverdag", [0, 1, 2, 3, 4]],
  ["weekend", [5, 6]],
];

/** Queries that count, and how their answers are read. */
interface Count {
  queries: Asked[];
  read(answers: Answer[]): Partial<Facets>;
}

/** The query for all wishes: its total, and the counts of facets in which nothing is chosen. */
export function mainQuery(plan: Plan): Asked {
  const facets = plan.query.facets
    ? [
        "fakta",
        ...(plan.area.length > 0 ? [] : ["omraade", "online"]),
        ...(plan.theme.length > 0 ? [] : ["tema"]),
        ...(plan.price.length > 0 ? [] : ["pris"]),
      ]
    : [];
  return counting(plan, [...wishesBut(plan), ...whenOf(plan)], facets);
}

/** All counts. `areas`: what the site knows beside the places of its activities; `main` answers `mainQuery`. */
export async function countFacets(
  ask: Ask,
  plan: Plan,
  main: Promise<Answer>,
  areas: readonly string[],
): Promise<Facets> {
  const counts = [areaCount(plan, areas), themeCount(plan), priceCount(plan), timeCount(plan)];
  const [answers, mainAnswer] = await Promise.all([ask(counts.flatMap(({ queries }) => queries)), main]);
  const facets: Facets = {
    tema: named(mainAnswer.facets["tema"]),
    omraade: {},
    dag: {},
    tid: {},
    pris: named(mainAnswer.facets["pris"]),
    fakta: named(mainAnswer.facets["fakta"]),
  };
  if (plan.area.length === 0) facets.omraade = namedPlaces(plan, areas, mainAnswer);
  let at = 0;
  for (const { queries, read } of counts) {
    Object.assign(facets, read(answers.slice(at, at + queries.length)));
    at += queries.length;
  }
  return facets;
}

function areaCount(plan: Plan, areas: readonly string[]): Count {
  if (plan.area.length === 0) return { queries: [], read: () => ({}) };
  return {
    queries: [counting(plan, [...wishesBut(plan, "area"), ...whenOf(plan)], ["omraade", "online"])],
    read: ([answer]) => ({ omraade: namedPlaces(plan, areas, answer) }),
  };
}

/** Online activities count in every place. */
function namedPlaces(plan: Plan, areas: readonly string[], answer: Answer | undefined): Record<string, number> {
  const online = answer?.facets["online"]?.["true"] ?? 0;
  const counts = answer?.facets["omraade"] ?? {};
  return named(
    Object.fromEntries(
      [...new Set([...plan.known.places, ...areas])].map((place) => [place, (counts[place] ?? 0) + online]),
    ),
  );
}

function themeCount(plan: Plan): Count {
  if (plan.theme.length === 0) return { queries: [], read: () => ({}) };
  return {
    queries: [counting(plan, [...wishesBut(plan, "theme"), ...whenOf(plan)], ["tema"])],
    read: ([answer]) => ({ tema: named(answer?.facets["tema"]) }),
  };
}

function priceCount(plan: Plan): Count {
  if (plan.price.length === 0) return { queries: [], read: () => ({}) };
  return {
    queries: [counting(plan, [...wishesBut(plan, "price"), ...whenOf(plan)], ["pris"])],
    read: ([answer]) => ({ pris: named(answer?.facets["pris"]) }),
  };
}

function timeCount(plan: Plan): Count {
  const { fra, til, klfra, kltil } = plan.query;
  return fra === null && til === null && klfra === null && kltil === null
    ? countedBySlots(plan)
    : countedOneByOne(plan);
}

/**
 * Without dates and clock: from how many activities have which weekdays and times of day; those whose slots have
 * changed since are looked at one by one.
 */
function countedBySlots(plan: Plan): Count {
  const all: Filter = [...wishesBut(plan), `lastEnd > ${plan.now}`];
  const stale: Asked = {
    words: plan.words,
    filter: [...all, `slotsUntil <= ${plan.now}`],
    hits: MOST_STALE,
    attributes: ["slots", "occurrences"],
  };
  return {
    queries: [counting(plan, all, ["slots"]), stale],
    read: ([answer, changed]) => {
      const counts = new Map(
        Object.entries(answer?.facets["slots"] ?? {}).map(([slots, count]) => [Number(slots), count]),
      );
      if ((changed?.total ?? 0) > MOST_STALE) throw new TooWide("too many activities wait to be indexed anew");
      for (const { slots, occurrences } of changed?.hits ?? []) {
        const now = slotsAt(readOccurrences(occurrences), plan.now);
        counts.set(Number(slots), (counts.get(Number(slots)) ?? 0) - 1);
        counts.set(now, (counts.get(now) ?? 0) + 1);
      }
      return fromSlots(counts, plan);
    },
  };
}

function fromSlots(counts: Map<number, number>, { query: { dag, tid } }: Plan): Pick<Facets, "dag" | "tid"> {
  const days =
    dag.length > 0 ? dag.reduce((mask, day) => mask | (0b1111 << (WEEKDAYS.indexOf(day) * 4)), 0) : ALL_SLOTS;
  const times =
    tid.length > 0 ? tid.reduce((mask, time) => mask | (0x1111111 << TIMES_OF_DAY.indexOf(time)), 0) : ALL_SLOTS;
  const having = (mask: number) => [...counts].reduce((sum, [slots, count]) => (slots & mask ? sum + count : sum), 0);
  const dayMask = (weekdays: number[]) => weekdays.reduce((mask, day) => mask | (0b1111 << (day * 4)), 0);
  return {
    dag: named(Object.fromEntries(DAYS.map(([name, weekdays]) => [name, having(dayMask(weekdays) & times)]))),
    tid: named(Object.fromEntries(TIMES_OF_DAY.map((name, at) => [name, having((0x1111111 << at) & days)]))),
  };
}

/** One query a value. */
function countedOneByOne(plan: Plan): Count {
  const days = DAYS.map(([, weekdays]): TimeWish => ({ ...plan.time, days: weekdays }));
  const times = TIMES_OF_DAY.map((time): TimeWish => timeWishOf({ ...plan.query, tid: [time] }));
  return {
    queries: [...days, ...times].map((time) => counting(plan, [...wishesBut(plan), ...whenOf(plan, time)], [])),
    read: (answers) => ({
      dag: named(Object.fromEntries(DAYS.map(([name], at) => [name, answers[at]?.total ?? 0]))),
      tid: named(Object.fromEntries(TIMES_OF_DAY.map((name, at) => [name, answers[DAYS.length + at]?.total ?? 0]))),
    }),
  };
}

function counting(plan: Plan, filter: Filter, facets: string[]): Asked {
  return { words: plan.words, filter, hits: 0, ...(facets.length > 0 ? { facets } : {}) };
}

/** The counts that are not zero. */
function named(counts: Record<string, number> | undefined): Record<string, number> {
  return Object.fromEntries(Object.entries(counts ?? {}).filter(([, count]) => count > 0));
}
