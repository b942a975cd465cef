import { BEAT_EVERY_MS } from "./heartbeat.ts";
import type { Beat } from "./protocol.ts";

/** Two heartbeats may fail to come, not three. */
const OLDEST_MS = 3 * BEAT_EVERY_MS;
/** With less nothing is sure to be written any more. */
const LEAST_FREE_BYTES = 16 * 1024 * 1024;

/**
 * What a process knows of whether it can write, from the heartbeats and from the deeds that failed. Times are of a
 * clock that never jumps.
 */
export interface Pulse {
  /** The last heartbeat; null before the first. */
  readonly last: Beat | null;
  beat(told: Beat, at: number): void;
  /** A write failed, and waiting would not have helped: the disk is full, or gone. */
  cannotWrite(): void;
  /** Whether a write would go through at `at`. */
  canWrite(at: number): boolean;
}

/** Believes in a process that has just started until a heartbeat is missing. */
export function openPulse(startedAt: number): Pulse {
  let last: Beat | null = null;
  let beatAt = startedAt;
  let failed = false;
  return {
    get last() {
      return last;
    },
    beat(told, at) {
      last = told;
      beatAt = at;
      failed = false;
    },
    cannotWrite() {
      failed = true;
    },
    canWrite: (at) => !failed && at - beatAt < OLDEST_MS && (last === null || last.freeBytes >= LEAST_FREE_BYTES),
  };
}

/**
 * The code of a fault of SQLite that says that the disk takes nothing more (https://sqlite.org/rescode.html); null for
 * any other fault.
 */
export function diskFault(fault: unknown): string | null {
  for (let at = fault; at instanceof Error; at = at.cause) {
    const code = String((at as { code?: unknown }).code);
    if (/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)/.test(code)) return code;
  }
  return null;
}
