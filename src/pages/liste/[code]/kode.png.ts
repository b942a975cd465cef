import type { APIRoute } from "astro";
import { openShortlist } from "../../../pointing/shortlist.ts";
import { runtime } from "../../../process/runtime.ts";
import { paths } from "../../../shared/paths.ts";

/** The QR code of a list as a picture for one's own paper. */
export const GET: APIRoute = async ({ params, rewrite }) => {
  const { db, config, work, now } = runtime();
  const opened = openShortlist(db, params.code ?? "", now());
  if (opened.state !== "open") return rewrite(paths.notFound);
  const picture = await work.do("code", { address: `${config.siteUrl}${paths.listLink(opened.list.code)}` });
  return new Response(new Uint8Array(picture), { headers: { "content-type": "image/png", "x-robots-tag": "noindex" } });
};
