import { landAround, landIn } from "./base/land.ts";
import { type MapBase, packed, type Ring } from "#src/shared/map-base.ts";
import { boxOf, lighter, shapesOf } from "./cells.ts";
import type { Places } from "./places.ts";

/** How much of the country around the areas comes with them, as a share of their width and height. */
const AROUND = 0.3;
const MOST_POINTS = 3_000;

/** What a map of the areas shows at first. */
export function mapBase({ areas }: Places): MapBase {
  const box = boxOf(areas, AROUND);
  const land = landIn(box);
  const shapes = lighter(shapesOf(areas, land), MOST_POINTS);
  return {
    box,
    land: packedAll(land),
    areas: areas.map(({ slug, name, lat, lng }, i) => ({ slug, name, lat, lng, shape: packedAll(shapes[i]!.flat()) })),
  };
}

/** The land of the whole country, for who looks farther than the box: the same within it. */
export function wholeLand({ areas }: Places): number[][] {
  return packedAll(landAround(boxOf(areas, AROUND)));
}

function packedAll(rings: Ring[]): number[][] {
  return rings.map(packed).filter((numbers) => numbers.length > 4);
}
