import type { DocumentOccurrence, SearchDocument } from "../../search/document.ts";
import { AREAS, ENDINGS, FACTS, FIRST_NAMES, KINDS, ORGANISERS, SENTENCES, THEMES, VENUES } from "./corpus-words.ts";
import { inventedWord, type Pick } from "./invented-word.ts";

/** Monday 2 November 2026, 10:00 in Copenhagen. */
export const BENCH_NOW = Date.UTC(2026, 10, 2, 9, 0);

const MINUTE = 60_000;
const WEEKS = 26;
const WINTER_OFFSET = 60;

/** A repeatable stream of numbers from 0 to 1 (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The areas of the corpus, to be suggested and counted. */
export const CORPUS_NAMES = [
  ...AREAS.map(([value, label]) => ({ kind: "area" as const, label, value })),
  ...AREAS.map(([, label, postcode]) => ({ kind: "area" as const, label: `${postcode} ${label}`, value: postcode })),
  ...THEMES.map((value) => ({ kind: "theme" as const, label: value, value })),
];

/**
 * The same `n` activities for the same seed: about 26 occurrences and 60 words of text each, and a long tail of rare
 * words.
 */
export function* corpus(n: number, seed = 7): Generator<SearchDocument> {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const rareWords = Array.from({ length: 40_000 }, () => inventedWord(pick));
  for (let i = 0; i < n; i++) yield activity(i, next, pick, rareWords);
}

function activity(i: number, next: () => number, pick: Pick, rareWords: string[]): SearchDocument {
  const [titles, themes, about] = pick(KINDS);
  const [area, areaName, postcode, lat, lng] = pick(AREAS);
  const venue = pick(VENUES);
  const organiser = `${areaName} ${pick(ORGANISERS)}`;
  const online = next() < 0.02;
  const rare = () => rareWords[Math.floor(rareWords.length * next() ** 3)] as string;
  const sentence = () =>
    pick(SENTENCES).replace(/\{(\w)\}/g, (_, kind: string) =>
      kind === "v"
        ? venue
        : kind === "o"
          ? organiser
          : kind === "n"
            ? pick(FIRST_NAMES)
            : kind === "w"
              ? pick(about)
              : kind === "f"
                ? capital(rare())
                : rare(),
    );
  return {
    id: `a${i.toString(36).padStart(5, "0")}`,
    title: titleOf(pick(titles), areaName, venue, next, pick),
    summary: `${sentence()}.`,
    description: Array.from({ length: 4 + Math.floor(next() * 5) }, () => `${sentence()}.`).join(" "),
    names: [organiser, venue, areaName, ...themes],
    areas: online ? [] : [area],
    postcode: online ? null : postcode,
    lat: online ? null : lat + (next() - 0.5) * 0.03,
    lng: online ? null : lng + (next() - 0.5) * 0.05,
    online,
    themes: next() < 0.3 ? [...new Set([...themes, pick(THEMES)])] : themes,
    facts: [...FACTS.filter(() => next() < 0.25), ...(online ? ["online"] : [])],
    priceOre: next() < 0.5 ? 0 : Math.floor(next() * 40) * 500,
    ageMin: next() < 0.3 ? pick([6, 13, 18, 60]) : null,
    ageMax: next() < 0.1 ? 99 : null,
    lines: [],
    publishedAt: BENCH_NOW - Math.floor(next() * 400) * 86_400_000,
    occurrences: occurrencesOf(next),
  };
}

function titleOf(kind: string, area: string, venue: string, next: () => number, pick: Pick): string {
  const chance = next();
  if (chance < 0.35) return `${kind} ${pick(ENDINGS)}`;
  if (chance < 0.65) return `${kind} i ${area}`;
  return chance < 0.85 ? `${kind} på ${venue}` : kind;
}

/** Weekly for half a year, or once; the summer half of the clock is left out. */
function occurrencesOf(next: () => number): DocumentOccurrence[] {
  const today = Math.floor(BENCH_NOW / MINUTE / 1440);
  const day = today + Math.floor(next() * 7);
  const local =
    (day * 24 + (next() < 0.4 ? 17 + Math.floor(next() * 4) : 8 + Math.floor(next() * 9))) * 60 +
    (next() < 0.5 ? 0 : 30);
  const length = 60 + 30 * Math.floor(next() * 4);
  const twice = next() < 0.15;
  const weeks = next() < 0.12 ? 1 : WEEKS;
  return Array.from({ length: twice ? weeks * 2 : weeks }, (_, i) => {
    const at = local + (twice ? Math.floor(i / 2) * 7 + (i % 2) * 2 : i * 7) * 1440;
    const start = (at - WINTER_OFFSET) * MINUTE;
    return { local: at, start, end: start + length * MINUTE };
  });
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
