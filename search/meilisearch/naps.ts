import { setTimeout as wait } from "node:timers/promises";

/** Waits between rounds of work, that news or the end of it all cut short. */
export class Naps {
  private readonly ending = new AbortController();
  private wakeUp: () => void = () => {};

  /** Aborted when no more work is to be done. */
  get ended(): AbortSignal {
    return this.ending.signal;
  }

  /** News: ends the wait, unless it is after a fault. */
  wake(): void {
    this.wakeUp();
  }

  /** Ends the wait whatever it is for. */
  end(): void {
    this.ending.abort();
  }

  /** Waits; news do not end a wait `afterFault`. */
  async sleep(ms: number, afterFault = false): Promise<void> {
    const woken = new AbortController();
    const stop = () => woken.abort();
    this.ended.addEventListener("abort", stop, { once: true });
    if (!afterFault) this.wakeUp = stop;
    await wait(ms, undefined, { signal: woken.signal, ref: false }).catch(() => {});
    this.ended.removeEventListener("abort", stop);
    this.wakeUp = () => {};
  }
}
