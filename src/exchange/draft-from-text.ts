/** A text as people paste it, read as far as it can be: a draft for a person to look at. All pure. */
import { MONTH_STARTS, readClock, readDate, readWeekday } from "../danish/reading.ts";
import type { Weekday } from "../shared/week.ts";
import { WEEKDAYS } from "../shared/week.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { addDays, localDate } from "../shared/time.ts";
import { type ActivityFields, emptyFields } from "../activities/activity.ts";
import type { ScheduleEntry } from "../shared/schedule-entry.ts";
import { tidySchedule } from "../schedule/tidy.ts";
import { contactIn, factsIn, placeIn, priceIn, themesIn } from "./words-in-text.ts";

export const MOST_SIGNS = 20_000;
const TITLE_SIGNS = 120;
const SHORT_LINE = 90;
const MOST_ENTRIES = 40;
const RULE_DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
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
const WHEN_SAID = new RegExp(`,? (?:(?:hver|om|på) )?(?:${DAY}|kl\\.? ?\\d).*$`, "iu");

/** What a pasted text says about an activity. What it does not say is empty, as in a new form. */
export function draftFromText(text: string, vocabulary: Vocabulary, now: number): ActivityFields {
  const tidy = text
    .slice(0, MOST_SIGNS)
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t\u00A0]+/g, " ")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const { title, rest } = titleOf(tidy);
  const { facts, level } = factsIn(tidy, vocabulary, now);
  return {
    ...emptyFields(),
    title,
    description: rest,
    themes: themesIn(`${title} ${title} ${rest}`, vocabulary),
    placeName: placeNameIn(tidy),
    ...placeIn(tidy, vocabulary.postcodes),
    schedule: scheduleIn(tidy, localDate(now)),
    ...priceIn(tidy),
    level,
    facts,
    bus:
      /(?:bus|buslinje|linje) ((?:\d{1,3}[A-Z]?(?:, | og | eller )?){1,6})/i
        .exec(tidy)?.[1]
        ?.replace(/(?:, | og | eller )$/, "") ?? null,
    parking: /(?:gratis |god )?parkering|p-plads/i.test(tidy),
    ageMin: ageIn(tidy),
    ...contactIn(tidy),
    url: /https?:\/\/[^\s<>"')]{4,400}/.exec(tidy)?.[0]?.replace(/[.,;!?]+$/, "") ?? null,
  };
}

/** The first line, or its first sentence when it is long. What is not the title is the description. */
function titleOf(text: string): { title: string; rest: string } {
  const [first = "", ...lines] = text.split("\n");
  const line = first.replace(/^[#*\s-]+|[*\s]+$/g, "");
  const rest = lines.join("\n").trim();
  if (rest !== "" && line.length <= SHORT_LINE) return { title: line.replace(/[.:]+$/, "").trim(), rest };
  const sentence = /^.{4,120}?(?=(?<!\d)[.!?:](?: |$))/.exec(line)?.[0] ?? line.slice(0, 80).replace(/ [^ ]*$/, "");
  const named = sentence.replace(WHEN_SAID, "");
  return { title: (named.length >= 3 ? named : sentence).slice(0, TITLE_SIGNS).trim(), rest: text };
}

/** `Sted: Viby Bibliotek`, else `på Viby Bibliotek` before a road or a stop. */
function placeNameIn(text: string): string | null {
  const [, stated = ""] = /^(?:sted|hvor|adresse)\s*: *([^\n,]{3,80})/im.exec(text) ?? [];
  if (stated && !/\d/.test(stated)) return stated.trim();
  const [, name = ""] =
    /\b(?:[Ii]|[Pp]å|[Vv]ed) (\p{Lu}[\p{L}-]+(?: (?:\p{Lu}[\p{L}-]+|i|på|ved))* ?(?:[Bb]ibliotek|[Kk]ulturhus|[Bb]eboerhus|[Hh]us|[Ll]okalcenter|[Kk]irke|[Ss]ognegård|[Hh]al|[Ss]kole|[Kk]lub|[Cc]enter)(?:et)?)/u.exec(
      text,
    ) ?? [];
  return name.trim() || null;
}

function ageIn(text: string): number | null {
  const found = /(?:fra|over|fyldt|mindst) (\d{2}) år|\b(\d{2})\+/i.exec(text);
  const age = Number(found?.[1] ?? found?.[2] ?? 0);
  return age >= 12 && age <= 99 ? age : null;
}

interface Reading {
  days: { weekday: Weekday; order?: number }[];
  dates: string[];
  weeks: "odd" | "even" | undefined;
}

/** Days and dates wait for the clock that follows them; a clock without any takes those that come next. */
function scheduleIn(text: string, today: string): ScheduleEntry[] {
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
