/** When the activity of a row is, from its columns of days, clocks and season. */
import { readClock, readDate } from "../danish/reading.ts";
import { checkSchedule } from "../schedule/check.ts";
import { readDates } from "../schedule/read-rows.ts";
import type { ScheduleEntry } from "../shared/schedule-entry.ts";
import { type Remark, sheetColumns } from "../texts/exchange.ts";
import { endGuessed, scheduleIn } from "./schedule-in-text.ts";
import type { Row } from "./sheet-columns.ts";
import { shown } from "./shown.ts";
import { dayInFull } from "./text-in-full.ts";
import { saysClock, unreadIn } from "./when-pieces.ts";

type Times = Pick<Row, "day" | "start" | "end" | "from" | "until">;

/**
 * What its columns say: a weekday is a series, a date a day of its own. Without a day and a clock the time is left to
 * people; so is all of it when a part is not understood. `isGuessed`: the end is not said.
 */
export function scheduleOfRow(
  cells: Row,
  today: string,
  notes: Remark[],
): { schedule: ScheduleEntry[]; isGuessed: boolean } {
  const nothing = { schedule: [], isGuessed: false };
  const times = inPlace(cells, today);
  const before = notes.length;
  const season = seasonOf(times, today, notes);
  if (!times.day && !times.start && !times.end) return nothing;
  if (!times.day) notes.push("dayMissing");
  const hours = hoursOf(times, notes);
  const day = dayInFull(times.day);
  if (unreadIn(day)) notes.push(["weekday", shown(times.day)]);
  if (notes.length > before) return nothing;
  const known = { from: `${today.slice(0, 4)}-01-01`, season };
  const schedule = scheduleIn(`${day} ${hours.said}`, today, known);
  if (schedule.length === 0 || checkSchedule(schedule).length > 0) {
    notes.push(/hver/i.test(day) ? "whichWeek" : ["weekday", shown(times.day)]);
    return nothing;
  }
  if (season.until && schedule.some((entry) => "date" in entry && entry.date !== season.until)) {
    notes.push("severalDays");
    return nothing;
  }
  if (hours.isGuessed) notes.push("endGuessed");
  return { schedule, isGuessed: hours.isGuessed };
}

/** A date below *Start* and a clock below *Fra* stand where people meant them. */
function inPlace({ day, start, end, from, until }: Times, today: string): Times {
  const [startDay, startClock] = apart(start);
  const [ownDay, ownClock] = apart(day);
  const times: Times = { day: ownClock ? ownDay : day, start: startDay ? startClock : start, end, from, until };
  if (ownClock && !times.start) times.start = ownClock;
  if (startDay && dateOf(startDay, today)) {
    if (times.day) times.from ||= startDay;
    else times.day = startDay;
  } else times.start = start || times.start;
  if (clockOf(from) && !times.start) [times.start, times.from] = [from, ""];
  if (clockOf(until) && !times.end) [times.end, times.until] = [until, ""];
  const [endDay, endClock] = apart(end);
  if (endDay && dateOf(endDay, today)) [times.end, times.until] = [endClock, times.until || endDay];
  return times;
}

/** A date that a program wrote with its clock: `2026-12-12 18:00`. No date: nothing. */
function apart(text: string): [day: string, clock: string] {
  const [, day = "", clock = ""] =
    /^(\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})(?:[ T]+(\d{1,2}[:.]\d\d)(?::00)?)?$/.exec(text) ?? [];
  return [day, clock];
}

function seasonOf({ from, until }: Times, today: string, notes: Remark[]): { from?: string; until?: string } {
  const first = from ? dateOf(from, `${Number(today.slice(0, 4)) - 1}-07-01`) : null;
  const last = until ? dateOf(until, first ?? today) : null;
  if (from && !first) notes.push(["date", sheetColumns.from, shown(from)]);
  if (until && !last) notes.push(["date", sheetColumns.until, shown(until)]);
  if (first && last && last < first) notes.push("until");
  return { ...(first && { from: first }), ...(last && { until: last }) };
}

/** Its hours as a text would say them, `""` where the day says them itself; what is missing is told. */
function hoursOf({ day, start, end }: Times, notes: Remark[]): { said: string; isGuessed: boolean } {
  if (!start && !end && saysClock(dayInFull(day))) return { said: "", isGuessed: false };
  const [first = "", last = ""] = end ? [start, end] : start.split(/\s*(?:-|–|—|til)\s*/);
  const begins = told("start", first, notes);
  const isGuessed = begins !== null && last === "";
  const ends = isGuessed ? endGuessed(begins) : last || first ? told("end", last, notes) : null;
  return { said: `kl. ${begins}-${ends}`, isGuessed };
}

function told(column: "start" | "end", text: string, notes: Remark[]): string | null {
  const clock = clockOf(text);
  if (!clock) notes.push(text ? ["clock", sheetColumns[column], shown(text)] : ["clockMissing", sheetColumns[column]]);
  return clock;
}

/** As `readClock`; a spreadsheet writes seconds too, people `1930`, `kl 19` and `ca. 19`, and midnight as the 24th hour. */
function clockOf(text: string): string | null {
  const plain = text
    .toLowerCase()
    .replace(/^(?:fra |til |ca\.? |kl\.? ?|klokken )+/, "")
    .replace(/(?<=\d[:.]\d\d)[:.]00$/, "")
    .replace(/^(\d\d)(\d\d)$/, "$1:$2")
    .replace(/^24(?!\d)/, "00");
  return readClock(plain, null);
}

function dateOf(text: string, earliest: string): string | null {
  const plain = text.toLowerCase().replace(/^(?:fra|til|den|d\.) /, "");
  const [date = null, ...others] = readDates(plain, earliest).dates;
  if (date) return others.length === 0 ? date : null;
  const isOne = /^\d{1,2}(?:[./-]\d{1,2}[./-]\d\d|\.? ?\p{L}{3,9}\.?(?: \d{4})?)$/u.test(plain);
  return isOne ? readDate(plain, earliest) : null;
}
