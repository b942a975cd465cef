import { readFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import Database from "better-sqlite3";

interface Ran {
  source: string;
  readonly: boolean;
  database: Database.Database;
}

/**
 * Loaded into the server beside a steady writer: at each SIGUSR2 tells how often the pages' thread has asked for the
 * lock of the database since the last, how often it was refused, and how long the longest wait held it. Asked is by
 * whatever writes outside of a transaction, the beginning of one above all. Who waits for a lock sleeps; a thread that
 * the system interrupts for others does not, and that is nobody's fault here.
 */
if (isMainThread) {
  let asked = { times: 0, refused: 0, longest: 0 };
  const memory = new Database(":memory:");
  const statement = Object.getPrototypeOf(memory.prepare("SELECT 1")) as Record<
    string,
    (this: Ran, ...given: unknown[]) => unknown
  >;
  memory.close();
  for (const name of ["run", "get", "all"]) {
    const real = statement[name]!;
    statement[name] = function (...given) {
      if (this.readonly || this.database.inTransaction) return real.apply(this, given);
      const before = sleeps();
      const began = performance.now();
      try {
        return real.apply(this, given);
      } catch (thrown) {
        if (String((thrown as { code?: unknown }).code).startsWith("SQLITE_BUSY")) asked.refused++;
        throw thrown;
      } finally {
        const took = performance.now() - began;
        asked.times++;
        if (sleeps() > before) asked.longest = Math.max(asked.longest, took);
      }
    };
  }
  process.on("SIGUSR2", () => {
    process.stderr.write(
      `asked for the lock ${asked.times} times, refused ${asked.refused}, waited ${asked.longest.toFixed(1)} ms at most\n`,
    );
    asked = { times: 0, refused: 0, longest: 0 };
  });
}

/** How often this thread has given its processor away by itself (proc_pid_status(5)). */
function sleeps(): number {
  return Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(readFileSync("/proc/thread-self/status", "utf8"))?.[1]);
}
