import type { DocumentOccurrence } from "../document.ts";
import { picked, withRoomFor } from "./growable.ts";

/** Minutes since 1970, later than any occurrence: *never*. */
export const NEVER = 0x7fffffff;
const LONG_AGO = -0x80000000;
const MINUTE = 60_000;

/** Wishes about date and clock, read from the local start; all bounds inclusive. */
export interface Window {
  /** Local minutes since 1970-01-01T00:00. */
  from: number;
  to: number;
  /** Minutes of the day. */
  clockFrom: number;
  clockTo: number;
}

/** The occurrences of all rows in flat arrays, in minutes, and per row what is still to come of them. */
export class Occurrences {
  private count = 0;
  private local = new Int32Array(1024);
  private start = new Int32Array(1024);
  private end = new Int32Array(1024);
  private first = new Uint32Array(64);
  private many = new Uint16Array(64);
  /** Bits `weekday * 4 + time of day` of what is still to come, and its earliest start; true from one minute until before another. */
  private slots = new Int32Array(64);
  private earliest = new Int32Array(64);
  private trueFrom = new Int32Array(64);
  private trueUntil = new Int32Array(64);

  put(row: number, occurrences: readonly DocumentOccurrence[]): void {
    this.makeRoom(row + 1, this.count + occurrences.length);
    this.first[row] = this.count;
    this.many[row] = occurrences.length;
    for (const occurrence of occurrences) {
      this.local[this.count] = occurrence.local;
      this.start[this.count] = Math.floor(occurrence.start / MINUTE);
      this.end[this.count] = Math.ceil(occurrence.end / MINUTE);
      this.count += 1;
    }
    this.trueFrom[row] = NEVER;
    this.trueUntil[row] = LONG_AGO;
  }

  /** Weekday x time of day of all that is still to come at a minute; 0 when nothing is. */
  slotsOf(row: number, now: number): number {
    if (now < (this.trueFrom[row] as number) || now >= (this.trueUntil[row] as number)) this.read(row, now);
    return this.slots[row] as number;
  }

  /** The earliest start still to come, in minutes; NEVER when nothing is. */
  earliestOf(row: number, now: number): number {
    if (now < (this.trueFrom[row] as number) || now >= (this.trueUntil[row] as number)) this.read(row, now);
    return this.earliest[row] as number;
  }

  /** Weekday x time of day of what is still to come within the window. */
  slotsWithin(row: number, now: number, window: Window): number {
    let slots = 0;
    const from = this.first[row] as number;
    const stop = from + (this.many[row] as number);
    for (let at = from; at < stop; at++) if (this.meets(at, now, window)) slots |= slotOf(this.local[at] as number);
    return slots;
  }

  /** The earliest start still to come that has one of the slots, within the window if there is one; NEVER when none has. */
  earliestWithin(row: number, now: number, slots: number, window: Window | null): number {
    const from = this.first[row] as number;
    const stop = from + (this.many[row] as number);
    for (let at = from; at < stop; at++) {
      if ((slotOf(this.local[at] as number) & slots) === 0) continue;
      if (window ? this.meets(at, now, window) : (this.end[at] as number) > now) return this.start[at] as number;
    }
    return NEVER;
  }

  /** Keeps the chosen rows alone, in that order. */
  keep(rows: Int32Array): void {
    const kept = new Occurrences();
    let count = 0;
    for (const row of rows) count += this.many[row] as number;
    kept.makeRoom(rows.length, count);
    for (let to = 0; to < rows.length; to++) kept.copy(this, rows[to] as number, to);
    this.local = kept.local;
    this.start = kept.start;
    this.end = kept.end;
    this.first = kept.first;
    this.count = kept.count;
    for (const name of ["many", "slots", "earliest", "trueFrom", "trueUntil"] as const) this[name] = picked(this[name], rows) as never;
  }

  private meets(at: number, now: number, window: Window): boolean {
    const local = this.local[at] as number;
    if (local < window.from || local > window.to || (this.end[at] as number) <= now) return false;
    const clock = local % 1440;
    return clock >= window.clockFrom && clock <= window.clockTo;
  }

  private read(row: number, now: number): void {
    let slots = 0;
    let earliest = NEVER;
    let from = LONG_AGO;
    let until = NEVER;
    const first = this.first[row] as number;
    for (let at = first + (this.many[row] as number) - 1; at >= first; at--) {
      const end = this.end[at] as number;
      if (end <= now) {
        if (end > from) from = end;
      } else {
        if (end < until) until = end;
        slots |= slotOf(this.local[at] as number);
        earliest = this.start[at] as number;
      }
    }
    this.slots[row] = slots;
    this.earliest[row] = earliest;
    this.trueFrom[row] = from;
    this.trueUntil[row] = until;
  }

  private copy(from: Occurrences, row: number, to: number): void {
    const first = from.first[row] as number;
    const stop = first + (from.many[row] as number);
    this.first[to] = this.count;
    this.local.set(from.local.subarray(first, stop), this.count);
    this.start.set(from.start.subarray(first, stop), this.count);
    this.end.set(from.end.subarray(first, stop), this.count);
    this.count += stop - first;
  }

  private makeRoom(rows: number, occurrences: number): void {
    for (const name of ["local", "start", "end"] as const) this[name] = withRoomFor(this[name], occurrences);
    this.first = withRoomFor(this.first, rows);
    this.many = withRoomFor(this.many, rows);
    for (const name of ["slots", "earliest", "trueFrom", "trueUntil"] as const) this[name] = withRoomFor(this[name], rows);
  }
}

/** The bit of a local minute: Monday morning (05-09) is bit 0, Sunday evening (17-05) bit 27. */
export function slotOf(local: number): number {
  const day = Math.floor(local / 1440);
  const clock = local - day * 1440;
  const time = clock < 300 || clock >= 1020 ? 3 : clock < 540 ? 0 : clock < 720 ? 1 : 2;
  return 1 << (((day + 3) % 7) * 4 + time); // 1970-01-01 was a Thursday
}
