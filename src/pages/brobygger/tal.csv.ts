import type { APIRoute } from "astro";
import { answerSheet, askedRows } from "../../figures/asked.ts";
import { shownFigures } from "../../figures/shown.ts";
import { figureSheet } from "../../figures/sheets.ts";
import { vocabularyOf } from "../../places/vocabulary.ts";
import { runtime } from "../../process/runtime.ts";
import { figureTexts } from "../../texts/figures.ts";

/** The numbers of the page as a sheet, for the team. */
export const GET: APIRoute = ({ url, locals: { viewer } }) => {
  const { db, now } = runtime();
  return answerSheet(askedRows(db, viewer, url.searchParams, now()), figureTexts.file, (rows) =>
    viewer ? figureSheet(shownFigures(db, rows, viewer, vocabularyOf(db)).sections) : "",
  );
};
