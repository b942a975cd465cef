import Database from "better-sqlite3";
import { isMainThread } from "node:worker_threads";

/** Loaded into the server by the bench: tells each query of the pages that took longer than it should. */
const SLOW_MS = 20;

if (isMainThread) {
  const memory = new Database(":memory:");
  const statement = Object.getPrototypeOf(memory.prepare("SELECT 1")) as Record<
    string,
    (...given: unknown[]) => unknown
  >;
  memory.close();
  for (const name of ["all", "get", "run"]) {
    const original = statement[name];
    if (!original) continue;
    statement[name] = function (this: { source: string }, ...given: unknown[]) {
      const started = performance.now();
      try {
        return original.apply(this, given);
      } finally {
        const took = performance.now() - started;
        if (took > SLOW_MS)
          process.stderr.write(
            `slow query: ${took.toFixed(0)} ms ${this.source.replace(/\s+/g, " ").trim().slice(0, 300)}\n`,
          );
      }
    };
  }
}
