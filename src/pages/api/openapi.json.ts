import type { APIRoute } from "astro";
import { openApi } from "../../board/openapi.ts";
import { runtime } from "../../process/runtime.ts";

/** What programs may ask, described for them (OpenAPI 3.1). */
export const GET: APIRoute = () => {
  const { config, version } = runtime();
  return Response.json(openApi(config.siteUrl, version), { headers: { "cache-control": "public, max-age=600" } });
};
