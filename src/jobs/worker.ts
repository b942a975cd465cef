/** The thread of what runs by the clock. */
import { parentPort, workerData } from "node:worker_threads";
import { connect } from "../../db/client.ts";
import { log } from "../shared/log.ts";
import { startJobs } from "./clockwork.ts";
import type { FromJobs, ToJobs, WorkerData } from "./protocol.ts";

const { config, dbFile, workWorker, keys, clockAhead } = workerData as WorkerData;
const db = connect(dbFile);
const jobs = startJobs({
  db,
  dbFile,
  workWorker,
  // A buffer comes through a message as plain bytes.
  keys: { keys: keys.keys.map(({ id, key }) => ({ id, key: Buffer.from(key) })) },
  config,
  log,
  now: () => Date.now() + clockAhead,
  tell,
});
parentPort?.on("message", receive);

function receive(message: ToJobs): void {
  switch (message.kind) {
    case "mailWaits":
      return jobs.mailWaits();
    case "areasChanged":
      return jobs.areasChanged();
    case "counted":
      return jobs.counted(message.counted);
    case "indexReached":
      return jobs.indexReached(message.position);
    case "close":
      void close();
  }
}

async function close(): Promise<void> {
  await jobs.stop();
  db.$client.close();
  process.exit(); // of the thread alone
}

function tell(message: FromJobs): void {
  parentPort?.postMessage(message);
}
