import type { APIRoute } from "astro";
import { sitemapOf } from "../activities/pointing/sitemap.ts";
import { runtime } from "../runtime.ts";

export const GET: APIRoute = async () => {
  const { db, config } = runtime();
  return new Response(await sitemapOf(db, config.siteUrl), {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
};
