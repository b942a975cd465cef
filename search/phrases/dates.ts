import { readDate, readMonth, readWeekday } from "../../src/danish/reading.ts";
import { addDays, daysBetween, isDate, isoWeek, nextWeekday, weekdayOf } from "../../src/shared/time.ts";
import { timeOf } from "./days.ts";
import { FEAST_PHRASES } from "./feasts.ts";
import { fixed, onDate, phrase } from "./phrase.ts";
import type { Phrase, Reading } from "./phrase.ts";

const LEAD = "(?:(?:paa )?{days},? (?:den |d\\. ?|d )?|den |d\\. ?|d )";
const YEAR = "(?:,? ?\\d{4})?";
const DATE = `(?:${LEAD}?(?:\\d{1,2}(?:\\.|te|ende)? ?{month}\\.?${YEAR}|\\d{1,2}/\\d{1,2}(?:[/ -]\\d{4}|[/-]\\d\\d)?|\\d{1,2}[.-]\\d{1,2}[.-]\\d{4}|\\d{4}-\\d\\d-\\d\\d)|${LEAD}\\d{1,2}\\.\\d{1,2}(?![.:]?\\d))`;

/** Dates, weeks and months, seen from today. */
export const DATE_PHRASES: Phrase[] = [
  fixed("\\d/\\d (?:pris|time|liter|kg|del|dag)", { plain: true }),
  phrase(
    "(?:fra |mellem )?(?:den |d\\. ?|d )?(\\d{1,2})\\.?(?: ?(?:-|–|til|og|eller) ?)(?:den |d\\. ?|d )?(\\d{1,2}(?:\\.|te|ende)? ?{month}\\.?" +
      YEAR +
      ")",
    ([first, last], today) => daysOfMonth(first, last, today),
  ),
  phrase(`(?:fra |mellem )?(${DATE})(?: ?(?:-|–| til(?: og med)?| og| eller) ?)(${DATE})`, ([first, last], today) =>
    between(dateIn(first, today), dateIn(last, today)),
  ),
  phrase(`(fra(?: og med)?|efter|fo(?:e)?r|inden|senest|til(?: og med)?|indtil) (${DATE})`, ([side, date], today) =>
    oneSided(side, dateIn(date, today)),
  ),
  phrase(`(?:paa )?(${DATE})`, ([text], today) => {
    const date = dateIn(text, today);
    return date === null ? null : onDate(date);
  }),
  phrase("(?:paa )?({days}),? (?:den |d\\. ?|d )(\\d{1,2})\\.?", ([name, day], today) => dayOfMonth(name, day, today)),
  ...FEAST_PHRASES,
  phrase("(?:her |nu )?til ?aften", (_, today) => ({ ...onDate(today), tid: ["aften"] })),
  phrase("i ?aften", (_, today) => ({ ...onDate(today), tid: ["aften"] })),
  phrase("(?:her )?i ?(formidd?ag|eftermidd?ag)", ([part], today) => ({ ...onDate(today), tid: [timeOf(part)] })),
  phrase("i ?dag|(?:lige )?nu i ?dag|(?:lige|her og) nu|nu$|dags dato", (_, today) => onDate(today)),
  phrase("(?:i ?)?over(?: i)? ?morgen", (_, today) => onDate(addDays(today, 2))),
  phrase("i ?mor(?:gen|gn|n) tidligt?", (_, today) => ({ ...onDate(addDays(today, 1)), tid: ["morgen"] })),
  phrase("i ?mor(?:gen|gn|n)", (_, today) => onDate(addDays(today, 1))),
  fixed("(?:om |hver |alle |hver anden )week ?-?end(?:en|er|erne|s)?|(?:i )?week ?-?end(?:er|erne|s)", {
    dag: ["loer", "soen"],
  }),
  phrase("(?:i |til )?(?:den )?naeste week ?-?end", (_, today) => ({
    ...weekend(addDays(mondayOf(today), 7)),
    week: true,
  })),
  phrase(
    "(?:(?:her |nu )?i |til |hele )?(?:(?:den |denne )?(?:kommende|foerstkommende|her) |denne |i )week ?-?end(?:en)?|(?:(?:her |nu )?i |til |hele )?week ?-?enden",
    (_, today) => weekend(today),
  ),
  fixed("week ?-?end", { dag: ["loer", "soen"] }),
  phrase("(?:i |inden for |i loebet af )?denne (?:her )?uge|resten af ugen|ugen ud", (_, today) => ({
    dates: [today, addDays(mondayOf(today), 6)],
    week: true,
  })),
  phrase("(?:i )?(?:den )?(?:naeste|kommende) uge", (_, today) => weekFrom(addDays(mondayOf(today), 7))),
  phrase("(?:i )?uger?(?:ne)? ?(\\d{1,2})(?:{to}| og )(?:uge )?(\\d{1,2})", ([first, last], today) =>
    weeks(first, last, today),
  ),
  phrase("(?:i )?uge ?(?:nr\\.? ?)?(\\d{1,2})", ([week], today) => weeks(week, week, today)),
  phrase("(?:i |inden for )?(?:de(?:n)? )?(?:naeste|kommende) (\\d{1,2}) (dage|uger)", ([n, unit], today) => ({
    dates: [today, addDays(today, count(n, unit))],
  })),
  phrase("inden ?for (\\d{1,2}) (dage|uger)", ([n, unit], today) => ({
    dates: [today, addDays(today, count(n, unit))],
  })),
  phrase("om (\\d{1,2}|en|to|tre|fire) (dage?|uger?)", ([n, unit], today) => onDate(addDays(today, count(n, unit)))),
  phrase("(?:i )?denne maaned", (_, today) => month(today.slice(0, 7), today)),
  phrase("(?:i )?naeste maaned", (_, today) => month(monthAfter(today.slice(0, 7)), today)),
  phrase(
    "(?:i |hele |i hele |i (?:starten|begyndelsen|midten|slutningen|loebet) af |(?:hele |i )?resten af |sidst i |foerst i |midt i )({month})(?: maaned)?",
    ([name], today) => month(nextMonthNamed(readMonth(name), today), today),
  ),
];

