import { withoutParam, withParam } from "../../search/query.ts";
import { addDays, nextWeekday } from "../shared/time.ts";
import { board } from "../texts/board.ts";

/** A stretch of days that is chosen with one tap. */
export interface TimePick {
  label: string;
  /** The search that the tap leads to, without `?`. */
  params: string;
  chosen: boolean;
}

/** The weekdays from Monday to Friday, and the weekend, each as the search it leads to and back. */
export function dayPicks(params: URLSearchParams, days: readonly string[]): TimePick[] {
  const picks: [string, string, number][] = [
    [board.weekdays, "hverdag", 5],
    [board.weekend, "weekend", 2],
  ];
  return picks.map(([label, value, many]) => {
    const chosen = days.length === many && days.includes("tir") === (value === "hverdag");
    const others = withoutParam(params, "dag");
    return { label, chosen, params: String(chosen ? others : withParam(others, "dag", value)) };
  });
}

/**
 * Any time, today, tomorrow, this week, the weekend: each as the search it leads to. `fra` and `til` are those
 * understood, `today` a date like them.
 */
export function timePicks(params: URLSearchParams, fra: string | null, til: string | null, today: string): TimePick[] {
  const tomorrow = addDays(today, 1);
  const sunday = nextWeekday(today, "soen");
  const saturday = addDays(sunday, -1) < today ? today : addDays(sunday, -1);
  const stretches: [string, string | null, string | null][] = [
    [board.anyTime, null, null],
    [board.today, today, today],
    [board.tomorrow, tomorrow, tomorrow],
    [board.thisWeek, today, sunday],
    [board.thisWeekend, saturday, sunday],
  ];
  return stretches.map(([label, from, to]) => ({
    label,
    params: String(stretched(params, from, to)),
    chosen: fra === from && til === to,
  }));
}

function stretched(params: URLSearchParams, from: string | null, to: string | null): URLSearchParams {
  if (!from || !to) return withoutParam(withoutParam(params, "fra"), "til");
  return withParam(withParam(params, "fra", from), "til", to);
}
