import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openDb } from "../../db/client.ts";
import { readConfig } from "../shared/config.ts";

/** `npm run db:migrate`: creates the database if needed and brings it to the newest migration. */
const config = readConfig(join(import.meta.dirname, "../.."));
mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
openDb(join(config.dataDir, "faellesbro.db"), config.root).$client.close();
console.info(`Databasen er klar: ${join(config.dataDir, "faellesbro.db")}`);
