/** Changes of one date of a series and all later ones: they cut it in pieces. */
import { addDays, daysBetween, nextWeekday, weekdayOf } from "../shared/time.ts";
import { type Rule, writeRule } from "../schedule/rule.ts";
import type { SeriesEntry } from "../shared/schedule-entry.ts";
import { plannedDates } from "../schedule/planned-dates.ts";
import type { IcsEvent } from "./ics-event.ts";
import { minutesOf, danish, hours } from "./event-hours.ts";

/** How far ahead the first date after a change is looked for. */
const CUT_DAYS = 2 * 366;

/** A change of one date and all later ones: from which planned date on. */
interface LaterChange {
  from: string;
  change: IcsEvent;
}

/** A part of a series between two such changes. */
interface Piece {
  entry: SeriesEntry;
  /** How many days after the calendar's own plan it takes place. */
  days: number;
  minutes: number;
}

/** By date; of several for one date the newest. */
export function laterChanges(changes: readonly IcsEvent[]): LaterChange[] {
  const later = changes.filter(({ of, andLater }) => of && andLater);
  return [...new Map(later.map((change) => [danish(change.of!).date, change]))]
    .map(([from, change]) => ({ from, change }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * The series until the day before the first such change, and from each of them on as it says: at its hours, as many
 * days later. Null when that cannot be said by a rule.
 */
export function piecesOf(
  entry: SeriesEntry,
  rule: Rule,
  laters: readonly LaterChange[],
  minutes: number,
): Piece[] | null {
  const pieces: Piece[] = [];
  if (laters.length === 0) return [{ entry, days: 0, minutes }];
  const starts = [null, ...laters];
  for (const [i, later] of starts.entries()) {
    const next = starts[i + 1];
    const part = cut(entry, later?.from ?? entry.from, next ? addDays(next.from, -1) : undefined);
    if (!part || later?.change.cancelled) continue;
    if (!later) {
      pieces.push({ entry: { ...part, from: entry.from }, days: 0, minutes });
      continue;
    }
    const { start } = later.change;
    const lasts = minutesOf(later.change) || minutes;
    const days = daysBetween(later.from, danish(start).date);
    const shifted = shift({ ...part, ...hours(start, lasts) }, rule, days);
    if (!shifted) return null;
    pieces.push({ entry: shifted, days, minutes: lasts });
  }
  return pieces;
}

/** The part of a series between two dates, counted from a date of its own; null when there is none. */
function cut(entry: SeriesEntry, from: string, until: string | undefined): SeriesEntry | null {
  const last = [entry.until, until].filter((date) => date !== undefined).sort()[0];
  const [first] = plannedDates(entry, { from, to: last ?? addDays(from, CUT_DAYS) });
  return first === undefined ? null : { ...entry, from: first, until: last };
}

/** The same some days later; null for a rule that cannot be said so. */
function shift(entry: SeriesEntry, rule: Rule, days: number): SeriesEntry | null {
  if (days === 0) return entry;
  const later = { ...entry, from: addDays(entry.from, days), until: entry.until && addDays(entry.until, days) };
  if ("weekday" in later)
    return { ...later, weekday: weekdayOf(addDays(nextWeekday(entry.from, later.weekday), days)) };
  if (rule.freq !== "WEEKLY" || rule.days.length > 1) return null;
  return { ...later, rrule: writeRule({ ...rule, days: [] }) };
}
