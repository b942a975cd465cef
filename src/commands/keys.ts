import { noteAudit } from "../../db/audit.ts";
import type { OpenDb } from "../../db/client.ts";
import { countLost, giveUp } from "../keys/give-up.ts";
import { ringOf } from "../keys/ring.ts";
import { rotate } from "../keys/rotate.ts";
import { keysInUse, tryKeys } from "../keys/sealed.ts";
import type { KeyRing } from "../shared/seal.ts";
import { commands } from "../texts/commands.ts";
import { openSiteDb } from "./database.ts";
import { OPERATOR } from "./operator.ts";

const texts = commands.keys;
const FOR_GOOD = "--lost-for-good";

/**
 * `npm run keys -- rotate | list | give-up`: 0 when it is done, 1 when it could not be, 2 when it was asked wrongly.
 * Ids of keys are told, never keys.
 */
process.exitCode = await run(process.argv.slice(2));

async function run([deed, ...more]: string[]): Promise<number> {
  const isSure = deed === "give-up" && more[0] === FOR_GOOD;
  if (!["rotate", "list", "give-up"].includes(deed ?? "") || more.length > (isSure ? 1 : 0))
    return fail(texts.usage, 2);
  const { db, config } = openSiteDb();
  const client = db.$client;
  try {
    const ring = ringOf(config);
    if (!ring) return fail(texts.none, 2);
    if (deed === "give-up") return await giveUpLost(db, ring, config.siteUrl, isSure);
    const given = ring.keys.map(({ id }) => id);
    const [first = ""] = given;
    const { missing, wrong } = tryKeys(client, ring);
    if (deed === "rotate") {
      if (missing.length + wrong.length > 0) return fail(texts.doNotFit(missing, wrong), 1);
      await rotate(client, ring, progress);
      process.stderr.write("\n");
    }
    const uses = keysInUse(client);
    for (const id of new Set([...given, ...uses.keys()]))
      console.log(texts.use(id, uses.get(id) ?? 0, id === first, given.includes(id) && !wrong.includes(id)));
    return 0;
  } catch (error) {
    return fail(texts.failed(error instanceof Error ? error.message : String(error)), 1);
  } finally {
    client.close();
  }
}

/** What is gone for good is let go of only when it was said so. */
async function giveUpLost(db: OpenDb, keys: KeyRing, siteUrl: string, isSure: boolean): Promise<number> {
  const lost = countLost(db.$client, keys);
  if (lost.size === 0) {
    console.log(texts.nothingLost);
    return 0;
  }
  const { missing, wrong } = tryKeys(db.$client, keys);
  if (!isSure) return fail(texts.wouldGiveUp([...missing, ...wrong], lost), 2);
  const now = Date.now();
  await giveUp(db, { keys, siteUrl }, OPERATOR, now, progress);
  noteAudit(db, { kind: "command", detail: { command: "keys give-up" } }, now);
  process.stderr.write("\n");
  console.log(texts.gaveUp);
  return 0;
}

function progress(rows: number): void {
  process.stderr.write(`\r${texts.progress(rows)}`);
}

function fail(text: string, code: number): number {
  console.error(text);
  return code;
}
