import type { Dice } from "./chance.ts";
import { addDays, isoWeek, nthOfMonth, onOrAfter, weekdays } from "./dates.ts";
import type { DateEntry, RuleEntry, ScheduleEntry, Weekday, WeeklyEntry } from "./types.ts";

/**
 * Turns a plan into schedule entries around `today`. Parts are separated by ";", each is days and hours: "tir 10-12"
 * weekly · "man+ons+fre 9-15" the same hours on several days · "ulige tir 10-12", "lige tir 10-12" by ISO week · "1.tir
 * 13-15", "sidste.fre 18-21" monthly · "hver3.tor 10-12" every third week · "den loer2,loer5 11-15" single dates: the
 * second and the fifth Saturday after today.
 */
export function scheduleFrom(plan: string, today: string, dice: Dice): ScheduleEntry[] {
  const season = { from: addDays(today, -dice(15, 200)), until: addDays(today, dice(60, 240)) };
  const entries = plan.split("; ").flatMap((part) => entriesOf(part, today, season));
  return withBreaks(entries, today, dice);
}

interface Season {
  from: string;
  until: string;
}

interface Hours {
  start: string;
  end: string;
}

function entriesOf(part: string, today: string, season: Season): ScheduleEntry[] {
  const [, days = "", hoursText = ""] = /^(.+) (\S+)$/.exec(part) ?? [];
  const hours = hoursOf(hoursText);
  if (days.startsWith("den "))
    return days
      .slice(4)
      .split(",")
      .map((day) => dateEntry(day, today, hours));
  if (days.includes(".")) return [ruleEntry(days, season.from, hours)];
  return weeklyEntries(days, season, hours);
}

function hoursOf(text: string): Hours {
  const [start, end] = text.split("-").map(clockOf);
  if (!start || !end) throw new Error(`Not hours: ${text}`);
  return { start, end };
}

function clockOf(text: string): string {
  const [hour = "", minute = "00"] = text.split(":");
  return `${hour.padStart(2, "0")}:${minute}`;
}

function dateEntry(day: string, today: string, hours: Hours): DateEntry {
  const [, name = "", nth = ""] = /^([a-z]+)(\d+)$/.exec(day) ?? [];
  const first = onOrAfter(addDays(today, 1), weekdayNamed(name));
  return { date: addDays(first, 7 * (Number(nth) - 1)), ...hours };
}

const ruleDays: Record<Weekday, string> = {
  man: "MO",
  tir: "TU",
  ons: "WE",
  tor: "TH",
  fre: "FR",
  loer: "SA",
  soen: "SU",
};

function ruleEntry(days: string, from: string, hours: Hours): RuleEntry {
  const [which = "", name = ""] = days.split(".");
  const weekday = weekdayNamed(name);
  if (which.startsWith("hver")) {
    return {
      rrule: `FREQ=WEEKLY;INTERVAL=${which.slice(4)};BYDAY=${ruleDays[weekday]}`,
      from: onOrAfter(from, weekday),
      ...hours,
    };
  }
  const nth = which === "sidste" ? -1 : Number(which);
  return { rrule: `FREQ=MONTHLY;BYDAY=${nth}${ruleDays[weekday]}`, from: nthOfMonth(from, nth, weekday), ...hours };
}

function weeklyEntries(days: string, season: Season, hours: Hours): WeeklyEntry[] {
  const [first = "", rest] = days.split(" ");
  const weeks = first === "ulige" ? "odd" : first === "lige" ? "even" : undefined;
  const names = (rest ?? first).split("+");
  return names.map((name) => ({ weekday: weekdayNamed(name), ...hours, ...season, ...(weeks && { weeks }) }));
}

function weekdayNamed(name: string): Weekday {
  if (!weekdays.includes(name as Weekday)) throw new Error(`Not a weekday: ${name}`);
  return name as Weekday;
}

/** Series pause over Christmas; some skip a week, and a few have a cancelled date in the coming three weeks. */
function withBreaks(entries: ScheduleEntry[], today: string, dice: Dice): ScheduleEntry[] {
  const skips = dice(1, 6) === 1;
  const cancels = dice(1, 14) === 1;
  return entries.map((entry) => ("weekday" in entry ? withBreak(entry, today, skips, cancels) : entry));
}

function withBreak(entry: WeeklyEntry, today: string, skips: boolean, cancels: boolean): WeeklyEntry {
  const dates = datesOf(entry, today);
  const except = dates.filter(isChristmas);
  const skipped = skips ? dates.find((date) => date > addDays(today, 24) && !except.includes(date)) : undefined;
  if (skipped) except.push(skipped);
  const cancelled = cancels
    ? dates.find((date) => date > today && date <= addDays(today, 20) && !except.includes(date))
    : undefined;
  return {
    ...entry,
    ...(except.length > 0 && { except: except.sort() }),
    ...(cancelled && { cancelled: [cancelled] }),
  };
}

function datesOf(entry: WeeklyEntry, today: string): string[] {
  const dates: string[] = [];
  for (let date = onOrAfter(today, entry.weekday); date <= (entry.until ?? today); date = addDays(date, 7)) {
    const odd = isoWeek(date) % 2 === 1;
    if (!entry.weeks || odd === (entry.weeks === "odd")) dates.push(date);
  }
  return dates;
}

function isChristmas(date: string): boolean {
  const day = date.slice(5);
  return day >= "12-22" || day <= "01-02";
}
