import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type OpenDb, openDb } from "../../db/client.ts";
import { insertDefaults } from "../../db/defaults.ts";
import { NewerDatabase } from "../../db/versions.ts";
import { type Config, readConfig } from "../shared/config.ts";
import { commands } from "../texts/commands.ts";
import { databaseFile, openDataFolder } from "../shared/own-files.ts";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

export interface SiteDb {
  db: OpenDb;
  file: string;
  /** Whether there was none before. */
  isNew: boolean;
  config: Config;
}

/**
 * Opens the database of the settings (README, "Settings"); a new one is created with the site's defaults, without a
 * demo. Ends the command at one of a newer program.
 */
export function openSiteDb(): SiteDb {
  const config = readConfig(ROOT);
  const { dataDir, root } = config;
  openDataFolder(dataDir);
  const file = databaseFile(dataDir);
  const isNew = !existsSync(file);
  const db = openOrEnd(file, root);
  if (isNew) insertDefaults(db, config);
  return { db, file, isNew, config };
}

function openOrEnd(file: string, root: string): OpenDb {
  try {
    return openDb(file, root);
  } catch (error) {
    if (!(error instanceof NewerDatabase)) throw error;
    console.error(commands.newerDatabase(error.day));
    process.exit(1);
  }
}
