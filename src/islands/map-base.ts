import type { FeatureCollection, Geometry } from "geojson";
import type * as Leaflet from "leaflet";
import { paths } from "../shared/paths.ts";

/** The areas with their names, and their polygons where an editor has loaded them. */
export const AREAS_URL = paths.api.areas;

export interface AreaProperties {
  name: string;
  lat: number;
  lng: number;
}

/** The coast from Norsminde to Kalø Vig, drawn by hand in about 300 m: lat, lng. */
const COAST: [number, number][] = [
  [55.98, 10.28],
  [56.02, 10.262],
  [56.035, 10.272],
  [56.052, 10.272],
  [56.072, 10.262],
  [56.087, 10.247],
  [56.104, 10.236],
  [56.118, 10.228],
  [56.131, 10.216],
  [56.143, 10.213],
  [56.147, 10.224],
  [56.153, 10.214],
  [56.157, 10.222],
  [56.162, 10.235],
  [56.167, 10.226],
  [56.178, 10.231],
  [56.193, 10.242],
  [56.203, 10.262],
  [56.206, 10.286],
  [56.216, 10.305],
  [56.231, 10.32],
  [56.243, 10.342],
  [56.253, 10.366],
  [56.261, 10.392],
  [56.272, 10.384],
  [56.281, 10.41],
  [56.29, 10.44],
];
const OPEN_SEA: [number, number][] = [
  [56.29, 10.9],
  [55.98, 10.9],
];

/** What stands behind the pins: sea, areas' outlines and names. With tiles it only shows when they fail. */
export function drawBase(
  L: typeof Leaflet,
  leafletMap: Leaflet.Map,
  areas: FeatureCollection<Geometry | null, AreaProperties>,
  visible: boolean,
): void {
  const pane = leafletMap.createPane("base");
  pane.classList.add("base-pane");
  if (!visible) pane.classList.add("behind-tiles");
  L.polygon([...COAST, ...OPEN_SEA], { pane: "base", className: "sea", interactive: false, stroke: false }).addTo(
    leafletMap,
  );
  for (const area of areas.features) {
    if (area.geometry)
      L.geoJSON(area.geometry, { pane: "base", interactive: false, style: { className: "area-outline" } }).addTo(
        leafletMap,
      );
    const icon = L.divIcon({ className: "area-name", html: "", iconSize: [0, 0] });
    const marker = L.marker([area.properties.lat, area.properties.lng], {
      icon,
      pane: "base",
      interactive: false,
      keyboard: false,
    }).addTo(leafletMap);
    const label = marker.getElement();
    label?.setAttribute("aria-hidden", "true");
    label?.append(Object.assign(document.createElement("span"), { textContent: area.properties.name }));
  }
}
