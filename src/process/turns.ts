import type { IncomingMessage } from "node:http";
import { networkOf } from "../accounts/network.ts";
import type { Answer } from "./kept-pages.ts";

export const TURNS = {
  /**
   * Requests of one address that are answered at the same time. All pages are made on one thread: more at once is no
   * faster for them, and slower for others.
   */
  atOnce: 8,
  /** Requests of one address that may wait: a whole library behind one address never has so many. */
  waiting: 1_000,
  /**
   * Milliseconds at work after which the next request begins in another turn of the event loop, so that it is never
   * held for long.
   */
  slice: 10,
};

type Start = () => void;

/**
 * Lets every address have its turn: of one only so many requests are answered at a time, and when more than one address
 * waits they go by turns. Whoever asks for everything at once waits for themselves. `addressOf` says who asks; `refuse`
 * answers who has too much in the queue.
 */
export function takeTurns(
  answer: Answer,
  addressOf: (request: IncomingMessage) => string,
  refuse: Answer,
  { atOnce, waiting: mostWaiting, slice } = TURNS,
): Answer {
  /** Addresses in the order of their next turn, each with what waits and how many are being answered. */
  const lines = new Map<string, { waiting: Start[]; under: number }>();
  let sliceBegan: number | null = null;
  let isNextPlanned = false;

  return (request, response) => {
    const address = addressOf(request);
    const line = lines.get(address) ?? { waiting: [], under: 0 };
    lines.set(address, line);
    if (line.waiting.length >= mostWaiting) return refuse(request, response);
    if (line.under < atOnce && line.waiting.length === 0 && hasTime()) return begin();
    line.waiting.push(begin);
    planNext();
    return response.once("close", () => {
      const at = line.waiting.indexOf(begin);
      if (at >= 0) line.waiting.splice(at, 1);
      forgetWhenIdle();
    });

    function begin(): unknown {
      line.under++;
      let isOver = false;
      const over = () => {
        if (isOver) return;
        isOver = true;
        line.under--;
        if (line.waiting.length > 0) planNext();
        forgetWhenIdle();
      };
      // Made and handed over: how long the visitor takes to receive it is not the others' matter.
      response.once("prefinish", over).once("close", over);
      return answer(request, response);
    }

    function forgetWhenIdle(): void {
      if (line.under === 0 && line.waiting.length === 0 && lines.get(address) === line) lines.delete(address);
    }
  };

  function planNext(): void {
    if (isNextPlanned) return;
    isNextPlanned = true;
    // Not before the last one has done what it can without waiting: only then it shows whether there is time left.
    queueMicrotask(() => process.nextTick(() => (hasTime() ? beginNext() : setImmediate(beginNext))));
  }

  function beginNext(): void {
    isNextPlanned = false;
    const next = [...lines].find(([, { waiting, under }]) => waiting.length > 0 && under < atOnce);
    if (!next) return;
    const [address, line] = next;
    lines.delete(address);
    lines.set(address, line);
    line.waiting.shift()?.();
    planNext();
  }

  function hasTime(): boolean {
    const now = performance.now();
    if (sliceBegan === null) {
      sliceBegan = now;
      setImmediate(() => (sliceBegan = null));
    }
    return now - sliceBegan < slice;
  }
}

/** Who asks: the address of the connection, or the hop that a trusted proxy names. */
export function addressOf(request: IncomingMessage): string {
  const forwarded = request.headers["x-forwarded-for"];
  return networkOf(String(forwarded ?? request.socket.remoteAddress ?? ""));
}
