import type { APIRoute } from "astro";
import { freshness, hasIt } from "../activities/pointing/fresh.ts";
import { calendarOfSearch, findToFollow, lastChanged, tagOf } from "../activities/pointing/subscription.ts";
import { runtime } from "../runtime.ts";
import { pointing } from "../texts/pointing.ts";

/** A calendar to subscribe to; takes the parameters of a search. */
export const GET: APIRoute = async ({ url, request }) => {
  const { db, search, config, now } = runtime();
  const at = now();
  const found = await findToFollow(db, search, url.searchParams, at);
  const changed = lastChanged(db, at);
  const headers = freshness(tagOf(db, found, at), changed);
  if (hasIt(request, headers["etag"] ?? "", changed)) return new Response(null, { status: 304, headers });
  const calendar = calendarOfSearch(db, found, { name: pointing.feedTitle(found.words), siteUrl: config.siteUrl, now: at });
  return new Response(calendar, {
    headers: { ...headers, "content-type": "text/calendar; charset=utf-8", "content-disposition": 'inline; filename="faellesbro.ics"' },
  });
};
