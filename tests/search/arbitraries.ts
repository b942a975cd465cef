import fc from "fast-check";
import type { SearchDocument } from "../../search/document.ts";
import { TIMES_OF_DAY, WEEKDAYS } from "../../src/shared/week.ts";
import type { SearchQuery } from "../../search/engine.ts";
import { wishing } from "../../search/query.ts";

/** Monday 19 October 2026, 00:00 UTC: the clocks go back on the Sunday after. */
const EPOCH = Date.UTC(2026, 9, 19);

const MINUTE = 60_000;
const CLOCKS_BACK = Date.UTC(2026, 9, 25, 1);
const THEMES = ["mad", "musik", "motion", "spil"];
const FACTS = Array.from({ length: 36 }, (_, i) => `fact${i}`);
const AREAS = ["viby", "hasle", "tilst"];
const POSTCODES = ["8260", "8210", "8200"];
const TITLES = ["Svømning", "Strikkecafé", "Sangkor i Viby", "Fællesspisning", "Gåtur"];

const occurrence = fc
  .record({
    start: fc.integer({ min: -2 * 1440, max: 16 * 1440 }).map((minutes) => EPOCH + minutes * MINUTE),
    length: fc.constantFrom(0, 30, 120, 600, 4_000),
  })
  .map(({ start, length }) => ({
    start,
    end: start + length * MINUTE,
    local: start / MINUTE + (start < CLOCKS_BACK ? 120 : 60),
  }));

/** An activity of any kind; ids are short, so that they repeat. */
export const anyDocument: fc.Arbitrary<SearchDocument> = fc
  .record({
    number: fc.integer({ min: 0, max: 40 }),
    title: fc.constantFrom(...TITLES),
    area: fc.option(fc.constantFrom(...AREAS)),
    postcode: fc.option(fc.constantFrom(...POSTCODES)),
    lat: fc.integer({ min: 0, max: 20 }).map((n) => 56.1 + n * 0.01),
    lng: fc.integer({ min: 0, max: 20 }).map((n) => 10.1 + n * 0.01),
    online: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    themes: fc.subarray(THEMES),
    facts: fc
      .subarray(FACTS.slice(0, 3))
      .chain((few) => fc.subarray(FACTS, { maxLength: 4 }).map((more) => [...new Set([...few, ...more])])),
    priceOre: fc.constantFrom(null, 0, 2_500, 5_000, 5_001, 10_000, 25_000),
    ageMin: fc.option(fc.constantFrom(0, 18, 60)),
    ageMax: fc.option(fc.constantFrom(17, 60, 99)),
    occurrences: fc.array(occurrence, { maxLength: 6 }),
  })
  .map(({ number, area, occurrences, ...rest }) => ({
    ...rest,
    id: `id${number}`,
    summary: "",
    description: "",
    names: [],
    areas: area && !rest.online ? [area] : [],
    postcode: rest.online ? null : rest.postcode,
    lat: rest.online ? null : rest.lat,
    lng: rest.online ? null : rest.lng,
    lines: [],
    publishedAt: 0,
    occurrences: occurrences.sort((a, b) => a.start - b.start),
  }));

const date = fc
  .integer({ min: -2, max: 16 })
  .map((days) => new Date(EPOCH + days * 1440 * MINUTE).toISOString().slice(0, 10));
const clock = fc.constantFrom("00:00", "05:00", "09:00", "10:30", "12:00", "17:00", "23:59");
const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

/** Wishes of any kind, without words. */
export const anyWishes: fc.Arbitrary<SearchQuery> = fc
  .record({
    omraade: fc.subarray([...AREAS, ...POSTCODES, "elsewhere"], { maxLength: 2 }),
    // Off the grid of the points: no two of them lie equally far but for the last digit of a number.
    naer: seldom(fc.constant({ lat: 56.2031, lng: 10.2017 })),
    radius: fc.option(fc.constantFrom(1, 3, 8)),
    boks: seldom(fc.constant({ south: 56.12, west: 10.15, north: 56.25, east: 10.28 })),
    dag: fc.subarray([...WEEKDAYS], { maxLength: 3 }),
    tid: fc.subarray([...TIMES_OF_DAY], { maxLength: 2 }),
    fra: seldom(date),
    til: seldom(date),
    klfra: seldom(clock),
    kltil: seldom(clock),
    tema: fc.subarray([...THEMES, "unknown"], { maxLength: 2 }),
    pris: seldom(fc.constantFrom("gratis" as const, 25, 50, 100, 250)),
    fakta: fc.subarray([...FACTS.slice(0, 3), "unknown"], { maxLength: 2 }),
    alder: seldom(fc.integer({ min: 0, max: 99 })),
    lifts: fc.record({
      tema: fc.subarray(THEMES, { maxLength: 2 }),
      fakta: fc.subarray(FACTS.slice(0, 2)),
      omraade: fc.subarray([...AREAS, "8210"], { maxLength: 2 }),
    }),
    sort: fc.constantFrom("relevans" as const, "afstand" as const, "dato" as const),
    side: fc.constantFrom(1, 1, 2, 9),
  })
  .map((wishes) => wishing({ ...wishes, facets: true }));

/** A minute of the clock, before, among and after the occurrences. */
export const anyNow = fc
  .integer({ min: -2 * 1440, max: 17 * 1440 })
  .map((minutes) => EPOCH + minutes * MINUTE + 17_000);
