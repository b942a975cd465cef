import type { SearchDocument } from "../../search/document.ts";
import type { TimeOfDay, Weekday } from "../../src/shared/week.ts";
import type { Facets, SearchQuery } from "../../search/engine.ts";

/** The contract's words as plainly as they can be written: one document, one wish at a time. Without words (`q`). */

const DAYS: Weekday[] = ["man", "tir", "ons", "tor", "fre", "loer", "soen"];
const TIMES: TimeOfDay[] = ["morgen", "formiddag", "eftermiddag", "aften"];
const MINUTE = 60_000;

export interface NaiveHit {
  id: string;
  next: number;
  distance: number | null;
  by: "literal";
}

/** All hits in order. */
export function naiveHits(documents: SearchDocument[], query: SearchQuery, now: number): NaiveHit[] {
  const hits = documents.flatMap((document) => {
    const next = nextOf(document, query, now);
    if (next === null || !meets(document, query)) return [];
    return [{ id: document.id, next, distance: distanceOf(document, query), lift: liftOf(document, query) }];
  });
  const far = (distance: number | null) => distance ?? Number.POSITIVE_INFINITY;
  return hits
    .sort((a, b) => {
      if (query.sort === "afstand" && query.naer && far(a.distance) !== far(b.distance))
        return far(a.distance) - far(b.distance);
      if (query.sort === "relevans" && a.lift !== b.lift) return b.lift - a.lift;
      return a.next - b.next || (a.id < b.id ? -1 : 1);
    })
    .map(({ id, next, distance }) => ({
      id,
      next,
      distance: distance === null ? null : Math.round(distance),
      by: "literal",
    }));
}

/** Each value's count is the number of hits when it is chosen. */
export function naiveFacets(documents: SearchDocument[], query: SearchQuery, now: number): Facets {
  const count = (wishes: Partial<SearchQuery>) => naiveHits(documents, { ...query, ...wishes }, now).length;
  const counts = <T>(values: Iterable<T>, wish: (value: T) => Partial<SearchQuery>) =>
    Object.fromEntries(
      [...values].map((value) => [String(value), count(wish(value))] as const).filter(([, n]) => n > 0),
    );
  return {
    tema: counts(new Set(documents.flatMap((document) => document.themes)), (value) => ({ tema: [value] })),
    omraade: counts(
      new Set(documents.flatMap((document) => [...document.areas, ...(document.postcode ? [document.postcode] : [])])),
      (value) => ({
        omraade: [value],
      }),
    ),
    dag: {
      ...counts(DAYS, (value) => ({ dag: [value] })),
      ...counts(["hverdag"], () => ({ dag: DAYS.slice(0, 5) })),
      ...counts(["weekend"], () => ({ dag: DAYS.slice(5) })),
    },
    tid: counts(TIMES, (value) => ({ tid: [value] })),
    pris: {
      ...counts(["gratis" as const], () => ({ pris: "gratis" })),
      ...counts([50, 100], (value) => ({ pris: value })),
    },
    fakta: counts(new Set(documents.flatMap((document) => document.facts)), (value) => ({
      fakta: [...query.fakta, value],
    })),
  };
}

function nextOf(document: SearchDocument, query: SearchQuery, now: number): number | null {
  const starts = document.occurrences
    .filter((occurrence) => occurrence.end > now && isMet(occurrence.local, query))
    .map((occurrence) => occurrence.start);
  return starts.length > 0 ? Math.min(...starts) : null;
}

function isMet(local: number, query: SearchQuery): boolean {
  const wall = new Date(local * MINUTE).toISOString();
  const date = wall.slice(0, 10);
  const clock = wall.slice(11, 16);
  const day = DAYS[(new Date(local * MINUTE).getUTCDay() + 6) % 7] as Weekday;
  const time =
    clock < "05:00" || clock >= "17:00"
      ? "aften"
      : clock < "09:00"
        ? "morgen"
        : clock < "12:00"
          ? "formiddag"
          : "eftermiddag";
  return (
    (query.dag.length === 0 || query.dag.includes(day)) &&
    (query.tid.length === 0 || query.tid.includes(time)) &&
    (query.fra === null || date >= query.fra) &&
    (query.til === null || date <= query.til) &&
    (query.klfra === null || clock >= query.klfra) &&
    (query.kltil === null || clock <= query.kltil)
  );
}

function meets(document: SearchDocument, query: SearchQuery): boolean {
  const { boks } = query;
  const distance = distanceOf(document, query);
  const isInBox =
    boks &&
    document.lat !== null &&
    document.lng !== null &&
    document.lat >= boks.south &&
    document.lat <= boks.north &&
    document.lng >= boks.west &&
    document.lng <= boks.east;
  return (
    (query.omraade.length === 0 ||
      document.online ||
      query.omraade.some((value) => document.areas.includes(value) || document.postcode === value)) &&
    (query.tema.length === 0 || query.tema.some((theme) => document.themes.includes(theme))) &&
    query.fakta.every((fact) => document.facts.includes(fact)) &&
    (query.pris === null ||
      (document.priceOre !== null && document.priceOre <= (query.pris === "gratis" ? 0 : query.pris * 100))) &&
    (query.alder === null || ((document.ageMin ?? 0) <= query.alder && (document.ageMax ?? 200) >= query.alder)) &&
    (boks === null || isInBox === true) &&
    (query.naer === null ||
      query.radius === null ||
      document.online ||
      (distance !== null && distance <= query.radius * 1000))
  );
}

function liftOf(document: SearchDocument, { lifts }: SearchQuery): number {
  const areas = [...document.areas, document.postcode];
  return (
    lifts.tema.filter((theme) => document.themes.includes(theme)).length +
    lifts.fakta.filter((fact) => document.facts.includes(fact)).length +
    (areas.some((area) => area !== null && lifts.omraade.includes(area)) ? 1 : 0)
  );
}

function distanceOf(document: SearchDocument, { naer }: SearchQuery): number | null {
  if (!naer || document.lat === null || document.lng === null || document.online) return null;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half =
    Math.sin(radians(document.lat - naer.lat) / 2) ** 2 +
    Math.cos(radians(naer.lat)) * Math.cos(radians(document.lat)) * Math.sin(radians(document.lng - naer.lng) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(half));
}
