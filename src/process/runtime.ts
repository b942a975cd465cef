import type { OpenDb } from "#db/client.ts";
import type { Write } from "#db/write.ts";
import type { SearchService } from "#search/service.ts";
import type { Tally } from "../upkeep/counts.ts";
import type { Directory } from "../accounts/directory.ts";
import type { FailedSignIns } from "../accounts/failed-sign-ins.ts";
import type { Limits } from "../accounts/limits.ts";
import type { SearchTally } from "../board/search-statistics.ts";
import type { SoughtWords } from "../board/sought-words.ts";
import type { Jobs } from "../jobs/thread.ts";
import type { Metrics } from "./metrics.ts";
import type { Requests } from "./requests.ts";
import type { Config } from "../shared/config.ts";
import type { Log } from "../shared/log.ts";
import type { Work } from "../work/work.ts";
import type { KeyRing } from "../shared/seal.ts";

/** What a process has open. One per process, whoever bundled the code that reads it. */
export interface Runtime {
  config: Config;
  /** To read: what writes goes through `write`. */
  db: OpenDb;
  write: Write;
  search: SearchService;
  /** Closed when CASE_KEYS does not open what the database holds. */
  keys: KeyRing;
  limits: Limits;
  /** The municipality's own sign-in, where there is one. */
  directory: Directory | null;
  /** Searches counted since the last minute. */
  tally: SearchTally;
  /** Words that were sought today, and those that may be counted. */
  soughtWords: SoughtWords;
  /** How often activities are seen and used, until it is written each minute. */
  seen: Tally;
  /** Sign-ins that failed, as well. */
  failedSignIns: FailedSignIns;
  log: Log;
  version: string;
  /** Epoch ms; moved by CLOCK in tests. */
  now(): number;
  jobs: Jobs;
  /** Does what may hold a thread for long. */
  work: Work;
  requests: Requests;
  metrics: Metrics;
  /** Tells the mail job that something waits. */
  mailWaits(): void;
  close(): Promise<void>;
}

const KEY = Symbol.for("faellesbro");
const holder = globalThis as { [KEY]?: Runtime };

export function runtime(): Runtime {
  const open = holder[KEY];
  if (!open) throw new Error("the runtime is not open");
  return open;
}

export function setRuntime(open: Runtime): void {
  holder[KEY] = open;
}
