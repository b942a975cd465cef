/** A repeatable source of numbers for a name: each call gives a whole number from `low` to `high`, both included. */
export type Dice = (low: number, high: number) => number;

/** Mulberry32, seeded with the FNV-1a hash of the name. */
export function diceOf(name: string): Dice {
  let state = hashOf(name);
  return (low, high) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const share = ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    return low + Math.floor(share * (high - low + 1));
  };
}

function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const sign of name) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
