import { openSiteDb } from "./database.ts";

/** `npm run db:migrate`: creates the database if needed and brings it to the newest migration. */
const { db, file } = openSiteDb();
db.$client.close();
console.info(`Databasen er klar: ${file}`);
