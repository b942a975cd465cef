/** When an activity takes place, as people state it and as it is stored. */
import type { Weekday } from "./week.ts";

/** One planned date that takes place at another date or hour. */
export interface MovedDate {
  /** The planned date. */
  from: string;
  date: string;
  start: string;
  end: string;
}

/**
 * What the kinds of series share: hours (an end at or before the start is the next day) and the dates that differ.
 * Dates are planned local dates.
 */
interface Series {
  from: string;
  /** The last date on which it may take place. */
  until?: string | undefined;
  start: string;
  end: string;
  /** Never planned, not shown. */
  except?: string[] | undefined;
  /** Called off: shown as *Aflyst*. */
  cancelled?: string[] | undefined;
  moved?: MovedDate[] | undefined;
}

export interface WeeklyEntry extends Series {
  weekday: Weekday;
  /** Only in weeks with an odd or even ISO number; weeks 53 and 1 are both odd. */
  weeks?: "odd" | "even" | undefined;
}

/** A rule (RFC 5545 RRULE) of whole dates, anchored at `from`. */
export interface RuleEntry extends Series {
  rrule: string;
}

export interface DatedEntry {
  date: string;
  start: string;
  end: string;
  cancelled?: boolean | undefined;
}

export type SeriesEntry = WeeklyEntry | RuleEntry;
export type ScheduleEntry = SeriesEntry | DatedEntry;

/** Dates from and until, both included. */
export interface DateRange {
  from: string;
  until: string;
}

export type ScheduleFault =
  | "empty"
  | "tooMany"
  | "badEntry"
  | "badDate"
  | "badClock"
  | "untilBeforeFrom"
  | "unknownWeekday"
  | "badWeeks"
  | "badRule";

/** What is wrong with which field of which entry; `index` is -1 and `field` is `schedule` when it is the whole list. */
export interface ScheduleProblem {
  index: number;
  field: string;
  why: ScheduleFault;
}
