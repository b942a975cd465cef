import { Delaunay } from "d3-delaunay";
import clipping from "polygon-clipping";
import type { AreaPolygon } from "#db/schema.ts";
import type { LatLng } from "#src/shared/point.ts";
import { type Box, type LngLat, type Ring, WHOLE } from "#src/shared/map-base.ts";
import { boxAround, meet, simplified } from "./base/rings.ts";
import { distanceMetres } from "./distance.ts";

/** Parts of an area, each with its holes. */
export type Shape = Ring[][];

interface Centred extends LatLng {
  polygon: AreaPolygon | null;
}

const EARTH_METRES = 6_371_008.8;
const LEAST_REACH_METRES = 3_000;
const MOST_REACH_METRES = 15_000;
/** Of what is drawn as a circle. */
const CORNERS = 48;
/** Longer edges bend on the map; pieces of this length do so by less than a metre. */
const STRAIGHT_METRES = 4_000;

/**
 * How far an area's shape goes from its centre where no neighbour is nearer, in metres: a little farther than the
 * loneliest centre is from the next.
 */
export function reachOf(centres: readonly LatLng[]): number {
  const toNext = centres.map((centre, i) =>
    Math.min(...centres.filter((_, other) => other !== i).map((other) => distanceMetres(centre, other))),
  );
  const farthest = Math.max(0, ...toNext.filter(Number.isFinite));
  return Math.min(MOST_REACH_METRES, Math.max(LEAST_REACH_METRES, farthest * 1.2));
}

/** The box that holds every shape, and as much around it as a share of its size; without areas the whole country. */
export function boxOf(areas: readonly Centred[], share: number): Box {
  if (areas.length === 0) return WHOLE;
  const reach = reachOf(areas);
  const box = boxAround([
    ...areas.flatMap((area) => circle(area, reach)),
    ...areas.flatMap(({ polygon }) => (polygon ? partsOf(polygon).flat(2) : [])),
  ]);
  const [wide, high] = [(box.east - box.west) * share, (box.north - box.south) * share];
  return { west: box.west - wide, south: box.south - high, east: box.east + wide, north: box.north + high };
}

/**
 * What belongs to each area on the map, by the rule that files an activity (`areaOf`): its polygon where an editor has
 * loaded one, else the land that is nearer to its centre than to another, that no polygon holds, and that lies within
 * reach.
 */
export function shapesOf(areas: readonly Centred[], land: readonly Ring[]): Shape[] {
  const polygons = areas.flatMap(({ polygon }) => (polygon ? [partsOf(polygon)] : []));
  const cells = cellsOf(areas);
  const reach = reachOf(areas);
  const shapes = areas.map((area, i) => {
    if (area.polygon) return partsOf(area.polygon);
    const cell = cells[i];
    const around = circle(area, reach);
    const near = land.filter((ring) => meet(boxAround(ring), boxAround(around)));
    if (!cell || near.length === 0) return [];
    const shape = clipping.intersection(
      [cell],
      [around],
      near.map((ring) => [ring]),
    );
    return shape.length && polygons.length ? clipping.difference(shape, ...polygons) : shape;
  });
  return shapes.map((parts) => parts.map((rings) => rings.map((ring) => ring.slice(0, -1))));
}

/** The same, with fewer points where editors loaded more than a map of all areas needs. */
export function lighter(shapes: readonly Shape[], most: number): Shape[] {
  for (let metres = 5; ; metres *= 2) {
    const left = shapes.map((parts) => parts.map((rings) => rings.map((ring) => simplified(ring, () => metres))));
    if (left.flat(3).length <= most || metres > 1_000) return left;
  }
}

/**
 * Of each centre the ring of what is nearer to it than to another; none for one that stands on another. They are made in
 * a plane that keeps circles (stereographic), where nearest is as on the round earth, to a metre.
 */
function cellsOf(areas: readonly LatLng[]): (Ring | null)[] {
  if (areas.length === 0) return [];
  const plane = planeAround(areas);
  const all = areas.map(plane.project);
  const firstAt = ([x, y]: LngLat) => all.findIndex((other) => other[0] === x && other[1] === y);
  const points = all.filter((point, i) => firstAt(point) === i);
  const box = boxAround(points);
  const far = 2 * MOST_REACH_METRES;
  const voronoi = Delaunay.from(points).voronoi([box.west - far, box.south - far, box.east + far, box.north + far]);
  return all.map((point, i) => {
    const cell: Ring | null = firstAt(point) === i ? voronoi.cellPolygon(points.indexOf(point)) : null;
    return cell ? inPieces(cell).map(plane.back) : null;
  });
}

/** A ring, its last point the first again, in pieces short enough to be drawn as straight lines. */
function inPieces(ring: Ring): Ring {
  return ring.flatMap((from, i) => {
    const to = ring[i + 1];
    if (!to) return [from];
    const pieces = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / STRAIGHT_METRES);
    return Array.from({ length: pieces }, (_, piece): LngLat => {
      const share = piece / pieces;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    });
  });
}

/** The stereographic plane that touches the earth amid the centres, in metres. */
function planeAround(centres: readonly LatLng[]) {
  const middle = boxAround(centres.map(({ lat, lng }) => [lng, lat]));
  const [lng0, lat0] = [radians((middle.west + middle.east) / 2), radians((middle.south + middle.north) / 2)];
  const [sin0, cos0] = [Math.sin(lat0), Math.cos(lat0)];
  return {
    project({ lat, lng }: LatLng): LngLat {
      const [phi, turn] = [radians(lat), radians(lng) - lng0];
      const k = (2 * EARTH_METRES) / (1 + sin0 * Math.sin(phi) + cos0 * Math.cos(phi) * Math.cos(turn));
      return [k * Math.cos(phi) * Math.sin(turn), k * (cos0 * Math.sin(phi) - sin0 * Math.cos(phi) * Math.cos(turn))];
    },
    back([x, y]: LngLat): LngLat {
      const away = Math.hypot(x, y);
      if (away === 0) return [degrees(lng0), degrees(lat0)];
      const c = 2 * Math.atan(away / (2 * EARTH_METRES));
      const [sinC, cosC] = [Math.sin(c), Math.cos(c)];
      return [
        degrees(lng0 + Math.atan2(x * sinC, away * cos0 * cosC - y * sin0 * sinC)),
        degrees(Math.asin(cosC * sin0 + (y * sinC * cos0) / away)),
      ];
    },
  };
}

/** All that lies so many metres from a point or nearer, as a ring whose last point is its first. */
function circle({ lat, lng }: LatLng, metres: number): Ring {
  const high = degrees(metres / EARTH_METRES);
  const wide = high / Math.cos(radians(lat));
  return Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const turn = (2 * Math.PI * (corner % CORNERS)) / CORNERS;
    return [lng + wide * Math.cos(turn), lat + high * Math.sin(turn)];
  });
}

function partsOf(polygon: AreaPolygon): Shape {
  const parts = polygon.type === "Polygon" ? [polygon.coordinates] : polygon.coordinates;
  return parts.map((rings) => rings.map((ring) => ring.map(([lng = 0, lat = 0]): LngLat => [lng, lat])));
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}
