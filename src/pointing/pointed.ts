import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import type { SearchEngine } from "../../search/engine.ts";
import { findOnBoard } from "../board/find.ts";
import { type ActivityPage, activityPage, isPublic } from "../board/activity-page.ts";
import { isOver, newsOf, type News } from "./news.ts";
import { MOST_ACTIVITIES, type Shortlist } from "./shortlist.ts";

/** An activity that somebody was pointed to, as it is now. */
export interface Pointed {
  activity: ActivityPage;
  /** What has changed, or stands in the way, most important first. */
  news: News[];
  /** The next time; null while it pauses and when it is gone or over. */
  next: { start: number; end: number } | null;
}

export interface PointedList {
  pointed: Pointed[];
  /** Activities of which nothing may be said any more. */
  vanished: number;
  /** How many a kept search found in all. */
  total: number;
}

/** What a shortlist leads to at `now`: its activities, or the first hits of its search. */
export async function pointedBy(
  db: Db,
  search: Pick<SearchEngine, "search">,
  list: Shortlist,
  now: number,
): Promise<PointedList> {
  if (list.activityIds) return pointedIds(db, list.activityIds, now);
  const found = await findOnBoard(db, search, new URLSearchParams(list.search ?? ""), now);
  const cards = found.cards.slice(0, MOST_ACTIVITIES);
  const { pointed } = pointedIds(
    db,
    cards.map(({ id }) => id),
    now,
  );
  const nextOf = new Map(cards.map(({ id, next, nextEnd }) => [id, { start: next, end: nextEnd }]));
  return {
    pointed: pointed.map((one) => ({ ...one, next: nextOf.get(one.activity.id) ?? one.next })),
    vanished: 0,
    total: found.result.total,
  };
}

/**
 * Activities in this order as they are at `now`; one that nobody confirmed is off the board. `maySee`: what whoever looks
 * may see beside what is public.
 */
export function pointedIds(
  db: Db,
  ids: readonly string[],
  now: number,
  maySee: (activity: ActivityPage) => boolean = () => false,
): PointedList {
  const rows = db.all<{ slug: string; full: number; lapsed: number }>(sql`
    SELECT a.slug, a."full", a.lapsed_at IS NOT NULL AS lapsed FROM json_each(${JSON.stringify(ids)}) w JOIN activities a ON a.id = w.value ORDER BY w.key`);
  const pointed = rows.flatMap(({ slug, full, lapsed }) => {
    const activity = activityPage(db, slug, now);
    if (!activity || !(isPublic(activity) || maySee(activity))) return [];
    return [pointedOf(lapsed === 1 ? { ...activity, state: "withdrawn" } : activity, full === 1, now)];
  });
  return { pointed, vanished: ids.length - pointed.length, total: pointed.length };
}

function pointedOf(activity: ActivityPage, full: boolean, now: number): Pointed {
  const takesPlace = activity.state === "published" && !isOver(activity);
  const next = takesPlace ? activity.dates.find(({ cancelled }) => !cancelled) : undefined;
  return { activity, news: newsOf(activity, full, now), next: next ? { start: next.start, end: next.end } : null };
}
