/**
 * Measures the embedded engine inside one process: `node --expose-gc tests/bench/engine.ts [sizes…]`.
 * Each gold query with each of six filter sets, with facets; pins, suggestions, build time, one update, resident
 * memory.
 */
import { EmbeddedIndex } from "../../search/embedded/postings-index.ts";
import { openMeaningTable } from "../../search/meaning/table.ts";
import { SYNONYM_GROUPS } from "../../search/synonyms.ts";
import { wishing } from "../../search/query.ts";
import { BENCH_NOW, CORPUS_NAMES, corpus } from "./corpus.ts";
import { append, EXTRA, FILTERS, QUERIES, report } from "./mix.ts";

const SIZES = [400, 10_000, 100_000];
const BUDGET: Record<number, number> = { 400: 2, 10_000: 4, 100_000: 15 };
/** What meaning may add at p95. */
const MEANING_ADDS: Record<number, number> = { 400: 1, 10_000: 2, 100_000: 13 };
const ROUNDS = 3;

const before = megabytes();
const opening = performance.now();
const meaning = openMeaningTable();
console.log(
  `table of meaning: opened in ${(performance.now() - opening).toFixed(0)} ms; resident ${megabytes() - before} MB more`,
);
const sizes = process.argv.slice(2).map(Number);

for (const size of sizes.length > 0 ? sizes : SIZES) measure(size);

function measure(size: number): void {
  const index = new EmbeddedIndex({ meaning });
  index.setSynonyms(SYNONYM_GROUPS);
  index.setNames(CORPUS_NAMES);
  let building = 0;
  for (const document of corpus(size)) building += timed(() => index.put(document));
  building += timed(() => index.settle());
  console.log(`\n${size} activities: built in ${building.toFixed(0)} ms; resident ${megabytes()} MB`);
  const byClass = new Map<string, number[]>();
  const byFilter = new Map<string, number[]>();
  const withMeaning: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const { class: kind, q } of QUERIES) {
      for (const [name, wishes] of Object.entries(FILTERS)) {
        const ms = timed(() => index.search(wishing({ q, facets: true, ...wishes }), BENCH_NOW));
        const alike = timed(() => index.search({ ...wishing({ q, facets: true, ...wishes }), alike: true }, BENCH_NOW));
        if (round === 0) continue; // warms up
        if (!EXTRA.includes(kind)) withMeaning.push(alike);
        append(byClass, kind, ms);
        append(byFilter, name, ms);
      }
    }
  }
  for (const [name, all] of byClass) report(name, all);
  console.log("by filters");
  for (const [name, all] of byFilter) report(name, all);
  report(
    "gold x filters",
    [...byClass].flatMap(([kind, all]) => (EXTRA.includes(kind) ? [] : all)),
    BUDGET[size],
  );
  report("the same by meaning, too", withMeaning, (BUDGET[size] ?? 0) + (MEANING_ADDS[size] ?? 0));
  report(
    "pins, all",
    repeated(20, () => index.pins(wishing({}), null, BENCH_NOW)),
    20,
  );
  for (const zoom of [8, 12, 17])
    report(
      `pins, zoom ${zoom}`,
      repeated(20, () => index.pins(wishing({}), zoom, BENCH_NOW)),
      20,
    );
  report(
    "suggest",
    QUERIES.flatMap(({ q }) =>
      Array.from({ length: Math.min(q.length, 12) }, (_, i) =>
        timed(() => index.suggest(q.slice(0, i + 1), BENCH_NOW, 8)),
      ),
    ),
    5,
  );
  const changed = [...corpus(2_000, 8)].slice(0, size);
  report(
    "update",
    changed.map((document) => timed(() => index.put(document))),
  );
  console.log(`resident ${megabytes()} MB`);
}

function timed(deed: () => unknown): number {
  const start = performance.now();
  deed();
  return performance.now() - start;
}

function repeated(times: number, deed: () => unknown): number[] {
  return Array.from({ length: times }, () => timed(deed));
}

function megabytes(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().rss / 1_048_576);
}
