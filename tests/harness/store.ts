import type { OpenDb } from "../../db/client.ts";
import { openWriter, type Store } from "../../db/write.ts";

/** A database as a server has it open: to read, and to write by turns. */
export function storeOf(db: OpenDb): Store {
  return { db, write: openWriter(db) };
}
