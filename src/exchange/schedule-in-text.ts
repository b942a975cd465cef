/** Days, dates and clocks in a pasted text, as a schedule. All pure. */
import { MONTH_STARTS, readClock, readDate, readWeekday } from "../danish/reading.ts";
import type { Weekday } from "../shared/week.ts";
import { WEEKDAYS } from "../shared/week.ts";
import { addDays } from "../shared/time.ts";
import type { ScheduleEntry } from "../shared/schedule-entry.ts";
import { tidySchedule } from "../schedule/tidy.ts";
import { RULE_DAYS } from "../schedule/rule.ts";

const MOST_ENTRIES = 40;
const ORDERS: Record<string, number> = {
  første: 1,
  "1.": 1,
  anden: 2,
  "2.": 2,
  tredje: 3,
  "3.": 3,
  fjerde: 4,
  "4.": 4,
  sidste: -1,
};

const DAY = "(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)";
const DATE = `(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}\\. ?(?:${MONTH_STARTS.join("|")})[a-zæøå]*\\.?(?: \\d{4})?|(?:0?[1-9]|[12]\\d|3[01])[./](?:0?[1-9]|1[0-2])(?:[./-]\\d{4})?(?![.:\\d]| ?[-–] ?\\d))`;
const CLOCK = "\\d{1,2}(?:[.:]\\d\\d)?";
const PIECES = new RegExp(
  [
    `(?<order>første|anden|tredje|fjerde|sidste|[1-4]\\.) (?<orderDay>${DAY}) (?:i|hver) (?:hver )?måned(?:en)?`,
    `(?<until>(?:til(?: og med)?|slutter|sidste gang(?: er)?)(?: den| d\\.)? (?=${DATE}))`,
    `(?<from>(?:fra|starter|start|første gang(?: er)?|begynder)(?: den| d\\.|:)? (?=${DATE}))`,
    `(?<except>(?:undtagen|dog ikke|ikke)(?: den| d\\.)? (?=${DATE}))`,
    `(?<week>(?:u)?lige uger)`,
    `(?:kl\\.?|klokken) ?(?<a>${CLOCK}) ?(?:-|–|til|og) ?(?:kl\\.? ?)?(?<b>${CLOCK})`,
    `(?<c>\\d{1,2}[.:]\\d\\d) ?(?:-|–|til) ?(?<d>${CLOCK})(?![\\d/])`,
    `(?<date>${DATE})`,
    `(?<day>${DAY})(?:e|en|ene)?(?![a-zæøå])(?<near>(?: aften| formiddag| eftermiddag)?,?(?: fra)? (?=\\d{1,2} ?(?:-|–|til) ?\\d))?`,
    `(?<e>\\d{1,2}) ?(?:-|–|til) ?(?<f>\\d{1,2})(?![\\d.]| ?(?:kr|år|person|deltager))`,
    `(?:kl\\.?|klokken) ?(?<only>${CLOCK})`,
  ].join("|"),
  "giu",
);

/** From where on a title tells when it is. */
export const WHEN_SAID = new RegExp(`,? (?:(?:hver|om|på) )?(?:${DAY}|kl\\.? ?\\d).*$`, "iu");

interface Reading {
  days: { weekday: Weekday; order?: number }[];
  dates: string[];
  weeks: "odd" | "even" | undefined;
}

/** Days and dates wait for the clock that follows them; a clock without any takes those that come next. */
export function scheduleIn(text: string, today: string): ScheduleEntry[] {
  const entries: ScheduleEntry[] = [];
  const span: { from?: string; until?: string; except: string[] } = { except: [] };
  let waiting: Reading = { days: [], dates: [], weeks: undefined };
  let clock: { start: string; end: string } | null = null;
  // Where the entries of what was said last begin.
  let said = 0;
  let role: "from" | "until" | "except" | null = null;
  const flush = () => {
    if (clock && waiting.days.length + waiting.dates.length > 0) {
      said = entries.length;
      entries.push(...entriesOf(waiting, clock, today));
      waiting = { days: [], dates: [], weeks: undefined };
      clock = null;
    }
  };
  for (const { groups = {} } of text.matchAll(PIECES)) {
    if (groups["until"] || groups["from"] || groups["except"]) {
      role = groups["until"] ? "until" : groups["from"] ? "from" : "except";
      continue;
    }
    const date = groups["date"]
      ? readDate(groups["date"].toLowerCase(), addDays(today, role === "from" ? -300 : -60))
      : null;
    if (date && role) {
      if (role === "except") span.except.push(date);
      else span[role] = date;
    } else if (date) {
      // `tirsdag den 3. december` is that date, not every Tuesday.
      waiting.days.pop();
      waiting.dates.push(date);
    } else if (groups["order"])
      waiting.days.push({
        weekday: readWeekday(groups["orderDay"]),
        order: ORDERS[groups["order"].toLowerCase()] ?? 1,
      });
    else if (groups["day"]) {
      if (clock) flush();
      waiting.days.push({ weekday: readWeekday(groups["day"]) });
    } else if (groups["week"]) {
      const weeks = /^u/i.test(groups["week"]) ? "odd" : "even";
      if (waiting.days.length > 0) waiting.weeks = weeks;
      else for (const entry of entries.slice(said)) if ("weekday" in entry) entry.weeks = weeks;
    } else if (!date) clock = clockOf(groups) ?? clock;
    role = null;
    flush();
    if (entries.length >= MOST_ENTRIES) break;
  }
  return tidySchedule(entries.map((entry) => ("date" in entry ? entry : within(entry, span))));
}

function within<T extends { from: string }>(
  entry: T,
  { from, until, except }: { from?: string; until?: string; except: string[] },
): T {
  const first = from ?? entry.from;
  return { ...entry, from: first, ...(until && until >= first && { until }), ...(except.length > 0 && { except }) };
}

function entriesOf(
  { days, dates, weeks }: Reading,
  clock: { start: string; end: string },
  today: string,
): ScheduleEntry[] {
  return [
    ...dates.map((date) => ({ date, ...clock })),
    ...days.map(({ weekday, order }): ScheduleEntry =>
      order === undefined
        ? { weekday, ...clock, from: today, weeks }
        : { rrule: `FREQ=MONTHLY;BYDAY=${order}${RULE_DAYS[WEEKDAYS.indexOf(weekday)]}`, ...clock, from: today },
    ),
  ];
}

/** Without an end two hours are meant: the form shows them, and they are easily changed. */
function clockOf(groups: Record<string, string | undefined>): { start: string; end: string } | null {
  const start = readClock(groups["a"] ?? groups["c"] ?? groups["e"] ?? groups["only"] ?? "", "00:00");
  if (!start) return null;
  const end = readClock(groups["b"] ?? groups["d"] ?? groups["f"] ?? "", "00:00");
  if (groups["only"])
    return { start, end: `${String((Number(start.slice(0, 2)) + 2) % 24).padStart(2, "0")}${start.slice(2)}` };
  return end && end !== start ? { start, end } : null;
}
