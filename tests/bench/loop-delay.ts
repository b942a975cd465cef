import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

/**
 * Loaded into the server by the bench: says at its end how long the event loop of the pages stood still since SIGUSR2.
 */
if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  process.once("SIGUSR2", () => void delay.enable());
  process.once("SIGTERM", () => {
    delay.disable();
    process.stderr.write(
      `event loop: longest stall ${(delay.max / 1e6).toFixed(0)} ms, p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms (floor 50 ms)\n`,
    );
  });
}
