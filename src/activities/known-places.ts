/** Places whose point is known: those that people name, and where something on the board has a pin. */
import { and, desc, eq, isNotNull, ne } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities, namedPlaces } from "../../db/schema.ts";
import { distanceMetres } from "../places/distance.ts";
import type { LatLng } from "../shared/point.ts";
import type { Activity } from "./activity.ts";

/** A place that is known, as a contact chooses it. */
export interface KnownPlace extends LatLng {
  placeName: string | null;
  address: string | null;
  postcode: string | null;
}
type Words = Pick<Activity, "placeName" | "address" | "postcode">;

/** How many of those around are offered. */
const MOST_OFFERED = 6;
/** Two points so near are one place. */
const SAME_PLACE_METRES = 150;

/**
 * The point of a place: of its address in its postcode, else of its name there; null when neither is known. A private
 * home is no place that others learn of.
 */
export function knownPoint(db: Db, place: Words): LatLng | null {
  const { placeName, address, postcode } = place;
  if (!postcode || (!placeName && !address)) return null;
  const there = pinned(db, postcode);
  const found =
    there.find((one) => address && isSame(one.address, address)) ??
    there.find((one) => placeName && isSame(one.placeName, placeName) && !contradicts(one.address, address));
  if (found) return { lat: found.lat, lng: found.lng };
  const named = placeName && !address ? namedPlace(db, placeName) : null;
  return named;
}

/** Known places in the same postcode, each once, nearest first. */
export function placesAround(db: Db, { postcode, lat, lng }: Pick<Activity, "postcode" | "lat" | "lng">): KnownPlace[] {
  if (!postcode || lat === null || lng === null) return [];
  const each: KnownPlace[] = [];
  for (const place of pinned(db, postcode))
    if (
      place.placeName &&
      !each.some((one) => isSame(one.placeName, place.placeName!) || distanceMetres(one, place) < SAME_PLACE_METRES)
    )
      each.push(place);
  return each
    .toSorted((a, b) => distanceMetres(a, { lat, lng }) - distanceMetres(b, { lat, lng }))
    .slice(0, MOST_OFFERED);
}

/** Places with a pin in a postcode, the newest first. */
function pinned(db: Db, postcode: string): KnownPlace[] {
  const { placeName, address, lat, lng } = activities;
  return db
    .select({ placeName, address, postcode: activities.postcode, lat, lng })
    .from(activities)
    .where(
      and(
        eq(activities.postcode, postcode),
        ne(activities.pointFrom, "postcode"),
        eq(activities.privatePlace, false),
        ne(activities.state, "draft"),
        isNotNull(lat),
        isNotNull(lng),
      ),
    )
    .orderBy(desc(activities.updatedAt))
    .all()
    .filter((row): row is KnownPlace => row.lat !== null && row.lng !== null);
}

/** The point of a place that an editor keeps by its name. */
function namedPlace(db: Db, name: string): LatLng | null {
  const all = db.select().from(namedPlaces).all();
  const found = all.find((place) => isSame(place.name, name));
  return found ? { lat: found.lat, lng: found.lng } : null;
}

function contradicts(known: string | null, stated: string | null): boolean {
  return known !== null && stated !== null && !isSame(known, stated);
}

function isSame(one: string | null, other: string): boolean {
  return one !== null && plain(one) === plain(other);
}

/** `Skanderborgvej 170, st.` and `skanderborgvej  170` are one address. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/,.*$/, "")
    .replace(/[\s.]+/g, " ")
    .trim();
}
