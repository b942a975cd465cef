/**
 * Keeps requests from waiting for a server that does not answer: after a fault it is left alone, then tried apart from
 * requests.
 */
export interface Breaker {
  /** Whether requests may go to the server. */
  readonly closed: boolean;
  /** To be called when the server failed or was too slow. */
  opened(): void;
  close(): void;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

/** `probe` asks the server something small; when it resolves, requests may go there again. Closed at first. */
export function openBreaker(probe: () => Promise<unknown>): Breaker {
  let timer: NodeJS.Timeout | null = null;
  let pause = FIRST_PAUSE_MS;
  let ended = false;
  const later = () => {
    timer = setTimeout(() => {
      probe().then(
        () => {
          timer = null;
          pause = FIRST_PAUSE_MS;
        },
        () => {
          pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
          if (!ended) later();
        },
      );
    }, pause).unref();
  };
  return {
    get closed() {
      return timer === null;
    },
    opened: () => {
      if (timer === null && !ended) later();
    },
    close: () => {
      ended = true;
      if (timer) clearTimeout(timer);
    },
  };
}
