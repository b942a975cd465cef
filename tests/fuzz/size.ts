import type fc from "fast-check";

/** `npm run test:long` sets LONG. */
export const LONG = process.env["LONG"] === "1";

/**
 * How often a rule is tried: a few hundred times in `npm test`, in the long run so often that forms alone are posted
 * more than 10,000 times. FUZZ_SEED tries a reported seed again.
 */
export function tries(short: number): fc.Parameters<unknown> {
  const seed = Number(process.env["FUZZ_SEED"] ?? Date.now() % 2 ** 31);
  console.info(`fuzz seed ${seed} (FUZZ_SEED=${seed} tries it again)`);
  return {
    numRuns: LONG ? short * 30 : short,
    seed,
    interruptAfterTimeLimit: LONG ? 1_800_000 : 90_000,
    markInterruptAsFailure: false,
  };
}
