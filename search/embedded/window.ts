/** Wishes about date and clock, read from the local start; all bounds inclusive. */
export interface Window {
  /** Local minutes since 1970-01-01T00:00. */
  from: number;
  to: number;
  /** Minutes of the day. */
  clockFrom: number;
  clockTo: number;
}

/** Whether a local minute is within both, date and clock. */
export function isWithin(local: number, window: Window): boolean {
  if (local < window.from || local > window.to) return false;
  const clock = local % 1440;
  return clock >= window.clockFrom && clock <= window.clockTo;
}
