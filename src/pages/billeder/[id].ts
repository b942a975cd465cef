import { readFile } from "node:fs/promises";
import type { APIRoute } from "astro";
import { isForAll } from "../../../db/on-board.ts";
import { actsFor } from "../../accounts/roles.ts";
import { pictureFile, showing } from "../../activities/pictures.ts";
import { leadsPractice } from "../../casework/practices.ts";
import { runtime } from "../../process/runtime.ts";
import { paths } from "../../shared/paths.ts";

/**
 * A picture of an activity: its address is new whenever the picture is, so it may be kept for ever. One of something for
 * referred citizens only is for those who may see that.
 */
export const GET: APIRoute = async ({ params, locals: { viewer }, rewrite }) => {
  const { db, config } = runtime();
  const name = params["id"] ?? "";
  const shown = showing(db, name);
  const isHidden = shown.length > 0 && !shown.some(isForAll);
  const maySee = shown.some(
    ({ id, organisationId }) => actsFor(viewer, organisationId) || leadsPractice(db, viewer, id),
  );
  const file = isHidden && !maySee ? null : pictureFile(config.dataDir, name);
  const bytes = file && (await readFile(file).catch(() => null));
  if (!bytes) return rewrite(paths.notFound);
  const kept = isHidden ? "private, no-store" : "public, max-age=31536000, immutable";
  return new Response(new Uint8Array(bytes), { headers: { "content-type": "image/webp", "cache-control": kept } });
};
