import type { APIRoute } from "astro";
import { areas } from "../../../db/schema.ts";
import type { AreasAnswer } from "../../board/api-schema.ts";
import { runtime } from "../../process/runtime.ts";

/**
 * The areas with their names and centres, and their polygons where an editor has loaded them: what stands behind the
 * pins.
 */
export const GET: APIRoute = () => {
  const rows = runtime().db.select().from(areas).all();
  const answer: AreasAnswer = {
    type: "FeatureCollection",
    features: rows.map(({ slug, name, lat, lng, polygon }) => ({
      type: "Feature",
      properties: { slug, name, lat, lng },
      geometry: polygon,
    })),
  };
  return Response.json(answer, {
    headers: { "content-type": "application/geo+json", "cache-control": "public, max-age=600" },
  });
};
