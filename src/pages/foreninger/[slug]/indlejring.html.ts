import type { APIRoute } from "astro";
import { organisationPage } from "../../../board/organisation-page.ts";
import { embedOf } from "../../../pointing/embed.ts";
import { runtime } from "../../../process/runtime.ts";
import { paths } from "../../../shared/paths.ts";

/** What an association offers, for its own website: any page may fetch it. */
export const GET: APIRoute = ({ params, rewrite }) => {
  const { db, config, now } = runtime();
  const organisation = organisationPage(db, params.slug!, now());
  if (!organisation) return rewrite(paths.notFound);
  return new Response(embedOf(organisation, config.siteUrl), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "x-robots-tag": "noindex",
    },
  });
};
