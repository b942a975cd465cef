/** A stored schedule as the rows of a form. All pure. */
import type { Weekday } from "../shared/week.ts";
import { WEEKDAYS } from "../shared/week.ts";
import type { Typed } from "../shared/forms.ts";
import type { DatedEntry, ScheduleEntry } from "../shared/schedule-entry.ts";
import { isDated } from "./planned-dates.ts";
import type { RowKind } from "./rows.ts";
import { RULE_DAYS } from "./rule.ts";

const MONTHLY = /^FREQ=MONTHLY;BYDAY=([1-4]|-1)(MO|TU|WE|TH|FR|SA|SU)$/;

/** The fields of a stored schedule, as if somebody had typed them. */
export function typedSchedule(schedule: readonly ScheduleEntry[]): Typed {
  const counts = { w: 0, m: 0, d: 0 };
  const typed: Typed = {};
  schedule.forEach((entry, index) => {
    const kind = kindOf(entry);
    if (kind === "k") {
      typed[`k${index}`] = ["ja"];
      return;
    }
    const row = `${kind}${counts[kind]++}`;
    for (const [name, value] of Object.entries({ ...fieldsOf(entry), was: String(index) }))
      typed[`${row}${name}`] = [value];
  });
  return typed;
}

function kindOf(entry: ScheduleEntry): RowKind | "k" {
  if (isDated(entry)) return "d";
  if (!("rrule" in entry)) return "w";
  return MONTHLY.test(entry.rrule) ? "m" : "k";
}

function fieldsOf(entry: ScheduleEntry): Record<string, string> {
  if (isDated(entry)) return datedFields(entry);
  const series = {
    start: entry.start,
    end: entry.end,
    from: entry.from,
    until: entry.until ?? "",
    except: (entry.except ?? []).map(danishDate).join(", "),
  };
  if (!("rrule" in entry)) return { ...series, day: entry.weekday, weeks: entry.weeks ?? "" };
  const [, order = "", day = ""] = MONTHLY.exec(entry.rrule) ?? [];
  return { ...series, order, day: weekdayOfRule(day) };
}

function datedFields({ date, start, end }: DatedEntry): Record<string, string> {
  return { date, start, end };
}

function weekdayOfRule(day: string): Weekday {
  return WEEKDAYS.find((_, at) => RULE_DAYS[at] === day) ?? "man";
}

function danishDate(date: string): string {
  return `${Number(date.slice(8))}.${Number(date.slice(5, 7))}.${date.slice(0, 4)}`;
}
