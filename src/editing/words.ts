import { asc } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { synonyms } from "../../db/schema.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";

/** Groups of words that find each other, in the order that they were written. */
export function listWordGroups(db: Db): string[][] {
  return db
    .select({ words: synonyms.words })
    .from(synonyms)
    .orderBy(asc(synonyms.id))
    .all()
    .map(({ words }) => words);
}

/** Takes these groups instead of all there were; the search follows by itself. Refuses a group of one word. */
export function saveWordGroups(db: Db, by: Viewer, groups: readonly string[][]): void {
  if (!has(by, "editor")) refuse("notYours");
  if (groups.some((group) => group.length < 2)) refuse("wordGroup", "ord");
  db.transaction((tx) => {
    tx.delete(synonyms).run();
    for (const [at, words] of groups.entries())
      tx.insert(synonyms)
        .values({ id: at + 1, words })
        .run();
  });
}

/** One group a line, commas between: each word once, trimmed. Empty lines do not count. */
export function groupsIn(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .map((line) => [
      ...new Set(
        line
          .split(",")
          .map((word) => word.trim().replace(/\s+/g, " "))
          .filter(Boolean),
      ),
    ])
    .filter((group) => group.length > 0);
}
