import type { APIContext } from "astro";
import { areasVersion } from "../places/places.ts";
import { hasTag } from "../pointing/fresh.ts";
import { runtime } from "../process/runtime.ts";

/** A part of what stands behind the pins, or that the reader has it: a worker makes it, once for each state of the areas. */
export async function answerMapBase({ request }: APIContext, part: "areas" | "land"): Promise<Response> {
  const { db, work } = runtime();
  const version = areasVersion(db);
  const body = await work.mapBases(part, version, () => work.do("mapBase", { part }));
  const tag = `"${version.slice(0, 16)}"`;
  const headers = { etag: tag, "cache-control": "public, max-age=600" };
  if (hasTag(request, tag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": "application/json" } });
}
