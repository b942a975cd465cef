import { spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../harness/root.ts";
import { measureFreshness } from "./freshness.ts";
import { measurePages } from "./pages.ts";

const HELP = `npm run bench [-- options]: how fast the site answers, how much it sends, how fast it finds

  --pages      requests a second beside a bare Node server, bytes on the wire, start-up, memory, how soon a publication is found
  --engine     the search alone at 400, 10,000 and 100,000 activities; Meilisearch at 400 and 10,000, when a server can be reached
  --seconds N  how long each address is asked (8)

Without --pages and --engine: both. Floors are told, never asserted.`;

const { values } = parseArgs({ options: { pages: { type: "boolean" }, engine: { type: "boolean" }, seconds: { type: "string" }, help: { type: "boolean" } } });
if (values.help) console.info(HELP);
else {
  const both = !values.pages && !values.engine;
  if (both || values.pages) {
    await measurePages(Number(values.seconds ?? 8));
    await measureFreshness();
  }
  if (both || values.engine) process.exitCode = Math.max(await measureEngine("engine.ts"), await measureEngine("meilisearch.ts"));
}

function measureEngine(file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, "tests/bench", file)], { cwd: ROOT, stdio: "inherit" });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
