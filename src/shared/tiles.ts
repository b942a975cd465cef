import { paths } from "./paths.ts";

/** A map background over the site's own: where its tiles are and who must be named. */
export interface Tiles {
  /** Pictures by a template, or the vectors of one PMTiles file. */
  kind: "pictures" | "streets";
  url: string;
  attribution: string;
}

/** Whom whoever shows data of OpenStreetMap must name, and where its licence stands (ODbL 4.3). */
export const OSM_ATTRIBUTION = '<a href="https://www.openstreetmap.org/copyright" rel="noreferrer">© OpenStreetMap</a>';

const STREETS = /^pmtiles:([\w-][\w.-]*\.pmtiles)$/;

/**
 * Reads TILE_URL: `none`, `osm`, `pmtiles:FILE`, or `template|attribution`
 * (https://operations.osmfoundation.org/policies/tiles/ for OSM's rules).
 */
export function readTiles(setting: string): Tiles | null {
  if (setting === "none") return null;
  if (streetsFile(setting)) return { kind: "streets", url: paths.map.streets, attribution: OSM_ATTRIBUTION };
  if (setting === "osm")
    return {
      kind: "pictures",
      url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
      attribution: OSM_ATTRIBUTION,
    };
  const [url = "", attribution = ""] = setting.split("|");
  return { kind: "pictures", url, attribution };
}

/** Whether TILE_URL says something that can be a background. */
export function isTileSetting(setting: string): boolean {
  const tiles = setting.startsWith("pmtiles:") && !streetsFile(setting) ? null : readTiles(setting);
  if (!tiles) return setting === "none";
  return tiles.url.startsWith("/") || URL.canParse(withoutBraces(tiles.url));
}

/** The file of DATA_DIR that the streets are in, by its name; null when they come from elsewhere or not at all. */
export function streetsFile(setting: string): string | null {
  return STREETS.exec(setting)?.[1] ?? null;
}

/** The origin that tiles come from, for the content policy; null when there are none or they are the site's own. */
export function tileOrigin(setting: string): string | null {
  const tiles = readTiles(setting);
  if (!tiles || tiles.url.startsWith("/")) return null;
  return new URL(withoutBraces(tiles.url)).origin;
}

function withoutBraces(template: string): string {
  return template.replace(/\{s\}/g, "a").replace(/[{}]/g, "");
}
