import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import type { SearchDocument } from "../document.ts";
import { readDocuments } from "../read-documents.ts";
import { applyChanges, type MeiliIndex } from "./index.ts";

/** Documents read before other work of the process gets a turn. */
const SLICE = 20;

/** Brings the documents of these activities up to date; those that the public may no longer find are taken out. */
export async function sendDocuments(
  index: MeiliIndex,
  db: Database,
  ids: readonly string[],
  now: () => number,
): Promise<void> {
  const documents: SearchDocument[] = [];
  for (let at = 0; at < ids.length; at += SLICE) {
    documents.push(...readDocuments(db, ids.slice(at, at + SLICE), now()));
    await nextTurn();
  }
  const found = new Set(documents.map(({ id }) => id));
  await applyChanges(
    index,
    documents,
    ids.filter((id) => !found.has(id)),
  );
}
