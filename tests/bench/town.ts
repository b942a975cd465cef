import { join } from "node:path";
import autocannon from "autocannon";
import { connect } from "../../db/client.ts";
import { importLines } from "../../src/exchange/import.ts";
import { lineOf } from "../harness/lines.ts";
import { startServer, temporaryFolder } from "../harness/server.ts";
import { corpus } from "./corpus.ts";
import { memoryOf, met } from "./pages.ts";

const ACTIVITIES = 100_000;
const PATHS = [
  "/",
  "/?q=strik&dag=tir",
  "/api/aktiviteter?q=strik",
  "/api/aktiviteter.geojson?zoom=11",
  "/api/forslag?q=str",
];

/**
 * Prints what the whole process needs when the board holds 100,000 activities: start, memory, answers, how long the
 * pages' event loop stood still.
 */
export async function measureTown(seconds: number): Promise<void> {
  const folder = temporaryFolder("town");
  try {
    await (await startServer(folder.path)).stop();
    const db = connect(join(folder.path, "faellesbro.db"));
    const { added } = importLines(db, lines(), Date.now());
    db.$client.close();
    const server = await startServer(folder.path, { NODE_OPTIONS: "--import ./tests/bench/loop-delay.ts" });
    console.info(
      `\nThe whole site with ${added} activities more: ready after ${server.readyAfter} ms, ${memoryOf(server.pid)} MB; each page rendered for itself`,
    );
    for (const path of PATHS) await fetch(server.address + path);
    process.kill(server.pid, "SIGUSR2");
    for (const path of PATHS) {
      const load = {
        url: server.address + path,
        headers: { cookie: "anew=1", "accept-encoding": "br" },
        connections: 10,
      };
      await autocannon({ ...load, duration: 1 });
      const { requests, latency } = await autocannon({ ...load, duration: seconds });
      console.info(
        `  ${path.padEnd(36)}${requests.average.toFixed(0).padStart(7)} req/s   p50 ${latency.p50} ms   p99 ${latency.p99} ms`,
      );
    }
    const memory = memoryOf(server.pid);
    console.info(`Memory (RSS) after the load: ${memory} MB  ${met(Number(memory) <= 700)} (floor 700 MB)`);
    await server.stop();
    console.info(`The pages' ${/event loop: .*/.exec(server.output())?.[0] ?? "event loop was not measured"}`);
  } finally {
    folder.remove();
  }
}

function* lines(): Generator<string> {
  for (const document of corpus(ACTIVITIES)) yield JSON.stringify(lineOf(document));
}
