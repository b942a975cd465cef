import { readFileSync } from "node:fs";
import type { SearchDocument } from "../../search/document.ts";
import { distractors, planted } from "./distractors.ts";
import { type GoldQuery, OWN_PLANTED, OWN_QUERIES } from "./gold-own.ts";

export interface GoldSet {
  planted: Record<string, [title: string, copies: number][]>;
  queries: GoldQuery[];
}

export const GIVEN = JSON.parse(readFileSync(new URL("./gold-da.json", import.meta.url), "utf8")) as GoldSet;
export const OWN: GoldSet = { planted: OWN_PLANTED, queries: OWN_QUERIES };

/** The planted activities of a set among 3,000 others. */
export function goldDocuments(gold: GoldSet): SearchDocument[] {
  return [...distractors(3_000), ...planted(gold.planted)];
}

/**
 * Mean recall among the first 20 ids that `search` finds for a query, and the queries that did not find all. An equal
 * title counts as found.
 */
export async function recallOf(
  gold: GoldSet,
  documents: readonly Pick<SearchDocument, "id" | "title">[],
  search: (q: string) => Promise<string[]> | string[],
): Promise<{ mean: number; missed: string[] }> {
  const titles = new Map(documents.map((document) => [document.id, document.title]));
  const recalls: { q: string; recall: number }[] = [];
  for (const query of gold.queries) {
    const found = (await search(query.q)).map((id) => titles.get(id) as string);
    recalls.push({ q: query.q, recall: recall(found, query, gold) });
  }
  return {
    mean: recalls.reduce((sum, each) => sum + each.recall, 0) / recalls.length,
    missed: recalls.filter((each) => each.recall < 1).map((each) => `${each.q} ${each.recall.toFixed(2)}`),
  };
}

/** An area behind the title makes no other title. */
function recall(found: readonly string[], query: GoldQuery, gold: GoldSet): number {
  const wanted = query.groups.flatMap((group) => gold.planted[group] as [string, number][]);
  const shares = wanted.map(([title, copies]) =>
    Math.min(copies, found.filter((other) => other === title || other.startsWith(`${title} i `)).length),
  );
  const all = wanted.reduce((sum, [, copies]) => sum + copies, 0);
  return shares.reduce((sum, share) => sum + share, 0) / Math.min(20, all);
}
