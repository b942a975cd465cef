/** The worker thread of the embedded engine: holds the index, answers, and follows the database. */
import { parentPort, workerData } from "node:worker_threads";
import { pathToFileURL } from "node:url";
import { Follower } from "./follower.ts";
import type { FromWorker, Question, Questions, ToWorker, WorkerData } from "./protocol.ts";
import { openMeaningTable } from "../meaning/table.ts";
import type { Source } from "./source.ts";

const POLL_MS = 50;

const { dbFile, source: sourceFile, meaning, now: startedAt }: WorkerData = workerData;
const { openSource }: { openSource(dbFile: string): Source } = await import(pathToFileURL(sourceFile).href);
const source = openSource(dbFile);
const follower = new Follower(source, openMeaningTable(meaning));
/** The latest clock that the main thread told: good enough to read documents by, since searches bring their own. */
let clock = startedAt;

follower.hasNews();
await follower.rebuild(clock);
parentPort?.on("message", receive);
const poll = setInterval(() => {
  if (follower.hasNews()) follow();
}, POLL_MS);
tell({ kind: "ready" });
tellPassed();

function receive(message: ToWorker): void {
  if (message.kind === "close") return close();
  if (message.kind === "changed") {
    clock = message.now;
    return follow();
  }
  clock = message.question.now;
  answer(message.question).then(
    (answered) => tell({ kind: "answer", number: message.number, answer: answered }),
    (fault: unknown) =>
      tell({
        kind: "failed",
        number: message.number,
        message: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
      }),
  );
}

async function answer(question: Question): Promise<Questions[Question["kind"]]["answer"]> {
  switch (question.kind) {
    case "search":
      return follower.index.search(question.query, question.now);
    case "pins":
      return follower.index.pins(question.query, question.zoom, question.now);
    case "suggest":
      return follower.index.suggest(question.words, question.now, question.limit);
    case "caughtUp":
      await follower.follow(question.now);
      tellPassed();
      return null;
    case "rebuild":
      await follower.rebuild(question.now);
      tellPassed();
      return null;
  }
}

function follow(): void {
  follower.follow(clock).then(tellPassed, (fault: unknown) => {
    throw fault; // ends the worker: a new one begins from the database
  });
}

function close(): void {
  clearInterval(poll);
  source.close();
  process.exit(); // of the thread alone
}

/** Before an answer that says so: what was answered until now may be out of date. */
function tellPassed(): void {
  tell({ kind: "passed", position: follower.position });
}

function tell(message: FromWorker): void {
  parentPort?.postMessage(message);
}
