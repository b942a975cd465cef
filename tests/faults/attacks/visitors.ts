import http from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** Other visitors, run as a process of their own: three people who open one page after another, until told to stop. */
export interface Visits {
  count: number;
  /** Answers that were no 200, by status; 0: none at all. */
  failed: Record<number, number>;
  p50: number;
  p99: number;
  worst: number;
}

const VISITORS = 3;
/** How long one looks at a page. */
const LOOKS_MS = 100;
const PATIENCE_MS = 20_000;

const waits: number[] = [];
const failed: Record<number, number> = {};
// Not the attacker's address.
const agent = new http.Agent({ keepAlive: true, localAddress: "127.0.0.2" });
let isOver = false;
let visiting: Promise<unknown> | undefined;

process.on("message", (told: { address: string; paths: string[] } | "stop") => {
  if (told === "stop") void report();
  else
    visiting = Promise.all(
      Array.from({ length: VISITORS }, (_, visitor) => visitAll(told.address, told.paths, visitor)),
    );
});

// A test that is cut off leaves no visitors behind.
process.once("disconnect", () => process.exit());

async function visitAll(address: string, paths: string[], visitor: number): Promise<void> {
  for (let at = visitor; !isOver; at++) {
    await wait(address + (paths[at % paths.length] ?? "/").replace("$", `${visitor}${at}`));
    await pause(LOOKS_MS);
  }
}

async function wait(url: string): Promise<void> {
  const started = performance.now();
  const status = await new Promise<number>((resolve) => {
    const request = http.get(url, { agent, timeout: PATIENCE_MS, headers: { cookie: "anew=1" } }, (response) => {
      response.resume().once("end", () => resolve(response.statusCode ?? 0));
    });
    request.once("timeout", () => request.destroy()).once("error", () => resolve(0));
  });
  waits.push(performance.now() - started);
  if (status !== 200) failed[status] = (failed[status] ?? 0) + 1;
}

async function report(): Promise<void> {
  isOver = true;
  await visiting;
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  const visits: Visits = { count: sorted.length, failed, p50: at(0.5), p99: at(0.99), worst: at(1) };
  process.send?.(visits, () => process.exit());
}
