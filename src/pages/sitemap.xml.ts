import type { APIRoute } from "astro";
import { runtime } from "../process/runtime.ts";

export const GET: APIRoute = async () => {
  const { work, config } = runtime();
  const map = await work.sitemaps("", work.stateOfBoard(), () => work.do("sitemap", { siteUrl: config.siteUrl }));
  return new Response(map, {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
};
