/** When the clocks change in Copenhagen, one row a year. The only importer of Temporal, which knows it. */
import { Temporal } from "temporal-polyfill";

/** Where the site's clocks hang (IANA). */
export const ZONE = "Europe/Copenhagen";

/** One change of the clocks: the instant, and the offsets from UTC before and after it, all in milliseconds. */
interface Change {
  at: number;
  before: number;
  after: number;
}

interface YearOfOffsets {
  /** Offset when the year begins. */
  first: number;
  changes: Change[];
}

const yearsOfOffsets = new Map<number, YearOfOffsets>();

/** Milliseconds from UTC at an instant. */
export function offsetAt(ms: number): number {
  const { first, changes } = offsetsOf(new Date(ms).getUTCFullYear());
  let offset = first;
  for (const change of changes) if (ms >= change.at) offset = change.after;
  return offset;
}

/** In the skipped and in the doubled hour the offset before the change holds. */
export function offsetOfLocal(local: number): number {
  const { first, changes } = offsetsOf(new Date(local).getUTCFullYear());
  let offset = first;
  for (const change of changes) if (local >= change.at + Math.max(change.before, change.after)) offset = change.after;
  return offset;
}

function offsetsOf(year: number): YearOfOffsets {
  const known = yearsOfOffsets.get(year);
  if (known) return known;
  const found = readOffsets(year);
  yearsOfOffsets.set(year, found);
  return found;
}

function readOffsets(year: number): YearOfOffsets {
  const end = Date.UTC(year + 1, 0, 1);
  let at = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, 0, 1)).toZonedDateTimeISO(ZONE);
  const offsets: YearOfOffsets = { first: offsetOf(at), changes: [] };
  for (
    let next = at.getTimeZoneTransition("next");
    next && next.epochMilliseconds < end;
    next = at.getTimeZoneTransition("next")
  ) {
    offsets.changes.push({ at: next.epochMilliseconds, before: offsetOf(at), after: offsetOf(next) });
    at = next;
  }
  return offsets;
}

function offsetOf(at: Temporal.ZonedDateTime): number {
  return at.offsetNanoseconds / 1_000_000;
}
