import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { busy } from "../../db/write.ts";
import { refuse } from "../texts/refusal.ts";
import type { WorkerData } from "./tasks.ts";
import type { Order, Outcome } from "./protocol.ts";
import type { Input, Kind, Made } from "./tasks.ts";

/** The worker's source; the built server brings the bundled one. */
const WORK_SOURCE = "src/work/worker.ts";

export const LIMITS = {
  /** Threads at most. They come when there is work, and go when there is none. */
  workers: 2,
  /** Orders that may wait. */
  waiting: 40,
  waitsMs: 15_000,
  takesMs: 12_000,
  idleMs: 30_000,
  /** Of the memory that JavaScript may use in a worker. */
  megabytes: 160,
};
/** Pictures take memory outside of that: one at a time, of all threads. */
const ONE_AT_A_TIME: ReadonlySet<Kind> = new Set(["picture"]);

export interface PoolOptions {
  dbFile: string;
  root: string;
  /** The worker's file, relative to the root. */
  worker?: string | undefined;
  limits?: Partial<typeof LIMITS>;
}

/** Does what may hold a thread for long, in threads of its own. */
export interface Pool {
  /**
   * Does one task. What it refuses is refused; when there is too much to do, or it takes too long, it throws what
   * `isBusy` (db/write.ts) knows. What is `given` goes over to the worker instead of being copied: nobody else has it
   * any more.
   */
  do<K extends Kind>(kind: K, input: Input<K>, given?: ArrayBuffer[]): Promise<Made<K>>;
  /** How many orders wait, and how many were turned away or cut off so far. */
  readonly state: { waiting: number; refused: number };
  close(): Promise<void>;
}

interface Waiting extends Order {
  given: ArrayBuffer[];
  settle(outcome: Outcome | "busy"): void;
  timer: NodeJS.Timeout;
}

interface Hand {
  worker: Worker;
  at: Waiting | null;
  timer: NodeJS.Timeout | null;
}

export function openPool({ dbFile, root, worker: file = WORK_SOURCE, limits }: PoolOptions): Pool {
  const { workers, waiting: mostWaiting, waitsMs, takesMs, idleMs, megabytes } = { ...LIMITS, ...limits };
  const queue: Waiting[] = [];
  const hands = new Set<Hand>();
  let refused = 0;

  function next(): void {
    const order = queue.find(({ kind }) => !ONE_AT_A_TIME.has(kind) || ![...hands].some(({ at }) => at?.kind === kind));
    if (!order) return;
    const hand = [...hands].find(({ at }) => at === null) ?? (hands.size < workers ? hire() : null);
    if (!hand) return;
    queue.splice(queue.indexOf(order), 1);
    clearTimeout(order.timer);
    if (hand.timer) clearTimeout(hand.timer);
    hand.at = order;
    hand.timer = setTimeout(() => dismiss(hand, "busy"), takesMs);
    hand.worker.ref();
    hand.worker.postMessage({ kind: order.kind, input: order.input }, order.given);
    next();
  }

  function hire(): Hand {
    const workerData: WorkerData = { dbFile, root };
    const worker = new Worker(join(root, file), {
      workerData,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16 },
    });
    const hand: Hand = { worker, at: null, timer: null };
    hands.add(hand);
    worker.on("message", (outcome: Outcome) => {
      finish(hand, outcome);
      worker.unref();
      hand.timer = setTimeout(() => dismiss(hand, "busy"), idleMs).unref();
      next();
    });
    // Out of memory, above all: the next order gets another worker.
    worker.on("error", () => dismiss(hand, "busy"));
    worker.on("exit", () => dismiss(hand, "busy"));
    return hand;
  }

  function finish(hand: Hand, outcome: Outcome | "busy"): void {
    if (hand.timer) clearTimeout(hand.timer);
    hand.timer = null;
    const done = hand.at;
    hand.at = null;
    done?.settle(outcome);
  }

  function dismiss(hand: Hand, outcome: "busy"): void {
    if (!hands.delete(hand)) return;
    finish(hand, outcome);
    void hand.worker.terminate();
    next();
  }

  function turnAway(order: Waiting): void {
    const at = queue.indexOf(order);
    if (at >= 0) queue.splice(at, 1);
    order.settle("busy");
  }

  return {
    do<K extends Kind>(kind: K, input: Input<K>, given: ArrayBuffer[] = []) {
      return new Promise<Made<K>>((resolve, reject) => {
        const order: Waiting = {
          kind,
          input,
          given,
          timer: setTimeout(() => turnAway(order), waitsMs),
          settle(outcome) {
            clearTimeout(order.timer);
            if (outcome === "busy") refused += 1;
            try {
              resolve(resultOf(outcome) as Made<K>);
            } catch (thrown) {
              reject(thrown);
            }
          },
        };
        if (queue.length >= mostWaiting) return order.settle("busy");
        queue.push(order);
        next();
      });
    },
    get state() {
      return { waiting: queue.length, refused };
    },
    async close() {
      for (const order of queue.splice(0)) order.settle("busy");
      await Promise.all([...hands].map(({ worker }) => worker.terminate()));
    },
  };
}

function resultOf(outcome: Outcome | "busy"): unknown {
  if (outcome === "busy") throw busy("the workers have too much to do");
  if ("refused" in outcome) refuse(outcome.refused.key, outcome.refused.field);
  if ("failed" in outcome) throw new Error(outcome.failed);
  return outcome.made;
}
