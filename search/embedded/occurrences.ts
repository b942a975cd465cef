import { int16At, int32At, uint16At, uint32At, uint8At } from "../arrays.ts";
import type { DocumentOccurrence } from "../document.ts";
import { type Numbers, picked, withRoomFor } from "./growable.ts";
import { isWithin, type Window } from "./window.ts";

/** Minutes since 1970, later than any occurrence: *never*. */
export const NEVER = 0x7fffffff;
const LONG_AGO = -0x80000000;
const MINUTE = 60_000;

/** The hour that comes twice when the clocks go back may put local times out of order by so much. */
const OUT_OF_ORDER = 60;
const MANY_CLOCKS = -1;

/** The occurrences of all rows in flat arrays, in minutes, and per row what is still to come of them. */
export class Occurrences {
  /**
   * Bits `weekday * 4 + time of day` of what is still to come, 0 when nothing is; true at the minute of the last `at`.
   */
  slots = new Int32Array(64);
  /** The earliest start still to come, NEVER when nothing is; true at the same minute. */
  earliest = new Int32Array(64);
  private minute = 0;
  private rows = 0;
  private count = 0;
  private local = new Int32Array(1024);
  private start = new Int32Array(1024);
  private end = new Int32Array(1024);
  /** The number of the bit of `slotOf(local)`. */
  private slot = new Uint8Array(1024);
  private first = new Uint32Array(64);
  private many = new Uint16Array(64);
  /** The minute of the day when all occurrences of a row begin, or MANY_CLOCKS. */
  private clock = new Int16Array(64);
  /** From which minute, and before which one, a row's `slots` and `earliest` are true. */
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
      this.slot[this.count] = slotOf(occurrence.local);
      this.count += 1;
    }
    const clock = (occurrences[0]?.local ?? 0) % 1440;
    this.clock[row] = occurrences.every(({ local }) => local % 1440 === clock) ? clock : MANY_CLOCKS;
    this.rows = Math.max(this.rows, row + 1);
    this.read(row);
  }

  /** Forgets a row: nothing of it is to come any more. */
  clear(row: number): void {
    this.many[row] = 0;
    this.read(row);
  }

  /** Moves to a minute, forwards or back; few rows change from one to the next. */
  at(minute: number): void {
    if (minute === this.minute) return;
    this.minute = minute;
    const { trueFrom, trueUntil, rows } = this;
    for (let row = 0; row < rows; row++)
      if (minute < int32At(trueFrom, row) || minute >= int32At(trueUntil, row)) this.read(row);
  }

  /** Weekday x time of day of what is still to come within the window. */
  slotsWithin(row: number, window: Window): number {
    const clock = int16At(this.clock, row);
    if (clock !== MANY_CLOCKS) {
      if (clock < window.clockFrom || clock > window.clockTo) return 0;
      if (window.from === -NEVER && window.to === NEVER) return int32At(this.slots, row);
    }
    const { end, local, minute, slot } = this;
    const stop = this.stopOf(row);
    let slots = 0;
    for (let at = this.firstFrom(row, window.from); at < stop && int32At(local, at) <= window.to + OUT_OF_ORDER; at++) {
      if (int32At(end, at) <= minute || !isWithin(int32At(local, at), window)) continue;
      slots |= 1 << uint8At(slot, at);
    }
    return slots;
  }

  /**
   * The earliest start still to come that has one of the slots, within the window if there is one; NEVER when none has.
   */
  earliestWithin(row: number, slots: number, window: Window | null): number {
    const stop = this.stopOf(row);
    for (let at = window ? this.firstFrom(row, window.from) : uint32At(this.first, row); at < stop; at++) {
      if ((slots & (1 << uint8At(this.slot, at))) === 0 || int32At(this.end, at) <= this.minute) continue;
      if (!window || isWithin(int32At(this.local, at), window)) return int32At(this.start, at);
    }
    return NEVER;
  }

  /** Keeps the chosen rows alone, in that order. */
  keep(rows: Int32Array): void {
    const kept = new Occurrences();
    let count = 0;
    for (const row of rows) count += uint16At(this.many, row);
    kept.makeRoom(rows.length, count);
    for (const [to, row] of rows.entries()) kept.copy(this, row, to);
    this.local = kept.local;
    this.start = kept.start;
    this.end = kept.end;
    this.slot = kept.slot;
    this.first = kept.first;
    this.changeRows((numbers) => picked(numbers, rows));
    this.count = kept.count;
    this.rows = rows.length;
  }

  /** The first occurrence of a row that may begin at a local minute or later. */
  private firstFrom(row: number, local: number): number {
    let low = uint32At(this.first, row);
    let high = this.stopOf(row);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (int32At(this.local, middle) < local - OUT_OF_ORDER) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private stopOf(row: number): number {
    return uint32At(this.first, row) + uint16At(this.many, row);
  }

  private read(row: number): void {
    let slots = 0;
    let earliest = NEVER;
    let from = LONG_AGO;
    let until = NEVER;
    const first = uint32At(this.first, row);
    for (let at = this.stopOf(row) - 1; at >= first; at--) {
      const end = int32At(this.end, at);
      if (end <= this.minute) {
        if (end > from) from = end;
      } else {
        if (end < until) until = end;
        slots |= 1 << uint8At(this.slot, at);
        earliest = int32At(this.start, at);
      }
    }
    this.slots[row] = slots;
    this.earliest[row] = earliest;
    this.trueFrom[row] = from;
    this.trueUntil[row] = until;
  }

  private copy(from: Occurrences, row: number, to: number): void {
    const first = uint32At(from.first, row);
    const stop = from.stopOf(row);
    this.first[to] = this.count;
    this.local.set(from.local.subarray(first, stop), this.count);
    this.start.set(from.start.subarray(first, stop), this.count);
    this.end.set(from.end.subarray(first, stop), this.count);
    this.slot.set(from.slot.subarray(first, stop), this.count);
    this.count += stop - first;
  }

  private makeRoom(rows: number, occurrences: number): void {
    this.local = withRoomFor(this.local, occurrences);
    this.start = withRoomFor(this.start, occurrences);
    this.end = withRoomFor(this.end, occurrences);
    this.slot = withRoomFor(this.slot, occurrences);
    this.first = withRoomFor(this.first, rows);
    if (this.slots.length < rows) this.changeRows((numbers) => withRoomFor(numbers, rows));
  }

  /** Changes what is kept of each row, but for `first`. */
  private changeRows(change: <T extends Numbers>(numbers: T) => T): void {
    this.many = change(this.many);
    this.clock = change(this.clock);
    this.slots = change(this.slots);
    this.earliest = change(this.earliest);
    this.trueFrom = change(this.trueFrom);
    this.trueUntil = change(this.trueUntil);
  }
}

/** The slot of a local minute: Monday morning (05-09) is 0, Sunday evening (17-05) 27. */
function slotOf(local: number): number {
  const day = Math.floor(local / 1440);
  const clock = local - day * 1440;
  const time = clock < 300 || clock >= 1020 ? 3 : clock < 540 ? 0 : clock < 720 ? 1 : 2;
  return ((day + 3) % 7) * 4 + time; // 1970-01-01 was a Thursday
}
