/**
 * Makes `denmark.json`, the land behind the pins, of the `map.geo.json` of a public package:
 *
 *     npm pack @geo-maps/countries-coastline-1m@0.6.0 && tar xf geo-maps-*.tgz
 *     node src/places/base/build.ts package/map.geo.json
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { packed, type Ring, WHOLE } from "../../shared/map-base.ts";
import { areaOfRing, boxAround, clipped, isClockwise, meet, simplified } from "./rings.ts";

interface Source {
  features: {
    properties: { A3: string };
    geometry: { type: "Polygon"; coordinates: Ring[] } | { type: "MultiPolygon"; coordinates: Ring[][] };
  }[];
}

const HERE = "DNK";
/** What of a coast is left out: bends of so many metres, islands of so many square kilometres. */
const LEFT_OUT = { here: { metres: 5, km2: 0.005 }, beyond: { metres: 100, km2: 0.5 } };

const source: Source = JSON.parse(readFileSync(process.argv[2] ?? "map.geo.json", "utf8"));
const land = source.features.flatMap(({ properties, geometry }) => {
  const parts = geometry.type === "MultiPolygon" ? geometry.coordinates : [geometry.coordinates];
  const { metres, km2 } = properties.A3 === HERE ? LEFT_OUT.here : LEFT_OUT.beyond;
  return parts
    .flatMap(([outer]) => (outer && meet(boxAround(outer), WHOLE) ? [clipped(outer.slice(0, -1), WHOLE)] : []))
    .map((ring) => simplified(ring, () => metres))
    .filter((ring) => ring.length > 2 && areaOfRing(ring) >= km2)
    .map((ring) => (isClockwise(ring) ? ring.toReversed() : ring));
});
const text = `[${land.map((ring) => JSON.stringify(packed(ring))).join(",\n")}]\n`;
writeFileSync(new URL("denmark.json", import.meta.url), text);
console.info(land.length, "coasts,", land.flat().length, "points,", text.length, "bytes");
console.info("sha256", createHash("sha256").update(text).digest("hex"));
