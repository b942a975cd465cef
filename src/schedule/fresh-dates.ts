/** Series begun again: for a new season, or for an activity written off from another. All pure. */
import { addDays } from "../shared/time.ts";
import { parseRule } from "./parse-rule.ts";
import { writeRule } from "./rule.ts";
import type { DateRange, ScheduleEntry, SeriesEntry } from "../shared/schedule-entry.ts";
import { isDated, plannedDates, plannedEnd } from "./planned-dates.ts";
import { tidySchedule } from "./tidy.ts";

/** How far ahead the first day of a series without an end is looked for. */
const DAYS_AHEAD = 366;

/**
 * The schedule with a new season: every series on its weekday and hours from the first such day, what is left of the
 * old season before it, single dates from `today` on.
 */
export function withSeason(schedule: readonly ScheduleEntry[], season: DateRange, today: string): ScheduleEntry[] {
  const before = schedule.flatMap((entry): ScheduleEntry[] => {
    if (isDated(entry)) return entry.date >= today ? [entry] : [];
    const rest = endedBefore(entry, season.from);
    return (plannedEnd(rest) ?? "") >= today && plannedDates(rest, { from: today, to: season.from }).length > 0
      ? [rest]
      : [];
  });
  return tidySchedule([...before, ...seasonOf(schedule, season)]);
}

/** The new season alone: the series, without what was excepted, called off or moved in the old one. */
export function seasonOf(schedule: readonly ScheduleEntry[], season: DateRange): ScheduleEntry[] {
  const series = schedule.flatMap((entry) => (isDated(entry) ? [] : (anew(entry, season.from, season.until) ?? [])));
  const known = new Set<string>();
  return tidySchedule(series).filter((entry) => {
    const said = JSON.stringify(entry);
    return !known.has(said) && known.add(said);
  });
}

/**
 * The schedule without any date before `today`, and without what was called off or moved. A series that is over has no
 * end then.
 */
export function fromToday(schedule: readonly ScheduleEntry[], today: string): ScheduleEntry[] {
  return tidySchedule(
    schedule.flatMap((entry): ScheduleEntry[] => {
      if (isDated(entry)) return entry.date >= today ? [{ date: entry.date, start: entry.start, end: entry.end }] : [];
      const end = plannedEnd(entry);
      const fresh = anew(
        entry,
        entry.from > today ? entry.from : today,
        end !== null && end >= today ? end : undefined,
      );
      return fresh ? [{ ...fresh, except: entry.except?.filter((date) => date >= today) }] : [];
    }),
  );
}

/** The series as it was begun, from its first day within the dates; null when it has none. */
function anew<T extends SeriesEntry>(entry: T, from: string, until: string | undefined): T | null {
  const open = { ...entry, ...endless(entry), until, except: undefined, cancelled: undefined, moved: undefined };
  const [first] = plannedDates(open, { from, to: until ?? addDays(from, DAYS_AHEAD) });
  return first ? { ...open, from: first } : null;
}

function endless(entry: SeriesEntry): { rrule?: string } {
  const rule = "rrule" in entry ? parseRule(entry.rrule) : null;
  return rule ? { rrule: writeRule(rule) } : {};
}

function endedBefore<T extends SeriesEntry>(entry: T, date: string): T {
  const last = addDays(date, -1);
  return entry.until && entry.until <= last ? entry : { ...entry, until: last };
}
