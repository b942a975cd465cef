import type { Db } from "../../db/client.ts";
import { readMark, writeMark } from "../../db/marks.ts";
import { DAY } from "../shared/time.ts";

/** Where the last instant stands at which the site lived and its clock could be trusted (db/marks.ts), in epoch ms. */
const MARK = "clock";
/** A clock that runs fast is set back by so much at most. */
const LARGEST_STEP_MS = 5 * 60_000;
const LONGEST_GAP = 30 * DAY;

/**
 * Whether a clock can be believed, by when the site last lived: not before that, and not more than 30 days after. Null:
 * it has never lived.
 */
export function clockIsTrusted(lastWrite: number | null, now: number): boolean {
  return lastWrite === null || (now >= lastWrite - LARGEST_STEP_MS && now <= lastWrite + LONGEST_GAP);
}

/** Whether jobs may erase and send now. */
export function mayActNow(db: Db, now: number): boolean {
  const mark = readMark(db, MARK);
  return clockIsTrusted(mark === null ? null : Number(mark), now);
}

/** Notes that the site lives now, if its clock can be believed; answers whether. */
export function keepClock(db: Db, now: number): boolean {
  const trusted = mayActNow(db, now);
  if (trusted) confirmClock(db, now);
  return trusted;
}

/** Somebody has looked at the clock: it is right. */
export function confirmClock(db: Db, now: number): void {
  writeMark(db, MARK, String(now));
}
