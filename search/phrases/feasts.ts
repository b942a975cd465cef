import { addDays, nextWeekday } from "../../src/shared/time.ts";
import { onDate, phrase } from "./phrase.ts";
import type { Phrase } from "./phrase.ts";

/** Days of the year by what they are called. */
const FEASTS: [string, string][] = [
  ["lillejuleaften", "12-23"],
  ["jule ?aften(?:s ?dag)?", "12-24"],
  ["(?:2\\.|anden) ?juledag", "12-26"],
  ["(?:1\\.|foerste)? ?juledag", "12-25"],
  ["nytaars ?aften(?:s ?dag)?", "12-31"],
  ["nytaars ?dag", "01-01"],
  ["grundlovsdag", "06-05"],
  ["sankt ?hans(?: ?aften)?|skt\\.? hans", "06-23"],
  ["valentins ?dag", "02-14"],
  ["mortens ?aften", "11-10"],
];

/** Feasts, and the days between them: the next ones from today on. */
export const FEAST_PHRASES: Phrase[] = [
  phrase("({nth}) soendag i advent", ([nth], today) => onDate(adventSunday(nthOf(nth), today))),
  ...FEASTS.map(([source, monthDay]) =>
    phrase(`(?:paa |til |om )?(?:${source})`, (_, today) => onDate(nextOf(monthDay, today))),
  ),
  phrase("(?:mellem |i )?(?:jul og nytaar|romjulen)", (_, today) => {
    const first = nextOf("12-27", today);
    return { dates: [first, addDays(first, 3)] };
  }),
];

/** The next such day of a year. */
function nextOf(monthDay: string, today: string): string {
  const year = Number(today.slice(0, 4));
  const thisYear = `${year}-${monthDay}`;
  return thisYear < today ? `${year + 1}-${monthDay}` : thisYear;
}

function nthOf(text = ""): number {
  const at = ["foerste", "anden", "tredje", "fjerde"].findIndex((word) => text.startsWith(word.slice(0, 3)));
  return at < 0 ? Number.parseInt(text, 10) : at + 1;
}

/** The fourth of them is the last Sunday before Christmas Day. */
function adventSunday(nth: number, today: string): string {
  const inYear = (year: number) => addDays(nextWeekday(`${year}-12-18`, "soen"), 7 * (nth - 4));
  const date = inYear(Number(today.slice(0, 4)));
  return date < today ? inYear(Number(today.slice(0, 4)) + 1) : date;
}
