/**
 * Days, dates and clocks in a text that people wrote, as a schedule. What is said of a deadline or an office is none of
 * it. What leaves a doubt is left to people: never more dates than the text names. All pure.
 */
import { readClock, readDate, readMonth, readWeekday } from "../danish/reading.ts";
import { plannedDates } from "../schedule/planned-dates.ts";
import { RULE_DAYS } from "../schedule/rule.ts";
import { tidySchedule } from "../schedule/tidy.ts";
import type { ScheduleEntry, SeriesEntry } from "../shared/schedule-entry.ts";
import { addDays, weekdayOf } from "../shared/time.ts";
import { WEEKDAYS, type Weekday } from "../shared/week.ts";
import { inFull, sentencesOf, withoutAsides } from "./text-in-full.ts";
import { betweenMonths, betweenWeeks, datesOfWeek, dayOfMonth } from "./weeks-and-months.ts";
import { type Piece, type PieceKind, piecesIn } from "./when-pieces.ts";

const MOST_ENTRIES = 40;
const MOST_FREE_DATES = 200;
/** A date without a year was at most so many days ago; the first of a season may be long ago. */
const DAYS_BACK = 60;
const SEASON_DAYS_BACK = 300;
const ORDERS: Record<string, number> = { første: 1, anden: 2, andet: 2, tredje: 3, fjerde: 4, sidste: -1 };
const INTERVALS: Record<string, number> = { anden: 2, "2.": 2, tredje: 3, "3.": 3, fjerde: 4, "4.": 4 };
/** Between a day and the date that it is the day of: *tirsdag den 8. december*. */
const OF_DATE = /^(?:,|:| er)* ?(?:den |d\. ?)?$/i;
/** Between dates of one list. */
const IN_LIST = /^(?:,| og| samt| &)* ?(?:den |d\. ?)?$/i;
/** Between a day and a clock that no *kl.* tells. */
const NEAR = /^[ ,:(]*(?:aften|formiddag|eftermiddag|morgen)?[ ,:(]*(?:fra |mellem )?$/i;
const BEFORE_DAY = /^,? (?:hver |om |på )?(?:man|tirs|ons|tors|fre|lør|søn)dag/i;
const AND_AGAIN = /^ ?(?:og|samt|,|&|\+) ?$/i;

/** What is known beside the text: the first day of a series that names none, and the season where a column has it. */
export interface KnownDates {
  from: string;
  season?: { from?: string | undefined; until?: string | undefined };
}

/** The schedule that a text names; none where it names none or leaves a doubt. `today` is a local date. */
export function scheduleIn(text: string, today: string, known: KnownDates = { from: today }): ScheduleEntry[] {
  const reading = startReading(today, known);
  for (const sentence of sentencesOf(withoutAsides(inFull(text)))) {
    reading.clock = null;
    reading.before = null;
    const pieces = [...piecesIn(sentence)];
    if (isWhole(pieces)) reading.waiting = nothingSaid();
    for (const piece of pieces) {
      READERS[piece.kind](reading, piece);
      reading.before = piece.kind === "date" && reading.role === "except" ? "except" : piece.kind;
      if (!GIVES_ROLE.includes(piece.kind)) reading.role = null;
      flush(reading);
      if (reading.planned.length >= MOST_ENTRIES) break;
    }
  }
  return reading.isDoubted ? [] : tidySchedule(reading.planned.flatMap((planned) => entryOf(planned, reading)));
}

interface Clock {
  start: string;
  end: string;
}
interface Said {
  days: { weekday: Weekday; order?: number }[];
  dates: string[];
  weeks: "odd" | "even" | undefined;
  /** Every how many weeks. */
  every: number;
}
type Planned = Clock &
  ({ date: string } | { weekday: Weekday; order: number | undefined; weeks: Said["weeks"]; every: number });
type Role = "from" | "until" | "except";

/** What has been read so far. Days and dates wait for the clock that follows; a clock takes those that come next. */
interface Reading {
  today: string;
  known: KnownDates;
  season: { from?: string | undefined; until?: string | undefined };
  free: Set<string>;
  freeWeeks: number[];
  planned: Planned[];
  /** Where what was said last begins in `planned`. */
  last: number;
  waiting: Said;
  clock: Clock | null;
  /** What the next date is for. */
  role: Role | null;
  before: PieceKind | null;
  isDoubted: boolean;
}

const GIVES_ROLE: readonly PieceKind[] = ["from", "until", "except"];

function startReading(today: string, known: KnownDates): Reading {
  return {
    today,
    known,
    season: { ...known.season },
    free: new Set(),
    freeWeeks: [],
    planned: [],
    last: 0,
    waiting: nothingSaid(),
    clock: null,
    role: null,
    before: null,
    isDoubted: false,
  };
}

const nothingSaid = (): Said => ({ days: [], dates: [], weeks: undefined, every: 1 });

/** A sentence with its own day and clock owes nothing to the one before. */
function isWhole(pieces: readonly Piece[]): boolean {
  const has = (...kinds: PieceKind[]) => pieces.some(({ kind }) => kinds.includes(kind));
  return has("clock") && has("day", "daySpan", "all", "orders", "date");
}

const READERS: Record<PieceKind, (reading: Reading, piece: Piece) => void> = {
  every(reading, { parts }) {
    reading.waiting.every = INTERVALS[parts["nth"]?.toLowerCase() ?? ""] ?? 2;
  },
  orders: readOrders,
  from: (reading) => void (reading.role = "from"),
  until: (reading) => void (reading.role = "until"),
  except: (reading) => void (reading.role = "except"),
  notWeeks(reading, { parts }) {
    reading.freeWeeks.push(...weeksIn(parts["weeks"] ?? parts["freeWeeks"] ?? ""));
  },
  notDay(reading, { parts }) {
    const away = readWeekday(parts["away"]);
    const isOther = (one: object) => !("weekday" in one) || one.weekday !== away;
    reading.waiting.days = reading.waiting.days.filter(isOther);
    reading.planned = reading.planned.filter(isOther);
  },
  weekFrom(reading, { parts }) {
    reading.season.from = datesOfWeek(Number(parts["weekFrom"]), addDays(reading.today, -SEASON_DAYS_BACK))[0];
  },
  weekUntil(reading, { parts }) {
    reading.season.until = datesOfWeek(Number(parts["weekUntil"]), reading.today).at(-1);
  },
  weekSpan(reading, { parts }) {
    const season = betweenWeeks(Number(parts["weekA"]), Number(parts["weekB"]), reading.today);
    if (season) reading.season = season;
    else reading.isDoubted = true;
  },
  week: doubt,
  parity(reading, { parts }) {
    const weeks = /^u/i.test(parts["parity"] ?? "") ? "odd" : "even";
    if (reading.waiting.days.length > 0) reading.waiting.weeks = weeks;
    else for (const planned of reading.planned.slice(reading.last)) if ("weekday" in planned) planned.weeks = weeks;
  },
  months(reading, { parts }) {
    const [first, last] = [parts["monthA"], parts["monthB"]].map((name) => readMonth(name?.toLowerCase()));
    reading.season = betweenMonths(first!, last!, reading.today);
  },
  dates: readDateSpan,
  daysOf: doubt,
  date: readOneDate,
  daySpan(reading, { parts }) {
    const [first, last] = [parts["dayA"], parts["dayB"]].map((name) => WEEKDAYS.indexOf(readWeekday(name)));
    reading.waiting.days.push(...WEEKDAYS.slice(first, last! + 1).map((weekday) => ({ weekday })));
  },
  all(reading, { parts }) {
    const days = /hverdage/i.test(parts["all"] ?? "") ? WEEKDAYS.slice(0, 5) : WEEKDAYS;
    reading.waiting.days.push(...days.map((weekday) => ({ weekday })));
  },
  day(reading, { parts }) {
    reading.waiting.days.push({ weekday: readWeekday(parts["day"]) });
  },
  clock: readHours,
};

function doubt(reading: Reading): void {
  reading.isDoubted = true;
}

/** `1. og 3. onsdag`: of each month, or of the one that is named. */
function readOrders(reading: Reading, { parts }: Piece): void {
  const said = (parts["orders"] ?? "").toLowerCase();
  const orders = [...said.matchAll(/\p{L}{5,}|\d/gu)].map(([word]) => ORDERS[word] ?? Number(word));
  const weekday = readWeekday(parts["ofDay"]);
  // *En anden onsdag* is another one.
  const isOther = said === "anden" && !parts["monthly"] && !parts["inMonth"];
  if (isOther) doubt(reading);
  else if (parts["inMonth"]) {
    const month = readMonth(parts["inMonth"].toLowerCase());
    const earliest = addDays(reading.today, -DAYS_BACK);
    const dates = orders.map((order) => dayOfMonth(order, weekday, month, Number(parts["inYear"] ?? 0), earliest));
    if (reading.role === "from") reading.season.from = dates[0];
    else reading.waiting.dates.push(...dates);
  } else reading.waiting.days.push(...orders.map((order) => ({ weekday, order })));
}

/** From one date to another: a season of the series, or days on which it holds free. */
function readDateSpan(reading: Reading, { parts }: Piece): void {
  const until = readDate((parts["dateB"] ?? "").toLowerCase(), reading.today);
  const from = until && readDate((parts["dateA"] ?? "").toLowerCase(), addDays(until, -364));
  if (!from || from > until) doubt(reading);
  else if (reading.role === "except") {
    for (let date = from; date <= until && reading.free.size < MOST_FREE_DATES; date = addDays(date, 1))
      reading.free.add(date);
  } else reading.season = { from, until };
}

function readOneDate(reading: Reading, { parts, gap }: Piece): void {
  const isListed = reading.before === "except" && reading.role === null && IN_LIST.test(gap);
  const role = isListed ? "except" : reading.role;
  const back = role === "from" ? SEASON_DAYS_BACK : DAYS_BACK;
  const date = readDate((parts["date"] ?? "").toLowerCase(), addDays(reading.today, -back));
  reading.role = role;
  if (!date) doubt(reading);
  else if (role === "except") reading.free.add(date);
  else if (role) reading.season[role] = date;
  else {
    // `tirsdag den 3. december` is that date, not every Tuesday; when it is no Tuesday, one of them is wrong.
    const named = reading.before === "day" && OF_DATE.test(gap) ? reading.waiting.days.pop() : undefined;
    if (named && named.weekday !== weekdayOf(date) && !/e(?:ne)?$/.test(gap)) doubt(reading);
    reading.waiting.dates.push(date);
  }
}

/** Numbers alone are hours only beside a day; `kl. 10-12 og 13-15` are two times of the same days. */
function readHours(reading: Reading, { parts, gap, after }: Piece): void {
  const { waiting, before, planned, last } = reading;
  const isAgain = before === "clock" && planned.length > last && AND_AGAIN.test(gap);
  const isBare = parts["e"] !== undefined;
  const isNear = (before !== null && before !== "clock" && NEAR.test(gap)) || BEFORE_DAY.test(after);
  const clock = isBare && !isNear && !isAgain ? null : clockOf(parts);
  if (!clock) return;
  if (isAgain && waiting.days.length + waiting.dates.length === 0)
    reading.planned.push(...planned.slice(last).map((one) => ({ ...one, ...clock })));
  else reading.clock = clock;
}

function flush(reading: Reading): void {
  const { waiting, clock } = reading;
  if (!clock || waiting.days.length + waiting.dates.length === 0) return;
  const { weeks, every } = waiting;
  reading.last = reading.planned.length;
  reading.planned.push(
    ...waiting.dates.map((date) => ({ date, ...clock })),
    ...waiting.days.map(({ weekday, order }) => ({ weekday, order, weeks, every, ...clock })),
  );
  reading.waiting = nothingSaid();
  reading.clock = null;
}

/** Without an end two hours are meant: the form shows them, and they are easily changed. */
function clockOf(parts: Piece["parts"]): Clock | null {
  const start = readClock(parts["a"] ?? parts["c"] ?? parts["e"] ?? parts["g"] ?? parts["only"] ?? "", "00:00");
  if (!start) return null;
  const end = readClock(parts["b"] ?? parts["d"] ?? parts["f"] ?? parts["h"] ?? "", "00:00");
  if (parts["only"]) return { start, end: endGuessed(start) };
  return end && end !== start ? { start, end } : null;
}

/** Two hours on. */
export function endGuessed(start: string): string {
  return `${String((Number(start.slice(0, 2)) + 2) % 24).padStart(2, "0")}${start.slice(2)}`;
}

function weeksIn(list: string): number[] {
  const weeks: number[] = [];
  for (const [, sign = "", number = ""] of list.matchAll(/(-|–|—|til)?(?: og med)?[^\d]*(\d{1,2})/g)) {
    const before = weeks.at(-1);
    if (sign && before !== undefined) for (let week = before + 1; week < Number(number); week++) weeks.push(week);
    weeks.push(Number(number));
  }
  return weeks;
}

/** None for every other week of which nobody says which. */
function entryOf(planned: Planned, { season, known, free, freeWeeks, today }: Reading): ScheduleEntry[] {
  const { start, end } = planned;
  if ("date" in planned) return [{ date: planned.date, start, end }];
  const { weekday, order, weeks, every } = planned;
  const from = season.from ?? known.from;
  if (every > 1 && !season.from) return [];
  const until = season.until && season.until >= from ? season.until : undefined;
  const day = RULE_DAYS[WEEKDAYS.indexOf(weekday)];
  const rrule = order ? `FREQ=MONTHLY;BYDAY=${order}${day}` : `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${day}`;
  const series: SeriesEntry = { start, end, from, until, ...(order || every > 1 ? { rrule } : { weekday, weeks }) };
  const away = [...free, ...freeWeeks.flatMap((week) => datesOfWeek(week, season.from ?? today))];
  return [{ ...series, except: away.filter((date) => date >= from && isThat(series, date)) }];
}

function isThat(series: SeriesEntry, date: string): boolean {
  return plannedDates(series, { from: date, to: date }).length > 0;
}
