import { spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../harness/root.ts";
import { measureDesk } from "./desk.ts";
import { measureEditor } from "./editor.ts";
import { measureFreshness } from "./freshness.ts";
import { measureMatch } from "./match.ts";
import { measurePages } from "./pages.ts";
import { measureTown } from "./town.ts";

const HELP = `npm run bench [-- options]: how fast the site answers, how much it sends, how fast it finds

  --pages      requests a second beside a bare Node server, bytes on the wire, start-up, memory, how soon a publication is found
  --engine     the search alone at 400, 10,000 and 100,000 activities; Meilisearch, too, when a server can be reached
  --town       the whole site with 100,000 activities: start, memory, pages, stalls
  --editor     the desks at 100,000 activities, 33,000 associations and requests: each page, and each query over 20 ms
  --desk       the brobyggere's desk with 20,000 cases and 400,000 events, also while a night erases
  --match      the match beside a talk at 100,000 activities, with little and with a full sheet
  --seconds N  how long each address is asked (8)

Without any of these: all. Floors are told, never asserted.`;

const { values } = parseArgs({
  options: {
    pages: { type: "boolean" },
    engine: { type: "boolean" },
    town: { type: "boolean" },
    editor: { type: "boolean" },
    desk: { type: "boolean" },
    match: { type: "boolean" },
    seconds: { type: "string" },
    help: { type: "boolean" },
  },
});
if (values.help) console.info(HELP);
else {
  const { pages, engine, town, editor, desk, match } = values;
  const all = ![pages, engine, town, editor, desk, match].some(Boolean);
  const seconds = Number(values.seconds ?? 8);
  if (all || pages) {
    await measurePages(seconds);
    await measureFreshness();
  }
  if (all || town) await measureTown(seconds);
  if (all || editor) await measureEditor();
  if (all || desk) await measureDesk();
  if (all || match) await measureMatch();
  if (all || engine)
    process.exitCode = Math.max(await measureEngine("engine.ts"), await measureEngine("meilisearch.ts"));
}

function measureEngine(file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, "tests/bench", file)], { cwd: ROOT, stdio: "inherit" });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