function oneSided(side = "", date: string | null): Reading | null {
  if (!date) return null;
  if (side.startsWith("fra")) return { dates: [date, null] };
  if (side === "efter") return { dates: [addDays(date, 1), null] };
  return { dates: [null, side === "foer" || side === "for" ? addDays(date, -1) : date] };
}

/** *28. december til 3. januar* said on New Year's Day began last year. */
function between(first: string | null, last: string | null): Reading | null {
  if (!first || !last) return null;
  if (first <= last) return { dates: [first, last] };
  const yearBefore = `${Number(first.slice(0, 4)) - 1}${first.slice(4)}`;
  return isDate(yearBefore) && daysBetween(yearBefore, last) < 62
    ? { dates: [yearBefore, last] }
    : { dates: [last, first] };
}

/** *3. til 5. december*: two days of the month that is said once. */
function daysOfMonth(first = "", last = "", today: string): Reading | null {
  const to = dateIn(last, today);
  const from = to && `${to.slice(0, 8)}${first.padStart(2, "0")}`;
  return to && from && isDate(from) && from <= to ? { dates: [from, to] } : null;
}

/** *onsdag den 2.*: the next such day that is that weekday. */
function dayOfMonth(name = "", day = "", today: string): Reading | null {
  const ends = `-${day.padStart(2, "0")}`;
  for (let date = nextWeekday(today, readWeekday(name)); daysBetween(today, date) < 62; date = addDays(date, 7))
    if (date.endsWith(ends)) return onDate(date);
  return null;
}

function dateIn(text = "", today: string): string | null {
  return readDate(text, today, true);
}

/** What is left of the weekend of a day's week: on a Sunday that Sunday alone. */
function weekend(day: string): Reading {
  const sunday = nextWeekday(day, "soen");
  return { dates: [weekdayOf(day) === "soen" ? day : addDays(sunday, -1), sunday] };
}

function mondayOf(date: string): string {
  return addDays(nextWeekday(date, "soen"), -6);
}

function weekFrom(monday: string): Reading {
  return { dates: [monday, addDays(monday, 6)], week: true };
}

function weeks(first: string | undefined, last: string | undefined, today: string): Reading | null {
  const from = mondayOfWeek(Number(first), today);
  const to = mondayOfWeek(Number(last), today);
  return from && to && from <= to ? { dates: [from, addDays(to, 6)], week: true } : null;
}

/** The Monday of the ISO week of that number that is not over; null when neither this nor the next year has it. */
function mondayOfWeek(week: number, today: string): string | null {
  const { year } = isoWeek(today);
  for (const candidate of [year, year + 1]) {
    const monday = addDays(mondayOf(`${candidate}-01-04`), (week - 1) * 7);
    const there = isoWeek(monday);
    if (week > 0 && there.year === candidate && there.week === week && addDays(monday, 6) >= today) return monday;
  }
  return null;
}

function count(n = "", unit = ""): number {
  const number = ["en", "to", "tre", "fire"].indexOf(n) + 1 || Number(n);
  return number * (unit.startsWith("u") ? 7 : 1);
}

/** All days of a month, `YYYY-MM`, that are not past. */
function month(yearMonth: string, today: string): Reading {
  const first = `${yearMonth}-01`;
  return { dates: [first < today ? today : first, addDays(`${monthAfter(yearMonth)}-01`, -1)], week: true };
}

function monthAfter(yearMonth: string): string {
  const year = Number(yearMonth.slice(0, 4));
  const number = Number(yearMonth.slice(5, 7));
  return number === 12 ? `${year + 1}-01` : `${year}-${pad(number + 1)}`;
}

function nextMonthNamed(number: number, today: string): string {
  const yearMonth = `${today.slice(0, 5)}${pad(number)}`;
  return yearMonth < today.slice(0, 7) ? `${Number(today.slice(0, 4)) + 1}-${pad(number)}` : yearMonth;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
