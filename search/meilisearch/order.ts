import { metresOf, onGlobe } from "../embedded/places.ts";
import type { LatLng } from "../../src/shared/point.ts";
import type { Lifts } from "../engine.ts";
import { type Answer, type Ask, type Asked, askOne, type Filter, type Found, quoted } from "./ask.ts";
import { type HitOccurrence, readOccurrences } from "./occurrences.ts";
import { anyOf, type Plan, wishesBut, whenOf } from "./plan.ts";
import { TooWide } from "./refusals.ts";
import { isAnyTime, meetsTime, offeredUntil } from "./times.ts";

const MOST_STALE = 1_000;
/** So many hits are put in order by ourselves at most. */
const MOST = 2_000;
const RESERVE = 60;
/** Meilisearch sorts by distance in steps of about a metre. */
const MARGIN_M = 3;
const MOST_LIFTS = 6;
/** Minutes from now by which the first page may have begun. */
const HORIZONS = [-180, -60, 0, 30, 120, 360, 1_440, 2_880, 10_080, 40_320, 172_800];

export interface Hit {
  id: string;
  /** Minutes since 1970; the earliest start that meets the wishes. */
  next: number;
  /** Exact metres. */
  distance: number | null;
  title: string;
}

/**
 * The first `many` hits (or all there are) in the order of a search without words, or by date or distance; `main`
 * answers how many there are.
 */
export async function firstHits(ask: Ask, plan: Plan, many: number, main: Promise<Answer>): Promise<Hit[]> {
  const { sort, naer } = plan.query;
  if (sort === "afstand" && naer) return nearestFirst(ask, plan, naer, many);
  if (sort === "relevans" && plan.words.length === 0) return mostLiftedFirst(ask, plan, many);
  return soonestFirst(ask, plan, [], many, async () => (await main).total);
}

/** The hit of a document as the wishes see it. */
export function hitOf({ id, title, occurrences, _geo }: Found, plan: Plan): Hit {
  const next = readOccurrences(occurrences).find((occurrence) => meets(occurrence, plan));
  return {
    id,
    title,
    next: next?.start ?? 0,
    distance: plan.query.naer && _geo ? metresBetween(_geo, plan.query.naer) : null,
  };
}

function meets({ end, local }: HitOccurrence, { now, time }: Plan): boolean {
  return end > now && meetsTime(time, local);
}

/** By next start, then id, of those that also meet `more`. */
function soonestFirst(
  ask: Ask,
  plan: Plan,
  more: Filter,
  many: number,
  total = () => counted(ask, plan, [...wishesBut(plan), ...more, ...whenOf(plan)]),
): Promise<Hit[]> {
  return isAnyTime(plan.time) ? soonestAsStored(ask, plan, more, many) : soonestWithin(ask, plan, more, many, total);
}

/**
 * Without a wish for a time Meilisearch sorts by what it holds; those whose next date has ended since are put in by
 * ourselves.
 */
async function soonestAsStored(ask: Ask, plan: Plan, more: Filter, many: number): Promise<Hit[]> {
  if (many > MOST) throw new TooWide("a page far behind");
  const wishes = [...wishesBut(plan), ...more];
  const [fresh, stale] = await Promise.all([
    askOne(ask, fetching(plan, [...wishes, `nextEnd > ${plan.now}`], many, ["next:asc", "id:asc"])),
    askOne(ask, fetching(plan, [...wishes, `nextEnd <= ${plan.now}`, `lastEnd > ${plan.now}`], MOST_STALE, [])),
  ]);
  if (stale.total > MOST_STALE) throw new TooWide("too many activities wait to be indexed anew");
  return bySoonest([...fresh.hits, ...stale.hits].map((found) => hitOf(found, plan))).slice(0, many);
}

/** With a wish for a time: all that begin by some horizon, the nearest behind which there are enough. */
async function soonestWithin(
  ask: Ask,
  plan: Plan,
  more: Filter,
  many: number,
  total: () => Promise<number>,
): Promise<Hit[]> {
  const wishes = [...wishesBut(plan), ...more];
  const until = (horizon: number): Filter => [
    ...wishes,
    ...anyOf(offeredUntil(plan.time, plan.now, plan.now + horizon, plan.known.lengths)),
  ];
  const all: Filter = [...wishes, ...whenOf(plan)];
  const everything = await total();
  const filter = everything <= 4 * many ? all : ((await nearestEnough(ask, plan, HORIZONS.map(until), many)) ?? all);
  const answer = await askOne(ask, fetching(plan, filter, MOST, []));
  if (answer.total > MOST) throw new TooWide("too many at one time");
  return bySoonest(answer.hits.map((found) => hitOf(found, plan))).slice(0, many);
}

