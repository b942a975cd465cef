import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readConfig } from "../shared/config.ts";
import { databaseFile, openDataFolder } from "../shared/own-files.ts";
import { commands } from "../texts/commands.ts";
import { gather } from "./backup/gather.ts";
import { pack } from "./backup/archive.ts";
import { progressLine } from "./backup/progress.ts";
import { openWorkFolder } from "./backup/work-folder.ts";

const texts = commands.backup;

/**
 * `npm run backup -- FILE.tar.gz`, while the site runs: 0 when the file is there whole, 1 when it could not be made, 2
 * when it was asked wrongly.
 */
process.exitCode = await run(process.argv.slice(2));

async function run([file, ...more]: string[]): Promise<number> {
  if (!file?.endsWith(".tar.gz") || more.length > 0 || file.startsWith("-")) return fail(texts.usage, 2);
  if (existsSync(file)) return fail(texts.exists(file), 2);
  if (!existsSync(dirname(resolve(file)))) return fail(texts.noFolder(dirname(file)), 2);
  const { dataDir, root } = readConfig(join(import.meta.dirname, "../.."));
  if (!existsSync(databaseFile(dataDir))) return fail(texts.noDatabase(dataDir), 2);
  openDataFolder(dataDir);
  const work = openWorkFolder(dataDir);
  try {
    const { version }: { version: string } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const told = progressLine();
    const manifest = await gather(dataDir, work.path, { root, version, now: Date.now() }, told);
    await pack(work.path, manifest, resolve(file), told);
    console.log(texts.done(file, statSync(file).size, Object.keys(manifest.files).length - 1));
    return 0;
  } catch (error) {
    return fail(texts.failed(error instanceof Error ? error.message : String(error)), 1);
  } finally {
    work.remove();
  }
}

function fail(text: string, code: number): number {
  console.error(text);
  return code;
}
