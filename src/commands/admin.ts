import { confirmClock } from "../jobs/clock.ts";
import { commands } from "../texts/commands.ts";
import { openSiteDb } from "./database.ts";

const texts = commands.admin;

/** `npm run admin -- clock-ok`: 0 when it is done, 2 when it was asked wrongly. */
process.exitCode = run(process.argv.slice(2));

function run([deed, ...more]: string[]): number {
  if (deed !== "clock-ok" || more.length > 0) return fail(texts.usage);
  const now = Date.now();
  const { db } = openSiteDb(now);
  confirmClock(db, now);
  db.$client.close();
  console.log(texts.clockOk(new Date(now).toISOString().slice(0, 16).replace("T", " ")));
  return 0;
}

function fail(text: string): number {
  console.error(text);
  return 2;
}
