import type { APIRoute } from "astro";
import { runtime } from "../process/runtime.ts";
import { paths } from "../shared/paths.ts";

const CLOSED = [
  `${paths.help}/`,
  paths.brobygger.today,
  `${paths.host.desk}$`,
  `${paths.host.desk}/`,
  paths.editor.desk,
  "/api/",
  paths.print,
  paths.list(""),
  paths.listLink(""),
  "/*?vis=kontakt",
];

export const GET: APIRoute = () => {
  const lines = [
    "User-agent: *",
    ...CLOSED.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${runtime().config.siteUrl}${paths.sitemap}`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "content-type": "text/plain; charset=utf-8" } });
};
