import type { APIRoute } from "astro";
import { answerSheet, askedLeaving } from "../../../figures/asked.ts";
import { leavingSheet } from "../../../figures/leaving.ts";
import { keyOfPeriod, periodIn } from "../../../figures/span.ts";
import { vocabularyOf } from "../../../places/vocabulary.ts";
import { runtime } from "../../../process/runtime.ts";
import { figuresOutTexts } from "../../../texts/figures.ts";

/** What may leave the team of a quarter or a year that is over, as a sheet. */
export const GET: APIRoute = ({ url, locals: { viewer } }) => {
  const { db, now } = runtime();
  const at = now();
  const period = periodIn(url.searchParams.get("periode") ?? "", at);
  if (!period) return new Response(null, { status: 400 });
  const leaving = viewer && askedLeaving(db, viewer, url.searchParams, period, vocabularyOf(db), at);
  return answerSheet(leaving ?? 403, figuresOutTexts.fileOf(keyOfPeriod(period)), leavingSheet);
};
