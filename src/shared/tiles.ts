/** A map background: the address of its tiles and who must be named. */
export interface Tiles {
  url: string;
  attribution: string;
}

/**
 * Reads TILE_URL: `none`, `osm`, or `template|attribution` (https://operations.osmfoundation.org/policies/tiles/ for
 * OSM's rules).
 */
export function readTiles(setting: string): Tiles | null {
  if (setting === "none") return null;
  if (setting === "osm")
    return { url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png", attribution: "© OpenStreetMap" };
  const [url = "", attribution = ""] = setting.split("|");
  return { url, attribution };
}

/** The origin that tiles come from, for the content policy; null when there are none or they are the site's own. */
export function tileOrigin(setting: string): string | null {
  const tiles = readTiles(setting);
  if (!tiles || tiles.url.startsWith("/")) return null;
  return new URL(tiles.url.replace(/\{s\}/g, "a").replace(/[{}]/g, "")).origin;
}
