import { readFileSync } from "node:fs";
import type { SearchQuery } from "../../search/engine.ts";

/** What the engines are asked when they are measured: each query with each set of filters. */
export const FILTERS: Record<string, Partial<SearchQuery>> = {
  none: {},
  area: { omraade: ["viby", "8210"] },
  "day+time": { dag: ["tir", "ons"], tid: ["formiddag"] },
  "near+price": { naer: { lat: 56.15, lng: 10.2 }, radius: 3, pris: "gratis", sort: "afstand" },
  "dates+facts": { fra: "2026-11-04", til: "2026-11-10", fakta: ["dropin", "trinfri"] },
  "clock+theme+age": { klfra: "17:00", tema: ["motion", "natur"], alder: 67 },
};

const SENTENCES = [
  "gåtur onsdag formiddag i Viby",
  "nogen at snakke med",
  "kaffe og strik for nye i byen",
  "yoga for seniorer med dårlig ryg",
  "x".repeat(200),
  Array.from({ length: 40 }, (_, i) => ["dans", "kor", "svømme", "hjælp"][i % 4]).join(" "),
  "s",
  "og i",
  "🎉",
];

/** Classes that are not of the gold set. */
export const EXTRA = ["sentences", "browse"];

const gold = JSON.parse(readFileSync(new URL("../search/gold-da.json", import.meta.url), "utf8")) as {
  queries: { class: string; q: string }[];
};

export const QUERIES = [
  ...gold.queries,
  ...SENTENCES.map((q) => ({ class: "sentences", q })),
  ...Array.from({ length: 20 }, () => ({ class: "browse", q: "" })),
];

export function append(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** One line: median, 95th percentile and greatest of these milliseconds, and whether a budget for the 95th is kept. */
export function report(name: string, all: readonly number[], budget?: number): void {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number).toFixed(2).padStart(7);
  const verdict = budget === undefined ? "" : Number(at(0.95)) <= budget ? `  within ${budget}` : `  OVER ${budget}`;
  console.log(`  ${name.padEnd(18)} p50 ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)}${verdict}`);
}
