import { aboutIn, areaOf, type Places, postcodeOf } from "../places/places.ts";
import type { LatLng } from "../shared/point.ts";
import type { Activity, ActivityFields } from "./activity.ts";
import { isOnline } from "./activity.ts";

/** What is stated of a place: a pin is somebody's own, or that of the source. */
export type StatedPlace = Pick<ActivityFields, "lat" | "lng" | "postcode" | "facts"> &
  Partial<Pick<Activity, "pointFrom">>;

/**
 * The place as it is stored: without a pin the point of the place or address where it is known, else about in the
 * postcode, which is a guess; without a postcode the nearest one. The area is that of the point, none for an online
 * activity.
 */
export function located<T extends StatedPlace>(
  fields: T,
  places: Places,
  known: LatLng | null = null,
): T & Pick<Activity, "area" | "pointFrom"> {
  const { lat, lng, pointFrom = "pin" } = fields;
  if (isOnline(fields)) return { ...fields, pointFrom, area: null };
  const stated = lat !== null && lng !== null && pointFrom !== "postcode" ? { lat, lng } : null;
  const about = stated ?? known ?? (fields.postcode ? aboutIn(places, fields.postcode) : null);
  if (!about) return { ...fields, pointFrom: "pin", area: null };
  return {
    ...fields,
    lat: about.lat,
    lng: about.lng,
    pointFrom: stated ? pointFrom : known ? "place" : "postcode",
    postcode: fields.postcode ?? postcodeOf(places, about),
    area: areaOf(places, about),
  };
}

/**
 * What a change states of the place: a pin that is set is one, and a point that nobody set is found anew when the place
 * is another.
 */
export function restated<T extends Partial<Activity>>(before: Activity, what: T): T & Partial<Activity> {
  if (what.pointFrom !== undefined) return what;
  const isSet = what.lat !== undefined && what.lat !== null && (what.lat !== before.lat || what.lng !== before.lng);
  if (isSet) return { ...what, pointFrom: "pin" };
  const isOther = PLACE.some((name) => name in what && what[name] !== before[name]);
  const isFound = before.pointFrom === "place" && isOther;
  return isFound ? { ...what, lat: null, lng: null, pointFrom: "postcode" } : what;
}

const PLACE = ["placeName", "address", "postcode"] as const;
