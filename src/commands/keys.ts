import { rotate } from "../keys/rotate.ts";
import { ringOf } from "../keys/ring.ts";
import { keysInUse, tryKeys } from "../keys/sealed.ts";
import { commands } from "../texts/commands.ts";
import { openSiteDb } from "./database.ts";

const texts = commands.keys;

/** `npm run keys -- rotate | list`: 0 when it is done, 1 when it could not be, 2 when it was asked wrongly. Ids of keys are told, never keys. */
process.exitCode = await run(process.argv.slice(2));

async function run([deed, ...more]: string[]): Promise<number> {
  if (!["rotate", "list"].includes(deed ?? "") || more.length > 0) return fail(texts.usage, 2);
  const { db, config } = openSiteDb();
  const client = db.$client;
  try {
    const ring = ringOf(config);
    if (!ring) return fail(texts.none, 2);
    const given = ring.keys.map(({ id }) => id);
    const [first = ""] = given;
    const { missing, wrong } = tryKeys(client, ring);
    if (deed === "rotate") {
      if (missing.length + wrong.length > 0) return fail(texts.doNotFit(missing, wrong), 1);
      await rotate(client, ring, (rows) => process.stderr.write(`\r${texts.progress(rows)}`));
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

function fail(text: string, code: number): number {
  console.error(text);
  return code;
}
