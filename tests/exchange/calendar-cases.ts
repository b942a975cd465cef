import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Candidate, isSkipped, type Read } from "../../src/exchange/candidate.ts";
import { occurrencesOf } from "../../src/schedule/schedule.ts";
import { addDays, instantOf, localClock, localDate } from "../../src/shared/time.ts";
import type { RefusalKey } from "../../src/texts/refusals.ts";
import { ROOT } from "../harness/root.ts";

/** A calendar, and what must come out of it. */
export interface CalendarCase {
  what: string;
  file: Buffer;
  /** The first and last date that is looked at. */
  from: string;
  to: string;
  /** `2026-12-01 10:00-12:00`, in order; those that are offered. */
  dates: string[];
  /** Keys of what must be said (src/texts/exchange.ts): why something is left out, what to know of the rest. */
  said: string[];
  /** Why a second reader does not find the same; null when it does. */
  differs: string | null;
}

const WORD = /^(window|head|file|says|differs|=)(?: (.*))?$/;

/** The calendars of a file of `tests/exchange/calendars`. */
export function calendarCases(name: string): CalendarCase[] {
  const text = readFileSync(join(ROOT, "tests/exchange/calendars", name), "utf8");
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => caseOf(part.split("\n")));
}

/** Lines that begin with a word of ours say what is asked and comes out; all others are of the calendar. */
function caseOf([what = "", ...lines]: string[]): CalendarCase {
  const words = lines.flatMap((line) => [WORD.exec(line)].filter((found) => found !== null));
  const named = (word: string) => words.flatMap(([, name, value = ""]) => (name === word ? [value] : []));
  const body = lines.filter((line) => !WORD.test(line));
  const [from = "2026-11-24", to = "2027-01-31"] = named("window")[0]?.split(" ") ?? [];
  return {
    what,
    file: bytesOf(named("file").length > 0 ? body : wrapped(named("head"), body)),
    from,
    to,
    dates: named("=")
      .flatMap((line) => datesOf(line.split(" ")))
      .sort(),
    said: named("says"),
    differs: named("differs")[0] ?? null,
  };
}

/** `10:00-12:00 2026-12-01 2026-12-08` */
function datesOf([hours, ...dates]: string[]): string[] {
  return dates.map((date) => `${date} ${hours}`);
}

/** Events parted by empty lines, each with the name and the UID that it does not have itself. */
function wrapped(head: string[], body: string[]): string[] {
  const events = body
    .join("\n")
    .split(/\n{2,}/)
    .map((event) => event.split("\n").filter((line) => line !== ""))
    .filter((event) => event.length > 0);
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//prøve",
    ...head,
    ...events.flatMap((event) => [
      "BEGIN:VEVENT",
      ...usual(event, "UID", "UID:1"),
      ...usual(event, "SUMMARY", "SUMMARY:Strik"),
      ...event,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
}

function usual(event: string[], name: string, line: string): string[] {
  return event.some((one) => one.startsWith(name)) ? [] : [line];
}

/** `\x{C3}` stands for a byte. */
function bytesOf(lines: string[]): Buffer {
  const text = lines.filter((line) => line !== "").join("\r\n");
  const parts = `${text}\r\n`.split(/\\x\{([0-9A-F]{2})\}/);
  return Buffer.concat(parts.map((part, i) => (i % 2 === 1 ? Buffer.from(part, "hex") : Buffer.from(part))));
}

/** What a reading offers in the window of a case, and what it says, in the form of a case. */
export function readingOf(
  reads: Read[] | { refused: RefusalKey },
  { from, to }: Pick<CalendarCase, "from" | "to">,
): Pick<CalendarCase, "dates" | "said"> {
  if ("refused" in reads) return { dates: [], said: [reads.refused] };
  const window = { from: instantOf(from, "00:00"), to: instantOf(addDays(to, 1), "00:00") };
  const good = reads.filter((read): read is Candidate => !isSkipped(read));
  const offered = good
    .filter(({ cancelled }) => !cancelled)
    .flatMap(({ stated }) => occurrencesOf(stated.schedule ?? [], window))
    .filter(({ start, cancelled }) => !cancelled && start >= window.from);
  const said = reads.flatMap((read) => (isSkipped(read) ? read.why : read.notes)).map((remark) => [remark].flat()[0]!);
  return {
    dates: [
      ...new Set(offered.map(({ start, end }) => `${localDate(start)} ${localClock(start)}-${localClock(end)}`)),
    ].sort(),
    said: [...new Set(said)],
  };
}
