import { openReader } from "../../db/sqlite.ts";
import type { SearchDocument } from "../document.ts";
import { readAllDocuments, readDocuments, readLexicon, readSynonyms } from "../read-documents.ts";
import type { Need } from "../synonyms.ts";
import { type Changes, changesAfter, newestPosition } from "../sync.ts";
import { type Name, readNames } from "./names.ts";

/** Where the index reads what it holds. */
export interface Source {
  /** Every document, read from one moment; may be read slowly, while the other methods are used. */
  allDocuments(now: number): Iterable<SearchDocument>;
  /** The documents of these activities; one that may not be found any more is missing. */
  documents(ids: readonly string[], now: number): SearchDocument[];
  synonyms(): string[][];
  needs(): readonly Need[];
  names(): Name[];
  newestPosition(): number;
  /** The next changes after a position; null when they have been trimmed away. */
  changesAfter(position: number, limit: number): Changes | null;
  /** A number that changes whenever somebody else wrote. */
  version(): number;
  close(): void;
}

/** The site's database, read only. */
export function openSource(dbFile: string): Source {
  const client = openReader(dbFile);
  return {
    allDocuments: (now) => allDocuments(dbFile, now),
    documents: (ids, now) => readDocuments(client, ids, now),
    synonyms: () => readSynonyms(client),
    needs: () => readLexicon(client),
    names: () => readNames(client),
    newestPosition: () => newestPosition(client),
    changesAfter: (position, limit) => changesAfter(client, position, limit),
    version: () => Number(client.pragma("data_version", { simple: true })),
    close: () => client.close(),
  };
}

/** Over a connection of its own: a slow reading keeps its moment, and must not keep the others in it. */
function* allDocuments(dbFile: string, now: number): Generator<SearchDocument> {
  const client = openReader(dbFile);
  try {
    yield* readAllDocuments(client, now);
  } finally {
    client.close();
  }
}
