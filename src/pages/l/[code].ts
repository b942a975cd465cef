import type { APIRoute } from "astro";
import { countOpening } from "../../pointing/counts.ts";
import { openShortlist } from "../../pointing/shortlist.ts";
import { runtime } from "../../process/runtime.ts";
import { paths } from "../../shared/paths.ts";

/** The short address of a list, as it stands on paper and in QR codes: counted, then on to the list. */
export const GET: APIRoute = async ({ params, redirect }) => {
  const { db, write, log, now } = runtime();
  const opened = openShortlist(db, params.code ?? "", now());
  if (opened.state === "open") {
    try {
      await write((tx) => countOpening(tx, opened.list, now()));
    } catch (error) {
      log.warn({ err: error }, "an opening was not counted");
    }
  }
  const code = opened.state === "unknown" ? encodeURIComponent((params.code ?? "").slice(0, 40)) : opened.list.code;
  return redirect(paths.list(code), 302);
};
