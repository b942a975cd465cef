import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Config } from "../shared/config.ts";
import type { Log } from "../shared/log.ts";
import type { KeyRing } from "../shared/seal.ts";
import type { FromJobs, ToJobs, WorkerData } from "./protocol.ts";
import { openPulse, type Pulse } from "./pulse.ts";
import type { Counted } from "./write-counts.ts";

/** The worker's source; the built server brings the bundled one. */
const JOBS_SOURCE = "src/jobs/worker.ts";

const HAND_OVER_EVERY_MS = 60_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const LONGEST_CLOSING_MS = 2_000;

export interface JobsOptions {
  config: Config;
  dbFile: string;
  keys: KeyRing;
  log: Pick<Log, "error">;
  now(): number;
  /** The worker's file, relative to the project's root. */
  worker?: string | undefined;
  workWorker?: string | undefined;
  /** A job has changed what can be found. */
  onSearchChanged(): void;
  /** Hands over what was counted since the last time. */
  takeCounted(): Counted;
}

/**
 * What runs by the clock, in a thread of its own with a database connection of its own: the pages' thread never waits
 * for it.
 */
export interface Jobs {
  pulse: Pulse;
  start(): void;
  /** A mail waits; all that wait at the start go out then. */
  mailWaits(): void;
  /** Activities are to be filed under their areas anew; what was left is gone on with at the start. */
  areasChanged(): void;
  /** Tells how far in the outbox log this process's index has come. */
  indexReached(position: number): void;
  /** Hands over what is left to write and ends the thread when it is done, within 2 seconds. */
  stop(): Promise<void>;
}

export function openJobs(options: JobsOptions): Jobs {
  const { config, dbFile, keys, log, now, worker: file = JOBS_SOURCE, workWorker } = options;
  const pulse = openPulse(performance.now());
  let worker: Worker | null = null;
  let reached: number | null = null;
  let deaths = 0;
  let closing = false;
  const timer = setInterval(handOver, HAND_OVER_EVERY_MS).unref();

  function start(): void {
    const workerData: WorkerData = { config, dbFile, workWorker, keys, clockAhead: now() - Date.now() };
    worker = new Worker(join(config.root, file), {
      workerData,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    worker.on("message", receive);
    worker.on("error", (fault) => log.error({ err: fault }, "the jobs' thread died"));
    worker.once("exit", () => {
      worker = null;
      if (!closing) void startAgain();
    });
    if (reached !== null) tell({ kind: "indexReached", position: reached });
  }

  async function startAgain(): Promise<void> {
    await wait(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** deaths), null, { ref: false });
    deaths += 1;
    if (!closing) start();
  }

  function receive(message: FromJobs): void {
    switch (message.kind) {
      case "searchChanged":
        return options.onSearchChanged();
      case "beat":
        deaths = 0;
        return pulse.beat(message, performance.now());
      case "cannotWrite":
        return pulse.cannotWrite();
    }
  }

  /** What is told before the thread has loaded waits for it. */
  function tell(message: ToJobs): void {
    worker?.postMessage(message);
  }

  /** While there is no thread the counts wait where they are. */
  function handOver(): void {
    if (worker) tell({ kind: "counted", counted: options.takeCounted() });
  }

  return {
    pulse,
    start,
    mailWaits: () => tell({ kind: "mailWaits" }),
    areasChanged: () => tell({ kind: "areasChanged" }),
    indexReached(position) {
      reached = position;
      tell({ kind: "indexReached", position });
    },
    async stop() {
      closing = true;
      clearInterval(timer);
      const ending = worker;
      if (!ending) return;
      const ended = new Promise((resolve) => ending.once("exit", resolve));
      handOver();
      tell({ kind: "close" });
      await Promise.race([ended, wait(LONGEST_CLOSING_MS)]);
      await ending.terminate();
    },
  };
}
