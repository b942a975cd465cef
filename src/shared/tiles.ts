/** A map background: the address of its tiles and who must be named. */
export interface Tiles {
  url: string;
  attribution: string;
}

/** Whom whoever shows data of OpenStreetMap must name, and where its licence stands (ODbL 4.3). */
export const OSM_ATTRIBUTION = '<a href="https://www.openstreetmap.org/copyright" rel="noreferrer">© OpenStreetMap</a>';

/**
 * Reads TILE_URL: `none`, `osm`, or `template|attribution` (https://operations.osmfoundation.org/policies/tiles/ for
 * OSM's rules).
 */
export function readTiles(setting: string): Tiles | null {
  if (setting === "none") return null;
  if (setting === "osm") return { url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png", attribution: OSM_ATTRIBUTION };
  const [url = "", attribution = ""] = setting.split("|");
  return { url, attribution };
}

/** The origin that tiles come from, for the content policy; null when there are none or they are the site's own. */
export function tileOrigin(setting: string): string | null {
  const tiles = readTiles(setting);
  if (!tiles || tiles.url.startsWith("/")) return null;
  return new URL(tiles.url.replace(/\{s\}/g, "a").replace(/[{}]/g, "")).origin;
}
