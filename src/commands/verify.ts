import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ringOf } from "../keys/ring.ts";
import { readConfig } from "../shared/config.ts";
import { commands } from "../texts/commands.ts";
import { DATABASE } from "./backup/manifest.ts";
import { NoBackup, unpack } from "./backup/archive.ts";
import { keyProblemsOf, problemsOf } from "./backup/examine.ts";
import { progressLine } from "./backup/progress.ts";
import { openWorkFolder } from "./backup/work-folder.ts";

const texts = commands.verify;

/**
 * `npm run verify -- FILE`: 0 when the backup can be restored, 1 when something is wrong with it, 2 when it cannot be
 * read at all.
 */
process.exitCode = await run(process.argv.slice(2));

async function run([file, ...more]: string[]): Promise<number> {
  if (!file || more.length > 0 || file.startsWith("-")) return fail(texts.usage);
  if (!existsSync(file)) return fail(texts.notReadable(file));
  const config = readConfig(join(import.meta.dirname, "../.."));
  const work = openWorkFolder(tmpdir());
  try {
    const { manifest, damage } = await unpack(file, work.path, (name) => name === DATABASE, progressLine());
    const problems = problemsOf(work.path, manifest, damage, config.root);
    const ring = ringOf(config);
    if (ring && problems.length === 0) problems.push(...keyProblemsOf(work.path, ring, config.root));
    if (!ring) console.log(texts.keysNotTried);
    for (const problem of problems) console.log(problem);
    console.log(problems.length > 0 ? texts.bad(problems.length) : texts.good(manifest));
    return problems.length > 0 ? 1 : 0;
  } catch (error) {
    return fail(
      error instanceof NoBackup
        ? texts.noBackup(file)
        : texts.failed(error instanceof Error ? error.message : String(error)),
    );
  } finally {
    work.remove();
  }
}

function fail(text: string): number {
  console.error(text);
  return 2;
}
