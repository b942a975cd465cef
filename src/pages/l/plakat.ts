import type { APIRoute } from "astro";
import { countChannel } from "../../pointing/counts.ts";
import { keptSearch } from "../../pointing/shortlist.ts";
import { runtime } from "../../process/runtime.ts";
import { paths } from "../../shared/paths.ts";

/** Where the QR code of a poster leads: counted, then on to the same search. */
export const GET: APIRoute = async ({ url, redirect }) => {
  const { write, log, now } = runtime();
  try {
    await write((db) => countChannel(db, "plakat", now()));
  } catch (error) {
    log.warn({ err: error }, "an opening was not counted");
  }
  const search = keptSearch(url.searchParams);
  return redirect(search ? `${paths.board}?${search}` : paths.board, 302);
};
