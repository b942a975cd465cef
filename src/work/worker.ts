/** A worker of the pool: does one task at a time. */
import { parentPort, workerData } from "node:worker_threads";
import { isRefusal } from "../texts/refusal.ts";
import type { WorkerData } from "./tasks.ts";
import type { Order, Outcome } from "./protocol.ts";
import { openTasks } from "./tasks.ts";

const given: WorkerData = workerData;
const perform = openTasks(given);

parentPort?.on("message", ({ kind, input }: Order) => {
  perform(kind, input).then(
    (made) => tell({ made }),
    (thrown: unknown) =>
      tell(
        isRefusal(thrown)
          ? { refused: { key: thrown.key, field: thrown.field } }
          : { failed: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) },
      ),
  );
});

function tell(outcome: Outcome): void {
  parentPort?.postMessage(outcome);
}
