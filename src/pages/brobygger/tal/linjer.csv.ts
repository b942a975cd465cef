import type { APIRoute } from "astro";
import { answerSheet, askedRows } from "../../../figures/asked.ts";
import { lineSheet } from "../../../figures/sheets.ts";
import { runtime } from "../../../process/runtime.ts";
import { figureTexts } from "../../../texts/figures.ts";

/** A line for each case: of the team for a lead, else one's own. */
export const GET: APIRoute = ({ url, locals: { viewer } }) => {
  const { db, now } = runtime();
  return answerSheet(askedRows(db, viewer, url.searchParams, now()), figureTexts.rowFile, (rows) =>
    viewer ? lineSheet(rows, viewer) : "",
  );
};
