import type { ActivityFields } from "../activities/activity.ts";
import type { FieldName } from "../shared/field-groups.ts";
import type { Remark } from "../texts/exchange.ts";
import type { Occurrence } from "../schedule/schedule.ts";

/** What a source says about an activity; what it does not say is left to people. */
export type Stated = Partial<ActivityFields> & Pick<ActivityFields, "title">;

/** One activity that a calendar or a spreadsheet names, ready to be compared with what is known. */
export interface Candidate {
  /** What it is known by when it comes again (`activities.importKey`). */
  key: string;
  /** What it may have been known by before: each event of which it is made, its name. */
  otherKeys?: readonly string[];
  stated: Stated;
  /** What its words let guess: written into a new draft, never over what is there. */
  guessed: Partial<ActivityFields>;
  /** Of what is stated, the fields of which a part was guessed: an end that nobody wrote. */
  unsure?: FieldName[];
  /** The source says that it does not take place at all. */
  cancelled: boolean;
  /** The source names single dates of something known and no more: its schedule is these dates alone. */
  changesOnly?: readonly DateChange[];
  /** What a person should know. */
  notes: Remark[];
  /** The next time that the source names. It is looked for where the source is read: that may take long. */
  next: Occurrence | null;
  /** Its row in a spreadsheet. */
  row?: number;
}

/** A date of a series, and what becomes of it: called off, or moved. */
export interface DateChange {
  planned: string;
  to: { date: string; start: string; end: string };
  cancelled: boolean;
}

/** What cannot be used, and why. */
export interface Skipped {
  label: string;
  why: Remark[];
  /** What it is known by (of an event as it is read: its UID): it is there all the same. */
  key?: string;
  row?: number;
}

export type Read = Candidate | Skipped;

export function isSkipped(read: Read): read is Skipped {
  return "why" in read;
}
