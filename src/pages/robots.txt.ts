import type { APIRoute } from "astro";
import { runtime } from "../process/runtime.ts";

const CLOSED = [
  "/hjaelp/",
  "/brobygger",
  "/forening$",
  "/forening/",
  "/redaktion",
  "/api/",
  "/liste/",
  "/l/",
  "/*?vis=kontakt",
];

export const GET: APIRoute = () => {
  const lines = [
    "User-agent: *",
    ...CLOSED.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${runtime().config.siteUrl}/sitemap.xml`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "content-type": "text/plain; charset=utf-8" } });
};
