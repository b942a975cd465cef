import type { LatLng } from "#src/shared/point.ts";

/** Finds the point of an address. Asked by the server when an activity is saved, never with anything from a case. */
export interface Geocoder {
  /** The point of `Skanderborgvej 170` in a postcode; null when it is not found. */
  find(address: string, postcode: string): Promise<LatLng | null>;
}

/** What stands in the settings when there is no key. */
export const NO_KEY = "ingen";

/** Finds nothing: the pin, or the middle of the postcode, is used. */
export const noGeocoder: Geocoder = { find: () => Promise.resolve(null) };
