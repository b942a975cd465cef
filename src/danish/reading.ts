/**
 * Dates, clocks, weekdays and amounts as people in Denmark write them. Where in a text they stand, and what goes with
 * them, each reader knows itself. All pure.
 */
import { isClock, isDate } from "../shared/time.ts";
import { monthName } from "./wording.ts";
import { WEEKDAYS, type Weekday } from "../shared/week.ts";

/** What the name of each month begins with: no two are alike. */
export const MONTH_STARTS: readonly string[] = Array.from({ length: 12 }, (_, i) => monthName(i + 1).slice(0, 3));

const ISO = /\d{4}-\d\d-\d\d$/;
/** `3/12`, `3.12.2026`, `3-12-26`, `3. december`, `den 3dec. 2026` */
const DATE = /(?<!\d)(\d{1,2})(?:\.|te|ende)? ?(\p{L}{3,}|[/.-]\d{1,2})\.?(?:[/.,-]? ?(\d{4}|\d\d))?\.?$/u;
const CLOCK = /^(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d\d))?$/;

/**
 * The date that a text in small letters ends with. Without a year it is the first such date from `earliest` on; null
 * when there is no such day.
 * `leaps`: a 29 February is sought until a year has one, else only in the year in which that month comes next.
 */
export function readDate(text: string, earliest: string, leaps = false): string | null {
  const iso = ISO.exec(text);
  if (iso) return isDate(iso[0]) ? iso[0] : null;
  const [, day = "", monthText = "", year] = DATE.exec(text) ?? [];
  if (!day) return null;
  const month = /\d/.test(monthText) ? Number(monthText.slice(1)) : readMonth(monthText);
  if (year) return dateOf(Number(year) + (year.length === 2 ? 2000 : 0), month, day);
  const thisYear = Number(earliest.slice(0, 4));
  const near = writtenDate(thisYear, month, day) < earliest ? thisYear + 1 : thisYear;
  const last = leaps ? near + 8 : near;
  for (let candidate = near; candidate <= last; candidate++) {
    const date = dateOf(candidate, month, day);
    if (date) return date;
  }
  return null;
}

/** The number of the month that a word in small letters begins to name, 1-12; 0 when it names none. */
export function readMonth(word = ""): number {
  return MONTH_STARTS.indexOf(word.slice(0, 3)) + 1;
}

/** The weekday that a word begins to name, folded or not: for a word that is known to be one. */
export function readWeekday(word = ""): Weekday {
  const start = word.slice(0, 2).toLowerCase();
  if (start[0] === "l") return "loer";
  if (start[0] === "s") return "soen";
  return WEEKDAYS.find((day) => day.startsWith(start)) ?? "man";
}

/** `9`, `9.30`, `09:30`, `kl. 19.30` as `HH:MM`; null when there is no such clock. `midnight`: what `24` is. */
export function readClock(text: string, midnight: string | null): string | null {
  const [, hour = "", minutes = "00"] = CLOCK.exec(text) ?? [];
  const clock = `${hour.padStart(2, "0")}:${minutes}`;
  if (clock === "24:00") return midnight;
  return hour !== "" && isClock(clock) ? clock : null;
}

/** An amount in øre: of its kroner, `12` or `1.250`, and what stands after its comma. */
export function oreOf(kroner: string, ore = ""): number {
  return Number(kroner.replaceAll(".", "")) * 100 + Number(ore.padEnd(2, "0"));
}

/** Kroner as people type them (`20`, `12,50`, `1.000`, `50 kr.`) in øre; null when it is no amount above 0. */
export function oreTyped(kroner: string): number | null {
  const found = /^(\d{1,3}(?:\.\d{3}){1,2}|\d{1,8})(?:[,.](\d{1,2}))?\s*(?:kr\.?|,-)?$/i.exec(kroner.trim());
  const ore = found ? oreOf(found[1] ?? "", found[2]) : 0;
  return ore > 0 ? ore : null;
}

function dateOf(year: number, month: number, day: string): string | null {
  const date = writtenDate(year, month, day);
  return isDate(date) ? date : null;
}

function writtenDate(year: number, month: number, day: string): string {
  return `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
