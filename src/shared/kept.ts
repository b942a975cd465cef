interface Made<T> {
  version: string;
  made: Promise<T>;
}

/**
 * Keeps what was made, by key, as long as its version holds: at most `most`, those that were asked for last. Who asks
 * while it is made waits for the same.
 */
export function openKept<T>(most: number): (key: string, version: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Made<T>>();
  return (key, version, make) => {
    const known = kept.get(key);
    const one = known?.version === version ? known : { version, made: make() };
    kept.delete(key);
    kept.set(key, one);
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    one.made.catch(() => {
      if (kept.get(key) === one) kept.delete(key);
    });
    return one.made;
  };
}
