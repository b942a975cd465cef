/** At most `atOnce` deeds run at the same time, the others wait in line. */
export interface Line {
  /**
   * Runs a deed when it is its turn, before others if it goes `first`; `full` when too many wait already. For those who
   * go first there are as many places again.
   */
  run<T>(deed: () => Promise<T>, first: boolean): Promise<T> | "full";
}

export function openLine(atOnce: number, longest: number): Line {
  const ahead: (() => void)[] = [];
  const behind: (() => void)[] = [];
  let running = 0;

  async function inTurn<T>(deed: () => Promise<T>, first: boolean): Promise<T> {
    if (running < atOnce) running += 1;
    else await new Promise<void>((turn) => (first ? ahead : behind).push(turn));
    try {
      return await deed();
    } finally {
      const next = ahead.shift() ?? behind.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    run: (deed, first) => ((first ? ahead : behind).length < longest ? inTurn(deed, first) : "full"),
  };
}
