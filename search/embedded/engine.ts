import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Log } from "../../src/shared/log.ts";
import { openKept } from "../../src/shared/kept.ts";
import { startOfMinute } from "../../src/shared/time.ts";
import type { MapAndSuggestions, SearchEngine, SearchResult } from "../engine.ts";
import type { FromWorker, Question, Questions, ToWorker, WorkerData } from "./protocol.ts";

/** The worker's source; the built server brings the bundled one. */
const WORKER = "search/embedded/worker.ts";
const MEANING = "search/meaning/da64.bin";
const SOURCE = "search/embedded/source.ts";
/** A question is put to a second worker when the first one died, but not to a third. */
const MOST_TRIES = 2;
const LONGEST_PAUSE_MS = 10_000;
/** Answers that are given again while the index is what it was: the index knows no shorter time than a minute. */
const MOST_KEPT = 200;

export interface EmbeddedOptions {
  dbFile: string;
  /** The project's root, where the worker's file is found whatever the bundle. */
  root: string;
  log: Pick<Log, "error" | "warn">;
  now(): number;
  /** Called when the index has taken in what was written, with the position in the outbox log that it has reached. */
  onPassed?(position: number): void;
  /** The worker's file, relative to the root. */
  worker?: string | undefined;
  /** The module that opens the source of documents, relative to the root; tests bring their own. */
  source?: string | undefined;
}

export interface EmbeddedEngine extends SearchEngine, MapAndSuggestions {
  /** To be called after a change was committed: the index reads it at once instead of within 50 ms. */
  changed(): void;
  /** Builds the index anew; the old one answers until then. */
  rebuild(): Promise<void>;
}

interface Waiting {
  question: Question;
  tries: number;
  resolve(answer: unknown): void;
  reject(fault: Error): void;
}

/** Starts the worker; resolves when its index is built, rejects when that fails. */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedEngine> {
  const host = new Host(options);
  await host.opened;
  const kept = openKept<SearchResult>(MOST_KEPT);
  return {
    name: "embedded",
    search: (query, now) =>
      kept(`${startOfMinute(now)} ${JSON.stringify(query)}`, String(host.news), () =>
        host.ask({ kind: "search", query, now }),
      ),
    pins: (query, zoom, now) => host.ask({ kind: "pins", query, zoom, now }),
    suggest: (words, now, limit) => host.ask({ kind: "suggest", words, now, limit }),
    caughtUp: async () => void (await host.ask({ kind: "caughtUp", now: options.now() })),
    rebuild: async () => void (await host.ask({ kind: "rebuild", now: options.now() })),
    changed: () => host.tell({ kind: "changed", now: options.now() }),
    close: () => host.close(),
  };
}

/** The main thread's side: numbers the questions, and begins a new worker when one dies. */
class Host {
  readonly opened: Promise<void>;
  /** Grows with everything that the index takes in. */
  news = 0;
  private readonly options: EmbeddedOptions;
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker;
  private ready = false;
  private closing = false;
  private asked = 0;
  private deaths = 0;
  private opens: { resolve(): void; reject(fault: Error): void } | null = null;

  constructor(options: EmbeddedOptions) {
    this.options = options;
    this.opened = new Promise((resolve, reject) => {
      this.opens = { resolve, reject };
    });
    this.worker = this.start();
  }

  /** Resolves with the worker's answer. Questions wait while there is no index. */
  ask<Q extends Question>(question: Q): Promise<Questions[Q["kind"]]["answer"]> {
    if (this.closing) return Promise.reject(new Error("The embedded engine is closed"));
    return new Promise((resolve, reject) => {
      const number = ++this.asked;
      const waiting: Waiting = { question, tries: 0, resolve, reject };
      this.waiting.set(number, waiting);
      if (this.ready) this.put(number, waiting);
    });
  }

  tell(message: ToWorker): void {
    if (this.ready) this.worker.postMessage(message);
  }

  async close(): Promise<void> {
    this.closing = true;
    const ended = new Promise((resolve) => this.worker.once("exit", resolve));
    this.worker.postMessage({ kind: "close" } satisfies ToWorker);
    if (this.worker.threadId !== -1) await ended;
  }

  private start(): Worker {
    const { dbFile, root, now, worker: file = WORKER, source = SOURCE } = this.options;
    const workerData: WorkerData = {
      dbFile,
      source: join(root, source),
      meaning: join(root, MEANING),
      now: now(),
    };
    const worker = new Worker(join(root, file), {
      workerData,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    let fault: unknown = null;
    worker.on("message", (message: FromWorker) => this.receive(message));
    worker.on("error", (error) => {
      fault = error;
    });
    worker.on("exit", (code) => this.died(fault ?? new Error(`The search worker ended with ${code}`)));
    return worker;
  }

  private receive(message: FromWorker): void {
    if (message.kind === "ready") return this.becameReady();
    if (message.kind === "passed") {
      this.news++;
      return this.options.onPassed?.(message.position);
    }
    const waiting = this.waiting.get(message.number);
    this.waiting.delete(message.number);
    if (message.kind === "answer") waiting?.resolve(message.answer);
    else waiting?.reject(new Error(message.message));
  }

  private becameReady(): void {
    this.ready = true;
    this.deaths = 0;
    this.opens?.resolve();
    this.opens = null;
    for (const [number, waiting] of this.waiting) this.put(number, waiting);
  }

  private put(number: number, waiting: Waiting): void {
    waiting.tries += 1;
    this.worker.postMessage({ kind: "ask", number, question: waiting.question } satisfies ToWorker);
  }

  private died(fault: unknown): void {
    this.ready = false;
    const error = fault instanceof Error ? fault : new Error(String(fault));
    for (const [number, waiting] of this.waiting) {
      if (!this.closing && waiting.tries < MOST_TRIES) continue;
      this.waiting.delete(number);
      waiting.reject(error);
    }
    if (this.closing) return;
    if (this.opens) return this.opens.reject(error);
    this.options.log.error({ err: error }, "the search worker died; a new one is started");
    void this.startAgain();
  }

  private async startAgain(): Promise<void> {
    if (this.deaths > 0) await wait(Math.min(LONGEST_PAUSE_MS, 250 * 2 ** this.deaths));
    this.deaths += 1;
    if (!this.closing) this.worker = this.start();
  }
}
