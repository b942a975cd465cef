import { accessSync, constants, statSync } from "node:fs";
import { learnSizes } from "../../db/sqlite.ts";
import { letOthersWriteNow } from "../../db/write.ts";
import { importLines, type ImportReport } from "../exchange/import.ts";
import { commands } from "../texts/commands.ts";
import { openSiteDb } from "./database.ts";
import { linesOf } from "./lines.ts";

const MOST_SHOWN = 50;
const texts = commands.import;

/**
 * `npm run import -- FILE.jsonl`: 0 when every line went in, 1 when some were left out, 2 when nothing could be read.
 */
process.exitCode = run(process.argv.slice(2));

function run([file, ...more]: string[]): number {
  if (!file || more.length > 0 || file.startsWith("-")) return fail(texts.usage);
  if (!isReadable(file)) return fail(texts.notReadable(file));
  try {
    const now = Date.now();
    const { db } = openSiteDb();
    const report = importLines(db, activityLines(file), now, (lines) => {
      process.stderr.write(`\r${texts.progress(lines)}`);
      letOthersWriteNow();
    });
    learnSizes(db.$client, true);
    db.$client.close();
    process.stderr.write("\n");
    tell(report);
    return report.bad.length > 0 ? 1 : 0;
  } catch (error) {
    return fail(texts.failed(error instanceof Error ? error.message : String(error)));
  }
}

/** The lines of the file; what npm writes above the output of `npm run export` is left out, the numbers stay. */
function* activityLines(file: string): Generator<string> {
  for (const line of linesOf(file)) yield line.startsWith("> ") ? "" : line;
}

function tell({ added, updated, unchanged, bad, kept }: ImportReport): void {
  for (const { line, field, why } of bad.slice(0, MOST_SHOWN)) console.log(texts.bad(line, field, why));
  if (bad.length > MOST_SHOWN) console.log(texts.andMore(bad.length - MOST_SHOWN));
  for (const { line, fields } of kept.slice(0, MOST_SHOWN)) console.log(texts.kept(line, fields));
  if (kept.length > MOST_SHOWN) console.log(texts.andMore(kept.length - MOST_SHOWN));
  console.log(texts.done({ added, updated, unchanged, bad: bad.length }));
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return !statSync(file).isDirectory();
  } catch {
    return false;
  }
}

function fail(text: string): number {
  console.error(text);
  return 2;
}
