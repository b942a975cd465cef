import { connect } from "../../db/client.ts";
import { readAllDocuments, readSynonyms } from "../read-documents.ts";
import { forgetReader, newestPosition, passed } from "../sync.ts";
import { buildIndex, type MeiliIndex } from "./index.ts";

/** The follower, as a reader of the outbox log. */
export const READER = "meilisearch";
/** Keeps the log while a new index is built. */
const BUILDER = "meilisearch:build";

/**
 * Builds the index anew from the database and swaps it in. What changes meanwhile is read from the log afterwards by
 * whoever follows it.
 */
export async function reindex(
  index: MeiliIndex,
  dbFile: string,
  now: number,
  progress?: (count: number) => void,
): Promise<number> {
  const own = connect(dbFile).$client;
  const reading = connect(dbFile).$client; // reading all keeps one moment of the database, and must not keep the rest in it
  try {
    const position = newestPosition(own);
    passed(own, BUILDER, position, now);
    const count = await buildIndex(index, readAllDocuments(reading, now), readSynonyms(own), progress);
    passed(own, READER, position, now);
    return count;
  } finally {
    forgetReader(own, BUILDER);
    reading.close();
    own.close();
  }
}

/** Without Meilisearch its readers must not keep the log. */
export function forgetReaders(dbFile: string): void {
  const { $client } = connect(dbFile);
  for (const reader of [READER, BUILDER]) forgetReader($client, reader);
  $client.close();
}
