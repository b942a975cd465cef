/** Degrees, WGS84. */
export type LatLng = { lat: number; lng: number };
