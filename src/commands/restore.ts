import { existsSync } from "node:fs";
import { join } from "node:path";
import { holdAlone, type SqliteFile } from "../../db/sqlite.ts";
import { readConfig } from "../shared/config.ts";
import { databaseFile, openDataFolder } from "../shared/own-files.ts";
import { commands } from "../texts/commands.ts";
import { NoBackup, unpack } from "./backup/archive.ts";
import { problemsOf } from "./backup/examine.ts";
import { putInPlace } from "./backup/place.ts";
import { progressLine } from "./backup/progress.ts";
import { openWorkFolder } from "./backup/work-folder.ts";
import { recordOf } from "../shared/record.ts";

const texts = commands.restore;
const STOPPED = "--stopped";

/**
 * `npm run restore -- FILE`, while the site is stopped: 0 when the backup is in its place, 1 when it was not put there
 * and nothing was changed,
 * 2 when it was asked wrongly. `--stopped` says that nobody uses a database which is too damaged to tell.
 */
process.exitCode = await run(process.argv.slice(2));

async function run(given: string[]): Promise<number> {
  const [file, ...more] = given.filter((word) => word !== STOPPED);
  if (!file || more.length > 0 || file.startsWith("-")) return fail(texts.usage, 2);
  if (!existsSync(file)) return fail(commands.verify.notReadable(file), 2);
  const { dataDir, root, meiliUrl } = readConfig(join(import.meta.dirname, "../.."));
  openDataFolder(dataDir);
  const work = openWorkFolder(dataDir);
  let held: SqliteFile | null = null;
  try {
    held = hold(databaseFile(dataDir), given.includes(STOPPED));
    const { manifest, damage } = await unpack(file, work.path, () => true, progressLine());
    const problems = problemsOf(work.path, manifest, damage, root);
    if (problems.length > 0) return fail([...problems, texts.nothingChanged].join("\n"), 1);
    const aside = join(dataDir, `before-restore-${new Date().toISOString().slice(0, 19).replace(/\D/g, "")}`);
    const isAside = runAll(putInPlace(work.path, dataDir, aside));
    console.log(texts.done(manifest));
    if (isAside) console.log(texts.aside(aside));
    if (meiliUrl) console.log(texts.reindex);
    return 0;
  } catch (error) {
    return fail(`${said(error, file)}\n${texts.nothingChanged}`, 1);
  } finally {
    held?.close();
    work.remove();
  }
}

/**
 * Keeps everybody else out of the database that is there. Null: there is none, or it is damaged and somebody has said
 * that the site is stopped.
 */
function hold(file: string, isStopped: boolean): SqliteFile | null {
  if (!existsSync(file)) return null;
  try {
    return holdAlone(file);
  } catch (error) {
    if (codeOf(error).startsWith("SQLITE_BUSY")) throw new Error(texts.running, { cause: error });
    if (isStopped) return null;
    throw new Error(texts.cannotTell, { cause: error });
  }
}

function runAll<Answer>(steps: Generator<unknown, Answer>): Answer {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function said(error: unknown, file: string): string {
  if (error instanceof NoBackup) return commands.verify.noBackup(file);
  return error instanceof Error ? error.message : String(error);
}

function codeOf(error: unknown): string {
  return String(recordOf(error)["code"] ?? "");
}

function fail(text: string, code: number): number {
  console.error(text);
  return code;
}
