import { readWeekday } from "../../src/danish/reading.ts";
import { addDays, nextWeekday } from "../../src/shared/time.ts";
import { WEEKDAYS } from "../../src/shared/week.ts";
import type { TimeOfDay, Weekday } from "../../src/shared/week.ts";
import { fixed, phrase } from "./phrase.ts";
import type { Phrase, Reading } from "./phrase.ts";

export const WORKDAYS: readonly Weekday[] = WEEKDAYS.slice(0, 5);
export const WEEKEND: readonly Weekday[] = WEEKDAYS.slice(5);

const ON = "(?:paa |nu paa |her paa )?(?:(?:den )?(?:foerstkommende|kommende) |denne )|(?:nu |her )?paa ";

/** Weekdays and times of day, that come again and again, or the next one only. */
export const DAY_PHRASES: Phrase[] = [
  phrase("(?:fra )?({short}){to}({short})", ([from, to]) => ({ dag: dayRange(readWeekday(from), readWeekday(to)) })),
  phrase("(?:paa )?(?:den )?naeste ({day})", ([day], today) => nextOf(readWeekday(day), addDays(today, 1))),
  phrase(`(?:${ON})({day}(?:{and}(?:paa )?{day})*)`, ([days], today) => nextOnes(allDays(days), today)),
  phrase("(?:om |hver(?: anden| tredje)? |alle |i |paa )?({days})", ([day]) => ({ dag: [readWeekday(day)] })),
  phrase("(?:om |hver )?(tirs?|ons|tors|fre|loer)\\.?", ([day]) => ({ dag: [readWeekday(day)] })),
  phrase("(?:i |paa |om |alle )?hverdags(morgen|formiddag|eftermiddag|aften)(?:er|ene|en|e)?", ([part]) => ({
    dag: [...WORKDAYS],
    tid: [timeOf(part)],
  })),
  fixed("(?:i|paa|om) hverdagen|(?:i |paa |om |alle )?hverdag(?:e|ene)?", { dag: [...WORKDAYS] }),
  fixed("om dagen|i dagtimerne|(?:i )?dagtimer", { tid: ["formiddag", "eftermiddag"] }),
  fixed("efter (?:arbejde|jobbet|fyraften|skoletid|skole|jeg har fri)|naar jeg (?:har|faar) fri|efter arbejdstid", {
    clock: ["16:00", null],
  }),
  fixed("(?:inden|foer) (?:(?:jeg )?(?:skal |tager )?(?:paa )?)?(?:arbejde|jobbet|skole)|inden moedetid", {
    tid: ["morgen"],
  }),
  phrase(
    "(?:(?:sent|tidligt?) )?(?:om |hen paa |hen ad |sidst paa |foerst paa |midt paa |tidligt? (?:paa |om )?|paa )?(morgen(?:en|er)?|morgnen|formidd?ag(?:en|e)?|eftermidd?ag(?:en|e)?|aften(?:en|er)?|aftn(?:en|er))",
    ([part]) => ({ tid: [timeOf(part)] }),
  ),
];

/** The time of day that a folded word begins to name. */
export function timeOf(word = ""): TimeOfDay {
  if (word.startsWith("m")) return "morgen";
  if (word.startsWith("f")) return "formiddag";
  return word.startsWith("e") ? "eftermiddag" : "aften";
}

function allDays(words = ""): Weekday[] {
  return (words.match(/\p{L}+dag/gu) ?? []).map((word) => readWeekday(word));
}

/** From one weekday to another, over Sunday when need be. */
function dayRange(from: Weekday, to: Weekday): Weekday[] {
  const first = WEEKDAYS.indexOf(from);
  const count = ((WEEKDAYS.indexOf(to) - first + 7) % 7) + 1;
  return WEEKDAYS.filter((_, i) => (i - first + 7) % 7 < count);
}

function nextOf(day: Weekday, from: string): Reading {
  const date = nextWeekday(from, day);
  return { dates: [date, date], weekday: day };
}

/** *på tirsdag* is one date; *på tirsdag eller torsdag* are two, within the days from one to the other. */
function nextOnes(days: Weekday[], today: string): Reading {
  const [day, ...others] = days;
  if (day !== undefined && others.length === 0) return nextOf(day, today);
  const dates = days.map((day) => nextWeekday(today, day)).sort();
  return { dates: [dates[0] ?? null, dates.at(-1) ?? null], dag: WEEKDAYS.filter((day) => days.includes(day)) };
}