async function nearestEnough(ask: Ask, plan: Plan, filters: Filter[], many: number): Promise<Filter | undefined> {
  const answers = await ask(filters.map((filter) => countingOf(plan, filter)));
  return filters[answers.findIndex(({ total }) => total >= many)];
}

/** By distance, then next start, then id; those without a point come last. */
async function nearestFirst(ask: Ask, plan: Plan, near: LatLng, many: number): Promise<Hit[]> {
  const placed: Filter = [...wishesBut(plan), ...whenOf(plan), "placed = true"];
  let hits: Hit[] = [];
  for (let limit = many + RESERVE; ; limit *= 2) {
    if (limit > MOST * 2) throw new TooWide("too many at one distance");
    const answer = await askOne(ask, fetching(plan, placed, limit, [`_geoPoint(${near.lat}, ${near.lng}):asc`]));
    hits = byNearest(answer.hits.map((found) => hitOf(found, plan)));
    const last = hits.at(-1)?.distance ?? 0;
    const wanted = hits[many - 1]?.distance ?? 0;
    if (answer.total <= limit || last - wanted > MARGIN_M) break;
  }
  if (hits.length >= many) return hits.slice(0, many);
  return [...hits, ...(await soonestFirst(ask, plan, ["placed = false"], many - hits.length))];
}

/** Those that most of the lifts fit come first. */
async function mostLiftedFirst(ask: Ask, plan: Plan, many: number): Promise<Hit[]> {
  const lifts = liftFilters(plan.query.lifts);
  if (lifts.length > MOST_LIFTS) throw new TooWide("too many lifts");
  const hits: Hit[] = [];
  for (let fits = lifts.length; fits >= 0 && hits.length < many; fits--) {
    const more = exactly(lifts, fits);
    hits.push(...(await soonestFirst(ask, plan, more, many - hits.length)));
  }
  return hits;
}

function liftFilters({ tema, fakta, omraade }: Lifts): string[] {
  const area = omraade.length > 0 ? [`omraade IN [${omraade.map(quoted).join(", ")}]`] : [];
  return [
    ...tema.map((theme) => `tema = ${quoted(theme)}`),
    ...fakta.map((fact) => `fakta = ${quoted(fact)}`),
    ...area,
  ];
}

/** Exactly so many of the conditions hold. */
function exactly(conditions: readonly string[], many: number): Filter {
  const atLeast = (n: number): string[] => subsets(conditions, n).map((all) => `(${all.join(" AND ")})`);
  const notMore = many < conditions.length ? [`NOT (${atLeast(many + 1).join(" OR ")})`] : [];
  return many === 0 ? notMore : [atLeast(many), ...notMore];
}

function subsets<T>(of: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return of.flatMap((first, at) => subsets(of.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
}

function bySoonest(hits: Hit[]): Hit[] {
  return hits.sort((a, b) => a.next - b.next || (a.id < b.id ? -1 : 1));
}

function byNearest(hits: Hit[]): Hit[] {
  return hits.sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0) || a.next - b.next || (a.id < b.id ? -1 : 1));
}

async function counted(ask: Ask, plan: Plan, filter: Filter): Promise<number> {
  return (await askOne(ask, countingOf(plan, filter))).total;
}

function countingOf(plan: Plan, filter: Filter): Asked {
  return { words: plan.words, filter, hits: 0 };
}

function fetching(plan: Plan, filter: Filter, limit: number, sort: string[]): Asked {
  return {
    words: plan.words,
    filter,
    hits: limit,
    attributes: ["id", "title", "occurrences", "_geo"],
    ...(sort.length > 0 ? { sort } : {}),
  };
}

function metresBetween(from: LatLng, to: LatLng): number {
  const a = onGlobe(from);
  const b = onGlobe(to);
  return metresOf((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2);
}
