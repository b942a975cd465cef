/**
 * Measures the Meilisearch engine over a real server, as the site asks it: `node tests/bench/meilisearch.ts [sizes…]`.
 * The server is the one at MEILI_URL, or a `meilisearch` on the PATH. Each gold query with each of six filter sets,
 * with facets; the time includes the way over the loopback.
 */
import { SYNONYM_GROUPS } from "../../search/synonyms.ts";
import { askOf } from "../../search/meilisearch/ask.ts";
import { meiliEngine } from "../../search/meilisearch/engine.ts";
import { applyChanges, buildIndex, indexOn } from "../../search/meilisearch/index.ts";
import { TooWide } from "../../search/meilisearch/refusals.ts";
import { wishing } from "../../search/query.ts";
import { MEILI_IS_HERE, openMeili } from "../search/servers.ts";
import { BENCH_NOW, CORPUS_NAMES, corpus } from "./corpus.ts";
import { append, EXTRA, FILTERS, QUERIES, report } from "./mix.ts";

const SIZES = [400, 10_000, 100_000];
/** Beyond this the embedded engine answers. */
const LONGEST_MS = 250;
const CHANGES = 20;
const places = [...new Set(CORPUS_NAMES.flatMap(({ kind, value }) => (kind === "area" ? [value] : [])))];
const sizes = process.argv.slice(2).map(Number);

if (!MEILI_IS_HERE) console.log("\nMeilisearch: no server at MEILI_URL, and no program on the PATH");
else for (const size of sizes.length > 0 ? sizes : SIZES) await measure(size);

async function measure(size: number): Promise<void> {
  const server = await openMeili();
  const index = indexOn(server.url, server.adminKey, server.indexName);
  const building = await timed(() => buildIndex(index, corpus(size), SYNONYM_GROUPS));
  const engine = meiliEngine({ ask: askOf(server.url, server.adminKey, index.uid), areas: () => places });
  console.log(`\nMeilisearch, ${size} activities: built in ${(building / 1000).toFixed(1)} s`);
  const byClass = new Map<string, number[]>();
  const byFilter = new Map<string, number[]>();
  let left = 0;
  for (const [round, counted] of [QUERIES.filter((_, at) => at % 10 === 0), QUERIES].entries()) {
    for (const { class: kind, q } of counted) {
      for (const [name, wishes] of Object.entries(FILTERS)) {
        const ms = await timed(() =>
          engine.search(wishing({ q, facets: true, ...wishes }), BENCH_NOW).catch((fault: unknown) => {
            if (!(fault instanceof TooWide)) throw fault;
            left += 1;
          }),
        );
        if (round === 0) continue; // warms up
        append(byClass, kind, ms);
        append(byFilter, name, ms);
      }
    }
  }
  for (const [name, all] of byClass) report(name, all);
  console.log("by filters");
  for (const [name, all] of byFilter) report(name, all);
  const all = [...byClass].flatMap(([kind, each]) => (EXTRA.includes(kind) ? [] : each));
  report("gold x filters", all, LONGEST_MS);
  const changes: number[] = [];
  for (const document of [...corpus(CHANGES, 8)]) changes.push(await timed(() => applyChanges(index, [document], [])));
  report("update", changes);
  if (left > 0) console.log(`  ${left} were left to the embedded engine`);
  await server.remove();
}

async function timed(deed: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await deed();
  return performance.now() - start;
}
