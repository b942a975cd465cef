/** Two posts of one activity become one: an editor says which stays. */
import { eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { noteChanged } from "../../../db/outbox.ts";
import { activities, organisations, slugRedirects } from "../../../db/schema.ts";
import { has, type Viewer } from "../../accounts/roles.ts";
import { distanceMetres } from "../../places/distance.ts";
import { refuse } from "../../shared/refusal.ts";
import { dropOccurrences } from "../occurrences.ts";
import { remember } from "./versions.ts";

/** What an editor compares. */
export interface Twin {
  id: string;
  slug: string;
  title: string;
  organisation: string;
  placeName: string | null;
  postcode: string | null;
  lat: number | null;
  lng: number | null;
  confirmedAt: string | null;
}

const SAME_PLACE_METRES = 200;
const ALIKE = 0.5;
const SHOWN = 100;

/** Takes one activity off the board in favour of another: its address leads there; its counts, questions, reports and arrivals move. Editors only. */
export function merge(db: Db, viewer: Viewer, keepId: string, goneId: string, now: number): void {
  if (!has(viewer, "editor")) refuse("notYours");
  if (keepId === goneId) refuse("chooseTwo");
  db.transaction((tx) => {
    const both = tx
      .select({ id: activities.id, slug: activities.slug, state: activities.state })
      .from(activities)
      .where(inArray(activities.id, [keepId, goneId]))
      .all();
    const keep = both.find(({ id }) => id === keepId);
    const gone = both.find(({ id }) => id === goneId);
    if (!keep || !gone || keep.state === "draft" || keep.state === "withdrawn") refuse("notPossibleNow");
    remember(tx, goneId, viewer.id, "merge", now);
    tx.update(activities).set({ state: "withdrawn", updatedAt: now }).where(eq(activities.id, goneId)).run();
    dropOccurrences(tx, [goneId]);
    tx.update(slugRedirects).set({ activityId: keepId }).where(eq(slugRedirects.activityId, goneId)).run();
    tx.insert(slugRedirects)
      .values({ slug: gone.slug, activityId: keepId })
      .onConflictDoUpdate({ target: slugRedirects.slug, set: { activityId: keepId } })
      .run();
    tx.delete(slugRedirects).where(eq(slugRedirects.slug, keep.slug)).run();
    moveWhatBelongs(tx, keepId, goneId);
    noteChanged(tx, [keepId, goneId]);
  });
}

/** The slug that an old address leads to; null when it is nobody's old address. */
export function redirectOf(db: Db, slug: string): string | null {
  return (
    db
      .select({ slug: activities.slug })
      .from(slugRedirects)
      .innerJoin(activities, eq(activities.id, slugRedirects.activityId))
      .where(eq(slugRedirects.slug, slug))
      .get()?.slug ?? null
  );
}

/** Pairs that may be the same: alike in title, and at the same place or both online. At most 100, for an editor; else none. */
export function perhapsTwins(db: Db, viewer: Viewer | null): [Twin, Twin][] {
  if (!has(viewer, "editor")) return [];
  const onBoard = sql`${activities.state} IN ('published', 'paused')`;
  const groups = Map.groupBy(
    db.select(TWIN).from(activities).innerJoin(organisations, eq(organisations.id, activities.organisationId)).where(onBoard).orderBy(activities.title).all(),
    ({ postcode, lat }) => (lat === null ? "online" : postcode),
  );
  const pairs: [Twin, Twin][] = [];
  for (const group of groups.values()) {
    const worded = group.map((twin) => ({ twin, words: new Set(wordsOf(twin)) }));
    for (const [at, one] of worded.entries()) {
      for (const other of worded.slice(at + 1))
        if (alike(one.words, other.words) >= ALIKE && isSamePlace(one.twin, other.twin)) pairs.push([one.twin, other.twin]);
      if (pairs.length >= SHOWN) return pairs.slice(0, SHOWN);
    }
  }
  return pairs;
}

/** One of two, by its slug or address; null when there is none such. For an editor. */
export function twinAt(db: Db, viewer: Viewer | null, typed: string): Twin | null {
  if (!has(viewer, "editor")) return null;
  const slug = typed
    .trim()
    .replace(/[?#].*$/, "")
    .replace(/^.*\//, "");
  return (
    db.select(TWIN).from(activities).innerJoin(organisations, eq(organisations.id, activities.organisationId)).where(eq(activities.slug, slug)).get() ?? null
  );
}

const TWIN = {
  id: activities.id,
  slug: activities.slug,
  title: activities.title,
  organisation: organisations.name,
  placeName: activities.placeName,
  postcode: activities.postcode,
  lat: activities.lat,
  lng: activities.lng,
  confirmedAt: activities.confirmedAt,
};

function moveWhatBelongs(tx: Db, keepId: string, goneId: string): void {
  for (const table of ["questions", "reports", "arrivals"])
    tx.run(sql`UPDATE ${sql.identifier(table)} SET activity_id = ${keepId} WHERE activity_id = ${goneId}`);
  tx.run(sql`
    INSERT INTO activity_counts (activity_id, month, kind, count) SELECT ${keepId}, month, kind, count FROM activity_counts WHERE activity_id = ${goneId}
    ON CONFLICT (activity_id, month, kind) DO UPDATE SET count = count + excluded.count`);
  tx.run(sql`DELETE FROM activity_counts WHERE activity_id = ${goneId}`);
  tx.run(sql`
    UPDATE shortlists SET activity_ids = (SELECT json_group_array(DISTINCT CASE value WHEN ${goneId} THEN ${keepId} ELSE value END) FROM json_each(activity_ids))
    WHERE activity_ids IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(activity_ids) WHERE value = ${goneId})`);
}

/** Words of a title that say what it is: four letters and more, not where it is. */
function wordsOf({ title, placeName }: Twin): string[] {
  const where = (placeName ?? "").toLowerCase();
  const words = (title.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !where.includes(word));
  return words.length > 0 ? words : [title.toLowerCase()];
}

/** Shared words of all words (Jaccard 1901). */
function alike(one: Set<string>, other: Set<string>): number {
  const shared = one.intersection(other).size;
  return shared / (one.size + other.size - shared || 1);
}

function isSamePlace(one: Twin, other: Twin): boolean {
  if (one.lat === null || one.lng === null || other.lat === null || other.lng === null) return one.lat === other.lat;
  return distanceMetres({ lat: one.lat, lng: one.lng }, { lat: other.lat, lng: other.lng }) <= SAME_PLACE_METRES;
}
