import { setImmediate as breathe, setTimeout as pause } from "node:timers/promises";
import type { Db, OpenDb } from "./client.ts";

/**
 * Does a deed in one transaction. Awaits its turn for up to 5 s beside whoever else writes, then throws what `isBusy`
 * knows: nothing was done.
 */
export type Write = <T>(deed: (tx: Db) => Settled<T>) => Promise<T>;

/** For what reads, thinks for a while, and writes: the database to read, and the way to write to it. */
export interface Store {
  db: Db;
  write: Write;
}

/** A deed ends before its transaction does. */
export type Settled<T> = T extends PromiseLike<unknown> ? never : T;

interface Waiting {
  deed(tx: Db): unknown;
  resolve(value: never): void;
  reject(reason: unknown): void;
  until: number;
}

const PATIENCE_MS = 5_000;
const AGAIN_MS = 2;
const TURN_MS = 20;
const GAP_MS = 8;
const MARK = Symbol.for("faellesbro.busy");

/**
 * The one way in which a server writes. better-sqlite3 waits for a lock on the thread itself, so `db` must wait for
 * none (`openToWrite`): a lock that another process holds is asked for again and again, and pages are answered
 * meanwhile. What queued up shares a transaction, each deed behind a savepoint of its own, so that a queue is through
 * with the first turn that it gets.
 */
export function openWriter(db: OpenDb): Write {
  const queue: Waiting[] = [];
  let working = false;
  return <T>(deed: (tx: Db) => Settled<T>) =>
    new Promise<T>((resolve, reject) => {
      queue.push({ deed, resolve, reject, until: performance.now() + PATIENCE_MS });
      if (!working) void work();
    });

  async function work(): Promise<void> {
    working = true;
    while (queue.length > 0) {
      if (takeTurn(db, queue)) await breathe();
      else await pause(AGAIN_MS);
      giveUpLate(queue);
    }
    working = false;
  }
}

/** For who has a thread or a process alone: waits for its turn on it. */
export function ownStore(db: Db): Store {
  return { db, write: async (deed) => db.transaction(deed) as never };
}

/**
 * Between the steps of long work: SQLite lets nobody stand in line for the lock, so whoever asks for it again at once
 * keeps all others out.
 */
export async function letOthersWrite(): Promise<void> {
  await pause(GAP_MS);
}

/** As `letOthersWrite`, for a command that has its process to itself: stands still. */
export function letOthersWriteNow(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, GAP_MS);
}

/** What says that nothing was done, and that later it will do. */
export function busy(why: string): Error {
  return Object.assign(new Error(why), { [MARK]: true });
}

/** Whether something thrown says so. */
export function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && MARK in thrown;
}

/** Does what waits, for one turn; false when somebody else writes now. Acknowledges after the commit. */
function takeTurn(db: OpenDb, queue: Waiting[]): boolean {
  const taken: Waiting[] = [];
  const acknowledge: (() => void)[] = [];
  const end = performance.now() + TURN_MS;
  try {
    db.transaction(
      (tx) => {
        do {
          const next = queue.shift();
          if (!next) break;
          taken.push(next);
          try {
            const value = tx.transaction(next.deed) as never;
            acknowledge.push(() => next.resolve(value));
          } catch (thrown) {
            acknowledge.push(() => next.reject(thrown));
          }
        } while (performance.now() < end);
      },
      { behavior: "immediate" },
    );
  } catch (thrown) {
    if (taken.length === 0 && isLocked(thrown)) return false;
    for (const { reject } of taken.length > 0 ? taken : queue.splice(0)) reject(thrown);
    return true;
  }
  for (const tell of acknowledge) tell();
  return true;
}

function giveUpLate(queue: Waiting[]): void {
  const now = performance.now();
  while (queue[0] && queue[0].until < now) queue.shift()?.reject(busy("another process holds the database"));
}

function isLocked(thrown: unknown): boolean {
  return String((thrown as { code?: unknown }).code).startsWith("SQLITE_BUSY");
}
