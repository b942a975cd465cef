import { dayAndMonth, dayInWords, hoursInWords, inList } from "../danish/wording.ts";
import { addDays, localDate } from "../shared/time.ts";
import { pointing } from "../texts/pointing.ts";
import type { ActivityPage } from "../board/activity-page.ts";
import { hoursOn } from "../schedule/schedule.ts";
import { isDated, movedDates } from "../schedule/planned-dates.ts";

/** What a paper that was printed earlier does not say. */
export interface News {
  kind: "gone" | "paused" | "over" | "moved" | "cancelled" | "full";
  text: string;
}

/** Moves and cancellations further ahead are no news yet: four weeks. */
const NEAR_DAYS = 28;

/** What has changed about an activity, most important first; empty when it goes on as planned. */
export function newsOf(
  activity: Pick<ActivityPage, "state" | "dates" | "schedule">,
  full: boolean,
  now: number,
): News[] {
  if (activity.state === "withdrawn" || activity.state === "draft") return [{ kind: "gone", text: pointing.gone }];
  if (activity.state === "paused") return [{ kind: "paused", text: pointing.paused }];
  if (isOver(activity)) return [{ kind: "over", text: pointing.over }];
  const last = addDays(localDate(now), NEAR_DAYS);
  const cancelled = activity.dates
    .filter((date) => date.cancelled)
    .map(({ start }) => localDate(start))
    .filter((date) => date <= last);
  return [
    ...movesOf(activity, now, last).map((when): News => ({ kind: "moved", text: pointing.moved(when) })),
    ...(cancelled.length > 0
      ? [{ kind: "cancelled" as const, text: pointing.cancelled(inList([...new Set(cancelled)].map(dayAndMonth))) }]
      : []),
    ...(full ? [{ kind: "full" as const, text: pointing.full }] : []),
  ];
}

/** Whether no date is left on which it takes place. */
export function isOver({ dates }: Pick<ActivityPage, "dates">): boolean {
  return !dates.some(({ cancelled }) => !cancelled);
}

/** `onsdag den 25. november kl. 10–12`: the moved dates that have not ended. */
function movesOf({ schedule }: Pick<ActivityPage, "schedule">, now: number, last: string): string[] {
  const moves = schedule.flatMap((entry) =>
    isDated(entry) ? [] : movedDates(entry).filter(({ from }) => !entry.cancelled?.includes(from)),
  );
  return moves
    .filter(({ from, date, start, end }) => hoursOn(date, start, end).end > now && (from < date ? from : date) <= last)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, start, end }) => `${dayInWords(date)} kl. ${hoursInWords(start, end)}`);
}
