/**
 * When something came, by key. Whatever is older than the window is forgotten, and so is the key that was quiet the
 * longest when there are too many.
 */
export interface Counter {
  /** How often it came within the window. */
  count(key: string, now: number): number;
  add(key: string, now: number): void;
  /** Takes back one that was added. */
  takeBack(key: string): void;
  clear(key: string): void;
  /** Milliseconds until fewer than `most` have come within the window; 0 when that is so now. */
  wait(key: string, most: number, now: number): number;
}

/** A digest and a few numbers each: some 20 MB. */
const MOST_KEYS = 100_000;

export function openCounter(windowMs: number, mostKeys = MOST_KEYS): Counter {
  const times = new Map<string, number[]>();

  function recent(key: string, now: number): number[] {
    const all = times.get(key) ?? [];
    const old = all.findIndex((at) => now - at < windowMs);
    if (old !== 0) all.splice(0, old === -1 ? all.length : old);
    if (all.length === 0) times.delete(key);
    return all;
  }

  return {
    count: (key, now) => recent(key, now).length,
    add(key, now) {
      const all = recent(key, now);
      all.push(now);
      times.delete(key);
      times.set(key, all);
      const quietest = times.size > mostKeys ? times.keys().next().value : undefined;
      if (quietest !== undefined) times.delete(quietest);
    },
    takeBack(key) {
      times.get(key)?.pop();
    },
    clear(key) {
      times.delete(key);
    },
    wait(key, most, now) {
      const all = recent(key, now);
      const leaving = all[all.length - most];
      return leaving === undefined ? 0 : leaving + windowMs - now;
    },
  };
}
