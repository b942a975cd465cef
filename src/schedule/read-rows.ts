/** The rows of a form, read as a schedule. All pure. */
import { readClock, readDate } from "../danish/reading.ts";
import { WEEKDAYS } from "../shared/week.ts";
import { isDate } from "../shared/time.ts";
import type { RuleEntry, ScheduleEntry, SeriesEntry, WeeklyEntry } from "../shared/schedule-entry.ts";
import type { RefusalKey } from "../texts/refusals.ts";
import { isDated } from "./planned-dates.ts";
import { tidySchedule } from "./tidy.ts";
import { ROW_KINDS, rowNumbers, keptRules, type RowKind } from "./rows.ts";
import { RULE_DAYS } from "./rule.ts";

const ORDERS = ["1", "2", "3", "4", "-1"] as const;

/** What is wrong with one of its fields. */
export interface RowFault {
  field: string;
  key: RefusalKey;
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
      weeks: (["odd", "even"] as const).find((one) => one === row.get("weeks")),
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
