import { connect } from "../../db/client.ts";
import { keepSeason } from "../../src/jobs/season.ts";
import { readKeys } from "../../src/shared/seal.ts";

/** One run of the season's job over a database file, in a process of its own: `run-season.ts <file> <keys> <now>`. */
const [file = "", keys = "", now = ""] = process.argv.slice(2);
const db = connect(file);
const started = performance.now();
const done = await keepSeason(db, { keys: readKeys(keys), siteUrl: "https://bro.example" }, Number(now));
const { user, system } = process.cpuUsage();
console.info(
  JSON.stringify({ done, seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 }),
);
