import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { connectToRead, connectToWrite, openDb } from "../../db/client.ts";
import { insertDefaults } from "../../db/defaults.ts";
import { loadDemo } from "../../db/demo/load.ts";
import { readMark, writeMark } from "../../db/marks.ts";
import { openWriter } from "../../db/write.ts";
import { openSearch } from "../../search/service.ts";
import { newTally, takeTally } from "../board/search-statistics.ts";
import { forgetYesterday, knownWords, openSoughtWords } from "../board/sought-words.ts";
import { openDirectory } from "../accounts/directory.ts";
import { openFailedSignIns } from "../accounts/failed-sign-ins.ts";
import { limitsOf } from "../accounts/limit-numbers.ts";
import { openLimits } from "../accounts/limits.ts";
import { openTally } from "../upkeep/counts.ts";
import { openJobs } from "../jobs/thread.ts";
import { fittingRing, readOrMakeRing } from "../keys/ring.ts";
import { stateReader } from "./kept-pages.ts";
import { openMetrics } from "./metrics.ts";
import { openRequests } from "./requests.ts";
import type { Runtime } from "./runtime.ts";
import { type Config, WrongSetting } from "../shared/config.ts";
import { openWork } from "../work/work.ts";
import { log } from "../shared/log.ts";
import { databaseFile, openDataFolder } from "../shared/own-files.ts";
import type { KeyRing } from "../shared/seal.ts";

/** The bundles of the other threads (build.ts), relative to the root; without one its source runs. */
interface Bundled {
  jobs?: string;
  work?: string;
  search?: string;
  searchSource?: string;
}

/**
 * Opens everything a process needs: database (created, migrated, filled when new), search, limits, jobs. The jobs begin
 * when they are told to.
 */
export async function openRuntime(config: Config, bundled: Bundled = {}): Promise<Runtime> {
  openDataFolder(config.dataDir);
  const now = clockOf(config);
  const dbFile = databaseFile(config.dataDir);
  const ring = readOrMakeRing(config, log);
  if (!existsSync(dbFile)) await make(dbFile, ring, config, now());
  const db = openDb(dbFile, config.root);
  if (readMark(db, "demo") && !config.demo)
    throw new WrongSetting([
      `DATA_DIR: the database there is a demo, its passwords are known to all: ${config.production ? "production refuses it" : "set DEMO=1, or choose another folder"}`,
    ]);
  const keys = fittingRing(db.$client, ring, log);
  const writer = connectToWrite(dbFile);
  const reader = connectToRead(dbFile);
  db.$client.close();
  const tally = newTally();
  const soughtWords = openSoughtWords(knownWords(reader), now());
  const seen = openTally();
  const failedSignIns = openFailedSignIns();
  const jobs = openJobs({
    config,
    dbFile,
    keys,
    log,
    now,
    worker: bundled.jobs,
    workWorker: bundled.work,
    onSearchChanged: () => search.changed(),
    takeCounted() {
      forgetYesterday(soughtWords, now());
      return { searches: takeTally(tally), seen: seen.take(), failedSignIns: failedSignIns.take() };
    },
  });
  const search = await openSearch({
    dbFile,
    root: config.root,
    log,
    now,
    worker: bundled.search,
    source: bundled.searchSource,
    meiliUrl: config.meiliUrl,
    meiliAdminKey: config.meiliAdminKey,
    onReached: (position) => jobs.indexReached(position),
  });
  const stateOf = stateReader(reader);
  const work = openWork({ dbFile, root: config.root, worker: bundled.work }, () => `${stateOf()} ${search.version}`);
  const { version }: { version: string } = JSON.parse(readFileSync(join(config.root, "package.json"), "utf8"));
  const metrics = openMetrics({
    version,
    engine: () => search.engine,
    canWrite: () => jobs.pulse.canWrite(performance.now()),
    beat: () => jobs.pulse.last,
    work: () => work.state,
  });
  return {
    config,
    db: reader,
    write: openWriter(writer),
    search,
    keys,
    tally,
    soughtWords,
    seen,
    failedSignIns,
    limits: openLimits(() => limitsOf(reader)),
    directory: config.directory && openDirectory(config.directory, config.siteUrl),
    log,
    version,
    now,
    jobs,
    work,
    requests: openRequests(log, metrics.count),
    metrics,
    mailWaits: () => jobs.mailWaits(),
    async close() {
      await Promise.all([jobs.stop(), search.close(), work.close()]);
      for (const open of [reader, writer]) open.$client.close();
    },
  };
}

/** Makes a whole database beside the place and moves it in: one that was cut off half way is never opened. */
async function make(dbFile: string, keys: KeyRing, config: Config, now: number): Promise<void> {
  const unfinished = `${dbFile}.new`;
  for (const suffix of ["", "-wal", "-shm"]) rmSync(unfinished + suffix, { force: true });
  const db = openDb(unfinished, config.root);
  insertDefaults(db, config);
  if (config.demo) {
    await loadDemo(db, { keys, siteUrl: config.siteUrl }, now);
    writeMark(db, "demo", new Date(now).toISOString());
  }
  db.$client.close();
  renameSync(unfinished, dbFile);
}

function clockOf(config: Config): () => number {
  if (config.clock === null) return Date.now;
  const moved = config.clock - Date.now();
  return () => Date.now() + moved;
}
