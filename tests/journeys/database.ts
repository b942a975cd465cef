import { join } from "node:path";
import { connect, type OpenDb } from "../../db/client.ts";

/** Does something to the database of the site that the journeys go through, while it runs. */
export function withDb<T>(deed: (db: OpenDb) => T): T {
  const db = connect(join(process.env["E2E_DATA_DIR"] ?? "", "faellesbro.db"));
  const done = deed(db);
  if (done instanceof Promise) return done.finally(() => db.$client.close()) as T;
  db.$client.close();
  return done;
}
