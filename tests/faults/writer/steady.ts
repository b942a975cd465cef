import { setTimeout as pause } from "node:timers/promises";
import { connect } from "../../../db/client.ts";
import { writeMark } from "../../../db/marks.ts";

/**
 * Another program that writes to the site's database all the time, run as a process of its own on a file, until told to
 * stop.
 */
export interface Written {
  transactions: number;
  /** Milliseconds that it held the lock, and that it ran. */
  held: number;
  ran: number;
}

const HOLD_MS = 25;
const GAP_MS = 3;
/** Every so often it holds the lock for long. */
const LONG_HOLD = { every: 4_000, ms: 1_000 };

const db = connect(process.argv[2] ?? "");
let isOver = false;

process.once("message", () => (isOver = true));
// A test that is cut off leaves no writer behind.
process.once("disconnect", () => process.exit());

await writeSteadily();

async function writeSteadily(): Promise<void> {
  const written: Written = { transactions: 0, held: 0, ran: 0 };
  const started = performance.now();
  let lastLong = started;
  process.send?.("writing");
  while (!isOver) {
    const isLong = performance.now() - lastLong > LONG_HOLD.every;
    if (isLong) lastLong = performance.now();
    written.held += hold(isLong ? LONG_HOLD.ms : HOLD_MS, ++written.transactions);
    await pause(GAP_MS);
  }
  written.ran = performance.now() - started;
  process.send?.(written, () => process.exit());
}

/** One transaction that takes so long; answers how long it held the lock, until it was on the disk. */
function hold(ms: number, number: number): number {
  let began = 0;
  db.transaction((tx) => {
    began = performance.now();
    writeMark(tx, "steady-writer", String(number));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  });
  return performance.now() - began;
}
