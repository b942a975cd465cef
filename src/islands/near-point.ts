import type * as Leaflet from "leaflet";

/** The point that a search starts from: degrees, and the distance that it reaches. */
export interface NearPoint {
  lat: number;
  lng: number;
  km: number;
}

const METRES = 1000;
/** What the server takes when the address does not say (docs/contract.md, "Search": `radius`). */
const USUAL_KM = 3;
const SHORT_KM = 1;

/** The point in an address (`naer`, `radius`), or null. */
export function pointIn(params: URLSearchParams): NearPoint | null {
  const [lat, lng] = (params.get("naer") ?? "").split(",").map(Number.parseFloat);
  const km = Number(params.get("radius") || USUAL_KM);
  return Number.isFinite(lat) && Number.isFinite(lng) && Number.isFinite(km) && km > 0
    ? { lat: lat!, lng: lng!, km }
    : null;
}

/** Shows the point and how far it reaches, in place of what was in the layer. */
export function drawPoint(L: typeof Leaflet, layer: Leaflet.LayerGroup, point: NearPoint | null): void {
  layer.clearLayers();
  if (!point) return;
  L.circle([point.lat, point.lng], { radius: point.km * METRES, className: "near-reach", interactive: false }).addTo(
    layer,
  );
  const icon = L.divIcon({ className: "near-point", html: "", iconSize: [22, 22] });
  L.marker([point.lat, point.lng], { icon, interactive: false, keyboard: false })
    .addTo(layer)
    .getElement()
    ?.setAttribute("aria-hidden", "true");
}

/** All that the point reaches. */
export function reachOf(L: typeof Leaflet, { lat, lng, km }: NearPoint): Leaflet.LatLngBounds {
  return L.latLng(lat, lng).toBounds(2 * km * METRES);
}

/**
 * The wishes of a search from a place on the map: rounded to about 100 m as *nær mig* is, as far as chosen before, else
 * shorter when the map shows less than the usual distance. The map's `zoom` says that the point is one on the map and
 * not where the person is.
 */
export function wishesFrom(
  at: Leaflet.LatLng,
  leafletMap: Leaflet.Map,
  before: NearPoint | null,
): Record<string, string | null> {
  const bounds = leafletMap.getBounds();
  const middle = bounds.getCenter();
  const reach =
    Math.min(middle.distanceTo([bounds.getNorth(), middle.lng]), middle.distanceTo([middle.lat, bounds.getEast()])) /
    METRES;
  const { lat, lng } = at.wrap();
  return {
    naer: `${lat.toFixed(3)},${lng.toFixed(3)}`,
    radius: String(before?.km ?? (reach < USUAL_KM ? SHORT_KM : USUAL_KM)),
    zoom: String(Math.round(leafletMap.getZoom())),
    boks: null,
  };
}
