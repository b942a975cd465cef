import type { APIRoute } from "astro";
import { leads } from "../../casework/rules.ts";
import { passSheet, passYears } from "../../passes/ledger.ts";
import { runtime } from "../../process/runtime.ts";
import { passYearTexts } from "../../texts/passes.ts";

/** The years of the passes as a sheet, for a lead: counts, and nobody's name. */
export const GET: APIRoute = ({ locals: { viewer } }) => {
  if (!viewer || !leads(viewer)) return new Response(null, { status: 403 });
  const { db, now } = runtime();
  return new Response(passSheet(passYears(db, viewer, now())), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${passYearTexts.file}"`,
      "cache-control": "no-store",
    },
  });
};
