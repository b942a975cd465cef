import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "../../db/client.ts";
import { readKeys } from "../../src/shared/seal.ts";
import { startServer, temporaryFolder } from "../harness/server.ts";
import { demoEmail, visit } from "../harness/visitor.ts";
import { fillLargeTown } from "./large-town.ts";
import { met } from "./pages.ts";

const FLOOR_MS = 300;
const ROUNDS = 5;
const SIGN_IN = /^\/log-ind/;

/** Prints how long pages take that go through a whole land: 100,000 activities, 33,000 associations and requests. */
export async function measureEditor(): Promise<void> {
  const folder = temporaryFolder("editor");
  try {
    await (await startServer(folder.path)).stop();
    const db = connect(join(folder.path, "faellesbro.db"));
    fillLargeTown(db, readKeys(readFileSync(join(folder.path, "case-keys"), "utf8").trim()), Date.now());
    db.$client.close();
    await measureDesks(folder.path);
  } finally {
    folder.remove();
  }
}

async function measureDesks(dataDir: string): Promise<void> {
  const server = await startServer(dataDir, { NODE_OPTIONS: "--import ./tests/bench/slow-queries.ts" });
  try {
    console.info(
      `\nPages at 100,000 activities, 33,000 associations and requests (ready after ${server.readyAfter} ms), signed in: worst of ${ROUNDS}`,
    );
    for (const role of ["editor", "brobygger", "lead"]) {
      const somebody = visit(server.address);
      await somebody.signIn(demoEmail(role));
      for (const path of PATHS[role] ?? []) {
        const before = slowQueries(server.output()).length;
        const times: number[] = [];
        let bytes = 0;
        let status = 0;
        for (let round = 0; round < ROUNDS && (times.at(-1) ?? 0) < 5_000; round++) {
          const started = performance.now();
          const answer = await somebody.get(path);
          bytes = (await answer.arrayBuffer()).byteLength;
          status = SIGN_IN.test(answer.headers.get("location") ?? "") ? 401 : answer.status;
          times.push(performance.now() - started);
        }
        const worst = Math.max(...times);
        console.info(
          `  ${path.padEnd(52)} ${status}  ${worst.toFixed(0).padStart(6)} ms  first ${times[0]?.toFixed(0)}  ${(bytes / 1000).toFixed(0).padStart(6)} kB  ${met(worst <= FLOOR_MS)}`,
        );
        for (const query of new Set(slowQueries(server.output()).slice(before))) console.info(`      ${query}`);
      }
    }
  } finally {
    await server.stop();
  }
}

const slowQueries = (output: string): string[] =>
  [...output.matchAll(/slow query: (.*)/g)].map(([, query = ""]) => query);

const PATHS: Record<string, string[]> = {
  editor: [
    "/redaktion",
    "/redaktion/foreninger",
    "/redaktion/foreninger?q=bibliotek",
    "/redaktion/foreninger?tilstand=pending",
    "/redaktion/foreninger/venter1",
    "/redaktion/mennesker",
    "/redaktion/mennesker?q=kontakt%2077",
    "/redaktion/mennesker/inviter",
    "/redaktion/tavle",
    "/redaktion/tavle/dubletter",
    "/redaktion/tavle/svar",
    "/redaktion/tavle/ubekraeftet",
    "/redaktion/tavle/oensker",
    "/redaktion/tavle/omraader",
    "/redaktion/tavle/ord",
    "/redaktion/tavle/ferier",
    "/redaktion/tavle/flet",
    "/redaktion/hold",
    "/redaktion/temaer",
    "/redaktion/soegninger",
    "/redaktion/koder",
    "/redaktion/indstillinger",
    "/forening",
    "/forening?forening=viby-bibliotek",
    "/forening/ny?forening=viby-bibliotek",
    "/forening/saeson?forening=viby-bibliotek",
    "/forening/savnes",
    "/",
    "/ugen",
    "/plakat",
    "/liste",
    "/foreninger/viby-bibliotek",
    "/sitemap.xml",
    "/api/omraader.geojson",
    "/api/health",
    "/tavle.ics",
    "/tavle.rss",
    "/hjaelp",
  ],
  brobygger: ["/brobygger", "/brobygger/nye", "/brobygger/mine", "/brobygger/ny"],
  lead: ["/brobygger/fordel"],
};
