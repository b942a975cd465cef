import type * as Leaflet from "leaflet";
import leafletStyles from "leaflet/dist/leaflet.css?url";
import mapStyles from "../layouts/map.css?url";
import { WHOLE } from "../shared/map-base.ts";
import { map as texts } from "../texts/map.ts";
import type { Tiles } from "../shared/tiles.ts";
import { tendPopups } from "./popups.ts";

const FARTHEST = 7;
const WITH_TILES = "with-tiles";
/** Whoever serves tiles is told which site they are for, and not which page: OpenStreetMap refuses who says neither. */
const REFERRER = "strict-origin";
const WORDS = { "a.leaflet-control-zoom-in": texts.zoomIn, "a.leaflet-control-zoom-out": texts.zoomOut };

/**
 * Loads Leaflet and opens a map in `box`: calm when motion is unwanted, its buttons named in Danish, still a map when
 * tiles fail.
 */
export async function openMap(
  box: HTMLElement,
  tiles: Tiles | null,
  bounds: Leaflet.LatLngBoundsExpression,
): Promise<{ L: typeof Leaflet; leafletMap: Leaflet.Map }> {
  const [{ default: L }] = await Promise.all([import("leaflet"), styled(leafletStyles, mapStyles)]);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const leafletMap = L.map(box, {
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    markerZoomAnimation: !calm,
    inertia: !calm,
    maxBounds: [
      [WHOLE.south, WHOLE.west],
      [WHOLE.north, WHOLE.east],
    ],
    maxBoundsViscosity: 1,
    maxZoom: 18,
    zoomSnap: 0.25,
    zoomControl: false,
  });
  leafletMap.attributionControl.setPrefix(false);
  L.control.zoom({ zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(leafletMap);
  for (const [selector, words] of Object.entries(WORDS)) box.querySelector(selector)?.setAttribute("aria-label", words);
  const keepInside = () => leafletMap.setMinZoom(Math.max(FARTHEST, insideZoom(L, leafletMap)));
  leafletMap.on("resize", keepInside);
  leafletMap.fitBounds(bounds, { animate: false });
  keepInside();
  tendPopups(leafletMap);
  if (tiles) void drawTiles(L, leafletMap, tiles);
  return { L, leafletMap };
}

/** Lays tiles over the base, which is seen wherever there are none; its areas then are only lines. */
async function drawTiles(L: typeof Leaflet, leafletMap: Leaflet.Map, tiles: Tiles): Promise<void> {
  const { classList } = leafletMap.getContainer();
  if (tiles.kind === "streets") {
    const { drawStreets } = await import("./streets.ts");
    classList.toggle(WITH_TILES, await drawStreets(L, leafletMap, tiles));
    return;
  }
  const layer = L.tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: 19, referrerPolicy: REFERRER });
  layer.on("tileload", () => classList.add(WITH_TILES));
  layer.on("tileerror", () => classList.remove(WITH_TILES));
  layer.addTo(leafletMap);
}

/** From how near the map shows nothing beyond the land that it knows, whose edges are straight. */
function insideZoom(L: typeof Leaflet, leafletMap: Leaflet.Map): number {
  return leafletMap.getBoundsZoom(L.latLngBounds([WHOLE.south, WHOLE.west], [WHOLE.north, WHOLE.east]), true);
}

/** Style sheets that only a page with an open map needs: in this order, once. Resolves when they hold. */
async function styled(...addresses: string[]): Promise<void> {
  await Promise.all(addresses.map((address) => document.querySelector(`link[href="${address}"]`) ?? loaded(address)));
}

function loaded(href: string): Promise<void> {
  return new Promise((resolve) => {
    const link = Object.assign(document.createElement("link"), {
      rel: "stylesheet",
      href,
      onload: () => resolve(),
      onerror: () => resolve(),
    });
    document.head.append(link);
  });
}
