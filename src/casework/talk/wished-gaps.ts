/** What somebody wished and did not find, in codes alone: area, theme, part of the week. Pure. */
import { WEEKDAYS } from "../../shared/week.ts";
import { rectanglesOf } from "./cells.ts";
import type { Cell } from "./sheet.ts";
import type { Wish } from "./wishes.ts";

/** Each may be "": anywhere, anything, at any time. Time as searches without a hit are counted: `hverdag aften`. */
export interface Gap {
  area: string;
  theme: string;
  time: string;
}

const MOST_AREAS = 10;
const WEEKEND = WEEKDAYS.slice(5);

/**
 * The gaps of the wishes that are not struck. `home`: slug of the area from which *near* is meant. `themeOf`: the theme
 * that words clearly mean; the words themselves are left behind.
 */
export function gapsOf(wishes: readonly Wish[], home: string | null, themeOf: (words: string) => string | null): Gap[] {
  const named = wishes.flatMap((wish) => (wish.kind === "areas" ? wish.areas : []));
  const areas = named.length > 0 || home === null ? named : [home];
  const themes = wishes.flatMap((wish) => (wish.kind === "words" ? (themeOf(wish.words) ?? []) : []));
  const earliest = wishes.find((wish) => wish.kind === "earliest")?.clock ?? null;
  const time = timeOf(wishes.find((wish) => wish.kind === "times")?.cells ?? []) || partFrom(earliest);
  if (named.length === 0 && themes.length === 0 && time === "") return [];
  return orAny(areas)
    .slice(0, MOST_AREAS)
    .flatMap((area) => orAny(themes).map((theme) => ({ area, theme, time })));
}

/** What tells a gap from another: `viby|motion|hverdag aften`. */
export function keyOf({ area, theme, time }: Gap): string {
  return [area, theme, time].join("|");
}

/** The gap of a key. */
export function gapOfKey(key: string): Gap {
  const [area = "", theme = "", time = ""] = key.split("|");
  return { area, theme, time };
}

/** A gap of a team as an address says it. */
export function queryOf({ teamId, area, theme, time }: Gap & { teamId: string }): URLSearchParams {
  return new URLSearchParams({ hold: teamId, omraade: area, tema: theme, tid: time });
}

/** Days of the week or its end, and the part of the day where it is one; "" where the wish is both, or neither. */
function timeOf(cells: readonly Cell[]): string {
  const wanted = rectanglesOf(cells);
  const days = wanted.flatMap((one) => one.days);
  const parts = new Set(wanted.flatMap((one) => one.parts));
  const inWeekend = days.filter((day) => WEEKEND.includes(day)).length;
  const when =
    days.length === 0 || (inWeekend > 0 && inWeekend < days.length) ? "" : inWeekend > 0 ? "weekend" : "hverdag";
  return [when, parts.size === 1 ? [...parts][0] : ""].filter(Boolean).join(" ");
}

/** Not before four in the afternoon is the evening. */
function partFrom(clock: string | null): string {
  return clock !== null && clock >= "16:00" ? "aften" : "";
}

function orAny(values: readonly string[]): string[] {
  return values.length > 0 ? [...new Set(values)] : [""];
}
