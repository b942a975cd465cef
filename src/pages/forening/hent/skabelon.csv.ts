import type { APIRoute } from "astro";
import { sheetTemplate } from "../../../exchange/sheet-columns.ts";

/** The empty sheet to fill in. */
export const GET: APIRoute = () =>
  new Response(sheetTemplate(), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="aktiviteter.csv"',
    },
  });
