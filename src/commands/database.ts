import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type OpenDb, openDb } from "../../db/client.ts";
import { insertDefaults } from "../../db/defaults.ts";
import { insertReferralDefaults } from "../../db/settings.ts";
import { type Config, readConfig } from "../shared/config.ts";
import { databaseFile, openDataFolder } from "../shared/own-files.ts";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Opens the database of the settings (README, "Settings"); a new one is created with the site's defaults, without a demo. Answers the file's name and the settings too. */
export function openSiteDb(now: number): { db: OpenDb; file: string; config: Config } {
  const config = readConfig(ROOT);
  const { dataDir, root } = config;
  openDataFolder(dataDir);
  const file = databaseFile(dataDir);
  const isNew = !existsSync(file);
  const db = openDb(file, root);
  if (isNew) {
    insertDefaults(db);
    insertReferralDefaults(db, now);
  }
  return { db, file, config };
}
