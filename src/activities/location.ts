import { areaOf, centreOf, type Places, postcodeOf } from "../places/places.ts";
import type { ActivityFields } from "./activity.ts";
import { isOnline } from "./activity.ts";

/**
 * The place as it is stored: without a pin the middle of the postcode, without a postcode the nearest one; the area
 * from the point, none for an online activity.
 */
export function located<T extends Pick<ActivityFields, "lat" | "lng" | "postcode" | "facts">>(
  fields: T,
  places: Places,
): T & { area: string | null } {
  if (isOnline(fields)) return { ...fields, area: null };
  const pin = fields.lat !== null && fields.lng !== null ? { lat: fields.lat, lng: fields.lng } : null;
  const point = pin ?? (fields.postcode ? centreOf(places, fields.postcode) : null);
  if (!point) return { ...fields, area: null };
  return { ...fields, ...point, postcode: fields.postcode ?? postcodeOf(places, point), area: areaOf(places, point) };
}
