import { setTimeout as wait } from "node:timers/promises";

const MOST_TRIES = 500;

/** Tries again while another process is writing. */
export async function patiently(deed: () => void): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return deed();
    } catch (fault) {
      if (!isBusy(fault) || tries === MOST_TRIES) throw fault;
      await wait(20);
    }
  }
}

/** Whether another process is writing. */
export function isBusy(fault: unknown): boolean {
  return (
    fault instanceof Error && "code" in fault && typeof fault.code === "string" && fault.code.startsWith("SQLITE_BUSY")
  );
}
