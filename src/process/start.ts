import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { commands } from "../texts/commands.ts";
import { buildIfStale, expectOwnRuntime, SERVER } from "./build.ts";
import type { serve as Serve } from "./server.ts";
import { readStreets } from "../places/streets.ts";
import { type Config, readConfig } from "../shared/config.ts";
import { paths } from "../shared/paths.ts";
import { streetsFile } from "../shared/tiles.ts";
import { map } from "../texts/map.ts";

/** Errors whose words are enough. */
const SAID = ["WrongSetting", "WrongRuntime", "BuildFailed"];

try {
  const config = readConfig(join(import.meta.dirname, "../.."));
  if (config.production) expectOwnRuntime(config.root);
  await buildIfStale(config.root);
  const { serve }: { serve: typeof Serve } = await import(pathToFileURL(join(config.root, SERVER)).href);
  const { address, isDemo } = await serve(config);
  console.info(`\nFællesbro: ${address}  (klar efter ${Math.round(performance.now())} ms)`);
  if (isDemo) await sayDemoLogins();
  await sayStreets(config, isDemo);
} catch (error) {
  console.error(wordsOf(error));
  process.exit(1);
}

function wordsOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  // The server is bundled: its classes are others than those of this file.
  if (error.name === "NewerDatabase" && "day" in error) return commands.newerDatabase(String(error.day));
  return SAID.includes(error.name) ? error.message : error;
}

/** Whether the map can show the streets that it is to, and to who tries the site how it could. */
async function sayStreets({ tileUrl, dataDir }: Config, isDemo: boolean): Promise<void> {
  const file = streetsFile(tileUrl);
  const found = file && (await readStreets(dataDir, file, "bytes=0-0", null));
  if (found && (found.is === "missing" || found.is === "broken"))
    console.warn(`\nTILE_URL=${tileUrl}: ${map.streets[found.is]}`);
  if (isDemo && tileUrl === "none") console.info(`\n${map.streets.tryThem}`);
}

async function sayDemoLogins(): Promise<void> {
  const { demoColleague, demoLogins, demoPartners, demoPassword } = await import("../../db/demo/people.ts");
  console.info(`\nDemo: log ind på /log-ind med adgangskoden »${demoPassword}«:`);
  for (const login of demoLogins) console.info(`  ${login.email.padEnd(28)} ${login.title}`);
  console.info(`  ${paths.refer(demoColleague.token).padEnd(28)} et steds link til at henvise; koden kommer med mail`);
  console.info(
    `  ${paths.followedWork(demoPartners.token).padEnd(28)} implementeringsgruppens link til at følge arbejdet`,
  );
}
