import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import type { SearchEngine, SearchResult } from "../../search/engine.ts";
import { type ReadQuery, readQuery } from "../../search/query.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { vocabularyOf } from "../places/vocabulary.ts";
import { instantOf, localDate } from "../shared/time.ts";
import { chipLabel } from "../texts/labels.ts";
import { activityPage, isPublic } from "../board/activity-page.ts";
import { calendarActivity } from "../board/to-calendar.ts";
import { calendarOf } from "../schedule/calendar-file.ts";

/** As many as the map shows; a town has far fewer. */
export const MOST_SUBSCRIBED = 5000;

export interface Subscribed {
  read: ReadQuery;
  result: SearchResult;
  /** The search in words, "" for the whole board. */
  words: string;
}

/** All hits of a search, at most 5,000, for readers that come back by themselves. */
export async function findToFollow(
  db: Db,
  search: Pick<SearchEngine, "search">,
  params: URLSearchParams,
  now: number,
): Promise<Subscribed> {
  const vocabulary = vocabularyOf(db);
  const read = readQuery(params, vocabulary, now);
  const result = await search.search(
    { ...read.query, sort: "dato", side: 1, pageSize: MOST_SUBSCRIBED, facets: false },
    now,
  );
  return { read, result, words: inWords(read, vocabulary) };
}

/**
 * When anything that a subscription shows may last have changed: the newest change on the board, and at least the start
 * of today, since dates pass. Epoch ms.
 */
export function lastChanged(db: Db, now: number): number {
  const newest =
    db.get<{ at: number | null }>(sql`SELECT max(updated_at) AS at FROM activities WHERE audience = 'all'`)?.at ?? 0;
  return Math.max(Math.min(newest, now), instantOf(localDate(now), "00:00"));
}

/**
 * What tells two answers of the same address apart, without making them: the hits, when each was changed, and the day.
 */
export function tagOf(db: Db, { result, words }: Pick<Subscribed, "result" | "words">, now: number): string {
  const ids = JSON.stringify(result.hits.map(({ id }) => id));
  const rows = db.all<{ id: string; at: number; next: number }>(
    sql`SELECT a.id, a.updated_at AS at, (SELECT total(oc.start + oc.cancelled) FROM occurrences oc WHERE oc.activity_id = a.id) AS next FROM json_each(${ids}) w JOIN activities a ON a.id = w.value ORDER BY a.id`,
  );
  return `"${createHash("sha256")
    .update(JSON.stringify([localDate(now), words, rows]))
    .digest("base64url")
    .slice(0, 27)}"`;
}

/** The calendar of a search: every series with its exceptions and cancellations. */
export function calendarOfSearch(
  db: Db,
  { result }: Pick<Subscribed, "result">,
  { name, siteUrl, now }: { name: string; siteUrl: string; now: number },
): string {
  const ids = JSON.stringify(result.hits.map(({ id }) => id));
  const slugs = db.all<{ slug: string }>(
    sql`SELECT a.slug FROM json_each(${ids}) w JOIN activities a ON a.id = w.value ORDER BY a.id`,
  );
  const pages = slugs.flatMap(({ slug }) => activityPage(db, slug, now) ?? []);
  const shown = pages.filter((page) => page.state === "published" && isPublic(page));
  return calendarOf(
    shown.map((page) => calendarActivity(page, siteUrl)),
    { name, siteUrl, now },
  );
}

function inWords({ chips, understood }: ReadQuery, vocabulary: Vocabulary): string {
  return [understood.q && `»${understood.q}«`, ...chips.map((chip) => chipLabel(chip, vocabulary))]
    .filter(Boolean)
    .join(", ");
}
