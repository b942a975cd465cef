import { join, resolve } from "node:path";
import { reindex } from "../../search/meilisearch/reindex.ts";
import { indexOn } from "../../search/meilisearch/index.ts";
import { readConfig } from "../shared/config.ts";
import { commands } from "../texts/commands.ts";
import { openSiteDb } from "./database.ts";

const texts = commands.reindex;

/**
 * `npm run search:reindex`: builds the index of Meilisearch anew from the database and swaps it in. 0 when it is done,
 * 1 when Meilisearch failed, 2 without one.
 */
process.exitCode = await run();

async function run(): Promise<number> {
  const { meiliUrl, meiliAdminKey } = readConfig(resolve(join(import.meta.dirname, "../..")));
  if (meiliUrl === undefined) return fail(texts.notSet, 2);
  const index = indexOn(meiliUrl, meiliAdminKey);
  if (!(await index.client.isHealthy())) return fail(texts.noAnswer(meiliUrl), 1);
  const now = Date.now();
  const { db, file } = openSiteDb();
  db.$client.close();
  try {
    const count = await reindex(index, file, now, (indexed) => process.stderr.write(`\r${texts.progress(indexed)}`));
    process.stderr.write("\n");
    console.info(texts.done(count));
    return 0;
  } catch (error) {
    return fail(texts.failed(error instanceof Error ? error.message : String(error)), 1);
  }
}

function fail(text: string, code: number): number {
  console.error(text);
  return code;
}
