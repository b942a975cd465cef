import type * as Leaflet from "leaflet";
import { type LngLat, type MapBase, unpacked } from "../shared/map-base.ts";
import { paths } from "../shared/paths.ts";
import { OSM_ATTRIBUTION } from "../shared/tiles.ts";
import { keepLabelsApart } from "./labels.ts";

/** Under the tiles. */
const PANE = "base";
/** Leaflet orders by how far down a pin stands, which may be less than nothing: names lie over shapes wherever they are. */
const OVER_SHAPES = 100_000;
/** Over them. */
const AREAS = "areas";

export interface DrawnBase {
  /** Shows which areas, by their slugs, are searched. */
  mark(slugs: readonly string[]): void;
}

/**
 * What stands behind the pins, from the site itself: land, the areas and their names. `chosen` is told of a
 * tap on an area.
 */
export async function drawBase(
  L: typeof Leaflet,
  leafletMap: Leaflet.Map,
  chosen?: (area: MapBase["areas"][number], at: Leaflet.LatLng) => void,
): Promise<DrawnBase> {
  const pane = leafletMap.createPane(PANE);
  pane.classList.add("base-pane");
  leafletMap.createPane(AREAS).classList.add("areas-pane");
  const base = await read<MapBase>(paths.map.areas);
  if (!base || !pane.isConnected) return { mark: () => {} };
  leafletMap.attributionControl.addAttribution(OSM_ATTRIBUTION);
  const land = L.polygon(ringsOf(base.land), {
    pane: PANE,
    className: "land",
    interactive: false,
    fillRule: "nonzero",
  });
  land.addTo(leafletMap);
  const shapes = new Map<string, Leaflet.Polygon>();
  const labels = base.areas.map((area) => {
    const options = { pane: AREAS, className: "area-shape", interactive: chosen !== undefined };
    const shape = L.polygon(ringsOf(area.shape), options).addTo(leafletMap);
    shape.on("click", (event) => chosen?.(area, event.latlng));
    shapes.set(area.slug, shape);
    return { ...labelOf(L, leafletMap, area), of: shape.getBounds().extend([area.lat, area.lng]) };
  });
  keepLabelsApart(leafletMap, labels);
  drawFarther(L, leafletMap, base, land);
  return {
    mark: (slugs) => {
      for (const [slug, shape] of shapes) {
        const isChosen = slugs.includes(slug);
        shape.getElement()?.classList.toggle("chosen", isChosen);
        if (isChosen) shape.bringToFront(); // its edge lies over those of its neighbours
      }
    },
  };
}

/** Fetches the land beyond the areas as soon as somebody looks there. */
function drawFarther(L: typeof Leaflet, leafletMap: Leaflet.Map, { box }: MapBase, land: Leaflet.Polygon): void {
  const known = L.latLngBounds([box.south, box.west], [box.north, box.east]);
  const look = async () => {
    if (known.contains(leafletMap.getBounds())) return;
    leafletMap.off("move", look);
    const whole = await read<MapBase["land"]>(paths.map.land);
    if (whole) land.setLatLngs(ringsOf(whole));
  };
  leafletMap.on("move", look);
  void look();
}

function labelOf(L: typeof Leaflet, leafletMap: Leaflet.Map, { name, lat, lng }: MapBase["areas"][number]) {
  const icon = L.divIcon({ className: "area-name", html: "", iconSize: [0, 0] });
  const marker = L.marker([lat, lng], {
    icon,
    pane: AREAS,
    interactive: false,
    keyboard: false,
    zIndexOffset: OVER_SHAPES,
  }).addTo(leafletMap);
  const element = marker.getElement()!;
  element.setAttribute("aria-hidden", "true");
  const label = Object.assign(document.createElement("span"), { textContent: name });
  element.append(label);
  return { label, at: marker.getLatLng() };
}

function ringsOf(packed: readonly number[][]): Leaflet.LatLngTuple[][] {
  return packed.map((numbers) => unpacked(numbers).map(([lng, lat]: LngLat): Leaflet.LatLngTuple => [lat, lng]));
}

async function read<T>(address: string): Promise<T | null> {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? await answer.json() : null;
}
