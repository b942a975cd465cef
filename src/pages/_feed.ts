import type { APIContext } from "astro";
import { atomOf, feedItems, rssOf } from "../activities/pointing/feed.ts";
import { freshness, hasIt } from "../activities/pointing/fresh.ts";
import { keptSearch } from "../activities/pointing/shortlist.ts";
import { findToFollow, lastChanged, tagOf } from "../activities/pointing/subscription.ts";
import { runtime } from "../runtime.ts";
import { pointing } from "../texts/pointing.ts";

const KINDS = {
  rss: { write: rssOf, type: "application/rss+xml" },
  atom: { write: atomOf, type: "application/atom+xml" },
};

/** A feed of a search, or that the reader has it already. */
export async function answerFeed({ url, request }: APIContext, kind: keyof typeof KINDS): Promise<Response> {
  const { db, search, config, now } = runtime();
  const at = now();
  const found = await findToFollow(db, search, url.searchParams, at);
  const changed = lastChanged(db, at);
  const headers = freshness(tagOf(db, found, at), changed);
  if (hasIt(request, headers["etag"] ?? "", changed)) return new Response(null, { status: 304, headers });
  const kept = keptSearch(url.searchParams);
  const feed = {
    title: pointing.feedTitle(found.words),
    page: `${config.siteUrl}/${kept && `?${kept}`}`,
    self: `${config.siteUrl}/tavle.${kind}${kept && `?${kept}`}`,
    updated: changed,
    items: feedItems(db, found.result.hits, config.siteUrl),
  };
  const { write, type } = KINDS[kind];
  return new Response(write(feed), { headers: { ...headers, "content-type": `${type}; charset=utf-8` } });
}
