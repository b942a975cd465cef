import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import { connect } from "../../db/client.ts";
import { newId } from "../../src/shared/ids.ts";
import type { Log } from "../../src/shared/log.ts";
import { readSynonyms } from "../read-documents.ts";
import { type Changes, changesAfter, newestPosition, passed, positionOf } from "../sync.ts";
import { isBusy, patiently } from "./busy.ts";
import { hasIndex, type MeiliIndex, putSynonyms, staleIds } from "./index.ts";
import { giveLeaseBack, takeLease } from "./lease.ts";
import { Naps } from "./naps.ts";
import { READER, reindex } from "./reindex.ts";
import { sendDocuments } from "./send.ts";
const MINUTE = 60_000;
const POLL_MS = 100;
const LEASE_EVERY_MS = 1_500;
const REFRESH_EVERY_MS = 15_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const LONGEST_CLOSING_MS = 2_000;
const BATCH = 500;

export interface FollowOptions {
  index: MeiliIndex;
  dbFile: string;
  log: Pick<Log, "info" | "warn">;
  now(): number;
  /** Called when the index holds something new. */
  onChange?(): void;
}

/** Keeps the index true to the database by the outbox log, from a position of its own. */
export interface MeiliFollower {
  /**
   * For how many milliseconds the index has lacked something; 0 when it lacks nothing, infinite while there is none.
   */
  lag(): number;
  /** To be called after a change was committed. */
  changed(): void;
  /** Whether all changes up to now were searchable within so many milliseconds. */
  caughtUp(withinMs: number): Promise<boolean>;
  close(): Promise<void>;
}

export function openFollower(options: FollowOptions): MeiliFollower {
  return new OutboxFollower(options);
}

class OutboxFollower implements MeiliFollower {
  private readonly options: FollowOptions;
  private readonly db: Database;
  private readonly holder = newId();
  private readonly ended: Promise<void>;
  private readonly timers: NodeJS.Timeout[];
  private readonly naps = new Naps();
  private isHolder = false;
  private hasIndex = false;
  private behindSince: number | null = null;
  private synonyms = "";
  private refreshedAt = Number.NEGATIVE_INFINITY;

  constructor(options: FollowOptions) {
    this.options = options;
    this.db = connect(options.dbFile).$client;
    this.db.pragma("busy_timeout = 20"); // another process may be writing for long: pages must not wait for that
    this.timers = [
      setInterval(() => this.look(), POLL_MS),
      setInterval(() => this.isHolder && this.keepLease(), LEASE_EVERY_MS),
    ];
    for (const timer of this.timers) timer.unref();
    this.ended = this.run();
  }

  lag(): number {
    if (!this.hasIndex) return Number.POSITIVE_INFINITY;
    return this.behindSince === null ? 0 : performance.now() - this.behindSince;
  }

  changed(): void {
    this.look();
  }

  async caughtUp(withinMs: number): Promise<boolean> {
    const target = newestPosition(this.db);
    const until = performance.now() + withinMs;
    this.look();
    while (!this.hasIndex || (this.position() ?? -1) < target) {
      if (this.naps.ended.aborted || performance.now() > until) return false;
      await wait(10);
    }
    this.options.onChange?.();
    return true;
  }

  async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.naps.end();
    await Promise.race([this.ended, wait(LONGEST_CLOSING_MS, undefined, { ref: false })]);
    if (this.isHolder) await patiently(() => giveLeaseBack(this.db, this.holder)).catch(() => {});
    this.db.close();
  }

  /** Tries again for as long as it takes: nothing is passed in the log before the server has carried it out. */
  private async run(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    let failing = false;
    while (!this.naps.ended.aborted) {
      try {
        const didSomething = await this.step();
        if (failing) this.options.log.info({}, "Meilisearch answers again");
        failing = false;
        pause = FIRST_PAUSE_MS;
        if (!didSomething) await this.naps.sleep(POLL_MS * 10);
      } catch (fault) {
        if (this.naps.ended.aborted) return;
        if (!failing)
          this.options.log.warn(
            { err: fault },
            "the index of Meilisearch could not be brought up to date; trying again",
          );
        failing = true;
        await this.naps.sleep(pause, true);
        pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
      }
    }
  }

  /** One round of work; answers whether there was any. */
  private async step(): Promise<boolean> {
    this.keepLease();
    if (!this.hasIndex) this.hasIndex = await hasIndex(this.options.index);
    if (!this.isHolder) return false;
    const position = this.position();
    const changes = this.hasIndex && position !== null ? changesAfter(this.db, position, BATCH) : null;
    if (position === null || !changes) await this.build();
    else if (changes.ids.length > 0) await this.apply(position, changes);
    else return this.refresh();
    this.look();
    this.options.onChange?.();
    return true;
  }

  private async build(): Promise<void> {
    const { index, dbFile, now } = this.options;
    await reindex(index, dbFile, now(), () => this.naps.ended.throwIfAborted());
    this.hasIndex = true;
    this.synonyms = JSON.stringify(readSynonyms(this.db));
  }

  private async apply(position: number, changes: Changes): Promise<void> {
    await sendDocuments(this.options.index, this.db, changes.ids, this.options.now);
    // a full build that ended meanwhile has set the position back: then this is read again
    const pass = this.db.transaction(() => {
      if (this.position() === position) passed(this.db, READER, changes.position, this.options.now());
    });
    await patiently(() => pass.immediate());
  }

  /** When the log has nothing new: an editor's synonyms, and documents whose next date is over. */
  private async refresh(): Promise<boolean> {
    const groups = readSynonyms(this.db);
    const synonyms = JSON.stringify(groups);
    if (synonyms !== this.synonyms) {
      await putSynonyms(this.options.index, groups);
      this.synonyms = synonyms;
    }
    if (performance.now() - this.refreshedAt < REFRESH_EVERY_MS) return false;
    const stale = await staleIds(this.options.index, Math.floor(this.options.now() / MINUTE));
    if (stale.length > 0) await sendDocuments(this.options.index, this.db, stale, this.options.now);
    else this.refreshedAt = performance.now();
    return stale.length > 0;
  }

  /** Sees how far the log has come, and wakes the work when there is some. */
  private look(): void {
    const isBehind = (this.position() ?? -1) < newestPosition(this.db);
    if (!isBehind) this.behindSince = null;
    else this.behindSince ??= performance.now();
    if (isBehind) this.naps.wake();
  }

  private position(): number | null {
    return positionOf(this.db, READER);
  }

  private keepLease(): void {
    try {
      this.isHolder = takeLease(this.db, this.holder, this.options.now());
    } catch (fault) {
      if (!isBusy(fault)) throw fault; // whoever holds it keeps it until it can be asked for again
    }
  }
}
