/**
 * A schedule as rows of a form: each kind of row a few plain fields, numbered, so that it works without scripts. All
 * pure.
 */
import { readClock, readDate } from "../danish/reading.ts";
import type { Weekday } from "../shared/week.ts";
import { WEEKDAYS } from "../shared/week.ts";
import type { Typed } from "../shared/forms.ts";
import { isDate } from "../shared/time.ts";
import type { DatedEntry, RuleEntry, ScheduleEntry, SeriesEntry, WeeklyEntry } from "../shared/schedule-entry.ts";
import type { RefusalKey } from "../texts/refusals.ts";
import { isDated } from "./planned-dates.ts";
import { tidySchedule } from "./tidy.ts";

/**
 * Every week, once a month, on certain dates; `kept` is a rule that the form has no fields for. Fields are named
 * `w0day`, `m1start`, `d2date`, `k3`.
 */
export type RowKind = "w" | "m" | "d";
export const ROW_KINDS: readonly RowKind[] = ["w", "m", "d"];
const ORDERS = ["1", "2", "3", "4", "-1"] as const;
const RULE_DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
const MONTHLY = /^FREQ=MONTHLY;BYDAY=([1-4]|-1)(MO|TU|WE|TH|FR|SA|SU)$/;

export interface RowFault {
  field: string;
  key: RefusalKey;
}

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

/** The form after one of its buttons: `more` adds an empty row of that kind, `remove` takes the named row away. */
export function withRows(typed: Typed): Typed {
  const removed = typed["remove"]?.[0];
  const kept = Object.fromEntries(
    Object.entries(typed).filter(([name]) => !removed || !new RegExp(`^${removed.replace(/\W/g, "")}\\D`).test(name)),
  );
  const more = ROW_KINDS.find((kind) => kind === typed["more"]?.[0]);
  return more ? { ...kept, [`${more}${(rowNumbers(kept, more).at(-1) ?? -1) + 1}start`]: [""] } : kept;
}

/** The numbers of the rows of one kind that a form holds, in order. */
export function rowNumbers(typed: Record<string, unknown>, kind: RowKind): number[] {
  const numbers = Object.keys(typed).flatMap(
    (name) => new RegExp(`^${kind}(\\d{1,3})(?:day|date|start)$`).exec(name)?.[1] ?? [],
  );
  return [...new Set(numbers.map(Number))].sort((a, b) => a - b);
}

/** Which of the stored rules, that the form has no fields for, were left ticked. */
export function keptRules(typed: Record<string, unknown>): number[] {
  return Object.keys(typed)
    .flatMap((name) => /^k(\d{1,3})$/.exec(name)?.[1] ?? [])
    .map(Number);
}

/**
 * Reads the rows. Empty ones count for nothing. A row keeps the cancelled and moved dates of the stored entry that it
 * came from; `today` is the first day of a series that names none.
 */
export function readRows(
  typed: Record<string, string>,
  stored: readonly ScheduleEntry[],
  today: string,
): { schedule: ScheduleEntry[]; faults: RowFault[] } {
  const faults: RowFault[] = [];
  const rows = ROW_KINDS.flatMap((kind) =>
    rowNumbers(typed, kind).flatMap((number) => {
      const read = readRow(kind, rowReader(typed, `${kind}${number}`, faults), stored, today);
      return read ? [read] : [];
    }),
  );
  const kept = keptRules(typed).flatMap((index) => stored[index] ?? []);
  return { schedule: tidySchedule([...rows, ...kept]), faults };
}

interface Reader {
  get(name: string): string;
  fault(name: string, key: RefusalKey): void;
  clock(name: string): string;
  date(name: string): string | undefined;
}

function readRow(kind: RowKind, row: Reader, stored: readonly ScheduleEntry[], today: string): ScheduleEntry | null {
  const before = row.get("was") === "" ? undefined : stored[Number(row.get("was"))];
  if (kind === "d") {
    if (!row.get("date") && !row.get("start") && !row.get("end")) return null;
    const date = row.date("date");
    if (date === undefined && row.get("date") === "") row.fault("date", "dateMissing");
    const called = before && isDated(before) && before.date === date && before.cancelled;
    return { date: date ?? "", start: row.clock("start"), end: row.clock("end"), ...(called && { cancelled: true }) };
  }
  if (!row.get("day") && !row.get("start") && !row.get("end")) return null;
  const day = WEEKDAYS.find((one) => one === row.get("day"));
  if (!day) row.fault("day", "dayMissing");
  const series = readSeries(row, before && !isDated(before) ? before : undefined, today);
  if (kind === "w")
    return {
      ...series,
      weekday: day ?? "man",
      weeks:
        row.get("weeks") === "odd" || row.get("weeks") === "even" ? (row.get("weeks") as "odd" | "even") : undefined,
    } satisfies WeeklyEntry;
  const order = ORDERS.find((one) => one === row.get("order")) ?? "1";
  return {
    ...series,
    rrule: `FREQ=MONTHLY;BYDAY=${order}${RULE_DAYS[WEEKDAYS.indexOf(day ?? "man")]}`,
  } satisfies RuleEntry;
}

function readSeries(row: Reader, before: SeriesEntry | undefined, today: string): Omit<WeeklyEntry, "weekday"> {
  const from = row.date("from") ?? before?.from ?? today;
  const until = row.date("until");
  if (until && until < from) row.fault("until", "untilBeforeFrom");
  const { dates, isBad } = readDates(row.get("except"), today);
  if (isBad) row.fault("except", "exceptDates");
  const { cancelled, moved } = before ?? {};
  return { from, until, start: row.clock("start"), end: row.clock("end"), except: dates, cancelled, moved };
}

/**
 * Dates as people write them, apart by commas, blanks or lines: `24/12`, `24.12.2026`, `2026-12-24`. Without a year the
 * next such date.
 */
export function readDates(text: string, today: string): { dates: string[]; isBad: boolean } {
  const words = text.split(/[\s,;]+/).filter((word) => word !== "" && word !== "og");
  const dates = words.map((word) => dateIn(word, today));
  const good = dates.filter((date) => date !== null);
  return { dates: [...new Set(good)].sort(), isBad: good.length < dates.length };
}

function dateIn(word: string, today: string): string | null {
  return isDate(word) || /^\d{1,2}[./-]\d{1,2}(?:[./-]\d{4})?\.?$/.test(word) ? readDate(word, today) : null;
}

function rowReader(typed: Record<string, string>, row: string, faults: RowFault[]): Reader {
  const get = (name: string) => typed[`${row}${name}`]?.trim() ?? "";
  const fault = (name: string, key: RefusalKey) => void faults.push({ field: `${row}${name}`, key });
  return {
    get,
    fault,
    clock(name) {
      const clock = readClock(get(name), null);
      if (!clock) fault(name, get(name) === "" ? "clockMissing" : "clock");
      return clock ?? "";
    },
    date(name) {
      const text = get(name);
      if (text === "") return undefined;
      const date = dateIn(text, "1900-01-01");
      if (!date || text.length < 8) fault(name, "date");
      return date ?? undefined;
    },
  };
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
  return WEEKDAYS[RULE_DAYS.indexOf(day as (typeof RULE_DAYS)[number])] ?? "man";
}

function danishDate(date: string): string {
  return `${Number(date.slice(8))}.${Number(date.slice(5, 7))}.${date.slice(0, 4)}`;
}
