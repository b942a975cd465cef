import type { APIRoute } from "astro";
import { organisationPage } from "../../board/organisation-page.ts";
import { feedItems, rssOf } from "../../pointing/feed.ts";
import { lastChanged } from "../../pointing/subscription.ts";
import { runtime } from "../../process/runtime.ts";
import { paths } from "../../shared/paths.ts";
import { profileTexts } from "../../texts/profile.ts";

/** What is new of an association and what comes next, for readers of RSS. */
export const GET: APIRoute = ({ params, rewrite }) => {
  const { db, config, now } = runtime();
  const at = now();
  const organisation = organisationPage(db, params.slug!, at);
  if (!organisation) return rewrite(paths.notFound);
  const feed = rssOf({
    title: profileTexts.calendarOf(organisation.name),
    page: `${config.siteUrl}${paths.organisation(organisation.slug)}`,
    self: `${config.siteUrl}${paths.organisationFeed(organisation.slug)}`,
    updated: lastChanged(db, at),
    items: feedItems(db, organisation.next, config.siteUrl),
  });
  return new Response(feed, { headers: { "content-type": "application/rss+xml; charset=utf-8" } });
};
