import { once } from "node:events";
import { noteAudit } from "../../db/audit.ts";
import { exportLines } from "../exchange/export.ts";
import { commands } from "../texts/commands.ts";
import { openSiteDb } from "./database.ts";

const texts = commands.export;

/** `npm run export [-- --contacts --referred] > FILE.jsonl`: 0 when all was written, 2 when it could not be. */
process.exitCode = await run(process.argv.slice(2));

async function run(options: string[]): Promise<number> {
  if (options.some((option) => option !== "--contacts" && option !== "--referred")) return fail(texts.usage);
  const contacts = options.includes("--contacts");
  try {
    const { db } = openSiteDb();
    let count = 0;
    for (const line of exportLines(db, { contacts, referred: options.includes("--referred") })) {
      if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
      count += 1;
    }
    noteAudit(db, { kind: "exported", detail: { what: "activities", rows: count, contacts } }, Date.now());
    db.$client.close();
    console.error(texts.done(count));
    return 0;
  } catch (error) {
    return fail(texts.failed(error instanceof Error ? error.message : String(error)));
  }
}

function fail(text: string): number {
  console.error(text);
  return 2;
}
