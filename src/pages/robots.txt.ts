import type { APIRoute } from "astro";

export const GET: APIRoute = () =>
  new Response("User-agent: *\nDisallow: /hjaelp/\nDisallow: /brobygger\nDisallow: /forening\nDisallow: /redaktion\nDisallow: /api/\nDisallow: /*?vis=kontakt\n", {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
