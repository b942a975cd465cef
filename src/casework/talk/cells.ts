/** Weekdays and parts of the day that somebody can, gathered. */
import { inList } from "../../danish/wording.ts";
import { TIMES_OF_DAY, type TimeOfDay, type Weekday, WEEKDAYS } from "../../shared/week.ts";
import { timeLabels, weekdayLabels } from "../../texts/labels.ts";
import type { Cell } from "./sheet.ts";

export interface Rectangle {
  days: Weekday[];
  parts: TimeOfDay[];
}

/** The cells as few whole rectangles: the days of each have the same parts. A search can ask for one of them at a time. */
export function rectanglesOf(cells: readonly Cell[]): Rectangle[] {
  const found = new Map<string, Rectangle>();
  for (const day of WEEKDAYS) {
    const parts = TIMES_OF_DAY.filter((part) => cells.includes(`${day}-${part}`));
    if (parts.length === 0) continue;
    const alike = found.get(parts.join());
    if (alike) alike.days.push(day);
    else found.set(parts.join(), { days: [day], parts });
  }
  return [...found.values()];
}

/** `tir og ons eftermiddag, tor aften` */
export function cellsInWords(cells: readonly Cell[]): string {
  return rectanglesOf(cells)
    .map(({ days, parts }) => {
      const named = inList(days.map((day) => weekdayLabels[day].short));
      if (parts.length === TIMES_OF_DAY.length) return named;
      return `${named} ${inList(parts.map((part) => timeLabels[part].toLowerCase()))}`;
    })
    .join(", ");
}
