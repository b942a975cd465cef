/** Random schedules, and a day-by-day oracle of when they take place that shares no code with the site. */
import fc from "fast-check";
import type { DateRange, MovedDate, RuleEntry, ScheduleEntry, WeeklyEntry } from "../../src/shared/schedule-entry.ts";

const DAY = 86_400_000;
const WEEKDAYS = ["soen", "man", "tir", "ons", "tor", "fre", "loer"] as const;
const RULE_DAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;
const FIRST = Date.UTC(2026, 0, 1);

const text = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const day = (max: number): fc.Arbitrary<string> => fc.integer({ min: 0, max }).map((n) => text(FIRST + n * DAY));
const clock = (from: number, to: number): fc.Arbitrary<string> =>
  fc
    .integer({ min: from * 4, max: to * 4 - 1 })
    .map((q) => `${String(Math.floor(q / 4)).padStart(2, "0")}:${String((q % 4) * 15).padStart(2, "0")}`);
const start = fc.oneof({ weight: 4, arbitrary: clock(7, 22) }, { weight: 1, arbitrary: clock(22, 24) });
const end = clock(3, 24);

const changes = {
  except: fc.option(fc.array(day(760), { maxLength: 4 }), { nil: undefined }),
  cancelled: fc.option(fc.array(day(760), { maxLength: 4 }), { nil: undefined }),
};

const weekly: fc.Arbitrary<WeeklyEntry> = fc
  .record({
    weekday: fc.constantFrom(...WEEKDAYS),
    start,
    end,
    from: day(400),
    weeks: fc.constantFrom(undefined, "odd" as const, "even" as const),
    ...changes,
  })
  .chain(withUntil);

const rrule = fc.oneof(
  fc
    .tuple(fc.constantFrom(1, 2, 3, 4, -1, -2), fc.constantFrom(...RULE_DAYS), fc.constantFrom(1, 2, 3))
    .map(([n, d, i]) => `FREQ=MONTHLY;INTERVAL=${i};BYDAY=${n}${d}`),
  fc
    .tuple(fc.subarray([...RULE_DAYS], { minLength: 1, maxLength: 3 }), fc.constantFrom(1, 2, 3))
    .map(([d, i]) => `FREQ=WEEKLY;INTERVAL=${i};BYDAY=${d.join(",")}`),
  fc.constantFrom(1, 7, 10).map((i) => `FREQ=DAILY;INTERVAL=${i}`),
  fc.constantFrom(1, 15, 28, 31).map((d) => `FREQ=MONTHLY;BYMONTHDAY=${d}`),
);
const bound = fc.oneof(
  fc.constant(""),
  fc.integer({ min: 1, max: 30 }).map((n) => `;COUNT=${n}`),
  fc.integer({ min: 100, max: 500 }).map((n) => `;UNTIL=${text(FIRST + (400 + n) * DAY).replaceAll("-", "")}`),
);
const ruled: fc.Arbitrary<RuleEntry> = fc
  .record({
    rrule: fc.tuple(rrule, bound).map(([rule, end]) => rule + end),
    start,
    end,
    from: day(400),
    ...changes,
  })
  .chain(withUntil);
const dated = fc.record({ date: day(760), start, end, cancelled: fc.constantFrom(undefined, true, false) });

/**
 * One to three entries; weekly ones most often. Exceptions, cancellations and moves hit planned dates as often as
 * others.
 */
