import type { Config } from "../shared/config.ts";
import type { KeyRing } from "../shared/seal.ts";
import type { Queues } from "./queues.ts";
import type { Counted } from "./write-counts.ts";

export interface WorkerData {
  config: Config;
  dbFile: string;
  /** The file of the workers that jobs give long work to, relative to the root. */
  workWorker: string | undefined;
  keys: KeyRing;
  /** How many milliseconds the site's clock is ahead of the machine's. */
  clockAhead: number;
}

export type ToJobs =
  | { kind: "mailWaits" }
  | { kind: "areasChanged" }
  | { kind: "counted"; counted: Counted }
  /** How far in the outbox log this process's search index has come. */
  | { kind: "indexReached"; position: number }
  | { kind: "close" };

export type FromJobs =
  | { kind: "searchChanged" }
  /** A heartbeat was written. */
  | ({ kind: "beat" } & Beat)
  /** A heartbeat could not be written, and waiting will not help. */
  | { kind: "cannotWrite" };

/** What a heartbeat tells. */
export interface Beat {
  /** Epoch ms, by the site's clock. */
  at: number;
  /** Bytes left on the disk of the data folder. */
  freeBytes: number;
  /** False: the clock does not follow from the last write, and jobs neither erase nor send. */
  clockIsTrusted: boolean;
  queues: Queues;
  /** By the job's name. */
  jobs: Record<string, JobRecord>;
}

export interface JobRecord {
  /** Epoch ms, by the site's clock; null before the first time. */
  succeededAt: number | null;
  failures: number;
}
