import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { indexOn } from "../../search/meilisearch/index.ts";
import { newId } from "../../src/shared/ids.ts";
import { freePort } from "../harness/port.ts";

/** A Meilisearch server for a test: the one at MEILI_URL, or one that was started from the PATH and can be stopped. */
export interface MeiliServer {
  url: string;
  adminKey: string | undefined;
  /** Of an index of this test's own: others may use the server, too. */
  indexName: string;
  /** Ends the program, if it was started here. */
  stop(): Promise<void>;
  /** Starts it again with the same data. */
  start(): Promise<void>;
  /** Ends it and takes its data away. */
  remove(): Promise<void>;
}

const KEY = "a-key-for-tests-alone";
const given = process.env["MEILI_URL"];

/**
 * Whether a Meilisearch can be reached: at MEILI_URL, or as a program on the PATH. Tests that need one are skipped
 * without.
 */
export const MEILI_IS_HERE = given !== undefined || hasProgram();
/** Whether it can also be stopped and started. */
export const MEILI_IS_OURS = given === undefined && hasProgram();

export async function openMeili(): Promise<MeiliServer> {
  if (given !== undefined) return givenServer(given, process.env["MEILI_ADMIN_KEY"]);
  const folder = mkdtempSync(join(tmpdir(), "meili-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let stop = await run(folder, port, url);
  return {
    url,
    adminKey: KEY,
    indexName: newId(),
    stop: () => stop(),
    start: async () => {
      stop = await run(folder, port, url);
    },
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody's own: it is left as it was found. */
function givenServer(url: string, adminKey: string | undefined): MeiliServer {
  const indexName = newId();
  return {
    url,
    adminKey,
    indexName,
    stop: async () => {},
    start: async () => {},
    async remove() {
      const { client, uid } = indexOn(url, adminKey, indexName);
      await client.deleteIndexIfExists(uid);
    },
  };
}

async function run(folder: string, port: number, url: string): Promise<() => Promise<void>> {
  const program = spawn(
    "meilisearch",
    [
      "--no-analytics",
      "--max-indexing-memory",
      "256MiB",
      "--db-path",
      join(folder, "data"),
      "--dump-dir",
      folder,
      "--snapshot-dir",
      folder,
      "--http-addr",
      `127.0.0.1:${port}`,
      "--master-key",
      KEY,
    ],
    {
      cwd: folder,
      stdio: "ignore",
    },
  );
  const ended = new Promise<void>((resolve) => program.once("exit", () => resolve()));
  for (let tries = 0; tries < 200; tries++) {
    if (await answers(url)) {
      return () => {
        program.kill("SIGKILL");
        return ended;
      };
    }
    await wait(50);
  }
  program.kill("SIGKILL");
  throw new Error("The Meilisearch program did not answer");
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/health`).then(
    (response) => response.ok,
    () => false,
  );
}

function hasProgram(): boolean {
  return spawnSync("meilisearch", ["--version"], { stdio: "ignore" }).status === 0;
}
