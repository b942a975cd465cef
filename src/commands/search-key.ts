import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { siteKey } from "../../search/meilisearch/key.ts";
import { readConfig } from "../shared/config.ts";
import { commands } from "../texts/commands.ts";

const texts = commands.searchKey;

/**
 * `npm run -s search:key` with the master key on standard input: prints the site's own key as a line of `.env`. 0 when
 * it did, 1 when Meilisearch failed, 2 without a key.
 */
process.exitCode = await run();

async function run(): Promise<number> {
  const { meiliUrl = "http://127.0.0.1:7700" } = readConfig(resolve(join(import.meta.dirname, "../..")));
  const masterKey = readFileSync(process.stdin.fd, "utf8").trim();
  if (!masterKey) return fail(texts.usage, 2);
  try {
    console.info(`MEILI_ADMIN_KEY=${await siteKey(meiliUrl, masterKey)}`);
    return 0;
  } catch (error) {
    return fail(texts.failed(error instanceof Error ? error.message : String(error)), 1);
  }
}

function fail(text: string, code: number): number {
  console.error(text);
  return code;
}
