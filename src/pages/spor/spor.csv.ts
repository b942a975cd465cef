import type { APIRoute } from "astro";
import { trailFilterIn, trailSheet } from "../../accounts/trail.ts";
import { runtime } from "../../process/runtime.ts";
import { trail } from "../../texts/trail.ts";

/** The audit trail as a sheet, with the filter of its page. */
export const GET: APIRoute = async ({ url, locals }) => {
  const open = runtime();
  const sheet = await trailSheet(open, locals.viewer, trailFilterIn(url.searchParams), open.now());
  if (sheet === null) return new Response(null, { status: 403 });
  return new Response(sheet, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${trail.csvName}"`,
    },
  });
};
