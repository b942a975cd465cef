/** Activities that may have been posted twice, for an editor to compare. */
import { setImmediate as breathe } from "node:timers/promises";
import { and, between, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities, organisations } from "../../db/schema.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { distanceMetres } from "../places/distance.ts";

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
/** So many of the newest are compared with what lies around them: what is older was compared when it was new. */
const LOOKED_AT = 600;
const STEP = 5;
/** At one place, or online: more are not compared. */
const NEAREST = 400;
/** A little more than `SAME_PLACE_METRES` to the north; in Denmark a degree to the east is half as long. */
const CLOSE_DEGREES = 0.002;

/**
 * Pairs that may be the same: alike in title, and at the same place or both online; of those that came to the board
 * last. At most 100, for an editor; else none. Looked for in steps, so that nobody waits for it.
 */
export async function perhapsTwins(db: Db, viewer: Viewer | null): Promise<[Twin, Twin][]> {
  if (!has(viewer, "editor")) return [];
  const newest = db.all<{ id: string }>(
    sql`SELECT id FROM activities WHERE state IN ('published', 'paused') ORDER BY published_at DESC LIMIT ${LOOKED_AT}`,
  );
  const pairs = new Map<string, [Twin, Twin]>();
  for (let at = 0; at < newest.length && pairs.size < SHOWN; at += STEP) {
    for (const { id } of newest.slice(at, at + STEP))
      for (const pair of twinsOf(db, id))
        pairs.set(
          pair
            .map((twin) => twin.id)
            .sort()
            .join(" "),
          pair,
        );
    await breathe();
  }
  return [...pairs.values()].slice(0, SHOWN);
}

/** An activity with each other on the board that may be the same. */
function twinsOf(db: Db, id: string): [Twin, Twin][] {
  const one = readTwins(db, eq(activities.id, id))[0];
  if (!one) return [];
  const near =
    one.lat === null || one.lng === null
      ? isNull(activities.lat)
      : and(
          between(activities.lat, one.lat - CLOSE_DEGREES, one.lat + CLOSE_DEGREES),
          between(activities.lng, one.lng - 2 * CLOSE_DEGREES, one.lng + 2 * CLOSE_DEGREES),
        );
  const words = new Set(wordsOf(one));
  return readTwins(db, and(near, inArray(activities.state, ["published", "paused"]), ne(activities.id, id)))
    .filter((other) => alike(words, new Set(wordsOf(other))) >= ALIKE && isSamePlace(one, other))
    .map((other) => [one, other]);
}

function readTwins(db: Db, which: SQL | undefined): Twin[] {
  return db
    .select(TWIN)
    .from(activities)
    .innerJoin(organisations, eq(organisations.id, activities.organisationId))
    .where(which)
    .limit(NEAREST)
    .all();
}

/** One of two, by its slug or address; null when there is none such. For an editor. */
export function twinAt(db: Db, viewer: Viewer | null, typed: string): Twin | null {
  if (!has(viewer, "editor")) return null;
  const slug = typed
    .trim()
    .replace(/[?#].*$/, "")
    .replace(/^.*\//, "");
  return (
    db
      .select(TWIN)
      .from(activities)
      .innerJoin(organisations, eq(organisations.id, activities.organisationId))
      .where(eq(activities.slug, slug))
      .get() ?? null
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
