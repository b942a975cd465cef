import { isMainThread } from "node:worker_threads";

/**
 * Loaded into the server by the attacks: at each SIGUSR2 tells how long the pages' event loop was held at most since
 * the last, and how much of that the thread was really at work: on a busy machine the system lets it wait, too, and
 * that is nobody's fault here.
 */
if (isMainThread) {
  const TICK_MS = 2;
  let longest = { held: 0, worked: 0 };
  let at = performance.now();
  let work = worked();
  setInterval(() => {
    const now = performance.now();
    const workedNow = worked();
    longest = { held: Math.max(longest.held, now - at - TICK_MS), worked: Math.max(longest.worked, workedNow - work) };
    at = now;
    work = workedNow;
  }, TICK_MS).unref();
  process.on("SIGUSR2", () => {
    process.stderr.write(
      `the event loop was held ${Math.ceil(longest.held)} ms, at work ${Math.ceil(longest.worked)} ms\n`,
    );
    longest = { held: 0, worked: 0 };
  });
}

function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
