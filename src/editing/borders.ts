/** The borders of the areas, from a file that an editor has (GeoJSON, RFC 7946). */
import { eq, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { type AreaPolygon, areas } from "../../db/schema.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { refileAll } from "../places/places.ts";
import { slugOf } from "../shared/ids.ts";
import { refuse } from "../texts/refusal.ts";
import { recordOf } from "../shared/record.ts";

/** New borders by area, each a MultiPolygon as JSON. */
export type Borders = { slug: string; polygon: string }[];

type Ring = number[][];
type Shapes = Map<string, Ring[][]>;

/** Of all areas together: they are read at each change of a place, and shown on every map. */
const MOST_CORNERS = 20_000;
/** Polygons and holes in them, of all areas together. */
const MOST_RINGS = 500;
/** Features of a file and properties of a feature that are looked at. */
const MOST_FEATURES = 2_000;
const MOST_PROPERTIES = 50;
const LONGEST_NAME = 100;

/**
 * Reads the borders of a GeoJSON file (RFC 7946, WGS84): features named or numbered like an area. Refuses borders of
 * more than 20,000 corners or 500 rings, those of the other areas among them.
 */
export function readBorders(db: Db, file: string): Borders {
  const known = db.select({ slug: areas.slug, number: areas.number, polygon: areas.polygon }).from(areas).all();
  const shapes = shapesIn(file, known);
  if (shapes.size === 0) refuse("noAreaMatched", "fil");
  const others = known.flatMap(({ slug, polygon }) => (polygon && !shapes.has(slug) ? partsOf(polygon) : []));
  checkSize([...others, ...[...shapes.values()].flat()].flat());
  return [...shapes].map(([slug, coordinates]) => ({
    slug,
    polygon: JSON.stringify({ type: "MultiPolygon", coordinates } satisfies AreaPolygon),
  }));
}

/**
 * Takes borders that were read (`readBorders`); a job files what lies where anew. Answers how many areas got a border.
 */
export function importBorders(db: Db, by: Viewer, borders: Borders): number {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    for (const { slug, polygon } of borders)
      tx.update(areas)
        .set({ polygon: sql`${polygon}` })
        .where(eq(areas.slug, slug))
        .run();
    refileAll(tx);
  });
  return borders.length;
}

function shapesIn(file: string, known: readonly { slug: string; number: string }[]): Shapes {
  const shapes: Shapes = new Map();
  for (const feature of featuresIn(file)) {
    const slug = areaNamed(feature.properties, known);
    const polygons = polygonsOf(feature.geometry);
    if (slug && polygons) shapes.set(slug, [...(shapes.get(slug) ?? []), ...polygons]);
  }
  return shapes;
}

function featuresIn(file: string): { properties: Record<string, unknown>; geometry: unknown }[] {
  const { type, features } = recordOf(parsed(file));
  if (type !== "FeatureCollection" || !Array.isArray(features)) refuse("notGeoJson", "fil");
  if (features.length > MOST_FEATURES) refuse("bordersManyPieces", "fil");
  return features.map((feature: unknown) => {
    const { properties, geometry } = recordOf(feature);
    return { properties: recordOf(properties), geometry };
  });
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch {
    return refuse("notGeoJson", "fil");
  }
}

/** By any property that is the area's name, or else its number. */
function areaNamed(
  properties: Record<string, unknown>,
  known: readonly { slug: string; number: string }[],
): string | null {
  const values = Object.values(properties)
    .slice(0, MOST_PROPERTIES)
    .filter((value) => typeof value === "string" || typeof value === "number")
    .map(String)
    .filter((value) => value !== "" && value.length <= LONGEST_NAME);
  const names = new Set(values.map(slugOf));
  const byName = known.find(({ slug }) => names.has(slug));
  const byNumber = known.find(({ number }) => values.some((value) => value.padStart(2, "0") === number));
  return (byName ?? byNumber)?.slug ?? null;
}

function polygonsOf(geometry: unknown): Ring[][] | null {
  const { type, coordinates } = recordOf(geometry);
  const polygons = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : null;
  if (!Array.isArray(polygons)) return null;
  if (!polygons.every(isPolygon)) refuse("notGeoJson", "fil");
  return polygons;
}

function isPolygon(polygon: unknown): polygon is Ring[] {
  return (
    Array.isArray(polygon) &&
    polygon.length > 0 &&
    polygon.every((ring) => Array.isArray(ring) && ring.length >= 4 && ring.every(isCorner))
  );
}

function partsOf(polygon: AreaPolygon): Ring[][] {
  return polygon.type === "Polygon" ? [polygon.coordinates] : polygon.coordinates;
}

function checkSize(rings: readonly Ring[]): void {
  if (rings.length > MOST_RINGS) refuse("bordersManyPieces", "fil");
  if (rings.reduce((sum, ring) => sum + ring.length, 0) > MOST_CORNERS) refuse("bordersManyCorners", "fil");
}

/** Degrees around Denmark: a file in metres is no GeoJSON. */
function isCorner(corner: unknown): boolean {
  const [lng, lat]: unknown[] = Array.isArray(corner) ? corner : [];
  return typeof lng === "number" && typeof lat === "number" && lng > 7 && lng < 16 && lat > 54 && lat < 58;
}
