import { readFile } from "node:fs/promises";
import type { APIRoute } from "astro";
import { pictureFile } from "../../activities/pictures.ts";
import { runtime } from "../../process/runtime.ts";
import { paths } from "../../shared/paths.ts";

/** A picture of an activity: its address is new whenever the picture is, so it may be kept for ever. */
export const GET: APIRoute = async ({ params, rewrite }) => {
  const file = pictureFile(runtime().config.dataDir, params["id"] ?? "");
  const bytes = file && (await readFile(file).catch(() => null));
  if (!bytes) return rewrite(paths.notFound);
  const headers = { "content-type": "image/webp", "cache-control": "public, max-age=31536000, immutable" };
  return new Response(new Uint8Array(bytes), { headers });
};
