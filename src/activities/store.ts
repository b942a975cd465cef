/**
 * The one door through which the rows of activities are written. Each deed of it keeps what follows from a row in line
 * with it, in the transaction of its caller: the area, the dates, the history, and the note for the search.
 */
import { eq, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { noteChanged } from "../../db/outbox.ts";
import { activities, type Deed } from "../../db/schema.ts";
import { takenSlugs } from "../../db/slugs.ts";
import { readPlaces } from "../places/places.ts";
import { dropOccurrences, writeOccurrences } from "../schedule/occurrences.ts";
import { freeSlug, newId } from "../shared/ids.ts";
import type { Activity } from "./activity.ts";
import { remember } from "./history.ts";
import { knownPoint } from "./known-places.ts";
import { located, restated, type StatedPlace } from "./location.ts";

/** What a new draft states; the rest of its row is the store's. */
export type NewDraft = Omit<
  typeof activities.$inferInsert,
  "id" | "slug" | "state" | "area" | "createdAt" | "updatedAt"
> &
  StatedPlace;

/** Who changes it, how it is called in the history, and when. */
export interface Change {
  deed: Deed;
  /** Null: whoever holds a link of a mail, or the site itself. */
  actorId: string | null;
  now: number;
}

/** Adds a draft under the first free slug of its title. */
export function addDraft(
  tx: Db,
  draft: NewDraft,
  now: number,
  { slug = freeSlug(draft.title, takenSlugs(tx, activities)), id = newId() }: { slug?: string; id?: string } = {},
): { id: string; slug: string } {
  tx.insert(activities)
    .values({ ...placed(tx, draft), id, slug, state: "draft", createdAt: now, updatedAt: now })
    .run();
  return { id, slug };
}

/** Changes an activity; answers what it is now. */
export function changeActivity(
  tx: Db,
  before: Activity,
  what: Partial<Activity>,
  { deed, actorId, now }: Change,
): Activity {
  remember(tx, before.id, actorId, deed, now);
  const changed = { ...placed(tx, { ...before, ...restated(before, what) }), updatedAt: now };
  tx.update(activities).set(changed).where(eq(activities.id, before.id)).run();
  if (changed.state === "published") writeOccurrences(tx, [changed], now);
  else dropOccurrences(tx, [before.id]);
  noteChanged(tx, [before.id]);
  return changed;
}

/** The place as it is stored; a private home is neither looked for nor learnt from. */
export function placed<T extends StatedPlace & Partial<Activity>>(tx: Db, fields: T): ReturnType<typeof located<T>> {
  const { placeName = null, address = null, postcode, privatePlace, lat, pointFrom } = fields;
  const isLookedFor = !privatePlace && (lat === null || pointFrom === "postcode");
  return located(fields, readPlaces(tx), isLookedFor ? knownPoint(tx, { placeName, address, postcode }) : null);
}

/** Notes what a source said last, when nothing else of the activity changes by it. */
export function noteImported(
  tx: Db,
  activityId: string,
  noted: Pick<Activity, "imported"> & Partial<Pick<Activity, "importKey">>,
): void {
  tx.update(activities).set(noted).where(eq(activities.id, activityId)).run();
}

/** What the season's questions changed of an activity: asked `asks` times by now, or taken off the board. */
export interface Asked {
  id: string;
  asks: number;
  lapses: boolean;
}

/** Notes that hosts were asked, and takes off the board what nobody answered for. */
export function noteAsked(tx: Db, asked: readonly Asked[], now: number): void {
  const lapsed = asked.filter(({ lapses }) => lapses).map(({ id }) => id);
  for (const id of lapsed) remember(tx, id, null, "lapse", now);
  const rows = JSON.stringify(asked.map(({ id, lapses, asks }) => [id, lapses, asks]));
  tx.run(sql`
    UPDATE activities SET lapsed_at = iif(w.value ->> 1, ${now}, lapsed_at), confirm_asks = iif(w.value ->> 1, confirm_asks, w.value ->> 2),
      confirm_asked_at = iif(w.value ->> 1, confirm_asked_at, ${now})
    FROM json_each(${rows}) w WHERE activities.id = w.value ->> 0`);
  noteChanged(tx, lapsed);
}

/** Where an activity lies: a point, and its area. */
export type Filed = readonly [id: string, area: string | null, lat: number, lng: number];

/** Files activities under other areas: no change of theirs, so it stands in no history. */
export function fileUnder(tx: Db, moved: readonly Filed[]): void {
  tx.run(
    sql`UPDATE activities SET area = w.value ->> 1, lat = w.value ->> 2, lng = w.value ->> 3 FROM json_each(${JSON.stringify(moved)}) w WHERE activities.id = w.value ->> 0`,
  );
  noteChanged(
    tx,
    moved.map(([id]) => id),
  );
}

/** When they came to the board: each at its own instant, for a town that was not made in a day. */
export function spreadPublishing(tx: Db, publishedAt: readonly (readonly [id: string, at: number])[]): void {
  tx.run(
    sql`UPDATE activities SET published_at = w.value ->> 1 FROM json_each(${JSON.stringify(publishedAt)}) w WHERE activities.id = w.value ->> 0`,
  );
  noteChanged(
    tx,
    publishedAt.map(([id]) => id),
  );
}
