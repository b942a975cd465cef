/**
 * Days on which nobody promises to call back: the Danish public holidays, and three days that most workplaces keep
 * free.
 */
import Holidays from "date-holidays";

/**
 * Not public holidays by law, but free in the municipal and the wider public sector; so they are no working days of the
 * promise.
 */
const CUSTOMARY = [
  { monthDay: "06-05", name: "Grundlovsdag" },
  { monthDay: "12-24", name: "Juleaftensdag" },
  { monthDay: "12-31", name: "Nytårsaftensdag" },
] as const;

export interface Holiday {
  date: string;
  name: string;
}

const holidaysOfYears = new Map<number, Holiday[]>();

/**
 * Whether a date is a public holiday, Grundlovsdag, 24 or 31 December. 1 May is a working day, and so is Store Bededag
 * from 2024.
 */
export function isPublicHoliday(date: string): boolean {
  return publicHolidays(Number(date.slice(0, 4))).some((holiday) => holiday.date === date);
}

/** The public holidays of a year and the three customary days off, in order, by their Danish names. */
export function publicHolidays(year: number): Holiday[] {
  const known = holidaysOfYears.get(year);
  if (known) return known;
  const found = readHolidays(year);
  holidaysOfYears.set(year, found);
  return found;
}

function readHolidays(year: number): Holiday[] {
  const byLaw = new Holidays("DK", { languages: ["da"], types: ["public"] })
    .getHolidays(year)
    .map(({ date, name }) => ({ date: date.slice(0, 10), name }));
  const byCustom = CUSTOMARY.map(({ monthDay, name }) => ({ date: `${year}-${monthDay}`, name }));
  return [...byLaw, ...byCustom].sort((a, b) => (a.date < b.date ? -1 : 1));
}