export const schedules: fc.Arbitrary<ScheduleEntry[]> = fc
  .array(fc.oneof({ weight: 3, arbitrary: weekly }, { weight: 2, arbitrary: ruled }, { weight: 1, arbitrary: dated }), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((entries) => fc.tuple(...entries.map(withHits)).map((hit) => hit));
export const pausesOf: fc.Arbitrary<DateRange[]> = fc
  .array(fc.tuple(day(700), fc.integer({ min: 0, max: 40 })), { maxLength: 2 })
  .map((list) => list.map(([from, n]) => ({ from, until: text(utc(from) + n * DAY) })));

function withUntil<T extends WeeklyEntry | RuleEntry>(entry: T): fc.Arbitrary<T> {
  return fc
    .option(fc.integer({ min: 0, max: 500 }), { nil: undefined })
    .map((n) => (n === undefined ? entry : { ...entry, until: text(utc(entry.from) + n * DAY) }));
}

function withHits(entry: ScheduleEntry): fc.Arbitrary<ScheduleEntry> {
  if ("date" in entry) return fc.constant(entry);
  const planned = datesOf(entry).slice(0, 60);
  if (planned.length === 0) return fc.constant(entry);
  const some = (max: number): fc.Arbitrary<string[]> =>
    fc.subarray(planned, { maxLength: Math.min(max, planned.length) });
  return fc
    .tuple(some(3), some(3), some(2), fc.integer({ min: -9, max: 9 }), clock(8, 20), end)
    .map(([except, cancelled, from, days, start, end]) => ({
      ...entry,
      except: [...(entry.except ?? []), ...except],
      cancelled: [...(entry.cancelled ?? []), ...cancelled],
      moved: from.map((planned): MovedDate => ({ from: planned, date: text(utc(planned) + days * DAY), start, end })),
    }));
}

export interface Told {
  start: number;
  end: number;
  cancelled: boolean;
}

/** Beyond the last day that any test asks for: 700 and 400 days after New Year 2026 are in January 2029. */
export const COUNTED_UNTIL = Date.UTC(2029, 2, 1);

/**
 * What the schedule says, day by day from 2026 on: instants, one for each start, what is on before what is called off,
 * the longest first.
 */
export function told(schedule: readonly ScheduleEntry[], pauses: readonly DateRange[]): Told[] {
  const all = schedule
    .flatMap((entry) => toldOf(entry, pauses))
    .sort((a, b) => a.start - b.start || Number(a.cancelled) - Number(b.cancelled) || b.end - a.end);
  return all.filter((one, i) => i === 0 || one.start !== all[i - 1]?.start);
}

function toldOf(entry: ScheduleEntry, pauses: readonly DateRange[]): Told[] {
  const on = (date: string, start: string, end: string, cancelled: boolean): Told[] => {
    if (pauses.some((pause) => utc(pause.from) <= utc(date) && utc(date) <= utc(pause.until))) return [];
    return [{ start: wall(date, start), end: wall(end <= start ? text(utc(date) + DAY) : date, end), cancelled }];
  };
  if ("date" in entry) return on(entry.date, entry.start, entry.end, entry.cancelled ?? false);
  return datesOf(entry).flatMap((date) => {
    if (entry.except?.includes(date)) return [];
    const move = entry.moved?.find(({ from }) => from === date);
    const cancelled = entry.cancelled?.includes(date) ?? false;
    return move ? on(move.date, move.start, move.end, cancelled) : on(date, entry.start, entry.end, cancelled);
  });
}

function datesOf(entry: WeeklyEntry | RuleEntry): string[] {
  const dates: string[] = [];
  let count = 0;
  const parts =
    "rrule" in entry
      ? (Object.fromEntries(entry.rrule.split(";").map((part) => part.split("="))) as Record<string, string>)
      : {};
  for (let ms = utc(entry.from); ms < COUNTED_UNTIL; ms += DAY) {
    const fits = "rrule" in entry ? fitsRule(parts, utc(entry.from), ms) : fitsWeek(entry, ms);
    if (!fits) continue;
    count += 1;
    if (parts["COUNT"] && count > Number(parts["COUNT"])) break;
    if (parts["UNTIL"] && text(ms).replaceAll("-", "") > parts["UNTIL"]) break;
    if (entry.until && text(ms) > entry.until) break;
    dates.push(text(ms));
  }
  return dates;
}

function fitsWeek(entry: WeeklyEntry, ms: number): boolean {
  if (WEEKDAYS[new Date(ms).getUTCDay()] !== entry.weekday) return false;
  return !entry.weeks || (entry.weeks === "odd") === (weekNumber(ms) % 2 === 1);
}

function fitsRule(parts: Record<string, string>, anchor: number, ms: number): boolean {
  const date = new Date(ms);
  const from = new Date(anchor);
  const interval = Number(parts["INTERVAL"] ?? 1);
  const months = (date.getUTCFullYear() - from.getUTCFullYear()) * 12 + date.getUTCMonth() - from.getUTCMonth();
  if (parts["FREQ"] === "DAILY") return ((ms - anchor) / DAY) % interval === 0;
  if (parts["FREQ"] === "WEEKLY") {
    return (
      ((monday(ms) - monday(anchor)) / (7 * DAY)) % interval === 0 &&
      (parts["BYDAY"] ?? "").split(",").includes(RULE_DAYS[date.getUTCDay()] as string)
    );
  }
  if (months % interval !== 0) return false;
  if (parts["BYMONTHDAY"]) return date.getUTCDate() === Number(parts["BYMONTHDAY"]);
  const wanted = parts["BYDAY"] ?? "";
  if (RULE_DAYS[date.getUTCDay()] !== wanted.slice(-2)) return false;
  const inMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const order = Number(wanted.slice(0, -2));
  return order > 0
    ? Math.ceil(date.getUTCDate() / 7) === order
    : Math.ceil((inMonth - date.getUTCDate() + 1) / 7) === -order;
}

function monday(ms: number): number {
  return ms - ((new Date(ms).getUTCDay() + 6) % 7) * DAY;
}

/** Weeks are counted from the Monday of the week that holds 4 January. */
function weekNumber(ms: number): number {
  const year = new Date(monday(ms) + 3 * DAY).getUTCFullYear();
  return (monday(ms) - monday(Date.UTC(year, 0, 4))) / (7 * DAY) + 1;
}

/**
 * Summer time from the last Sunday of March to the last of October, changing at 01:00 UTC; no clock of these schedules
 * is in the changed hour.
 */
function wall(date: string, clock: string): number {
  const winter = Date.parse(`${date}T${clock}:00+01:00`);
  const year = Number(date.slice(0, 4));
  const lastSunday = (month: number): number => {
    const last = new Date(Date.UTC(year, month + 1, 0));
    return last.getTime() - last.getUTCDay() * DAY + 3_600_000;
  };
  return winter >= lastSunday(2) && winter - 3_600_000 < lastSunday(9) ? winter - 3_600_000 : winter;
}
