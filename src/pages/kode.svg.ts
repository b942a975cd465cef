import type { APIRoute } from "astro";
import { qrSvg } from "../pointing/qr.ts";
import { runtime } from "../process/runtime.ts";
import { paths } from "../shared/paths.ts";

/** Longer addresses make a code that no phone reads from paper. */
const LONGEST = 800;

/** The QR code of a page of this site (`til`: its path and query), for its paper: asked for when somebody prints. */
export const GET: APIRoute = async ({ url, rewrite }) => {
  const to = url.searchParams.get("til") ?? "";
  if (!to.startsWith("/") || to.length > LONGEST) return rewrite(paths.notFound);
  const code = await qrSvg(`${runtime().config.siteUrl}${to}`);
  return new Response(code, { headers: { "content-type": "image/svg+xml", "x-robots-tag": "noindex" } });
};
