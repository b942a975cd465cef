import type * as Leaflet from "leaflet";
import {
  CenteredTextSymbolizer,
  type LabelRule,
  LineLabelSymbolizer,
  LineSymbolizer,
  leafletLayer,
  type PaintRule,
  PolygonSymbolizer,
} from "protomaps-leaflet";
import type { Tiles } from "../shared/tiles.ts";

type Colours = ReturnType<typeof coloursOf>;

const FONT = "Atkinson Hyperlegible Next Variable, system-ui, sans-serif";
/** What a vector tile calls a polygon (Mapbox Vector Tile 2.1, 4.3.4). */
const POLYGON = 3;
const GREEN = ["park", "forest", "wood", "grass", "grassland", "cemetery", "nature_reserve", "meadow", "garden"];
/** Of the header of a PMTiles file: where the highest zoom stands. */
const HEADER_BYTES = 127;
const MAX_ZOOM_AT = 101;

/**
 * Draws the streets of the site's own file over the base, in the site's colours, light or dark as the screen is. What
 * the file does not hold, and all of it when it cannot be read, is the base. Answers whether there are any.
 */
export async function drawStreets(L: typeof Leaflet, leafletMap: Leaflet.Map, tiles: Tiles): Promise<boolean> {
  const header = await fetch(tiles.url, { headers: { range: `bytes=0-${HEADER_BYTES - 1}` } }).catch(() => null);
  if (!header?.ok) return false;
  const maxDataZoom = new Uint8Array(await header.arrayBuffer())[MAX_ZOOM_AT] ?? 0;
  Object.assign(globalThis, { L }); // where protomaps-leaflet looks for Leaflet
  const layer = () => {
    const colours = coloursOf(leafletMap.getContainer());
    return leafletLayer({
      url: tiles.url,
      attribution: tiles.attribution,
      maxDataZoom,
      paintRules: paintedIn(colours),
      labelRules: namedIn(colours),
      lang: "da",
    });
  };
  let shown = layer().addTo(leafletMap);
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const redraw = () => {
    shown.remove();
    shown = layer().addTo(leafletMap);
  };
  scheme.addEventListener("change", redraw);
  leafletMap.on("unload", () => scheme.removeEventListener("change", redraw));
  return true;
}

function coloursOf(element: HTMLElement) {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    land: token("map-land"),
    sea: token("map-sea"),
    green: token("map-area"),
    line: token("map-line"),
    road: token("map-road"),
    house: token("map-house"),
    ink: token("ink"),
    soft: token("ink-soft"),
  };
}

/** The layers of Protomaps' basemap that help to find a place (https://docs.protomaps.com/basemaps/layers). */
function paintedIn(colours: Colours): PaintRule[] {
  const filled = (fill: string) => new PolygonSymbolizer({ fill });
  const road = (kinds: string[], width: (zoom: number) => number, minzoom: number): PaintRule => ({
    dataLayer: "roads",
    minzoom,
    symbolizer: new LineSymbolizer({ color: colours.road, width, lineCap: "round", lineJoin: "round" }),
    filter: (_, { props }) => kinds.includes(String(props["kind"])),
  });
  return [
    { dataLayer: "earth", symbolizer: filled(colours.land) },
    { dataLayer: "landuse", symbolizer: filled(colours.green), filter: (_, { props }) => isGreen(props["kind"]) },
    { dataLayer: "water", symbolizer: filled(colours.sea), filter: (_, { geomType }) => geomType === POLYGON },
    { dataLayer: "buildings", minzoom: 15, symbolizer: filled(colours.house) },
    road(["path", "other"], (zoom) => widthAt(zoom, 0.5), 15),
    road(["minor_road"], (zoom) => widthAt(zoom, 1.2), 12),
    road(["medium_road", "major_road"], (zoom) => widthAt(zoom, 2), 9),
    road(["highway"], (zoom) => widthAt(zoom, 2.6), 6),
    {
      dataLayer: "roads",
      minzoom: 10,
      symbolizer: new LineSymbolizer({ color: colours.line, width: 1.5, dash: [6, 3] }),
      filter: (_, { props }) => props["kind"] === "rail",
    },
  ];
}

function namedIn(colours: Colours): LabelRule[] {
  const text = { labelProps: ["name"], fill: colours.soft, stroke: colours.land, width: 2 };
  return [
    {
      dataLayer: "places",
      symbolizer: new CenteredTextSymbolizer({ ...text, font: `600 14px ${FONT}`, fill: colours.ink }),
      filter: (_, { props }) => ["locality", "neighbourhood", "macrohood"].includes(String(props["kind"])),
    },
    {
      dataLayer: "roads",
      minzoom: 14,
      symbolizer: new LineLabelSymbolizer({ ...text, font: `400 12px ${FONT}` }),
      filter: (_, { props }) => props["kind"] !== "rail",
    },
  ];
}

function isGreen(kind: unknown): boolean {
  return GREEN.includes(String(kind));
}

/** Pixels at a zoom: `at14` at 14, growing by half with each. */
function widthAt(zoom: number, at14: number): number {
  return Math.max(0.6, at14 * 1.5 ** (zoom - 14) * 1.5);
}
